//! Entities: `&amp;`, `&#39;`, `&#x2019;`. In the masked text the character stands in their place.

use super::chars::{FILLER, is_space};

const NAMED: [(&str, char); 20] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", ' '),
    ("ensp", ' '),
    ("emsp", ' '),
    ("thinsp", ' '),
    ("lrm", ' '),
    ("rlm", ' '),
    ("rsquo", '’'),
    ("lsquo", '‘'),
    ("rdquo", '”'),
    ("ldquo", '“'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("shy", FILLER),
    ("eacute", 'é'),
];
/// The longest entity, in bytes.
const LONGEST: usize = 10;

/// Replaces the entities of `masked`, each by its character and as many fillers as keep the offsets.
pub fn decode(masked: &mut [u8]) {
    let mut at = 0;
    while let Some(found) = masked.get(at..).and_then(|rest| rest.iter().position(|b| *b == b'&')) {
        at += found;
        let window = masked.get(at + 1..masked.len().min(at + LONGEST)).unwrap_or_default();
        let decoded = window.iter().position(|b| *b == b';').and_then(|length| {
            let name = std::str::from_utf8(window.get(..length)?).ok()?;
            Some((character(name)?, length + 2))
        });
        let Some((character, length)) = decoded else {
            at += 1;
            continue;
        };
        let mut bytes = [0; 4];
        let encoded = character.encode_utf8(&mut bytes).as_bytes();
        let filler = if character == ' ' { b' ' } else { FILLER as u8 };
        if let Some(place) = masked.get_mut(at..at + length) {
            for (i, byte) in place.iter_mut().enumerate() {
                *byte = encoded.get(i).copied().unwrap_or(filler);
            }
        }
        at += length;
    }
}

fn character(name: &str) -> Option<char> {
    let Some(number) = name.strip_prefix('#') else {
        return NAMED.iter().find(|(known, _)| *known == name).map(|(_, character)| *character);
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => number.parse(),
    };
    let character = char::from_u32(code.ok()?)?;
    Some(if character.is_control() || is_space(character) { ' ' } else { character })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_offsets() {
        let mut masked = b"don&#39;t &amp; won&rsquo;t &unknown; &#160;".to_vec();
        let length = masked.len();
        decode(&mut masked);
        let text = String::from_utf8(masked).expect("valid");
        assert_eq!(text.len(), length);
        assert_eq!(text.replace(FILLER, ""), "don't & won’t &unknown;       ");
    }

    #[test]
    fn entities_of_every_kind_are_decoded() {
        let decoded = |text: &str| {
            let mut masked = text.as_bytes().to_vec();
            decode(&mut masked);
            String::from_utf8(masked).map(|text| text.replace(FILLER, ""))
        };
        assert_eq!(decoded("&#x2019;&#X41;&#66;"), Ok("’AB".into()));
        assert_eq!(decoded("&thinsp;x&#10;y&#8203;z"), Ok("        x     y       z".into()));
        assert_eq!(decoded("&&amp;amp;&"), Ok("&&amp;&".into()));
        assert_eq!(decoded("&#128674;&#xffffffff;&#;&;"), Ok("🚢&#xffffffff;&#;&;".into()));
        assert_eq!(decoded("so & then; &amp"), Ok("so & then; &amp".into()));
    }
}
