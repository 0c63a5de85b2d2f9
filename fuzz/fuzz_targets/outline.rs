//! Any text, with any options: everything that is promised of an outline and of its Markdown.
#![no_main]

#[path = "../../tests/support/mod.rs"]
mod support;

use libfuzzer_sys::fuzz_target;
use speech_outline::render::markdown;
use speech_outline::{Format, Granularity, Options, outline};

fuzz_target!(|input: &[u8]| {
    // The options come from the last byte, so that a transcript is an input as it stands.
    let Some((&last, _)) = input.split_last() else { return };
    let text = String::from_utf8_lossy(input);
    let options = options(usize::from(last));
    support::assert_sound(&text, &options);
    if let Ok(outline) = outline(&text, &options) {
        assert!(markdown(&outline, &text).starts_with("# "));
        for point in &outline.key_points {
            assert!(outline.spoken(&text, point.span).len() <= 2 * point.text.len());
        }
    }
});

/// A line feed, with which transcripts end, stands for the defaults.
fn options(choice: usize) -> Options {
    if choice == usize::from(b'\n') {
        return Options::default();
    }
    Options {
        format: (choice % 16).checked_sub(2).map(|index| Format::ALL[index % Format::ALL.len()]),
        max_key_points: [None, Some(0), Some(1), Some(100)][choice / 16 % 4],
        granularity: [Granularity::Normal, Granularity::Coarse, Granularity::Fine][choice / 64 % 3],
        ..Options::default()
    }
}
