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
    /// Long enough to tell that it is no language whose data there are.
    pub foreign: bool,
    pub uncased: bool,
    pub unpunctuated: bool,
}

impl Style {
    /// Looks at the masked text.
    pub fn of(masked: &str, lexicon: &Lexicon) -> Self {
        let (mut count, mut function, mut capital, mut stops) = (0, 0, 0, 0);
        for word in words(masked).take(SAMPLE) {
            stops += usize::from(ends_in(word, ".?!…।") || ends_a_sentence_of_signs(word));
            let bare = trim(word, is_no_word_char);
            if !bare.is_empty() {
                count += 1;
                function += usize::from(lexicon.function_words.contains_folded(bare));
                capital += usize::from(starts(bare, is_upper));
            }
        }
        let english = function * 100 >= count * 22 && function > 1;
        Self {
            language: if english { "en" } else { "und" },
            foreign: !english && count >= FEWEST_WORDS,
            uncased: count >= FEWEST_WORDS && capital * 100 < count,
            unpunctuated: count >= FEWEST_WORDS && stops * WORDS_PER_STOP < count,
        }
    }
}

/// Whether the word holds a full stop, question mark or exclamation mark of Chinese and Japanese.
fn ends_a_sentence_of_signs(word: &str) -> bool {
    !word.is_ascii() && holds(word, |c| matches!(c, '。' | '？' | '！'))
}

#[cfg(test)]
mod tests {
    use super::super::lexicon;
    use super::*;

    #[test]
    fn a_long_text_without_english_function_words_is_foreign() {
        let foreign = |text: &str| Style::of(text, lexicon::english()).foreign;
        let french = "Nous avons ouvert le nouveau pont hier soir, devant toute la ville. ";
        let english = "We have opened the new bridge last night, in front of all the town. ";
        assert!(foreign(&french.repeat(10)));
        assert!(!foreign(&english.repeat(10)));
        assert!(!foreign("Bonjour."), "too short to tell");
    }

    #[test]
    fn capitals_and_stops_are_missed_in_a_longer_text_only() {
        let style = |text: &str, times: usize| Style::of(&text.repeat(times), lexicon::english());
        let bare = "we have opened the new bridge last night ";
        assert!(style(bare, 10).uncased && style(bare, 10).unpunctuated && !style(bare, 10).foreign);
        assert!(!style(bare, 7).uncased && !style(bare, 7).unpunctuated, "56 words");
        let written = "We have opened the new bridge last night. ";
        assert!(!style(written, 10).uncased && !style(written, 10).unpunctuated);
        let signs = "橋を、開いた。そして。 ";
        assert!(!style(signs, 80).unpunctuated);
        assert_eq!(
            (style(bare, 1).language, style("Bonjour. ", 1).language, style("the ", 1).language),
            ("en", "und", "und")
        );
    }

    #[test]
    fn one_stop_in_ninety_words_is_hardly_any() {
        let style = |words: usize| Style::of(&format!("{}end.", "we ".repeat(words)), lexicon::english());
        assert!(!style(89).unpunctuated && style(90).unpunctuated);
        let capitals =
            |words: usize| Style::of(&format!("{}End", "we ".repeat(words)), lexicon::english()).uncased;
        assert!(!capitals(99) && capitals(100));
    }
}
