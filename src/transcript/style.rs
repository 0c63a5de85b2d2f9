//! What can be seen of a text as a whole: its language, whether it has capitals, whether it has punctuation.

use super::chars::{ends_in, holds, is_no_word_char, is_upper, starts, trim, words};
use super::lexicon::Lexicon;

/// So many words are looked at.
const SAMPLE: usize = 4_000;
/// Recognised speech without punctuation has fewer sentence ends than one in so many words.
const WORDS_PER_STOP: usize = 90;
/// A shorter text proves nothing.
const FEWEST_WORDS: usize = 60;

#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// BCP 47.
    pub language: &'static str,
    pub uncased: bool,
    pub unpunctuated: bool,
}

impl Style {
    /// Looks at the masked text.
    pub fn of(masked: &str, lexicon: &Lexicon) -> Self {
        let (mut count, mut function, mut capital, mut stops) = (0, 0, 0, 0);
        for word in words(masked).take(SAMPLE) {
            stops += usize::from(ends_in(word, ".?!…।") || holds(word, |c| matches!(c, '。' | '？' | '！')));
            let bare = trim(word, is_no_word_char);
            if !bare.is_empty() {
                count += 1;
                function += usize::from(lexicon.function_words.contains_folded(bare));
                capital += usize::from(starts(bare, is_upper));
            }
        }
        Self {
            language: if function * 100 >= count * 22 && function > 1 { "en" } else { "und" },
            uncased: count >= FEWEST_WORDS && capital * 100 < count,
            unpunctuated: count >= FEWEST_WORDS && stops * WORDS_PER_STOP < count,
        }
    }
}
