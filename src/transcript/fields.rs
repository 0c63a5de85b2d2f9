//! The fields of the front matter: title, date, place and source, taken from the paragraphs above the speech.

use super::chars::{
    Is, holds, holds_folded, is_letter, is_lower, is_space, is_word_char, split, starts, starts_folded,
    trim_end, trim_start, words,
};
use super::dates;
use super::front::{is_clock, key};
use super::lexicon::Lexicon;
use super::lines::trimmed;
use super::model::FrontMatter;
use crate::language::contains;
use crate::outline::Span;

/// Reads the head and the foot: their paragraphs in order, spans of `masked`.
pub fn read(masked: &str, head: &[Span], foot: &[Span], lexicon: &Lexicon) -> FrontMatter {
    let mut matter = FrontMatter {
        end_marks: foot.iter().map(|&span| trimmed(masked, span)).filter(|span| !span.is_empty()).collect(),
        ..FrontMatter::default()
    };
    let mut place_open = false;
    for &span in head {
        let written = span.of(masked);
        if matter.date.is_none()
            && let Some(date) = dates::find(written, span.start)
        {
            matter.date = Some(date.span);
            matter.iso_date = date.iso;
        }
        let whole = bare(masked, span);
        let only_date =
            || dates::find(written, span.start).is_some_and(|date| covers(masked, date.span, whole));
        if is_clock(written) || whole.is_empty() || only_date() {
            matter.boilerplate.extend(Some(trimmed(masked, span)).filter(|span| !span.is_empty()));
            continue;
        }
        if let Some((key, value)) = keyed(masked, span, lexicon) {
            let is = |keys: &str| split(keys, |c| c == '|').any(|known| known.eq_ignore_ascii_case(key));
            let field = if value.is_empty() {
                // A form that was not filled in: "Source: ____".
                matter.boilerplate.push(whole);
                continue;
            } else if is("title|event") {
                &mut matter.title
            } else if is("source|publisher|issued by|from") {
                &mut matter.source
            } else if is("place|location|venue|where") {
                &mut matter.place
            } else if is("participants|attendees|present|speakers") {
                &mut matter.participants
            } else {
                matter.boilerplate.push(whole);
                continue;
            };
            field.get_or_insert(value);
            continue;
        }
        if is_delivery(whole.of(masked)) {
            matter.delivery.get_or_insert(whole);
            continue;
        }
        let place = is_place(whole.of(masked), lexicon);
        if place && (matter.place.is_none() || place_open) {
            let start = matter.place.map_or(whole.start, |place| place.start);
            matter.place = Some(Span::new(start, without_date(masked, whole).end));
            place_open = true;
            continue;
        }
        place_open = false;
        let field = match whole.of(masked) {
            written if is_source(written) => &mut matter.source,
            written if is_title(written) => &mut matter.title,
            _ => {
                matter.boilerplate.push(whole);
                continue;
            }
        };
        if field.is_some() {
            matter.boilerplate.push(whole);
        } else {
            *field = Some(whole);
        }
    }
    matter
}

/// `As Prepared for Delivery`, `CHECK AGAINST DELIVERY`, `E&OE`
fn is_delivery(written: &str) -> bool {
    const SAID: [&str; 4] = ["as delivered", "against delivery", "as prepared", "for delivery"];
    starts_folded(written, "e&oe")
        || (written.len() <= 60
            && !starts_folded(written, "remarks")
            && SAID.iter().any(|said| holds_folded(written, said)))
}

/// `Source: Harbour Board`: the key as it stands, and the value.
fn keyed<'k>(masked: &'k str, span: Span, lexicon: &Lexicon) -> Option<(&'k str, Span)> {
    let written = span.of(masked);
    let key = key(written).filter(|key| lexicon.document_keys.contains_folded(key))?;
    let value = span.start + written.find(':')? + 1;
    Some((key, bare(masked, Span::new(value, span.end))))
}

/// The span without space, emphasis and rules at its ends.
fn bare(masked: &str, span: Span) -> Span {
    let span = trimmed(masked, span);
    let written = span.of(masked);
    let edge: Is = |c| is_space(c) || matches!(c, '*' | '_' | '#' | '\\' | '-' | '=' | '|');
    let start = written.len() - trim_start(written, edge).len();
    let end = trim_end(written, edge).len();
    Span::new(span.start + start.min(end), span.start + end)
}

