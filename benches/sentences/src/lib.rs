//! Exports [`speech_outline::transcript::sentences`] to JavaScript, so that a bench can measure it beside other packages:
//! with the text passed in and the spans passed out, and alone.
#![cfg(target_arch = "wasm32")]

use speech_outline::transcript;
use wasm_bindgen::prelude::*;

/// The sentences of `text`: start and end of each, one after the other, in UTF-16 code units.
#[wasm_bindgen]
pub fn sentences(text: &str) -> Vec<u32> {
    let (mut at_byte, mut at_unit) = (0, 0);
    let spans = transcript::sentences(text);
    let mut units = Vec::with_capacity(spans.len() * 2);
    for byte in spans.iter().flat_map(|span| [span.start, span.end]) {
        at_unit += text.get(at_byte..byte).map_or(0, utf16_length);
        at_byte = byte;
        units.push(at_unit);
    }
    units
}

/// Each byte that begins a character is a unit; one that begins a character of four bytes is two.
fn utf16_length(text: &str) -> u32 {
    text.bytes().map(|byte| u32::from(byte & 0xC0 != 0x80) + u32::from(byte >= 0xF0)).sum()
}

/// A text in the module's memory.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Loaded(String);

#[wasm_bindgen]
impl Loaded {
    #[wasm_bindgen(constructor)]
    pub fn new(text: String) -> Self {
        Self(text)
    }

    /// Splits the text, and says into how many sentences.
    pub fn split(&self) -> usize {
        transcript::sentences(&self.0).len()
    }
}
