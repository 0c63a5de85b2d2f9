//! Caption files as lines: cue payloads in, lines with times and voices out.

use super::captions::{self, Cue};
use super::chars::{
    ends_in, holds, holds_ascii, is_letter, is_space, split, starts, starts_in, trim, trim_end, words,
};
use super::lines::{Line, Page, trimmed};
use super::markup;
use super::model::{Format, Mask, Note};
use super::times;
use crate::language::{find, is_capital, words};
use crate::outline::Span;
use crate::tally::Tally;

/// Reads a caption file. The format that comes back says more of where it came from: Zoom, Teams.
pub fn read(text: &str, format: Format, notes: &mut Vec<Note>) -> (Page, Format) {
    let file = captions::read(text, format);
    let mut page = Page { cues: true, ..Page::default() };
    for &(kind, span) in &file.masked {
        page.mask(kind, span);
    }
    notes.extend(file.notes);
    let rolling = is_rolling(text, &file.cues);
    let heads = named_heads(text, &file.cues);
    let zoom = cues_with_names(text, &file.cues);
    let mut voices = 0;
    let mut stray = file.stray.iter().peekable();
    let mut last_words = String::new();
    let mut last_voice = None;
    for cue in &file.cues {
        while let Some(span) = stray.next_if(|span| span.start < cue.text.start) {
            page.lines.push(Line { span: *span, after_gap: true, joined: None, time: None, voice: None });
        }
        let mut first = true;
        for span in captions::lines(cue.text.of(text)) {
            let span = trimmed(text, Span::new(cue.text.start + span.start, cue.text.start + span.end));
            if span.is_empty() {
                continue;
            }
            let (voice, ends) = mask_tags(text, span, &mut page, notes);
            if heads && first && cue.text.end > span.end {
                page.mask(Mask::SpeakerLabel, span);
                last_voice = Some(span);
                voices += 1;
                first = false;
                continue;
            }
            if rolling {
                let words = plain_words(span.of(text));
                if words.is_empty() || words == last_words {
                    page.mask(Mask::Markup, span);
                    continue;
                }
                last_words = words;
            }
            last_voice = voice.or(last_voice);
            voices += usize::from(voice.is_some());
            let mut words = span;
            if let Some(name) = name_length(span.of(text)).filter(|_| zoom && first) {
                last_voice = Some(Span::new(span.start, span.start + name));
                page.mask(Mask::SpeakerLabel, Span::new(span.start, span.start + name + 1));
                words = trimmed(text, Span::new(span.start + name + 1, span.end));
            }
            if !words.is_empty() {
                let time = Some(cue.time);
                page.lines.push(Line {
                    span: words,
                    after_gap: false,
                    joined: None,
                    time,
                    voice: last_voice,
                });
            }
            first = false;
            if ends && !heads && !zoom {
                last_voice = None;
            }
        }
        if !heads && !zoom {
            last_voice = None;
        }
    }
    page.lines.extend(stray.map(|span| Line {
        span: *span,
        after_gap: true,
        joined: None,
        time: None,
        voice: None,
    }));
    // Teams writes a bare header; whoever adds a title, notes or styles is another program.
    let bare = file
        .masked
        .iter()
        .filter(|(kind, _)| *kind == Mask::Markup)
        .all(|(_, span)| span.of(text) == "WEBVTT");
    let format = if bare && voices * 2 >= file.cues.len().max(1) {
        Format::Teams
    } else if zoom {
        Format::Zoom
    } else {
        format
    };
    (page, format)
}

/// Zoom writes a name at the head of most cues.
fn cues_with_names(text: &str, cues: &[Cue]) -> bool {
    let named = cues.iter().filter(|cue| name_length(cue.text.of(text)).is_some()).count();
    cues.len() > 1 && named * 2 >= cues.len()
}

