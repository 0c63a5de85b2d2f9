//! The boundary to JavaScript, and nothing else: strings and options in, plain objects out, spans in UTF-16 code
//! units, errors with `name` and `code`. The types are written by hand in `pkg/types.d.ts`.

use js_sys::{Array, Error, Function, JSON, JsString, Number, Object, Reflect, TypeError};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::json::to_json;
use crate::language::contains;
use crate::transcript::TranscriptView;
use crate::utf16::{Spans, to_utf16};
use crate::{MAX_INPUT_BYTES, Options, OutlineError};

/// As fast as the standard library's allocator, with half of its code. `SmallGlobalTlsf` would be 0.7 KB smaller as
/// Brotli, but holds a fifth more memory for a long text, because it cannot grow what it has.
#[cfg(feature = "module")]
#[global_allocator]
static ALLOCATOR: rlsf::GlobalTlsf = rlsf::GlobalTlsf::new();

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"import type { Options, Outline, Transcript, TranscriptOptions } from "../types.js";"#;

/// Makes the outline of `text`. Calls `begin` with the number of each stage, from 0 on, when it begins.
///
/// Errors: an `Error` with `name` and `code`, or a `TypeError`.
#[allow(clippy::missing_errors_doc, reason = "the documentation is read in JavaScript")]
#[wasm_bindgen(unchecked_return_type = "Outline")]
pub fn outline(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "(stage: number) => void")] begin: &JsValue,
) -> Result<JsValue, JsValue> {
    let options = read_options(options)?;
    let (js_text, text) = read_text(text)?;
    let mut report = |stage| {
        if let Some(begin) = begin.dyn_ref::<Function>() {
            // The package hands over a function that does not throw.
            let _ = begin.call1(&JsValue::UNDEFINED, &JsValue::from(stage as u32));
        }
    };
    let outline = crate::outline_in_stages(&text, &options, &mut report);
    let mut outline = outline.map_err(|error| to_js_error(&error))?;
    let value = to_js(&mut outline, &text)?;
    // Each lone surrogate became one U+FFFD: asking JavaScript for the units one by one would take longer than reading.
    if contains(&text, "\u{fffd}") {
        restore_surrogates(&value, &js_text)?;
    }
    Ok(value)
}

/// Reads `text` as a transcript: the first stage alone. Errors as of [`outline`].
#[allow(clippy::missing_errors_doc, reason = "the documentation is read in JavaScript")]
#[wasm_bindgen(unchecked_return_type = "Transcript")]
pub fn transcript(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "TranscriptOptions")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    let options = read_options(options)?;
    let (_, text) = read_text(text)?;
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

/// The text twice: as JavaScript's and as UTF-8, in which each lone surrogate is one U+FFFD, so that both have the
/// same number of UTF-16 code units.
fn read_text(text: &JsValue) -> Result<(JsString, String), JsValue> {
    let Some(text) = text.dyn_ref::<JsString>() else {
        return Err(TypeError::new("The text must be a string.").into());
    };
    let units = text.length() as usize;
    if units > MAX_INPUT_BYTES {
        // Refused before it is copied: it has at least as many bytes as code units.
        return Err(to_js_error(&OutlineError::TooLarge { bytes: units, limit: MAX_INPUT_BYTES }));
    }
    Ok((text.clone(), String::from(text)))
}

/// `undefined` and `null` stand for the default, as a whole and for each option.
fn read_options(value: &JsValue) -> Result<Options, JsValue> {
    let mut options = Options::default();
    if value.is_undefined() || value.is_null() {
        return Ok(options);
    }
    if !value.is_object() {
        return Err(TypeError::new("The options must be an object.").into());
    }
    for entry in Object::entries(value.unchecked_ref()).iter() {
        let entry = Array::from(&entry);
        let (name, value) = (entry.get(0), entry.get(1));
        if value.is_undefined() || value.is_null() {
            continue;
        }
        let name = name.as_string().unwrap_or_default();
        let text = option_text(&name, &value);
        options.set(&name, &text).map_err(|error| to_js_error(&error))?;
    }
    Ok(options)
}

/// The value of an option as [`Options::set`] takes it. A value of the wrong type becomes its type's name, which no
/// option can have: `"3"` is no number, and `{}` no format.
fn option_text(name: &str, value: &JsValue) -> String {
    if name == "maxKeyPoints" {
        value.dyn_ref::<Number>().and_then(|number| number.to_string_with_radix(10).ok()).map(String::from)
    } else {
        value.as_string()
    }
    .or_else(|| value.js_typeof().as_string())
    .unwrap_or_default()
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
    // Setting a property of a fresh object cannot fail.
    let _ = Reflect::set(&value, &"code".into(), &error.code().into());
    value.into()
}

/// Gives key points of a text with lone surrogates the text that JavaScript has under their spans.
fn restore_surrogates(outline: &JsValue, text: &JsString) -> Result<(), JsValue> {
    let get = |value: &JsValue, name: &str| Reflect::get(value, &name.into());
    let index = |span: &JsValue, name| get(span, name).map(|unit| unit.as_f64().unwrap_or_default() as u32);
    let holders = Array::of1(outline).concat(&Array::from(&get(outline, "sections")?));
    for holder in holders.iter() {
        for point in Array::from(&get(&holder, "keyPoints")?).iter() {
            let span = get(&point, "span")?;
            Reflect::set(&point, &"text".into(), &text.slice(index(&span, "start")?, index(&span, "end")?))?;
        }
    }
    Ok(())
}
