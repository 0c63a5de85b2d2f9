//! Byte offsets to UTF-16 code units, for callers that count as JavaScript does. All spans of a value are gathered,
//! the text is walked once, and the spans are rewritten: O(text + spans log spans).

use crate::facts::Fact;
use crate::order::sort_by;
use crate::outline::{Exchange, KeyPoint, Outline, Span};

/// A value that holds spans of one text.
pub trait Spans {
    /// Calls `visit` on every span of the value.
    fn visit_spans(&mut self, visit: &mut dyn FnMut(&mut Span));
}

/// Rewrites every span of `value` from bytes of `text` to UTF-16 code units of it.
pub fn to_utf16(value: &mut impl Spans, text: &str) {
    if text.is_ascii() {
        return;
    }
    let mut offsets = Vec::new();
    value.visit_spans(&mut |span| offsets.extend([span.start, span.end]));
    sort_by(&mut offsets, |a, b| a < b);
    offsets.dedup();
    let units = utf16_offsets(text, &offsets);
    let convert = |byte: usize| offsets.binary_search(&byte).ok().and_then(|i| units.get(i)).copied();
    value.visit_spans(&mut |span| {
        if let (Some(start), Some(end)) = (convert(span.start), convert(span.end)) {
            *span = Span::new(start, end);
        }
    });
}

/// The UTF-16 offset of each of the ascending byte offsets.
fn utf16_offsets(text: &str, bytes: &[usize]) -> Vec<usize> {
    let (mut at_byte, mut at_unit) = (0, 0);
    bytes
        .iter()
        .map(|&byte| {
            at_unit += text.get(at_byte..byte).map_or(0, |between| between.encode_utf16().count());
            at_byte = byte;
            at_unit
        })
        .collect()
}

impl Spans for Outline {
    fn visit_spans(&mut self, visit: &mut dyn FnMut(&mut Span)) {
        self.speakers.iter_mut().flat_map(|speaker| &mut speaker.spans).for_each(&mut *visit);
        for section in &mut self.sections {
            visit(&mut section.span);
            section.key_points.iter_mut().for_each(|point| point.visit_spans(visit));
            if let Some(exchange) = &mut section.exchange {
                exchange.visit_spans(visit);
            }
        }
        self.key_points.iter_mut().for_each(|point| point.visit_spans(visit));
        self.masked.iter_mut().for_each(visit);
    }
}

impl Spans for KeyPoint {
    fn visit_spans(&mut self, visit: &mut dyn FnMut(&mut Span)) {
        visit(&mut self.span);
        self.context.iter_mut().for_each(&mut *visit);
        self.facts.iter_mut().for_each(|fact| fact.visit_spans(visit));
    }
}

impl Spans for Fact {
    fn visit_spans(&mut self, visit: &mut dyn FnMut(&mut Span)) {
        Fact::visit_spans(self, visit);
    }
}

impl Spans for Exchange {
    fn visit_spans(&mut self, visit: &mut dyn FnMut(&mut Span)) {
        visit(&mut self.question);
        self.answers.iter_mut().for_each(|answer| visit(&mut answer.span));
        self.follow_ups.iter_mut().for_each(|exchange| exchange.visit_spans(visit));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_two_units_for_characters_outside_the_basic_plane() {
        let text = "a’b😀c";
        let bytes: Vec<usize> = text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
        assert_eq!(utf16_offsets(text, &bytes), [0, 1, 2, 3, 5, 6]);
    }
}