/// `Ana Reed: Hello`: the length of the name.
fn name_length(line: &str) -> Option<usize> {
    let at = find(line, ": ").filter(|&at| at <= 60)?;
    let name = line.get(..at)?;
    let fits = words(name).count() <= 6 && !holds_ascii(name, "?,<>\"");
    (fits && holds(name, is_letter)).then_some(at)
}

/// Teams and others put the name alone on the first line of each cue: few names that come again and again.
fn named_heads(text: &str, cues: &[Cue]) -> bool {
    let mut heads = Tally::default();
    let (mut named, mut different) = (0, 0);
    for cue in cues {
        let mut lines = split(cue.text.of(text), is_line_break).map(|line| trim(line, is_space));
        let (Some(head), Some(_)) = (lines.next(), lines.next()) else { continue };
        let capitals = |word: &str| starts(word, |c| is_capital(c) || c == '(');
        if head.len() <= 40 && words(head).all(capitals) && !ends_in(head, ".?!,:-") {
            named += 1;
            different += usize::from(heads.get(head).is_none());
            heads.set(head, 1);
        }
    }
    cues.len() >= 3 && named * 10 >= cues.len() * 8 && different * 2 <= named
}

fn is_line_break(c: char) -> bool {
    c == '\n' || c == '\r'
}

/// Masks the tags of a cue's line. Returns the speaker whom a voice tag names, and whether it is closed again.
fn mask_tags(text: &str, span: Span, page: &mut Page, notes: &mut Vec<Note>) -> (Option<Span>, bool) {
    let (mut voice, mut ends) = (None, false);
    let mut at = span.start;
    while let Some(found) = text.get(at..span.end).and_then(|rest| rest.find('<')) {
        at += found;
        let rest = text.get(at..span.end).unwrap_or_default();
        let Some(close) = rest.find('>') else {
            if rest.as_bytes().get(1).is_some_and(|b| b.is_ascii_alphabetic() || *b == b'/') {
                notes.push(Note {
                    code: "unclosed-tag",
                    message: "A tag is not closed; its words were read as speech.".to_owned(),
                    span: Span::new(at, span.end),
                });
            }
            break;
        };
        let inner = rest.get(1..close).unwrap_or_default();
        let tag = Span::new(at, at + close + 1);
        if let Some(name) = voice_name(inner) {
            let end = at + 1 + trim_end(inner, is_space).len();
            voice = Some(Span::new(end - name.len(), end));
            page.mask(Mask::SpeakerLabel, tag);
        } else if starts_in(inner, "/.") || is_cue_tag(inner) {
            ends |= inner == "/v";
            page.mask(Mask::Markup, tag);
        } else if let Some(tag) = markup::tag_at(text, at).filter(|tag| tag.is_known()) {
            page.mask(Mask::Markup, tag.span);
        }
        at = tag.end;
    }
    (voice, ends)
}

/// `v Ana Reed`, `v.loud Ana Reed`
fn voice_name(inner: &str) -> Option<&str> {
    let rest = inner.strip_prefix('v')?;
    let classes = rest.bytes().position(|b| b == b' ' || b == b'\t')?;
    let name = trim(rest.get(classes..)?, is_space);
    ((classes == 0 || rest.starts_with('.')) && !name.is_empty()).then_some(name)
}

/// `c.yellow`, `00:01.000`, `lang en`
fn is_cue_tag(inner: &str) -> bool {
    let name = split(inner, |c| matches!(c, '.' | ' ' | '\t')).next().unwrap_or_default();
    times::leading(inner).is_some_and(|(_, length)| length == inner.len())
        || words!("c i b u v ruby rt lang font").contain(name)
}

/// Automatic captions roll: each cue repeats the last line of the one before.
fn is_rolling(text: &str, cues: &[Cue]) -> bool {
    let mut repeats = 0;
    for (cue, next) in cues.iter().zip(cues.iter().skip(1)) {
        let lines = |cue: &'_ Cue| split(cue.text.of(text), is_line_break);
        let last = lines(cue).map(plain_words).filter(|line| !line.is_empty()).last();
        let first = lines(next).map(plain_words).find(|line| !line.is_empty());
        repeats += usize::from(last.is_some() && last == first);
    }
    cues.len() >= 4 && repeats * 3 >= cues.len()
}

