//! What can be seen of a text as a whole: its language, whether it has capitals, whether it has punctuation.

use super::chars::is_word_char;
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
        let (mut words, mut function, mut capital, mut stops) = (0, 0, 0, 0);
        for word in masked.split_whitespace().take(SAMPLE) {
            stops += usize::from(
                word.ends_with(['.', '?', '!', '…', '。', '।']) || word.contains(['。', '？', '！']),
            );
            let bare = word.trim_matches(|c| !is_word_char(c));
            if !bare.is_empty() {
                words += 1;
                function += usize::from(lexicon.function_words.contains_folded(bare));
                capital += usize::from(bare.starts_with(char::is_uppercase));
            }
        }
        Self {
            language: if function * 100 >= words * 22 && function > 1 { "en" } else { "und" },
            uncased: words >= FEWEST_WORDS && capital * 100 < words,
            unpunctuated: words >= FEWEST_WORDS && stops * WORDS_PER_STOP < words,
        }
    }
}
