//! Caption files: WebVTT, SubRip and SBV in, cues out. Follows the WebVTT parser algorithm
//! (<https://www.w3.org/TR/webvtt1/#file-parsing>) and reads on where a file breaks it.

use super::chars::{holds, is_number, is_space, trim, trim_start, words};
use super::model::{Format, Mask, Note};
use super::times;
use crate::language::contains;
use crate::outline::{Span, TimeSpan};

/// One cue of a caption file. Spans count bytes of the file's text.
#[derive(Clone, Debug, PartialEq)]
pub struct Cue {
    /// The line before the times, if there is one.
    pub id: Option<Span>,
    pub time: TimeSpan,
    /// What follows the times on their line.
    pub settings: Span,
    /// The payload, line breaks and tags included; may be empty.
    pub text: Span,
}

/// A caption file taken apart.
#[derive(Debug, Default)]
pub struct File {
    pub cues: Vec<Cue>,
    /// Header, comments, styles, cue numbers and times.
    pub masked: Vec<(Mask, Span)>,
    /// Lines that belong to no cue and to nothing that the format knows.
    pub stray: Vec<Span>,
    pub notes: Vec<Note>,
}

/// Takes a caption file apart. `format` is WebVTT, SubRip or SBV; anything else reads as SubRip.
pub fn read(text: &str, format: Format) -> File {
    let lines: Vec<Span> = lines(text).collect();
    let mut reader = Reader { text, format, lines, file: File::default() };
    reader.read();
    reader.file
}

struct Reader<'t> {
    text: &'t str,
    format: Format,
    lines: Vec<Span>,
    file: File,
}