/// The line without its tags and the space around it.
fn plain_words(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut within = false;
    for c in line.chars() {
        match c {
            '<' => within = true,
            '>' => within = false,
            _ if !within => plain.push(c),
            _ => {}
        }
    }
    trim(&plain, is_space).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Cues one second each, with these payloads, as WebVTT.
    fn file(payloads: &[&str]) -> String {
        let cue = |(at, text): (usize, &&str)| format!("\n00:{at:02}.000 --> 00:{:02}.000\n{text}\n", at + 1);
        "WEBVTT\n".to_owned() + &payloads.iter().enumerate().map(cue).collect::<Vec<_>>().concat()
    }

    /// Each line as `voice|words`, masked stretches left out, and the format.
    fn said(payloads: &[&str]) -> (Vec<String>, Format) {
        let text = file(payloads);
        let (page, format) = read(&text, Format::WebVtt, &mut Vec::new());
        let words = |line: &Line| {
            let masked =
                |at: usize| page.masked.iter().any(|mask| (mask.span.start..mask.span.end).contains(&at));
            let span = line.span.start..line.span.end;
            span.filter(|&at| !masked(at)).map(|at| char::from(text.as_bytes()[at])).collect::<String>()
        };
        let voice = |line: &Line| line.voice.map_or("", |voice| voice.of(&text)).to_owned();
        let lines = page.lines.iter().map(|line| voice(line) + "|" + words(line).trim());
        (lines.filter(|line| !line.ends_with('|')).collect(), format)
    }

    #[test]
    fn a_voice_lasts_until_it_ends() {
        let (lines, format) =
            said(&["<v Ana Reed>Good evening.\nWe begin.", "Now.", "<v Tom>Yes.</v>\nWhy?"]);
        assert_eq!(lines, ["Ana Reed|Good evening.", "Ana Reed|We begin.", "|Now.", "Tom|Yes.", "|Why?"]);
        assert_eq!(format, Format::Teams);
        let (_, format) = said(&["<v Ana Reed>Good evening.", "We begin.", "Now."]);
        assert_eq!(format, Format::WebVtt, "one voice in three cues");
        let (_, format) = said(&["<v Ana Reed>Good evening.", "We begin."]);
        assert_eq!(format, Format::Teams);
    }

    #[test]
    fn zoom_puts_names_at_the_head_of_cues() {
        let (lines, format) = said(&["Ana Reed: We begin", "tom: Yes: now", "at last."]);
        assert_eq!(lines, ["Ana Reed|We begin", "tom|Yes: now", "tom|at last."]);
        assert_eq!(format, Format::Zoom);
        assert_eq!(said(&["Ana Reed: We begin"]).1, Format::WebVtt, "one cue");
        assert_eq!(said(&["Ana Reed: We begin", "now", "and then"]).1, Format::WebVtt);
        let (lines, _) = said(&["Ana: We begin\nTom: now", "Tom: Yes"]);
        assert_eq!(lines, ["Ana|We begin", "Ana|Tom: now", "Tom|Yes"], "only at the head");
    }

    #[test]
    fn a_name_before_a_colon_is_short_and_no_sentence() {
        assert_eq!(name_length("Ana Reed: Hello"), Some(8));
        assert_eq!(name_length(&format!("{}: x", "n".repeat(60))), Some(60));
        for none in [
            "Ana Reed:Hello",
            "one two three four five six seven: x",
            "Well, Ana: x",
            "Why? Ana: x",
            "12: x",
            "<i>Ana: x",
        ] {
            assert_eq!(name_length(none), None, "{none}");
        }
        assert_eq!(name_length(&format!("{}: x", "n".repeat(61))), None);
    }

    #[test]
    fn names_on_the_first_line_of_cues_come_again() {
        let (lines, _) =
            said(&["Ana Reed\nWe begin", "Tom (Guest)\nYes", "Ana Reed\nat last.", "Tom (Guest)\nGood"]);
        assert_eq!(lines, ["Ana Reed|We begin", "Tom (Guest)|Yes", "Ana Reed|at last.", "Tom (Guest)|Good"]);
        for other in [
            ["Ana\nWe begin", "Ana\nYes", ""],
            ["Ana\nWe begin", "Tom\nYes", "Ida\nat last."],
            ["ana\nWe begin", "ana\nYes", "ana\nat last."],
            ["Ana.\nWe begin", "Ana.\nYes", "Ana.\nat last."],
            ["Ana\nWe begin", "Yes", "at last."],
        ] {
            assert!(said(&other).0.iter().all(|line| line.starts_with('|')), "{other:?}");
        }
        let long = "N".repeat(41) + "\nx";
        assert!(said(&[&long, &long, &long]).0.iter().all(|line| line.starts_with('|')));
    }

    #[test]
    fn rolling_captions_are_read_once() {
        let rolling =
            ["we meet", "we meet\nat the pier", "at the pier\n<c>and</c> sail", "and sail\nat noon"];
        assert_eq!(said(&rolling).0, ["|we meet", "|at the pier", "|and sail", "|at noon"]);
        assert_eq!(said(&rolling[..3]).0.len(), 5, "three cues prove nothing");
        assert_eq!(said(&["yes", "yes", "no", "why", "we", "sail"]).0.len(), 6, "said twice");
    }

    #[test]
    fn tags_are_masked_and_other_angles_stay() {
        let (lines, _) =
            said(&["<i>We</i> <00:00.500>begin <lang en>here</lang> <p>now", "3 < 4 and <later> <b"]);
        assert_eq!(lines, ["|We begin here now", "|3 < 4 and <later> <b"]);
        let mut notes = Vec::new();
        read(&file(&["We <b begin", "3 < 4", "so <", "<v.loud Ana>Yes"]), Format::WebVtt, &mut notes);
        assert_eq!(notes.iter().map(|note| note.code).collect::<Vec<_>>(), ["unclosed-tag"]);
    }

    #[test]
    fn a_voice_tag_names_somebody() {
        assert_eq!(voice_name("v Ana Reed "), Some("Ana Reed"));
        assert_eq!(voice_name("v\tAna"), Some("Ana"));
        assert_eq!(voice_name("v.loud.far Ana"), Some("Ana"));
        assert_eq!(
            (voice_name("v"), voice_name("v "), voice_name("video x"), voice_name("b x")),
            (None, None, None, None)
        );
        assert!(is_cue_tag("c.yellow") && is_cue_tag("00:01.000") && is_cue_tag("lang en"));
        assert!(!is_cue_tag("00:01.000 x") && !is_cue_tag("cat"));
    }

    #[test]
    fn words_outside_cues_keep_their_place() {
        let text = "WEBVTT\n\nBefore.\n\n00:01.000 --> 00:02.000\nOne.\n\nBetween.\n\n00:02.000 --> 00:03.000\nTwo.\n\nAfter.";
        let (page, _) = read(text, Format::WebVtt, &mut Vec::new());
        let lines: Vec<_> = page.lines.iter().map(|line| (line.span.of(text), line.after_gap)).collect();
        assert_eq!(
            lines,
            [("Before.", true), ("One.", false), ("Between.", true), ("Two.", false), ("After.", true)]
        );
        assert!(page.cues && page.lines[1].time == Some(crate::outline::TimeSpan { start: 1.0, end: 2.0 }));
    }

    #[test]
    fn who_adds_a_title_is_not_teams() {
        let text = file(&["<v Ana>Yes."]).replace("WEBVTT", "WEBVTT Board");
        assert_eq!(read(&text, Format::WebVtt, &mut Vec::new()).1, Format::WebVtt);
    }
}
