//! Any names and values of options: each is taken or refused by a message that says why, and what is taken works.
#![no_main]

use libfuzzer_sys::fuzz_target;
use speech_outline::{Options, OutlineError, outline};

const TEXT: &str = "MS. REED: Good morning. Today I am announcing 3 new ferries. We will build them by May.\n\n\
                    Q: What do they cost?\n\nMS. REED: 40 million euros. That concludes our meeting.\n";

fuzz_target!(|input: &[u8]| {
    let input = String::from_utf8_lossy(input);
    let mut options = Options::default();
    for line in input.lines() {
        let (name, value) = line.split_once('=').unwrap_or((line, ""));
        let before = options.clone();
        if let Err(error) = options.set(name, value) {
            assert_eq!(options, before, "a value that is refused changes nothing");
            assert!(matches!(error, OutlineError::InvalidOption { .. }));
            assert_eq!(error.code(), "invalid-option");
            assert!(error.to_string().ends_with('.'));
        }
    }
    let outline = outline(TEXT, &options).expect("an outline");
    assert!(options.max_key_points.is_none_or(|most| outline.key_points.len() <= most));
    assert!(options.format.is_none_or(|format| outline.format == format));
});
