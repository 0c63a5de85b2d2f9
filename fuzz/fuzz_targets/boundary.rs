//! Any UTF-16, lone surrogates included, as JavaScript hands it over: spans in code units lie where they lay in bytes.
#![no_main]

use libfuzzer_sys::fuzz_target;
use speech_outline::transcript::TranscriptView;
use speech_outline::utf16::{Spans, to_utf16};
use speech_outline::{Options, outline, transcript};

fuzz_target!(|input: &[u8]| {
    let units = utf16(input);
    // What the boundary makes of a JavaScript string: one U+FFFD for each lone surrogate.
    let text = String::from_utf16_lossy(&units);
    assert_eq!(text.encode_utf16().count(), units.len());
    if let Ok(outline) = outline(&text, &Options::default()) {
        assert_same_places(outline, &text);
    }
    if let Ok(read) = transcript(&text, &Options::default()) {
        assert_same_places(TranscriptView::from(read), &text);
    }
});

/// UTF-8 as it is; a byte that is none becomes a surrogate, mostly a lone one.
fn utf16(input: &[u8]) -> Vec<u16> {
    let mut units = Vec::new();
    for chunk in input.utf8_chunks() {
        units.extend(chunk.valid().encode_utf16());
        units.extend(chunk.invalid().iter().map(|&byte| 0xD800 | u16::from(byte) << 3 & 0x7FF));
    }
    units
}

fn assert_same_places<T: Spans>(mut value: T, text: &str) {
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut in_bytes = Vec::new();
    value.visit_spans(&mut |span| in_bytes.push(*span));
    to_utf16(&mut value, text);
    let mut in_bytes = in_bytes.into_iter();
    value.visit_spans(&mut |span| {
        let expected = in_bytes.next().expect("as many spans as before").of(text);
        let found = units.get(span.start..span.end).expect("a span within the text");
        assert_eq!(String::from_utf16(found).expect("no pair is cut"), expected);
    });
    assert_eq!(in_bytes.next(), None);
}