/// The date is all that the paragraph says, a weekday and brackets aside.
fn covers(masked: &str, date: Span, whole: Span) -> bool {
    let says_more = |rest: Span| holds(rest.of(masked), is_word_char);
    whole.contains(date)
        && (whole.len() <= date.len() + 12
            || !(says_more(Span::new(whole.start, date.start)) || says_more(Span::new(date.end, whole.end))))
}

fn is_title(written: &str) -> bool {
    words(written).filter(|word| holds(word, is_letter)).count() >= 2 && !written.ends_with(':')
}

/// `THE HARBOUR BOARD`, `Office of the Press Secretary`
fn is_source(written: &str) -> bool {
    let count = words(written).count();
    (written.starts_with("THE ") && count <= 4 && !holds(written, is_lower))
        || (written.starts_with("Office of ") && count <= 8)
}

/// `Port Reed` of `Port Reed, 12 May 2031`.
fn without_date(masked: &str, line: Span) -> Span {
    let date = dates::find(line.of(masked), line.start).map(|date| date.span);
    match date.filter(|date| line.start < date.start && date.end == line.end) {
        Some(date) => {
            let place = trim_end(Span::new(line.start, date.start).of(masked), |c| is_space(c) || c == ',');
            Span::new(line.start, line.start + place.len())
        }
        None => line,
    }
}

/// `Small Hall`, `Port Reed, Maine`, `Via Teleconference`: a venue or a town, and nothing of an event.
fn is_place(written: &str, lexicon: &Lexicon) -> bool {
    let words: Vec<&str> = split(written, |c| is_space(c) || c == ',').collect();
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    let event = |word: &&str| lexicon.event_words.contains_folded(word);
    let venue = |word: &&str| lexicon.venue_words.contains_folded(trim_end(word, |c| matches!(c, '.' | '-')));
    // "Brady Press Briefing Room" ends with what it is; "Via Conference Call" begins with it.
    let via = first.eq_ignore_ascii_case("via");
    if (via || !event(first)) && words.len() <= 9 && (via || venue(last) || venue(first)) {
        return true;
    }
    if words.len() > 14 || words.iter().any(event) {
        return false;
    }
    let named = |word: &&str| !starts(word, is_lower) || *word == "of";
    let person =
        [first, last].iter().any(|word| lexicon.titles.contains_folded(trim_end(word, |c| c == '.')));
    let town = contains(written, ", ") && words.len() <= 6 && words.iter().all(named) && !person;
    town || words.iter().any(venue)
}

#[cfg(test)]
mod tests {
    use super::super::lexicon;
    use super::*;

    #[test]
    fn a_dateline_gives_place_and_date() {
        let line = "Port Reed, Maine, 12 May 2031";
        let matter = read(line, &[Span::new(0, line.len())], &[], lexicon::english());
        assert_eq!(matter.place.map(|span| span.of(line)), Some("Port Reed, Maine"));
        assert_eq!(matter.iso_date.as_deref(), Some("2031-05-12"));
    }

    #[test]
    fn tells_title_from_place_and_source() {
        let head = [
            "Remarks by Mayor Reed on the Sea Wall",
            "THE HARBOUR BOARD",
            "Small Hall",
            "Port Reed, Maine",
            "May 12, 2031",
            "Source: Island Courier",
        ];
        let masked = head.join("\n");
        let mut at = 0;
        let spans: Vec<Span> = head
            .iter()
            .map(|line| {
                let span = Span::new(at, at + line.len());
                at = span.end + 1;
                span
            })
            .collect();
        let matter = read(&masked, &spans, &[], lexicon::english());
        let written = |span: Option<Span>| span.map(|span| span.of(&masked));
        assert_eq!(written(matter.title), Some(head[0]));
        assert_eq!(written(matter.source), Some(head[1]));
        assert_eq!(written(matter.place), Some("Small Hall\nPort Reed, Maine"));
        assert_eq!(matter.iso_date.as_deref(), Some("2031-05-12"));
    }

    /// The fields of these paragraphs, as `name: text`.
    fn fields(head: &[&str]) -> Vec<String> {
        let masked = head.join("\n\n");
        let mut at = 0;
        let span = |line: &&str| {
            let span = Span::new(at, at + line.len());
            at = span.end + 2;
            span
        };
        let spans: Vec<Span> = head.iter().map(span).collect();
        let matter = read(&masked, &spans, &[], lexicon::english());
        let one = |name, span: Option<Span>| span.map(|span| (name, span));
        let named = [
            one("title", matter.title),
            one("date", matter.date),
            one("place", matter.place),
            one("source", matter.source),
            one("delivery", matter.delivery),
            one("participants", matter.participants),
        ];
        let rest = matter.boilerplate.iter().map(|&span| ("rest", span));
        named
            .into_iter()
            .flatten()
            .chain(rest)
            .map(|(name, span)| format!("{name}: {}", span.of(&masked)))
            .collect()
    }

