//! The finest cut of a sentence: words, numbers and signs, with what joins them.

use std::ops::Range;

use crate::language::{Table, Words, fold_into, is_capital, words};
use crate::outline::Span;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Word,
    /// Digits with their grouping and decimals: `40`, `1,200`, `4.5`.
    Number,
    Sign,
}

#[derive(Debug)]
pub struct Token {
    pub kind: Kind,
    pub span: Span,
    /// Where it stands in lower case and with straight apostrophes: in [`Tokens::folded`].
    folded: Span,
    /// See [`Words::mark`]: of the word in lower case.
    mark: u32,
    capital: bool,
    /// Whether white space stands before it.
    pub spaced: bool,
}

/// The tokens of one sentence. Short forms are two tokens (`we` `'ll`, `Reed` `'s`), abbreviations with dots one (`U.S.`).
#[derive(Debug)]
pub struct Tokens<'t> {
    text: &'t str,
    all: Vec<Token>,
    /// All tokens in lower case, one behind the other.
    folded: String,
}

impl<'t> Tokens<'t> {
    /// The tokens of `text` within `span`; what is masked is passed over.
    pub fn of(text: &'t str, span: Span, masked: &[Span]) -> Self {
        let mut tokens = Tokens { text, all: Vec::new(), folded: String::with_capacity(span.len()) };
        let mut at = span.start;
        for mask in masked {
            tokens.cut(Span::new(at, mask.start.max(at)));
            at = at.max(mask.end);
        }
        tokens.cut(Span::new(at, span.end.max(at)));
        tokens
    }

    fn cut(&mut self, span: Span) {
        let (mut at, mut spaced) = (span.start, true);
        while let Some(c) = Span::new(at, span.end).of(self.text).chars().next() {
            if c.is_whitespace() {
                at += c.len_utf8();
                spaced = true;
                continue;
            }
            let rest = Span::new(at, span.end).of(self.text);
            let (kind, length) = if c.is_ascii_digit() {
                (Kind::Number, number_length(rest))
            } else if c.is_alphanumeric() {
                (Kind::Word, word_length(rest))
            } else {
                (Kind::Sign, c.len_utf8())
            };
            let span = Span::new(at, at + length);
            at = span.end;
            let short = if kind == Kind::Word { short_form(span.of(self.text)) } else { 0 };
            self.push(kind, Span::new(span.start, span.end - short), spaced);
            if short > 0 {
                self.push(kind, Span::new(span.end - short, span.end), false);
            }
            spaced = false;
        }
    }

    fn push(&mut self, kind: Kind, span: Span, spaced: bool) {
        let start = self.folded.len();
        fold_into(&mut self.folded, span.of(self.text));
        let folded = Span::new(start, self.folded.len());
        let capital = kind == Kind::Word && span.of(self.text).starts_with(is_capital);
        let mark = Words::mark(folded.of(&self.folded));
        self.all.push(Token { kind, span, folded, mark, capital, spaced });
    }

    pub fn len(&self) -> usize {
        self.all.len()
    }

    pub fn get(&self, index: usize) -> Option<&Token> {
        self.all.get(index)
    }

    /// The token in lower case; empty past the ends.
    pub fn folded(&self, index: usize) -> &str {
        self.get(index).map_or("", |token| token.folded.of(&self.folded))
    }

    /// The token before `index` in lower case; empty at the start.
    pub fn before(&self, index: usize) -> &str {
        index.checked_sub(1).map_or("", |index| self.folded(index))
    }

    /// Whether the token in lower case is one of the words.
    pub fn reads(&self, index: usize, words: Words) -> bool {
        self.get(index).is_some_and(|token| words.may_contain(token.mark))
            && words.contain(self.folded(index))
    }

    /// Whether the token before `index` is one of the words.
    pub fn follows(&self, index: usize, words: Words) -> bool {
        index.checked_sub(1).is_some_and(|before| self.reads(before, words))
    }

    pub fn is(&self, index: usize, kind: Kind) -> bool {
        self.get(index).is_some_and(|token| token.kind == kind)
    }

    /// Whether the token follows the one before it without white space.
    pub fn is_joined(&self, index: usize) -> bool {
        index > 0 && self.get(index).is_some_and(|token| !token.spaced)
    }

    /// A word that begins with a capital.
    pub fn is_capital(&self, index: usize) -> bool {
        self.get(index).is_some_and(|token| token.capital)
    }

    /// A word of two or more letters, all capitals (`NATO`, `U.S.`).
    pub fn is_all_capitals(&self, index: usize) -> bool {
        let letters = || self.text(index).chars().filter(|c| c.is_alphabetic());
        self.is(index, Kind::Word) && letters().count() >= 2 && letters().all(is_capital)
    }

