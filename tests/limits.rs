//! Texts at the limits of what there can be: nothing, too much, and the same over and over.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::time::Instant;

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

/// Four times the text may take four times as long, and a machine that is busy with other things somewhat more. Time
/// that grows with the square of the length would be sixteen times as long.
#[test]
fn repetition_takes_time_in_proportion_to_its_length() {
    const MOST: f64 = 9.0;
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
        "\r\n x",
        "'",
        "…",
        "A. B. C. ",
    ];
    for pattern in patterns {
        let ratio = || time(pattern, 40_000) / time(pattern, 10_000).max(0.01);
        // A pause in the wrong place looks like slowness: what is slow is so each time.
        assert!(
            (0..4).any(|_| ratio() < MOST),
            "\"{pattern:?}\" over and over: slower with the square of the length"
        );
    }
}

/// Seconds.
fn time(pattern: &str, bytes: usize) -> f64 {
    let text = pattern.repeat(bytes / pattern.len());
    let start = Instant::now();
    assert_sound(&text, &Options::default());
    start.elapsed().as_secs_f64()
}
