//! Any text, read as every format in turn: everything that is promised of a reading.
#![no_main]

#[path = "../../tests/support/reading.rs"]
mod reading;

use libfuzzer_sys::fuzz_target;
use speech_outline::{Format, Options};

fuzz_target!(|input: &[u8]| {
    let text = String::from_utf8_lossy(input);
    for format in [None].into_iter().chain(Format::ALL.map(Some)) {
        reading::assert_readable(&text, &Options { format, ..Options::default() });
    }
});
