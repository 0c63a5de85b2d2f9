//! The boundary to JavaScript, and nothing else: strings and options in, plain objects out, spans in UTF-16 code
//! units, errors with a `name`. The types are written by hand in `pkg/types.d.ts`.

use js_sys::{Error, Function, JSON, JsString, Number, TypeError};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::json::to_json;
use crate::language::split_once;
use crate::transcript::TranscriptView;
use crate::utf16::{Spans, to_utf16};
use crate::{MAX_INPUT_BYTES, Options, OutlineError};

/// As fast as the standard library's allocator, with half of its code. `SmallGlobalTlsf` would be 0.7 KB smaller as
/// Brotli, but holds a fifth more memory for a long text, because it cannot grow what it has.
#[cfg(feature = "module")]
#[global_allocator]
static ALLOCATOR: rlsf::GlobalTlsf = rlsf::GlobalTlsf::new();

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"import type { Outline, Transcript } from "../types.js";"#;

/// Makes the outline of `text`. Calls `begin` with the number of each stage, from 0 on, when it begins.
///
/// Errors: an `Error` with the `name` of a class of the package, or a `TypeError`.
#[allow(clippy::missing_errors_doc, reason = "the documentation is read in JavaScript")]
#[wasm_bindgen(unchecked_return_type = "Outline")]
pub fn outline(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "string")] options: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "(stage: number) => void")] begin: &JsValue,
) -> Result<JsValue, JsValue> {
    let options = read_options(options)?;
    let text = read_text(text)?;
    let mut report = |stage| {
        if let Some(begin) = begin.dyn_ref::<Function>() {
            // The package hands over a function that does not throw.
            let _ = begin.call1(&JsValue::UNDEFINED, &JsValue::from(stage as u32));
        }
    };
    let outline = crate::outline_in_stages(&text, &options, &mut report);
    to_js(&mut outline.map_err(|error| to_js_error(&error))?, &text)
}

/// Reads `text` as a transcript: the first stage alone. Errors as of [`outline`].
#[allow(clippy::missing_errors_doc, reason = "the documentation is read in JavaScript")]
#[wasm_bindgen(unchecked_return_type = "Transcript")]
pub fn transcript(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "string")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    let options = read_options(options)?;
    let text = read_text(text)?;
    let transcript = crate::transcript(&text, &options).map_err(|error| to_js_error(&error))?;
    to_js(&mut TranscriptView::from(transcript), &text)
}

fn to_js<T: Serialize + Spans>(value: &mut T, text: &str) -> Result<JsValue, JsValue> {
    to_utf16(value, text);
    let json = to_json(value, |number, json| {
        // Only a radix out of range fails.
        let digits = Number::from(number).to_string_with_radix(10);
        json.push_str(&digits.map(String::from).unwrap_or_default());
    });
    JSON::parse(&json.unwrap_or_default())
}

/// The text as UTF-8. Each lone surrogate is one U+FFFD, so that the number of UTF-16 code units stays the same; what
/// key points quote, `pkg/core.js` takes from the text itself.
fn read_text(text: &JsValue) -> Result<String, JsValue> {
    let Some(text) = text.dyn_ref::<JsString>() else {
        return Err(TypeError::new("The text must be a string.").into());
    };
    let units = text.length() as usize;
    if units > MAX_INPUT_BYTES {
        // Refused before it is copied: it has at least as many bytes as code units.
        return Err(to_js_error(&OutlineError::TooLarge { bytes: units, limit: MAX_INPUT_BYTES }));
    }
    Ok(String::from(text))
}

/// The options as `pkg/core.js` writes them: names and values in turn, each with U+0000 behind it.
fn read_options(value: &JsValue) -> Result<Options, JsValue> {
    let mut options = Options::default();
    let text = value.as_string().unwrap_or_default();
    let mut rest = text.as_str();
    while let Some((name, behind)) = split_once(rest, "\0") {
        let (value, behind) = split_once(behind, "\0").unwrap_or_default();
        options.set(name, value).map_err(|error| to_js_error(&error))?;
        rest = behind;
    }
    Ok(options)
}

/// The one place where an error gets its JavaScript form.
fn to_js_error(error: &OutlineError) -> JsValue {
    let name = match error {
        OutlineError::Empty => "EmptyInputError",
        OutlineError::TooLarge { .. } => "InputTooLargeError",
        OutlineError::InvalidOption { .. } => "InvalidOptionsError",
    };
    let value = Error::new(&error.message());
    value.set_name(name);
    value.into()
}
