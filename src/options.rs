//! What a caller may ask for.

use crate::error::OutlineError;
use crate::transcript::Format;

/// The largest value of [`Options::max_key_points`] that a caller can name.
const MOST_KEY_POINTS: u32 = 100;

/// All fields have defaults: `Options::default()` recognises everything by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// `None` recognises the format.
    pub format: Option<Format>,
    /// The greatest number of key points of the whole transcript; more than 200 are never given. `None` fits it to the
    /// length: 5 below 40 sentences, 8 below 120, 12 from there on. By name, through [`Options::set`], it is 0 to 100.
    pub max_key_points: Option<usize>,
    /// `None` recognises the language.
    pub language: Option<Language>,
    /// How finely the transcript is cut.
    pub granularity: Granularity,
}

const FORMATS: &str = "\"auto\", \"plain\", \"hard-wrapped\", \"wall\", \"webvtt\", \"srt\", \"sbv\", \"youtube\", \
                       \"zoom\", \"teams\", \"otter\", \"rev\", \"captions\", \"markdown\" or \"html\"";

/// Languages with cue data of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// `en`
    English,
}

/// How finely the transcript is cut into sections.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Granularity {
    /// Fewer sections than an editor would draw.
    Coarse,
    /// About as many as an editor would draw.
    #[default]
    Normal,
    /// More, down to changes of sub-topic.
    Fine,
}

impl Options {
    /// Sets the option that JavaScript and the command line call `name` to a value given as text.
    ///
    /// # Errors
    /// [`OutlineError::InvalidOption`] for a value that the option cannot have, and for a name that is no option.
    pub fn set(&mut self, name: &str, value: &str) -> Result<(), OutlineError> {
        let invalid =
            |name, expected| Err(OutlineError::InvalidOption { name, value: value.to_owned(), expected });
        match (name, value) {
            ("format", "auto") => self.format = None,
            ("format", _) => match Format::ALL.into_iter().find(|format| format.as_str() == value) {
                Some(format) => self.format = Some(format),
                None => return invalid("format", FORMATS),
            },
            ("language", "auto") => self.language = None,
            ("language", "en") => self.language = Some(Language::English),
            ("language", _) => return invalid("language", "\"auto\" or \"en\""),
            ("granularity", "coarse") => self.granularity = Granularity::Coarse,
            ("granularity", "normal") => self.granularity = Granularity::Normal,
            ("granularity", "fine") => self.granularity = Granularity::Fine,
            ("granularity", _) => return invalid("granularity", "\"coarse\", \"normal\" or \"fine\""),
            ("maxKeyPoints", _) => match value.parse::<u32>() {
                Ok(number) if number <= MOST_KEY_POINTS => self.max_key_points = Some(number as usize),
                _ => return invalid("maxKeyPoints", "a whole number from 0 to 100"),
            },
            _ => {
                let value = name.to_owned();
                let expected = "format, language, granularity or maxKeyPoints";
                return Err(OutlineError::InvalidOption { name: "options", value, expected });
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_can_be_named_as_in_json() {
        for format in Format::ALL {
            let mut options = Options::default();
            options.set("format", format.as_str()).unwrap();
            assert_eq!(options.format, Some(format));
            assert_eq!(serde_json::to_value(format).unwrap(), format.as_str());
            assert!(FORMATS.contains(&format!("\"{}\"", format.as_str())), "{format:?}");
        }
    }

    #[test]
    fn auto_takes_back_what_was_set() {
        let mut options = Options::default();
        for (name, value) in [("format", "srt"), ("language", "en"), ("format", "auto"), ("language", "auto")]
        {
            options.set(name, value).unwrap();
        }
        assert_eq!(options, Options::default());
    }

    #[test]
    fn an_invalid_value_names_the_option_and_what_it_can_be() {
        let message = |name, value| Options::default().set(name, value).unwrap_err().to_string();
        assert_eq!(
            message("language", "tlh"),
            "The option \"language\" cannot be \"tlh\": expected \"auto\" or \"en\"."
        );
        for value in ["101", "-1", "1.5", "many", ""] {
            assert!(message("maxKeyPoints", value).ends_with("expected a whole number from 0 to 100."));
        }
        assert!(message("maxKeypoints", "3").contains("expected format, language"));
    }
}
