//! Characters of a byte buffer that holds valid UTF-8.

/// Fills the place of a decoded entity in the masked text: `don&#39;t` is one word.
pub const FILLER: char = '\u{1}';

/// The character that starts at `at`, with its length in bytes.
pub fn char_at(text: &[u8], at: usize) -> Option<(char, usize)> {
    let &first = text.get(at)?;
    if first < 0x80 {
        return Some((char::from(first), 1));
    }
    let length = match first {
        0xF0.. => 4,
        0xE0.. => 3,
        _ => 2,
    };
    let mut code = u32::from(first) & (0x7F >> length);
    for &byte in text.get(at + 1..at + length)? {
        code = (code << 6) | u32::from(byte & 0x3F);
    }
    Some((char::from_u32(code)?, length))
}

/// The character that ends before `at`, with its length in bytes.
pub fn char_before(text: &[u8], at: usize) -> Option<(char, usize)> {
    let start = (1..=4)
        .map_while(|back| at.checked_sub(back))
        .find(|&i| text.get(i).is_some_and(|b| b & 0xC0 != 0x80))?;
    char_at(text, start)
}

/// The first index from `at` on, below `end`, that is not white space.
pub fn skip_space(text: &[u8], mut at: usize, end: usize) -> usize {
    while at < end {
        match char_at(text, at) {
            Some((c, length)) if is_space(c) => at += length,
            _ => break,
        }
    }
    at.min(end)
}

/// The last index down to `start` before which there is no white space.
pub fn trim_space(text: &[u8], start: usize, mut end: usize) -> usize {
    while end > start {
        match char_before(text, end) {
            Some((c, length)) if is_space(c) => end -= length,
            _ => break,
        }
    }
    end.max(start)
}

/// White space, and the invisible characters that pasting leaves at the ends of words.
pub fn is_space(c: char) -> bool {
    match c {
        FILLER => false,
        '\0'..=' ' | '\u{7f}'..='\u{a0}' => true,
        _ if c < '\u{1680}' => c == '\u{ad}',
        '\u{1680}'
        | '\u{2000}'..='\u{200f}'
        | '\u{2028}'..='\u{202f}'
        | '\u{205f}'..='\u{2064}'
        | '\u{3000}'
        | '\u{feff}' => true,
        _ => false,
    }
}

/// Letters, digits, marks: whatever words are made of. Beyond ASCII this goes by blocks, which keeps the Unicode
/// tables out of the program.
pub fn is_word_char(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    match c {
        '\u{80}'..='\u{bf}' => matches!(c, 'ª' | 'µ' | 'º' | '²' | '³' | '¹' | '¼' | '½' | '¾'),
        _ => !is_punctuation(c),
    }
}

/// Punctuation and symbols from U+00C0 on.
#[rustfmt::skip]
fn is_punctuation(c: char) -> bool {
    matches!(c,
        '×' | '÷' | '\u{37e}' | '\u{387}' | '\u{589}' | '\u{5be}' | '\u{5c0}' | '\u{5c3}' | '\u{60c}' | '\u{61b}'
        | '\u{61f}' | '\u{6d4}' | '\u{964}' | '\u{965}' | '\u{1680}' | '\u{2000}'..='\u{206f}'
        | '\u{20a0}'..='\u{20cf}' | '\u{2190}'..='\u{2bff}' | '\u{2e00}'..='\u{2e7f}' | '\u{3000}'..='\u{3004}'
        | '\u{3008}'..='\u{3020}' | '\u{3030}' | '\u{30fb}' | '\u{fe10}'..='\u{fe6f}' | '\u{feff}'
        | '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}' | '\u{ff5b}'..='\u{ff65}'
        | '\u{fff0}'..='\u{ffff}' | '\u{1f000}'..='\u{1faff}')
}

pub fn is_opening(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '('
            | '['
            | '{'
            | '“'
            | '‘'
            | '„'
            | '«'
            | '‹'
            | '¿'
            | '¡'
            | '`'
            | '*'
            | '_'
            | '「'
            | '『'
    )
}

pub fn is_closing(c: char) -> bool {
    matches!(
        c,
        FILLER | '"' | '\'' | ')' | ']' | '}' | '”' | '’' | '»' | '›' | '*' | '_' | '」' | '』' | '）'
    )
}

pub fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―' | '‐' | '‑')
}