impl Reader<'_> {
    fn line(&self, at: usize) -> Option<&str> {
        self.lines.get(at).map(|line| line.of(self.text))
    }

    fn read(&mut self) {
        let mut at = if self.format == Format::WebVtt { self.header() } else { 0 };
        let mut last_start = 0.0;
        while let Some(block) = (at..self.lines.len()).find(|&at| !self.is_blank(at)) {
            let timed = [block, block + 1].into_iter().find(|&i| self.timing(i).is_some());
            let Some(time_line) = timed else {
                at = self.other_block(block);
                continue;
            };
            let Some((time, settings)) = self.timing(time_line) else { break };
            let mut end = time_line + 1;
            while !self.is_blank(end) && !self.opens_cue(end) {
                end += 1;
            }
            self.cue(block, time_line, end, time, settings);
            if time.start < last_start || time.end < time.start {
                let span = self.lines.get(time_line).copied().unwrap_or_default();
                self.note(
                    "time-runs-backwards",
                    "A cue begins before the one above it, or ends before it begins.",
                    span,
                );
            }
            last_start = time.start;
            at = end;
        }
    }

    /// The signature, and the lines up to the first blank one.
    fn header(&mut self) -> usize {
        let mut at = 0;
        while !self.is_blank(at) && (at == 0 || self.timing(at).is_none()) {
            if at > 0
                && self.timing(at + 1).is_some()
                && !self.line(at).is_some_and(|line| contains(line, ":"))
            {
                break;
            }
            self.mask(Mask::Markup, at);
            at += 1;
        }
        at
    }

    /// A block without times: a comment, a style sheet, a region, or text that nothing announces.
    fn other_block(&mut self, block: usize) -> usize {
        let first = self.line(block).unwrap_or_default();
        let keyword = words(first).next().unwrap_or_default();
        let alone = keyword.len() == trim(first, is_space).len();
        let comment = self.format == Format::WebVtt
            && (keyword == "NOTE"
                || alone && matches!(keyword, "STYLE" | "REGION")
                || keyword.starts_with("Region:"));
        let mut at = block;
        while !self.is_blank(at) && (at == block || !self.opens_cue(at)) {
            let span = self.lines.get(at).copied().unwrap_or_default();
            if comment || self.is_number(at) || self.line(at).is_some_and(|line| contains(line, "-->")) {
                self.mask(Mask::Markup, at);
                if !comment {
                    self.note("broken-cue", "These cue times cannot be read; the line was skipped.", span);
                }
            } else {
                self.file.stray.push(span);
                if self.format == Format::WebVtt {
                    self.note(
                        "text-outside-cue",
                        "This text belongs to no cue; it was read as speech.",
                        span,
                    );
                }
            }
            at += 1;
        }
        at
    }

    fn cue(&mut self, block: usize, time_line: usize, end: usize, time: TimeSpan, settings: Span) {
        let id = (block < time_line).then(|| self.lines.get(block).copied()).flatten();
        if block < time_line {
            self.mask(Mask::Time, block);
        }
        self.mask(Mask::Time, time_line);
        let text = match (self.lines.get(time_line + 1), self.lines.get(end - 1)) {
            (Some(first), Some(last)) if end > time_line + 1 => Span::new(first.start, last.end),
            _ => Span::new(settings.end, settings.end),
        };
        self.file.cues.push(Cue { id, time, settings, text });
    }

    /// A cue begins here: its times, or the number above them.
    fn opens_cue(&self, at: usize) -> bool {
        self.line(at).is_some_and(|line| contains(line, "-->"))
            || self.timing(at).is_some()
            || (self.format != Format::WebVtt && self.is_number(at) && self.timing(at + 1).is_some())
    }

    /// The times on a line, and the span of what follows them.
    fn timing(&self, at: usize) -> Option<(TimeSpan, Span)> {
        let line = self.lines.get(at)?;
        let written = line.of(self.text);
        let from = trim_start(written, is_space);
        let (start, length) = times::leading(from)?;
        let rest = from.get(length..)?;
        let arrow = if self.format == Format::Sbv { "," } else { "-->" };
        let after = trim_start(trim_start(rest, is_space).strip_prefix(arrow)?, is_space);
        let (end, length) = times::leading(after)?;
        let settings = after.get(length..)?;
        let strict = self.format == Format::WebVtt;
        if strict && (!is_strict(from) || !is_strict(after)) {
            return None;
        }
        let begins = line.end - settings.len();
        Some((TimeSpan { start, end }, Span::new(begins, line.end)))
    }

    /// Behind the last line everything is blank.
    fn is_blank(&self, at: usize) -> bool {
        self.lines.get(at).is_none_or(|line| match self.format {
            Format::WebVtt => line.is_empty(),
            _ => !holds(line.of(self.text), |c| !is_space(c)),
        })
    }

    fn is_number(&self, at: usize) -> bool {
        self.line(at).is_some_and(|line| is_number(trim(line, is_space)))
    }

    fn mask(&mut self, kind: Mask, at: usize) {
        if let Some(line) = self.lines.get(at) {
            self.file.masked.push((kind, *line));
        }
    }

    fn note(&mut self, code: &'static str, message: &str, span: Span) {
        self.file.notes.push(Note { code, message: message.to_owned(), span });
    }
}

/// WebVTT wants two digits for minutes and seconds, and three for the fraction.
fn is_strict(time: &str) -> bool {
    let length = times::leading(time).map_or(0, |(_, length)| length);
    let time = time.as_bytes().get(..length).unwrap_or_default();
    let from_end = |back: usize| length.checked_sub(back).and_then(|at| time.get(at)).copied();
    let colon = |back| from_end(back) == Some(b':');
    from_end(4) == Some(b'.') && colon(7) && length >= 9 && (length == 9 || colon(10))
}

