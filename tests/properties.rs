//! What holds for every text, tried on texts that nobody would think of.
#![cfg(not(target_arch = "wasm32"))]

#[path = "support/reading.rs"]
mod reading;
mod support;

use proptest::prelude::*;
use reading::assert_readable;
use speech_outline::{Format, Granularity, Options};
use support::assert_sound;

/// What transcripts are made of, well-formed and not.
const PIECES: [&str; 44] = [
    "MR. LØNN: ",
    "MS. ADEYEMI-ROSS: ",
    "Jonas Ek: ",
    "QUESTION: ",
    "Q    ",
    "A: ",
    "MODERATOR: ",
    ">> ",
    "(Laughter.) ",
    "[inaudible] ",
    "Good morning, everyone. ",
    "Thank you, Madam Chair. ",
    "Let me turn to the harbour. ",
    "Today we are announcing 40 million euros for 3 new ferries. ",
    "Why did the ministry wait until the 5th of June? ",
    "I’ll take your questions now. ",
    "That concludes our meeting. ",
    "Item 4: the budget. ",
    "Dr. J. R. Okoro of the U.S. office will e-mail you. ",
    "“We will finish by 2031,” she said. ",
    "as i said before ",
    "😀 ",
    "naïve café ",
    "日本語の文です。",
    "\u{202e}right to left\u{202c} ",
    "e\u{301}\u{301}\u{301} ",
    "\u{feff}",
    "\0",
    "\u{a0}",
    "...",
    "?!",
    ":",
    "\"",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "WEBVTT\n\n",
    "00:00:01.000 --> 00:00:04.000\n",
    "12\n00:00:01,000 --> 00:00:04,000\n",
    "<v Jonas Ek>",
    "[00:12:45] ",
    "# Minutes\n",
    "<p>Hello &amp; welcome</p>",
];

fn transcript() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60).prop_map(|pieces| pieces.concat())
}

fn options() -> impl Strategy<Value = Options> {
    let granularity =
        prop::sample::select(&[Granularity::Coarse, Granularity::Normal, Granularity::Fine][..]);
    (prop::option::of(0_usize..20), granularity).prop_map(|(max_key_points, granularity)| Options {
        max_key_points,
        granularity,
        ..Options::default()
    })
}

proptest! {
    // What is found once becomes a test of its own below, under a name that says what it protects.
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text(text in any::<String>()) {
        assert_sound(&text, &Options::default());
        assert_readable(&text, &Options::default());
    }

    #[test]
    fn any_transcript(text in transcript(), options in options()) {
        assert_sound(&text, &options);
        assert_readable(&text, &options);
    }

    #[test]
    fn any_transcript_cut_anywhere(text in transcript(), at in any::<prop::sample::Index>()) {
        let at = (0..=at.index(text.len() + 1)).rfind(|&at| text.is_char_boundary(at)).unwrap_or_default();
        assert_sound(&text[..at], &Options::default());
        assert_sound(&text[at..], &Options::default());
    }
}

#[test]
fn every_format_can_be_forced_on_every_piece() {
    for format in Format::ALL {
        let options = Options { format: Some(format), ..Options::default() };
        for piece in PIECES {
            assert_sound(piece, &options);
            assert_readable(piece, &options);
        }
        assert_sound(&PIECES.concat(), &options);
        assert_readable(&PIECES.concat(), &options);
    }
}

#[test]
fn a_voice_tag_after_the_words_of_its_cue_does_not_cut_the_turn_short() {
    let text = "MR. LØNN: 12\n00:00:01,000 --> 00:00:04,000\nGood morning, everyone. <v Jonas Ek>";
    assert_sound(text, &Options::default());
}

#[test]
fn a_long_word_is_no_year() {
    assert_sound("日本語の文です。\nMR. LØNN: ", &Options::default());
}

#[test]
fn a_section_whose_times_run_backwards_does_not_end_before_it_starts() {
    let text = "WEBVTT\n\n01:00:01.000 --> 00:00:04.000\nGood evening, and welcome to the harbour board.\n\n\
                00:00:04.000 --> 00:00:07.500\nThe board has met twice since the storm.\n";
    assert_sound(text, &Options::default());
}

#[test]
fn a_voice_tag_behind_the_label_of_another_speaker_does_not_begin_the_turn_before_it() {
    let text = "MR. LØNN: 12\n00:00:01,000 --> 00:00:04,000\n(Laughter.) MR. LØNN: <v Jonas Ek>";
    assert_readable(text, &Options::default());
}

#[test]
fn a_field_that_was_left_blank_has_no_empty_span() {
    let text = "Remarks on the Sea Wall\n\nSource: ________\n\nPlace: ----\n\nGood morning, everyone.";
    assert_readable(text, &Options::default());
}

#[test]
fn a_date_behind_a_caption_time_and_a_comma_has_no_empty_place() {
    let text = ",\n00:00:01,000 --> 00:00:03,000\nMay 12, 2031\nCHAIR REED: Good morning.";
    for format in Format::ALL {
        assert_readable(text, &Options { format: Some(format), ..Options::default() });
    }
}
