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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_words_are_of_a_list() {
        assert!(["the", "a", "’s"].iter().all(|word| is_one_of(word, "the a ’s")));
        assert!(["", "th", "he", "the a", " "].iter().all(|word| !is_one_of(word, "the a ’s")));
    }

    #[test]
    fn finds_the_first_place() {
        assert_eq!(find("the pier — the sea", "the"), Some(0));
        assert_eq!(find("at the sea", "the"), Some(3));
        assert_eq!(find("th", "the"), None);
        assert_eq!(split_once("minister of the sea", " of "), Some(("minister", "the sea")));
    }
}