/// Lines as caption formats break them: at `\n`, `\r\n` and `\r` alone.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Span> + '_ {
    let bytes = text.as_bytes();
    let mut at = if text.starts_with('\u{feff}') { 3 } else { 0 };
    std::iter::from_fn(move || {
        let rest = bytes.get(at..).filter(|rest| !rest.is_empty())?;
        let length = rest.iter().position(|b| matches!(b, b'\n' | b'\r')).unwrap_or(rest.len());
        let line = Span::new(at, at + length);
        at += length + if rest.get(length..length + 2) == Some(b"\r\n") { 2 } else { 1 };
        Some(line)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each cue as `id | start-end | settings | text`.
    fn cues(text: &str, format: Format) -> Vec<String> {
        let cue = |cue: &Cue| {
            let id = cue.id.map_or("", |id| id.of(text));
            let (start, end) = (cue.time.start, cue.time.end);
            format!("{id} | {start}-{end} | {} | {}", cue.settings.of(text), cue.text.of(text))
        };
        read(text, format).cues.iter().map(cue).collect()
    }

    fn masked(text: &str, format: Format) -> Vec<(Mask, &str)> {
        read(text, format).masked.into_iter().map(|(kind, span)| (kind, span.of(text))).collect()
    }

    /// The lines of no cue, and the codes of what is noted with the line that each note is about.
    fn strays(text: &str, format: Format) -> (Vec<&str>, Vec<(&str, &str)>) {
        let file = read(text, format);
        let notes = file.notes.iter().map(|note| (note.code, note.span.of(text)));
        (file.stray.iter().map(|span| span.of(text)).collect(), notes.collect())
    }

    #[test]
    fn a_cue_has_a_name_times_settings_and_lines() {
        let text = "WEBVTT\n\nintro\n00:01.000 --> 00:02.500 align:start\nGood evening.\nWe begin.\n\n\n\
                    01:00:03.000 --> 01:00:04.000\nThank you.";
        assert_eq!(
            cues(text, Format::WebVtt),
            ["intro | 1-2.5 |  align:start | Good evening.\nWe begin.", " | 3603-3604 |  | Thank you."]
        );
        assert_eq!(
            masked(text, Format::WebVtt),
            [
                (Mask::Markup, "WEBVTT"),
                (Mask::Time, "intro"),
                (Mask::Time, "00:01.000 --> 00:02.500 align:start"),
                (Mask::Time, "01:00:03.000 --> 01:00:04.000"),
            ]
        );
        assert_eq!(strays(text, Format::WebVtt), (vec![], vec![]));
    }

    #[test]
    fn a_cue_without_words_is_empty() {
        let text = "1\n00:00:01,000 --> 00:00:02,000\n\n2\n00:00:02,000 --> 00:00:03,000";
        assert_eq!(cues(text, Format::SubRip), ["1 | 1-2 |  | ", "2 | 2-3 |  | "]);
        assert_eq!(read(text, Format::SubRip).cues.iter().map(|cue| cue.text.start).max(), Some(text.len()));
    }

    #[test]
    fn a_header_goes_on_until_a_blank_line_or_the_first_cue() {
        let header = "WEBVTT harbour board\nKind: captions\nLanguage: en\n";
        let cue = "00:01.000 --> 00:02.000\nHello.";
        for gap in ["", "\n"] {
            let text = format!("{header}{gap}{cue}");
            assert_eq!(cues(&text, Format::WebVtt), [" | 1-2 |  | Hello."]);
            assert_eq!(masked(&text, Format::WebVtt).len(), 4);
        }
        let named = format!("{header}first\n{cue}");
        assert_eq!(cues(&named, Format::WebVtt), ["first | 1-2 |  | Hello."]);
        assert_eq!(cues(&format!("WEBVTT\n{cue}"), Format::WebVtt), [" | 1-2 |  | Hello."]);
        assert_eq!(cues(cue, Format::WebVtt), Vec::<String>::new(), "the first line is the signature");
    }

    #[test]
    fn comments_styles_and_regions_are_no_speech() {
        for block in [
            "NOTE for the editor\nonly",
            "NOTE\nonly",
            "STYLE\n::cue {}",
            "REGION \nid:a",
            "Region: id=a\nwidth",
        ] {
            let text = format!("WEBVTT\n\n{block}\n\n00:01.000 --> 00:02.000\nHello.");
            assert_eq!(strays(&text, Format::WebVtt), (vec![], vec![]), "{block}");
            assert_eq!(masked(&text, Format::WebVtt).len(), 4, "{block}");
        }
    }

    #[test]
    fn words_outside_a_cue_are_speech() {
        let spoken = "STYLE is what counts\nNOTES are taken";
        let text = format!("WEBVTT\n\n{spoken}\n00:01.000 --> 00:02.000\nHello.\n");
        let found = strays(&text, Format::WebVtt);
        assert_eq!(found.0, ["STYLE is what counts", "NOTES are taken"]);
        assert_eq!(
            found.1,
            [("text-outside-cue", "STYLE is what counts"), ("text-outside-cue", "NOTES are taken")]
        );
        let text = "NOTE this well\n\n1\n00:00:01,000 --> 00:00:02,000\nHello.";
        assert_eq!(strays(text, Format::SubRip), (vec!["NOTE this well"], vec![]));
    }

    #[test]
    fn broken_times_are_named_and_skipped() {
        let text = "WEBVTT\n\n00:xx --> 00:02.000\nStill said.\n\n12\n\n00:03.000 --> 00:04.000\nHello.";
        assert_eq!(
            strays(text, Format::WebVtt),
            (
                vec!["Still said."],
                vec![
                    ("broken-cue", "00:xx --> 00:02.000"),
                    ("text-outside-cue", "Still said."),
                    ("broken-cue", "12"),
                ]
            )
        );
    }

    #[test]
    fn times_that_run_backwards_are_named() {
        let codes = |second: &str| {
            let text = format!("WEBVTT\n\n00:05.000 --> 00:06.000\nOne.\n\n{second}\nTwo.");
            strays(&text, Format::WebVtt).1.iter().map(|note| note.1.to_owned()).collect::<Vec<_>>()
        };
        assert!(codes("00:05.000 --> 00:05.000").is_empty());
        assert!(codes("00:06.000 --> 00:07.000").is_empty());
        assert_eq!(codes("00:04.000 --> 00:07.000"), ["00:04.000 --> 00:07.000"]);
        assert_eq!(codes("00:08.000 --> 00:07.000"), ["00:08.000 --> 00:07.000"]);
    }

    #[test]
    fn a_new_cue_needs_no_blank_line() {
        let text =
            "1\n00:00:01,000 --> 00:00:02,000\nOne.\n2\n00:00:02,000 --> 00:00:03,000\nTwo.\n17\nships.";
        assert_eq!(cues(text, Format::SubRip), ["1 | 1-2 |  | One.", "2 | 2-3 |  | Two.\n17\nships."]);
        let text = "WEBVTT\n\n00:01.000 --> 00:02.000\nOne.\n2\n00:02.000 --> 00:03.000\nTwo.";
        assert_eq!(cues(text, Format::WebVtt), [" | 1-2 |  | One.\n2", " | 2-3 |  | Two."]);
    }

    #[test]
    fn each_format_has_its_own_times() {
        let one = |times: &str, format| cues(&format!("WEBVTT\n\n{times}\nHello."), format).len();
        for times in
            ["00:01.000 --> 00:02.000", "00:00:01.000 --> 00:00:02.000", "100:00:01.000 --> 100:00:02.000"]
        {
            assert_eq!(one(times, Format::WebVtt), 1, "{times}");
        }
        for times in [
            "0:01.000 --> 00:02.000",
            "00:01.000 --> 0:02.000",
            "00:01,000 --> 00:02,000",
            "00:01.00 --> 00:02.00",
            "00:01 --> 00:02",
            "00:0:01.000 --> 00:0:02.000",
        ] {
            assert_eq!(one(times, Format::WebVtt), 0, "{times}");
            assert_eq!(one(times, Format::SubRip), 1, "{times}");
        }
        assert_eq!(cues("0:00:01.000,0:00:02.000\nHello.", Format::Sbv), [" | 1-2 |  | Hello."]);
        assert_eq!(one("0:00:01.000,0:00:02.000", Format::SubRip), 0);
    }

    #[test]
    fn lines_end_as_on_any_system() {
        let text = "\u{feff}one\ntwo\r\n\r\nthree\rfour";
        let found: Vec<&str> = lines(text).map(|line| line.of(text)).collect();
        assert_eq!(found, ["one", "two", "", "three", "four"]);
        assert_eq!(lines("one\n").count(), 1);
        assert_eq!(cues("1\n0:00:01 --> 0:00:02\nOne.\n \nTwo.", Format::SubRip), ["1 | 1-2 |  | One."]);
    }
}
