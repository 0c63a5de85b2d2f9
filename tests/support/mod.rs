//! What holds for every outline of every text.

use speech_outline::utf16::to_utf16;
use speech_outline::{Exchange, KeyPoint, Options, Outline, OutlineError, SectionKind, Span, outline};

/// Makes the outline twice and checks everything that is promised of it. Only an empty text may have none.
pub fn assert_sound(text: &str, options: &Options) {
    let result = outline(text, options);
    assert_eq!(result, outline(text, options), "the same text gave two outlines");
    match result {
        Ok(outline) => assert_promises(text, &outline),
        Err(error) => {
            assert_eq!(error, OutlineError::Empty);
            assert!(text.chars().all(|c| c.is_whitespace() || !c.is_alphanumeric()), "{text:?} is not empty");
        }
    }
}

fn assert_promises(text: &str, outline: &Outline) {
    assert_eq!(outline.version, 1);
    assert!(!outline.language.is_empty());
    let mut end = 0;
    for section in &outline.sections {
        assert_eq!(section.span.start, end, "a gap or an overlap");
        assert!(!section.span.is_empty(), "an empty section");
        end = section.span.end;
        assert_span(text, section.span);
        assert!((0.0..=1.0).contains(&section.confidence), "{}", section.confidence);
        section.speakers.iter().for_each(|&speaker| assert!(speaker < outline.speakers.len()));
        if let Some(exchange) = &section.exchange {
            assert_eq!(section.kind, SectionKind::QuestionAnswer);
            assert_exchange(text, outline, section.span, exchange);
        }
        if let Some(time) = section.time {
            assert!(time.start >= 0.0 && time.end >= time.start, "{time:?}");
        }
    }
    assert_eq!(end, text.len(), "the sections do not reach the end");
    for (index, section) in outline.sections.iter().enumerate() {
        for point in &section.key_points {
            assert_eq!(point.section, index);
            assert_key_point(text, outline, point);
        }
    }
    outline.key_points.iter().for_each(|point| assert_key_point(text, outline, point));
    assert!(outline.key_points.windows(2).all(|pair| pair[0].score >= pair[1].score), "not best first");
    for speaker in &outline.speakers {
        assert!(
            text.contains(&speaker.name) || speaker.name.split_whitespace().all(|word| text.contains(word))
        );
        speaker.spans.iter().for_each(|&span| assert_span(text, span));
    }
    assert_utf16(text, outline);
}

fn assert_span(text: &str, span: Span) {
    assert!(span.start <= span.end, "{span:?}");
    assert!(text.get(span.start..span.end).is_some(), "{span:?} is out of range or cuts a character");
}

fn assert_key_point(text: &str, outline: &Outline, point: &KeyPoint) {
    assert_span(text, point.span);
    assert!(!point.span.is_empty());
    assert_eq!(point.text, point.span.of(text));
    let section = outline.sections.get(point.section).expect("a key point has a section");
    assert!(section.span.contains(point.span), "{point:?} is outside its section");
    assert!((0.0..=1.0).contains(&point.score), "{}", point.score);
    assert!(point.speaker.is_none_or(|speaker| speaker < outline.speakers.len()));
    point.facts.iter().for_each(|fact| assert_span(text, fact.span));
    point.context.iter().for_each(|&context| assert_span(text, context));
}

fn assert_exchange(text: &str, outline: &Outline, section: Span, exchange: &Exchange) {
    let known = |speaker: Option<usize>| speaker.is_none_or(|speaker| speaker < outline.speakers.len());
    assert!(known(exchange.asker));
    let answers = exchange.answers.iter().map(|answer| answer.span);
    for span in answers.chain([exchange.question]) {
        assert_span(text, span);
        assert!(section.contains(span), "{span:?} is outside its section");
    }
    assert!(exchange.answers.iter().all(|answer| known(answer.speaker)));
    exchange.follow_ups.iter().for_each(|exchange| assert_exchange(text, outline, section, exchange));
}

/// In UTF-16 the key points are still under their spans, and the sections still tile the text.
fn assert_utf16(text: &str, outline: &Outline) {
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut outline = outline.clone();
    to_utf16(&mut outline, text);
    assert_eq!(outline.sections.last().map_or(0, |section| section.span.end), units.len());
    for point in &outline.key_points {
        let slice = units.get(point.span.start..point.span.end).expect("a span within the text");
        assert_eq!(String::from_utf16(slice).unwrap(), point.text);
    }
}
