//! The boundary as JavaScript sees it. The same tests run in Node and in a browser: `cargo xtask test wasm`.
#![cfg(target_arch = "wasm32")]

use js_sys::{Array, Error, JSON, JsString, Object, Reflect, TypeError};
use speech_outline::wasm::{outline, transcript};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

/// Three sentences that are worth a key point, after characters of every width in UTF-8 and UTF-16.
const TEXT: &str = "MR. LØNN: Good morning – it’s “great” 😀 to see you. Today I am announcing 3 new ferries. \
                    We have decided to spend €40 million on them.\n\nQ: When will they sail?\n\nMR. LØNN: In May.";

fn get(value: &JsValue, path: &str) -> JsValue {
    path.split('.').fold(value.clone(), |value, name| Reflect::get(&value, &name.into()).unwrap())
}

fn items(value: &JsValue, path: &str) -> Vec<JsValue> {
    Array::from(&get(value, path)).to_vec()
}

fn number(value: &JsValue, path: &str) -> u32 {
    get(value, path).as_f64().unwrap() as u32
}

/// An option as the package writes it.
fn options(name: &str, value: &str) -> JsValue {
    format!("{name}\0{value}\0").into()
}

fn call(text: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    outline(text, options, &JsValue::UNDEFINED)
}

fn outline_of(text: &JsValue) -> JsValue {
    call(text, &JsValue::UNDEFINED).unwrap()
}

/// All key points of the outline, those of the sections too.
fn key_points(outline: &JsValue) -> Vec<JsValue> {
    let sections = items(outline, "sections").into_iter().flat_map(|section| items(&section, "keyPoints"));
    items(outline, "keyPoints").into_iter().chain(sections).collect()
}

fn slice(text: &JsString, span: &JsValue) -> JsString {
    text.slice(number(span, "start"), number(span, "end"))
}

fn assert_exact(text: &JsString) {
    let outline = outline_of(text);
    let points = key_points(&outline);
    assert!(!points.is_empty());
    for point in points {
        let expected = slice(text, &get(&point, "span"));
        assert!(Object::is(&get(&point, "text"), &expected), "{point:?} is not {expected:?}");
    }
    let sections = items(&outline, "sections");
    let end = sections.iter().fold(0, |end, section| {
        assert_eq!(number(section, "span.start"), end);
        number(section, "span.end")
    });
    assert_eq!(end, text.length());
}

fn refused(text: &JsValue, options: &JsValue) -> Error {
    call(text, options).unwrap_err().dyn_into::<Error>().unwrap()
}

fn assert_refused(text: &JsValue, options: &JsValue, name: &str, message: &str) {
    let error = refused(text, options);
    assert_eq!(String::from(error.name()), name);
    assert!(String::from(error.message()).contains(message), "{:?}", error.message());
}

#[wasm_bindgen_test]
fn spans_count_utf16_code_units() {
    assert_exact(&TEXT.into());
}

#[wasm_bindgen_test]
fn lone_surrogates_keep_their_place() {
    let lone = JsString::from_char_code(&[0xD83D, 0x20, 0xDE00, 0x20]);
    let text =
        lone.concat(&TEXT.into()).concat(&" The ferry is called “".into()).concat(&lone).concat(&"”.".into());
    assert_exact(&text);
}

/// The sentences of the reading of `text`, as JavaScript cuts them out.
fn sentences(text: &JsString, options: &JsValue) -> Vec<JsString> {
    let read = transcript(text, options).unwrap();
    items(&read, "sentences").iter().map(|sentence| slice(text, &get(sentence, "span"))).collect()
}

#[wasm_bindgen_test]
fn a_transcript_has_the_sentences_of_its_turns() {
    let text = JsString::from(TEXT);
    let read = transcript(&text, &JsValue::NULL).unwrap();
    assert_eq!(get(&read, "version"), 1);
    assert_eq!(get(&read, "format"), "plain");
    assert!(get(&read, "frontMatter.title").is_null());
    let turns: Vec<JsString> =
        items(&read, "turns").iter().map(|turn| slice(&text, &get(turn, "span"))).collect();
    assert_eq!(turns[1..], ["Q: When will they sail?", "MR. LØNN: In May."]);
    let expected = [
        "Good morning – it’s “great” 😀 to see you.",
        "Today I am announcing 3 new ferries.",
        "We have decided to spend €40 million on them.",
        "When will they sail?",
        "In May.",
    ];
    assert_eq!(sentences(&text, &JsValue::NULL), expected);
    assert_eq!(number(&items(&read, "sentences")[3], "turn"), 1);
    assert_eq!(get(&items(&read, "masked")[1], "kind"), "speaker-label");
}

