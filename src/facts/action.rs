//! Decisions ("the committee has approved ...") and commitments ("we will provide ..."): who, what, by when.

use std::ops::Range;

use super::lexicon::Lexicon;
use super::tokens::{Kind, Tokens};
use super::{Action, FactKind, FactValue, Found};
use crate::language::{Words, words};

/// Adverbs between the parts of a verb, at most ("we have now also decided").
const MOST_ADVERBS: usize = 3;

/// What makes a clause a question, a condition, a hope or a time.
const SUPPOSING: Words = words!(
    "if whether unless why how what where when until before after who which hope think suggest wish \
                         could would might should suppose once as than"
);

/// "The motion carries, four to nothing": a vote and what it is on.
const MOTIONS: Words = words!("motion ordinance resolution amendment");
const VOTED: Words = words!("carries carried passes passed fails failed");

pub fn find(tokens: &Tokens<'_>, lexicon: &Lexicon, bodies: &[&Found], dates: &[Found]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    if tokens.reads(tokens.len().saturating_sub(1), words!("?")) {
        return found;
    }
    let mut at = 0;
    while at < tokens.len() {
        let read = performed(tokens, lexicon, at).or_else(|| promised(tokens, lexicon, at));
        let who = read.as_ref().and_then(|_| subject_before(tokens, lexicon, bodies, at));
        let (Some((kind, verb)), Some(who)) = (read, who) else {
            at += 1;
            continue;
        };
        if is_supposed(tokens, who.start) || is_relative_clause(tokens, lexicon, dates, &who) {
            at += 1;
            continue;
        }
        let end = clause_end(tokens, verb);
        let by =
            dates.iter().find(|date| date.tokens.start >= verb && date.tokens.end <= end).or_else(|| {
                dates
                    .iter()
                    .find(|date| date.tokens.end <= who.start && date.tokens.start < 2 && date.tokens.end > 1)
            });
        let action = Action {
            who: tokens.span(who.clone()),
            what: tokens.span(verb..end),
            by: by.map(|date| date.fact.span),
        };
        found.push(Found::new(tokens, who.start..end, kind, Some(FactValue::Action(action))));
        at = end.max(at + 1);
    }
    found
}

/// The verb phrase of a decision at `at`: `have decided`, `has just been approved`, `decided`, `am announcing`. Gives
/// the index of the deciding verb.
fn performed(tokens: &Tokens<'_>, lexicon: &Lexicon, at: usize) -> Option<(FactKind, usize)> {
    let marked = |index: usize, mark: &str| lexicon.decision_verbs.has(tokens.folded(index), mark);
    if tokens.reads(at, VOTED) && tokens.follows(at, MOTIONS) && !tokens.reads(at + 1, words!("by in at")) {
        return Some((FactKind::Decision, at));
    }
    let verb = if tokens.reads(at, words!("have has 've 's")) {
        let verb = after_adverbs(tokens, at + 1);
        let verb = if tokens.reads(verb, words!("been")) { after_adverbs(tokens, verb + 1) } else { verb };
        if tokens.reads(at, words!("'s")) && !tokens.is_joined(at) {
            return None;
        }
        if tokens.reads(verb, words!("proposed pledged promised committed")) {
            return Some((FactKind::Commitment, verb));
        }
        (marked(verb, "") || marked(verb, "+")).then_some(verb)?
    } else if tokens.reads(at, words!("am are is 'm 're")) {
        let verb = after_adverbs(tokens, at + 1);
        let to = tokens.reads(verb, words!("pleased proud delighted happy honored honoured"))
            && tokens.reads(verb + 1, words!("to"));
        if to && tokens.reads(verb + 2, words!("announce")) {
            return Some((FactKind::Decision, verb + 2));
        }
        marked(verb, "!").then_some(verb)?
    } else if tokens.reads(at, words!("announce hereby")) {
        let verb = at + usize::from(tokens.reads(at, words!("hereby")));
        tokens.reads(verb, words!("announce declare order direct appoint")).then_some(verb)?
    } else {
        (marked(at, "+") && !is_participle(tokens, at)).then_some(at)?
    };
    // "has not decided", "we agreed with him that", "the report announced last week": nothing is decided.
    let harmless = match tokens.folded(verb) {
        "agreed" => tokens.reads(verb + 1, words!("to on that a an the upon")),
        "announced" | "passed" | "signed" | "launched" => !tokens.reads(verb + 1, words!("by at in . ,")),
        "voted" => tokens.reads(verb + 1, words!("to for against in")),
        _ => true,
    } && !tokens.reads(verb + 1, words!("nothing no"));
    harmless.then_some((FactKind::Decision, verb))
}