    /// A dash or hyphen.
    pub fn is_dash(&self, index: usize) -> bool {
        self.reads(index, words!("- – — ‑"))
    }

    /// As it stands in the text.
    pub fn text(&self, index: usize) -> &'t str {
        self.get(index).map_or("", |token| token.span.of(self.text))
    }

    /// From the first token's first character to the last token's last.
    pub fn span(&self, range: Range<usize>) -> Span {
        let start = self.get(range.start).map_or(0, |token| token.span.start);
        let end =
            range.end.checked_sub(1).and_then(|last| self.get(last)).map_or(start, |token| token.span.end);
        Span::new(start, end.max(start))
    }

    /// The folded tokens with one space where the text has white space.
    pub fn phrase(&self, range: Range<usize>) -> String {
        let mut phrase = String::new();
        range.for_each(|index| self.append(index, &mut phrase));
        phrase
    }

    /// Whether the tokens from `start` on are one of each of the lists, in their order.
    pub fn read(&self, start: usize, lists: &[Words]) -> bool {
        (start..).zip(lists).all(|(index, words)| self.reads(index, *words))
    }

    fn append(&self, index: usize, phrase: &mut String) {
        if !phrase.is_empty() && self.get(index).is_some_and(|token| token.spaced) {
            phrase.push(' ');
        }
        phrase.push_str(self.folded(index));
    }

    /// The longest phrase from `start` on, of at most `most` tokens, that is in the table; with the index behind it.
    pub fn longest(&self, start: usize, most: usize, known: &Table) -> Option<(usize, &'static str)> {
        if !known.continues(self.folded(start)) {
            return None;
        }
        let (mut phrase, mut longest) = (String::new(), None);
        for index in start..(start + most).min(self.len()) {
            self.append(index, &mut phrase);
            if !known.continues(&phrase) {
                break;
            }
            longest = known.get(&phrase).map(|value| (index + 1, value)).or(longest);
        }
        longest
    }

    /// The longest phrase that ends before `end`; with the index of its first token.
    pub fn longest_before(&self, end: usize, most: usize, known: &Table) -> Option<(usize, &'static str)> {
        (end.saturating_sub(most)..end).find_map(|start| Some((start, known.get(&self.phrase(start..end))?)))
    }
}

fn number_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digit = |index: usize| bytes.get(index).is_some_and(u8::is_ascii_digit);
    let mut length = 0;
    while digit(length) || (matches!(bytes.get(length), Some(b',' | b'.')) && digit(length + 1)) {
        length += 1;
    }
    length
}

/// Letters and digits, apostrophes between letters, and the dots of `U.S.` and `p.m.`.
fn word_length(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    let (mut letters_since_dot, mut dotted) = (0, false);
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, next)| next);
        match c {
            '\'' | '’' if next.is_some_and(char::is_alphabetic) => letters_since_dot += 2,
            '.' if letters_since_dot == 1 && (dotted || next.is_some_and(char::is_alphabetic)) => {
                letters_since_dot = 0;
                dotted = true;
                if !next.is_some_and(char::is_alphabetic) {
                    return at + 1;
                }
            }
            _ if c.is_alphanumeric() => letters_since_dot += 1,
            _ => return at,
        }
    }
    text.len()
}

/// The bytes of a short form's end: `'ll` of `we'll`, `'s` of `Reed's`; 0 for other words.
fn short_form(word: &str) -> usize {
    let at = word.rfind(['\'', '’']);
    let Some((before, ending)) = at.and_then(|at| word.split_at_checked(at)) else { return 0 };
    let letters = ending.trim_start_matches(['\'', '’']);
    let short = ["s", "ll", "ve", "re", "m", "d"].iter().any(|short| letters.eq_ignore_ascii_case(short));
    if short && !before.is_empty() { ending.len() } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        let tokens = Tokens::of(text, Span::new(0, text.len()), &[]);
        (0..tokens.len()).map(|index| tokens.text(index)).collect()
    }

    #[test]
    fn words_numbers_and_signs() {
        assert_eq!(
            cut("We’ll pay $1,200.50, O'Hara's 5%."),
            ["We", "’ll", "pay", "$", "1,200.50", ",", "O'Hara", "'s", "5", "%", "."]
        );
        assert_eq!(
            cut("At 3 p.m. the U.S. left; the 21st."),
            ["At", "3", "p.m.", "the", "U.S.", "left", ";", "the", "21", "st", "."]
        );
        assert_eq!(cut("end of a. It"), ["end", "of", "a", ".", "It"]);
    }

    #[test]
    fn masked_stretches_are_passed_over() {
        let text = "a ferry [laughter] line";
        let tokens = Tokens::of(text, Span::new(0, text.len()), &[Span::new(8, 18)]);
        assert_eq!(tokens.phrase(0..tokens.len()), "a ferry line");
    }
}
