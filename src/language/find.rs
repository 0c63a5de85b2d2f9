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
pub struct Words {
    list: &'static [u8],
    /// The marks of its words.
    marks: u32,
}

impl Words {
    /// The list that was packed.
    pub const fn of(list: &'static [u8]) -> Self {
        let (mut marks, mut at) = (0, 0);
        while at < list.len() && list[at] > 0 {
            marks |= mark(list[at + 1], list[at] as usize);
            at += list[at] as usize + 1;
        }
        Self { list, marks }
    }

    /// One of 32 bits by the first byte and the length of a word, none for the empty word. Most words are in no list, and
    /// their bit is not among those of most lists.
    pub fn mark(word: &str) -> u32 {
        word.bytes().next().map_or(0, |first| mark(first, word.len()))
    }

    /// Whether a word with this mark may be in the list.
    pub const fn may_contain(self, mark: u32) -> bool {
        self.marks & mark != 0
    }

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
        let mut rest = self.list;
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

const fn mark(first: u8, length: usize) -> u32 {
    1 << ((first as usize + 11 * length) % 32)
}

/// The [`Words`] of a list with spaces between them, packed when it is compiled.
macro_rules! words {
    ($list:literal) => {
        const {
            const PACKED: &[u8] = &$crate::language::Words::pack::<{ $list.len() + 1 }>($list);
            $crate::language::Words::of(PACKED)
        }
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
    fn a_mark_tells_most_words_of_no_list() {
        let list = words!("the a ’s");
        assert!(["the", "a", "’s", "tie"].iter().all(|word| list.may_contain(Words::mark(word))));
        assert!(["", "th", "he", "thee", "an"].iter().all(|word| !list.may_contain(Words::mark(word))));
    }

    #[test]
    fn finds_the_first_place() {
        assert_eq!(find("the pier — the sea", "the"), Some(0));
        assert_eq!(find("at the sea", "the"), Some(3));
        assert_eq!(find("th", "the"), None);
        assert_eq!(split_once("minister of the sea", " of "), Some(("minister", "the sea")));
    }
}