#[wasm_bindgen_test]
fn a_transcript_with_lone_surrogates_keeps_its_spans() {
    let lone = JsString::from_char_code(&[0xD83D]);
    let (before, after) = TEXT.split_once("new ferries").unwrap();
    let text = JsString::from(before).concat(&lone).concat(&" new ferries".into()).concat(&after.into());
    let found = sentences(&text, &JsValue::NULL);
    let held = JsString::from("Today I am announcing 3 ").concat(&lone).concat(&" new ferries.".into());
    assert!(found.iter().any(|sentence| Object::is(sentence, &held)), "{found:?}");
    assert_eq!(found.last().unwrap(), "In May.");
}

#[wasm_bindgen_test]
fn a_transcript_is_read_as_asked_for_and_refused_as_an_outline_is() {
    let read = transcript(&TEXT.into(), &options("format", "markdown")).unwrap();
    assert_eq!(get(&read, "format"), "markdown");
    let error = |text: &JsValue, options: &JsValue| -> Error {
        transcript(text, options).unwrap_err().dyn_into().unwrap()
    };
    assert_eq!(error(&" ".into(), &JsValue::NULL).name(), "EmptyInputError");
    assert_eq!(error(&TEXT.into(), &options("format", "docx")).name(), "InvalidOptionsError");
    assert!(error(&JsValue::NULL, &JsValue::NULL).is_instance_of::<TypeError>());
}

#[wasm_bindgen_test]
fn the_outline_is_plain_data() {
    let outline = outline_of(&TEXT.into());
    let prototype = |value: &JsValue| Object::get_prototype_of(value);
    assert_eq!(prototype(&outline), prototype(&Object::new()));
    assert_eq!(get(&outline, "version"), 1);
    assert!(get(&outline, "title").is_null());
    let json = JSON::stringify(&outline).unwrap();
    assert_eq!(JSON::stringify(&JSON::parse(&String::from(&json)).unwrap()).unwrap(), json);
}

#[wasm_bindgen_test]
fn options_are_read() {
    let points = |written: &str| items(&call(&TEXT.into(), &written.into()).unwrap(), "keyPoints").len();
    assert_eq!((points("maxKeyPoints\x000\0"), points("format\0auto\0maxKeyPoints\x001\0")), (0, 1));
    assert_eq!(points(""), items(&outline_of(&TEXT.into()), "keyPoints").len());
}

#[wasm_bindgen_test]
fn invalid_options_are_refused_by_name() {
    let refuse = |name: &str, value: &str, message: &str| {
        assert_refused(&TEXT.into(), &options(name, value), "InvalidOptionsError", message);
    };
    refuse("format", "docx", "\"format\" cannot be \"docx\": expected \"auto\", \"plain\"");
    refuse("maxKeyPoints", "1.5", "cannot be \"1.5\"");
    refuse("maxKeypoints", "3", "cannot be \"maxKeypoints\": expected format");
}

#[wasm_bindgen_test]
fn empty_and_too_large_texts_are_refused_by_name() {
    for text in ["", " \n\t\u{a0}", "\0"] {
        assert_refused(&text.into(), &JsValue::NULL, "EmptyInputError", "no text to outline");
    }
    let large = JsString::from("All good. ").repeat(2 * 1024 * 1024);
    assert_refused(&large, &JsValue::NULL, "InputTooLargeError", "20 MB, and at most 16 MB");
    let wide = JsString::from("€").repeat(6 * 1024 * 1024);
    assert_refused(&wide, &JsValue::NULL, "InputTooLargeError", "18 MB, and at most 16 MB");
}

#[wasm_bindgen_test]
fn other_types_are_a_type_error() {
    for text in [JsValue::UNDEFINED, JsValue::NULL, 3.into(), Object::new().into()] {
        assert!(refused(&text, &JsValue::UNDEFINED).is_instance_of::<TypeError>());
    }
}
