//! Looking for a short phrase. The standard library's search is made for long ones, and brings four kilobytes with it.

/// Where the phrase first stands in the text, in bytes.
#[inline(never)]
pub fn find(text: &str, phrase: &str) -> Option<usize> {
    let phrase = phrase.as_bytes();
    let Some(&first) = phrase.first() else { return Some(0) };
    // The whole is compared where the first byte is the same: most windows end there.
    text.as_bytes()
        .windows(phrase.len())
        .position(|window| window.first() == Some(&first) && window == phrase)
}

/// Whether the phrase stands in the text.
pub fn contains(text: &str, phrase: &str) -> bool {
    find(text, phrase).is_some()
}

/// The text before and behind the first place of the phrase.
pub fn split_once<'t>(text: &'t str, phrase: &str) -> Option<(&'t str, &'t str)> {
    let at = find(text, phrase)?;
    Some((text.get(..at)?, text.get(at + phrase.len()..)?))
}

/// Whether the word is one of a list with spaces between the words: one string and one loop take a third of what a
/// pattern of many strings takes in the module.
#[inline(never)]
pub fn is_one_of(word: &str, list: &str) -> bool {
    list.as_bytes().split(|&byte| byte == b' ').any(|entry| entry == word.as_bytes())
}

/// One of 64 bits that a word has, drawn from its first byte, its last and its length. A set of words has the bits of
/// all of them: a word whose bit is not among those is none of them, and most are told from a list by that alone.
pub const fn signature(word: &[u8]) -> u64 {
    let (Some(first), Some(last)) = (word.first(), word.last()) else { return 1 };
    1 << ((*first as usize + 7 * *last as usize + 13 * word.len()) % 64)
}

/// A list of words with spaces between them, written with [`words`], which finds their signatures when it is compiled.
#[derive(Debug)]
pub struct Words {
    list: &'static str,
    signatures: u64,
}

impl Words {
    pub const fn new(list: &'static str) -> Self {
        let (mut signatures, mut rest, mut length) = (0, list.as_bytes(), 0);
        while length <= rest.len() {
            let (word, behind) = rest.split_at(length);
            match behind {
                [] => {
                    signatures |= signature(word);
                    length += 1;
                }
                [b' ', after @ ..] => {
                    signatures |= signature(word);
                    (rest, length) = (after, 0);
                }
                _ => length += 1,
            }
        }
        Self { list, signatures }
    }

    /// Whether a word that has this signature may be one of the list.
    pub fn may_contain(&self, signature: u64) -> bool {
        self.signatures & signature != 0
    }

    /// Whether the word is one of the list.
    pub fn contain(&self, word: &str) -> bool {
        is_one_of(word, self.list)
    }
}

/// [`Words`] as a constant.
macro_rules! words {
    ($list:literal) => {
        const { &$crate::language::Words::new($list) }
    };
}
pub(crate) use words;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_words_are_of_a_list() {
        assert!(["the", "a", "’s"].iter().all(|word| is_one_of(word, "the a ’s")));
        assert!(["", "th", "he", "the a", " "].iter().all(|word| !is_one_of(word, "the a ’s")));
    }

    #[test]
    fn a_word_of_a_list_is_never_told_from_it_by_its_signature() {
        let list = words!("the a ’s going, to");
        for word in ["the", "a", "’s", "going,", "to"] {
            assert!(list.contain(word) && list.may_contain(signature(word.as_bytes())), "{word}");
        }
        for word in ["", "th", "going", "at", "The"] {
            assert!(!list.contain(word), "{word}");
        }
    }

    #[test]
    fn finds_the_first_place() {
        assert_eq!(find("the pier — the sea", "the"), Some(0));
        assert_eq!(find("at the sea", "the"), Some(3));
        assert_eq!(find("th", "the"), None);
        assert_eq!(split_once("minister of the sea", " of "), Some(("minister", "the sea")));
    }
}