    #[test]
    fn a_person_is_no_place() {
        assert_eq!(
            fields(&["Update from Northfold Hospital", "Dr. Ana Reed, Chief Medical Officer"]),
            ["title: Update from Northfold Hospital", "rest: Dr. Ana Reed, Chief Medical Officer"]
        );
    }

    #[test]
    fn keys_name_their_fields() {
        assert_eq!(
            fields(&[
                "Event: Sea Wall",
                "Publisher: Board",
                "Venue: the pier",
                "Attendees: Ana, Tom",
                "Contact: Ida",
                "Title: Other"
            ]),
            [
                "title: Sea Wall",
                "place: the pier",
                "source: Board",
                "participants: Ana, Tom",
                "rest: Contact: Ida"
            ]
        );
    }

    #[test]
    fn a_field_that_was_left_blank_is_no_field() {
        assert_eq!(
            fields(&["Source: ________", "Place:", "Source: Harbour Board"]),
            ["source: Harbour Board", "rest: Source:", "rest: Place:"]
        );
    }

    #[test]
    fn a_date_behind_nothing_but_punctuation_has_no_place() {
        assert_eq!(
            fields(&[",                  May 12, 2031"]),
            ["date: May 12, 2031", "rest: ,                  May 12, 2031"]
        );
    }

    #[test]
    fn the_first_of_each_field_counts_and_the_rest_is_kept() {
        assert_eq!(
            fields(&[
                "** Remarks on the Wall **",
                "More on the Wall",
                "12:09 P.M. EDT",
                "---",
                "(Monday, May 12, 2031)",
                "13 May 2031",
                "one"
            ]),
            [
                "title: Remarks on the Wall",
                "date: May 12, 2031",
                "rest: More on the Wall",
                "rest: 12:09 P.M. EDT",
                "rest: ---",
                "rest: (Monday, May 12, 2031)",
                "rest: 13 May 2031",
                "rest: one"
            ]
        );
        assert_eq!(
            fields(&["Remarks on the Wall, May 12, 2031"]),
            ["title: Remarks on the Wall, May 12, 2031", "date: May 12, 2031"]
        );
    }

    #[test]
    fn how_it_was_delivered_is_no_title() {
        for written in [
            "As Prepared for Delivery",
            "CHECK AGAINST DELIVERY",
            "E&OE",
            "e&oe transcript",
            "(As delivered)",
        ] {
            assert!(is_delivery(written), "{written}");
        }
        assert!(!is_delivery("Remarks as delivered") && !is_delivery("Mail for the pier"));
        assert!(
            !is_delivery(&format!("As delivered {}", "x".repeat(48)))
                && is_delivery(&format!("As delivered {}", "x".repeat(47)))
        );
    }

    #[test]
    fn sources_are_offices_and_boards_in_capitals() {
        assert!(
            is_source("THE HARBOUR BOARD")
                && is_source("THE OLD HARBOUR BOARD")
                && is_source("Office of the Press Secretary")
        );
        assert!(
            !is_source("THE VERY OLD HARBOUR BOARD")
                && !is_source("THE Harbour BOARD")
                && !is_source("The Office of it")
        );
        assert!(!is_source("Office of one two three four five six seven"));
        assert!(is_title("Sea Wall") && !is_title("Sea 12") && !is_title("The wall:"));
    }

    #[test]
    fn places_are_venues_and_towns() {
        let is_place = |written| is_place(written, lexicon::english());
        for place in [
            "Small Hall",
            "Hall of Mirrors",
            "Port Reed, Maine",
            "Isle of Reed, Maine",
            "Via Conference Call",
            "Brady Press Briefing Room",
            "Reed river old courthouse steps",
        ] {
            assert!(is_place(place), "{place}");
        }
        for none in [
            "",
            "Sea Wall",
            "Briefing at the hall of it",
            "Reed and Boyd, so it is",
            "One, Two Three Four Five Six Seven",
            "We saw the hall a b c d e f g h i j k",
            "Conference Hall Meeting",
        ] {
            assert!(!is_place(none), "{none}");
        }
    }

    #[test]
    fn a_place_may_go_on_over_lines() {
        assert_eq!(
            fields(&["Small Hall", "Port Reed, Maine", "The Sea Wall", "Large Hall"])[1],
            "place: Small Hall\n\nPort Reed, Maine"
        );
    }
}
