//! Texts at the limits of what there can be: nothing, too much, and the same over and over.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::time::{Duration, Instant};

use speech_outline::{MAX_INPUT_BYTES, Options, OutlineError, outline};
use support::assert_sound;

fn error(text: &str) -> OutlineError {
    outline(text, &Options::default()).unwrap_err()
}

#[test]
fn nothing_visible_is_empty() {
    for text in ["", " ", "\n\n\t\r\n", "\u{a0}\u{2003}", "\0", "\u{1b}\u{7}"] {
        assert_eq!(error(text), OutlineError::Empty, "{text:?}");
    }
}

#[test]
fn too_large_is_refused_with_the_sizes() {
    let text = "a".repeat(MAX_INPUT_BYTES + 1);
    let error = error(&text);
    assert_eq!(error, OutlineError::TooLarge { bytes: MAX_INPUT_BYTES + 1, limit: MAX_INPUT_BYTES });
    assert_eq!(error.code(), "too-large");
    assert_eq!(error.to_string(), "The text is too large: 17 MB, and at most 16 MB can be outlined at once.");
}

#[test]
fn one_character_is_a_text() {
    for text in ["a", "é", "😀", "?", ":", "Q", "\u{301}", "1"] {
        assert_sound(text, &Options::default());
    }
}

/// 200 KB each: time that grew with the square of the length would take hours.
#[test]
fn repetition_takes_no_more_than_its_length() {
    let patterns = [
        "a",
        " a",
        "a\n",
        "a\n\n",
        ".",
        ". ",
        "? ",
        ":",
        "A: ",
        "A: b\n",
        "Q: a?\nA: b.\n",
        "\"",
        "“",
        "(",
        "[",
        "((a))",
        ">> ",
        "<",
        "<p>",
        "&",
        "00:01 ",
        "00:00:01.000 --> 00:00:02.000\n",
        "1\n",
        "Mr. ",
        "U.S.",
        "e\u{301}",
        "😀",
        "\0a",
        "- ",
        "# ",
        "MR. LØNN: We will build 3 ferries for €40 million by May 2031. ",
        "\u{feff}",
        "\r\n x",
        "'",
        "…",
        "A. B. C. ",
    ];
    for pattern in patterns {
        let text = pattern.repeat(200_000 / pattern.len());
        let start = Instant::now();
        assert_sound(&text, &Options::default());
        let took = start.elapsed();
        assert!(took < Duration::from_secs(30), "{pattern:?} took {took:?}");
    }
}
