//! The feature templates: each says what its value means. A feature is a template with a value, hashed into one of
//! [`BUCKETS`] buckets.

use crate::language::hash::combine;

/// Number of hash buckets. A power of two; two features that share one share their weights.
pub const BUCKETS: usize = 1 << 16;

/// What a template looks at: the unit of the ablation table in `docs/engine.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// The sentence's own words.
    Words,
    /// The words of the sentences around it.
    Neighbours,
    /// Classes of cue phrases, here and around.
    Cues,
    /// Place in the transcript, the turn and the paragraph; length, form, punctuation.
    Position,
    /// Who speaks, and who spoke before and after.
    Speakers,
    /// Repetition of words before and after.
    Cohesion,
}

impl Family {
    pub const ALL: [Self; 6] =
        [Self::Words, Self::Neighbours, Self::Cues, Self::Position, Self::Speakers, Self::Cohesion];
}

/// The templates. Their numbers are part of the trained weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Template {
    Bias,
    // Words
    Unigram,
    Bigram,
    Trigram,
    AnyWord,
    FirstWord,
    FirstTwo,
    FirstThree,
    LastWord,
    LastTwo,
    ParagraphFirstTwo,
    TurnFirstTwo,
    // Neighbours
    PreviousWord,
    PreviousFirstTwo,
    PreviousLastTwo,
    NextWord,
    NextFirstTwo,
    SecondNextFirstTwo,
    SecondPreviousFirstTwo,
    // Cues
    CueAtStart,
    CueAnywhere,
    CueBefore,
    CueAfter,
    CueNearBefore,
    CueNearAfter,
    CuePair,
    CueAtStartOfParagraph,
    CueAtStartOfTurn,
    CuePlace,
    // Position
    FromStart,
    FromEnd,
    Tenth,
    FromTurnStart,
    FromTurnEnd,
    TurnLength,
    TurnPlace,
    ParagraphStart,
    ParagraphLength,
    ParagraphPlace,
    Length,
    LengthBefore,
    LengthAfter,
    Ending,
    EndingBefore,
    EndingAfter,
    Form,
    FormBefore,
    FormAfter,
    Unspoken,
    UnspokenAfter,
    TranscriptLength,
    // Speakers
    Role,
    RoleChange,
    RoleNext,
    RoleOpensTurn,
    TurnsOfPress,
    QuestionPhase,
    QuestionsSoFar,
    SincePressTurn,
    UntilPressTurn,
    SinceQuestion,
    UntilQuestion,
    NewSpeaker,
    SameAsker,
    QuestionInTurn,
    // Cohesion
    CohesionDip,
    CohesionLevel,
    NewWords,
    NewWordsAfter,
    SharedWithPrevious,
    SharedWithTitle,
}

impl Template {
    pub const fn family(self) -> Family {
        let number = self as u8;
        if number <= Self::TurnFirstTwo as u8 {
            Family::Words
        } else if number <= Self::SecondPreviousFirstTwo as u8 {
            Family::Neighbours
        } else if number <= Self::CuePlace as u8 {
            Family::Cues
        } else if number <= Self::TranscriptLength as u8 {
            Family::Position
        } else if number <= Self::QuestionInTurn as u8 {
            Family::Speakers
        } else {
            Family::Cohesion
        }
    }

    /// The bucket of this template with a value.
    pub const fn bucket(self, value: u32) -> u16 {
        let hash = combine(combine(0x5eed, self as u32 + 1), value);
        (hash.wrapping_mul(0x85eb_ca6b) >> 16) as u16
    }
}
