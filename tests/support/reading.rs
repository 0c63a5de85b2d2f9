//! What holds for the reading of every text: the promises of [`Transcript`].

use std::ops::Range;

use speech_outline::{Format, Options, OutlineError, Span, Transcript, transcript};

/// Reads the text twice and checks everything that is promised. Only an empty text has no reading.
pub fn assert_readable(text: &str, options: &Options) {
    let read = match transcript(text, options) {
        Ok(read) => read,
        Err(error) => {
            assert_eq!(error, OutlineError::Empty);
            assert!(!text.chars().any(char::is_alphanumeric), "{text:?} is not empty");
            return;
        }
    };
    let again = transcript(text, options).expect("what was read once");
    assert_eq!((&read.sentences, &read.masked, &read.notes), (&again.sentences, &again.masked, &again.notes));
    assert_format(&read, options.format);
    let turns: Vec<Span> = read.turns.iter().map(|turn| turn.span).collect();
    let paragraphs: Vec<Span> = read.paragraphs.iter().map(|paragraph| paragraph.span).collect();
    let sentences: Vec<Span> = read.sentences.iter().map(|sentence| sentence.span).collect();
    let words: Vec<Span> = read.words.iter().map(|word| word.span).collect();
    let masked: Vec<Span> = read.masked.iter().map(|masked| masked.span).collect();
    for (what, spans) in [
        ("turns", &turns),
        ("paragraphs", &paragraphs),
        ("sentences", &sentences),
        ("words", &words),
        ("masked stretches", &masked),
    ] {
        assert_in_order(text, what, spans);
    }
    assert_nested(&read);
    assert_unmasked(&words, &masked);
    assert_notes(&read);
}

fn assert_format(read: &Transcript<'_>, asked: Option<Format>) {
    assert!((0.0..=1.0).contains(&read.confidence), "{}", read.confidence);
    // A caption file may turn out to be an export of Zoom or Teams; nothing else is read otherwise than asked for.
    let is_file = |format| matches!(format, Format::WebVtt | Format::SubRip | Format::Sbv);
    let is_export = matches!(read.format, Format::Zoom | Format::Teams);
    let kept = |asked| read.format == asked || (is_file(asked) && is_export);
    assert!(asked.is_none_or(kept), "{asked:?} was read as {:?}", read.format);
}

fn assert_in_order(text: &str, what: &str, spans: &[Span]) {
    for span in spans {
        assert!(span.start < span.end, "{what}: {span:?} is empty or turned round");
        assert!(
            text.get(span.start..span.end).is_some(),
            "{what}: {span:?} is out of range or cuts a character"
        );
    }
    for pair in spans.windows(2) {
        assert!(pair[0].end <= pair[1].start, "{what}: {:?} overlaps {:?}", pair[0], pair[1]);
    }
}

/// Ranges of indices follow one another, and what they name lies within its whole.
fn assert_nested(read: &Transcript<'_>) {
    let mut at = 0;
    for sentence in &read.sentences {
        assert_eq!(sentence.words.start, at, "words without a sentence");
        at = sentence.words.end;
        for word in &read.words[sentence.words.clone()] {
            assert!(sentence.span.contains(word.span), "{word:?} is outside {sentence:?}");
        }
        if let Some(time) = sentence.time {
            assert!(time.start >= 0.0 && time.end >= time.start, "{time:?}");
        }
    }
    assert_eq!(at, read.words.len(), "words without a sentence");
    for (index, turn) in read.turns.iter().enumerate() {
        assert!(turn.speaker.is_none_or(|speaker| speaker < read.speakers.len()));
        assert!(turn.label.is_none_or(|label| turn.span.contains(label)), "{turn:?}");
        assert_within(read, turn.span, turn.sentences.clone());
        for sentence in &read.sentences[turn.sentences.clone()] {
            assert_eq!(sentence.turn, Some(index), "{sentence:?}");
        }
    }
    for (index, paragraph) in read.paragraphs.iter().enumerate() {
        assert_within(read, paragraph.span, paragraph.sentences.clone());
        for sentence in &read.sentences[paragraph.sentences.clone()] {
            assert_eq!(sentence.paragraph, index, "{sentence:?}");
        }
    }
}

fn assert_within(read: &Transcript<'_>, span: Span, sentences: Range<usize>) {
    for sentence in read.sentences.get(sentences).expect("sentences that there are") {
        assert!(span.contains(sentence.span), "{sentence:?} is outside {span:?}");
    }
}

/// No word is found in what is masked. Both are in order.
fn assert_unmasked(words: &[Span], masked: &[Span]) {
    let mut masked = masked.iter().peekable();
    for word in words {
        while masked.next_if(|mask| mask.end <= word.start).is_some() {}
        assert!(masked.peek().is_none_or(|mask| word.end <= mask.start), "{word:?} is masked");
    }
}

fn assert_notes(read: &Transcript<'_>) {
    for note in &read.notes {
        assert!(read.text.get(note.span.start..note.span.end).is_some(), "{note:?}");
        assert!(!note.message.is_empty());
    }
    let matter = &read.front_matter;
    let fields =
        [matter.title, matter.source, matter.date, matter.place, matter.delivery, matter.participants];
    for span in
        fields.into_iter().flatten().chain(matter.boilerplate.iter().chain(&matter.end_marks).copied())
    {
        assert!(!span.of(read.text).is_empty(), "{span:?}");
    }
}