/// "the plan approved last year": a participle behind a noun that does not decide. What stands before a simple past is
/// checked as the subject; here only what forms a passive.
fn is_participle(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.reads(at + 1, words!("by"))
        || tokens.follows(at, words!("be been being was were is are get the a an"))
}

/// The verb phrase of a commitment at `at`: `will provide`, `are going to cut`, `commit to`. Gives the index of the verb,
/// or of the `not` before it.
fn promised(tokens: &Tokens<'_>, lexicon: &Lexicon, at: usize) -> Option<(FactKind, usize)> {
    let verb = if tokens.reads(at, words!("will 'll shall won't")) {
        at + 1
    } else if tokens.reads(at, words!("am are is 'm 're"))
        && tokens.reads(at + 1, words!("going committed determined"))
        && tokens.reads(at + 2, words!("to"))
    {
        at + 3
    } else {
        let binds = words!("commit commits pledge pledges promise promises undertake propose vow");
        let bound = tokens.reads(at, binds) && tokens.reads(at + 1, words!("to"));
        return bound.then_some((FactKind::Commitment, at + 2));
    };
    let mut verb = after_adverbs(tokens, verb);
    let start = verb;
    if tokens.reads(verb, words!("not never")) {
        verb = after_adverbs(tokens, verb + 1);
    }
    if tokens.reads(verb, words!("be")) {
        // "we will be sending", "we will be able to open"
        let doing = tokens.folded(verb + 1);
        let base = doing.strip_suffix("ing").unwrap_or_default();
        let known = !base.is_empty()
            && (lexicon.commitment_verbs.contains(base)
                || lexicon.commitment_verbs.contains(&[base, "e"].concat()));
        return known.then_some((FactKind::Commitment, start));
    }
    let particle = tokens.phrase(verb..verb + 2);
    let known = lexicon.commitment_verbs.contains(tokens.folded(verb))
        || lexicon.commitment_verbs.contains(&particle);
    // "we will make no secret", "I will give you an example", "we'll start with", "we will put up with"
    let speaking =
        if tokens.reads(verb, words!("give take start begin stop move put make keep hold stand use")) {
            tokens.reads(verb + 1, words!("you up on with it my by that there here no one just ."))
        } else if tokens.reads(verb, words!("work act meet lead pass end open close finish report")) {
            tokens.reads(verb + 1, words!("it this that up out there . , here on by"))
        } else {
            false
        };
    (known && !speaking).then_some((FactKind::Commitment, start))
}

fn after_adverbs(tokens: &Tokens<'_>, mut at: usize) -> usize {
    for _ in 0..MOST_ADVERBS {
        let word = tokens.folded(at);
        let adverb = words!("also now just therefore always soon all both then today together already")
            .contain(word)
            || (word.len() > 4
                && word.ends_with("ly")
                && !words!("supply apply rely comply reply multiply").contain(word));
        if !adverb {
            break;
        }
        at += 1;
    }
    at
}

