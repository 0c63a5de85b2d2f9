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

/// A list of words, written with [`words`]: each with its length in front, so that most are passed over in one step.
#[derive(Clone, Copy, Debug)]
pub struct Words(pub &'static [u8]);

impl Words {
    /// Puts the length in front of each word of a list with spaces between them. `N` is one more than its bytes.
    pub const fn pack<const N: usize>(list: &str) -> [u8; N] {
        let (list, mut packed) = (list.as_bytes(), [0; N]);
        let (mut at, mut start) = (0, 0);
        while at < list.len() {
            if list[at] == b' ' {
                start = at + 1;
            } else {
                packed[at + 1] = list[at];
                packed[start] += 1;
            }
            at += 1;
        }
        packed
    }

    /// Whether the word is one of the list. One loop for all lists: each pattern of strings is code of its own.
    #[inline(never)]
    pub fn contain(self, word: &str) -> bool {
        let mut rest = self.0;
        while let Some((&length, words)) = rest.split_first() {
            let Some((entry, behind)) = words.split_at_checked(length.into()) else { break };
            if entry.len() == word.len() && entry == word.as_bytes() {
                return true;
            }
            rest = behind;
        }
        false
    }
}

/// The [`Words`] of a list with spaces between them, packed when it is compiled.
macro_rules! words {
    ($list:literal) => {
        $crate::language::Words(const { &$crate::language::Words::pack::<{ $list.len() + 1 }>($list) })
    };
}
pub(crate) use words;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_words_are_of_a_list() {
        let list = words!("the a ’s");
        assert!(["the", "a", "’s"].iter().all(|word| list.contain(word)));
        assert!(["", "th", "he", "the a", " ", "\u{3}the"].iter().all(|word| !list.contain(word)));
    }

    #[test]
    fn finds_the_first_place() {
        assert_eq!(find("the pier — the sea", "the"), Some(0));
        assert_eq!(find("at the sea", "the"), Some(3));
        assert_eq!(find("th", "the"), None);
        assert_eq!(split_once("minister of the sea", " of "), Some(("minister", "the sea")));
    }
}