/// Who decides or promises, right before the verb at `verb`: `we`, `I`, a body by name, or a noun phrase that ends in an
/// institution ("the harbour council").
fn subject_before(
    tokens: &Tokens<'_>,
    lexicon: &Lexicon,
    bodies: &[&Found],
    verb: usize,
) -> Option<Range<usize>> {
    let mut end = verb;
    while end > 0 && after_adverbs(tokens, end - 1) > end - 1 {
        end -= 1;
    }
    let last = end.checked_sub(1)?;
    if tokens.reads(last, words!("we i")) {
        return Some(last..end);
    }
    if tokens.reads(last, MOTIONS) && tokens.reads(verb, VOTED) {
        return Some(last - usize::from(tokens.before(last) == "the")..end);
    }
    if let Some(body) = bodies.iter().find(|body| body.tokens.end == end) {
        let start = body.tokens.start - usize::from(tokens.before(body.tokens.start) == "the");
        // "People from Denmark will ..."
        return (!lexicon.place_prepositions.contains(tokens.before(start))).then_some(start..end);
    }
    if !lexicon.institutions.contains(tokens.folded(last)) {
        return None;
    }
    let first = end.saturating_sub(6);
    let start = (first..last)
        .rev()
        .take_while(|&at| tokens.is(at, Kind::Word))
        .find(|&at| tokens.reads(at, words!("the our my this your their all both")));
    match start {
        // "members of the committee": the head stands before "of".
        Some(start) if tokens.before(start) == "of" => None,
        Some(start) if (start + 1..last).all(|at| !lexicon.stop_words.contains(tokens.folded(at))) => {
            Some(start..end)
        }
        _ => tokens.is_capital(last).then_some(last..end).filter(|_| last == 0 || tokens.before(last) == ","),
    }
}

/// "If we ...", "whether the council will ...", "he said we will ...": not decided, not promised, or not by the speaker.
fn is_supposed(tokens: &Tokens<'_>, subject: usize) -> bool {
    let clause = (0..subject).rev().take_while(|&at| !tokens.reads(at, words!("; : —")));
    let near: Vec<&str> = clause.take(6).map(|at| tokens.folded(at)).collect();
    let comma = near.iter().position(|&word| word == ",").unwrap_or(near.len());
    let clause = near.get(..comma).unwrap_or_default();
    let conditional = (0..subject).any(|at| tokens.reads(at, words!("if unless")));
    conditional || clause.iter().any(|word| SUPPOSING.contain(word))
}

/// "The work we will continue": a noun right before the pronoun, unless it tells when ("on Monday we ...").
fn is_relative_clause(tokens: &Tokens<'_>, lexicon: &Lexicon, dates: &[Found], who: &Range<usize>) -> bool {
    let Some(before) = who.start.checked_sub(1) else { return false };
    tokens.reads(who.start, words!("we i"))
        && tokens.is(before, Kind::Word)
        && !tokens.is_capital(before)
        && !lexicon.stop_words.contains(tokens.folded(before))
        && !dates.iter().any(|date| date.tokens.end == who.start)
        && after_adverbs(tokens, before) == before
        && before > 0
}

/// Up to the end of the sentence, or to where another clause begins.
fn clause_end(tokens: &Tokens<'_>, verb: usize) -> usize {
    for at in verb + 1..tokens.len() {
        let word = tokens.folded(at);
        let next = tokens.folded(at + 1);
        let ends = matches!(word, ";" | "?" | "!" | "—" | "\"" | "”")
            // Within a sentence a full stop closes an abbreviation.
            || (word == "." && (at + 1..tokens.len()).all(|at| tokens.is(at, Kind::Sign)))
            || (word == ","
                && words!("but because which so although though while").contain(next))
            || (word == "," && next == "and" && is_subject(tokens.folded(at + 2)))
            || (words!("because but").contain(word))
            || (word == "and" && is_subject(next));
        if ends {
            return at;
        }
    }
    tokens.len()
}

fn is_subject(word: &str) -> bool {
    words!("we i they he she it you that this").contain(word)
}
