//! Transcripts with gold annotation, as `corpus/README.md` beside the corpus describes them.

use std::fs;
use std::path::Path;

use serde::Deserialize;
use speech_outline::{SectionKind, Span};

/// A transcript and what the annotator said of it. Spans count bytes of `text`.
#[derive(Debug)]
pub struct Document {
    pub name: String,
    pub text: String,
    pub sections: Vec<GoldSection>,
    /// Best first.
    #[allow(dead_code, reason = "the ranker of key points learns from them")]
    pub key_points: Vec<Span>,
    /// The units that the annotator was shown: the grid that boundaries are measured on.
    pub sentences: Vec<Span>,
}

#[derive(Debug, Clone)]
pub struct GoldSection {
    pub kind: SectionKind,
    pub title: String,
    pub span: Span,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct GoldFile {
    sections: Vec<GoldFileSection>,
    key_points: Vec<(usize, usize)>,
    sentences: Vec<(usize, usize)>,
}

#[derive(Deserialize)]
struct GoldFileSection {
    kind: String,
    #[serde(default)]
    title: String,
    start: usize,
    end: usize,
}

impl Document {
    /// The office that the transcript comes from. Transcripts of one office are alike, so cross-validation leaves out
    /// whole offices: the name's part before the first hyphen, with the two spellings that an office may have merged.
    pub fn office(&self) -> &str {
        match self.name.split('-').next().unwrap_or(&self.name) {
            "aupm" => "au",
            "whb" => "wh",
            other => other,
        }
    }

    /// Whether the annotation came with the corpus.
    pub fn is_gold(&self) -> bool {
        !self.name.contains('/')
    }
}

/// Reads every `NAME.txt` with its `NAME.gold.json` in a folder, in the order of the names.
///
/// # Errors
/// A file that cannot be read, or gold that does not fit its text, with the file's name.
pub fn read_gold(folder: &Path) -> Result<Vec<Document>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter_map(|name| name.strip_suffix(".gold.json").map(str::to_owned))
        .collect();
    names.sort();
    if names.is_empty() {
        return Err(format!("{}: no NAME.gold.json in this folder", folder.display()));
    }
    names.iter().map(|name| read_document(folder, name)).collect()
}

fn read_document(folder: &Path, name: &str) -> Result<Document, String> {
    let read = |ending: &str| {
        let path = folder.join(format!("{name}{ending}"));
        fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
    };
    let text = read(".txt")?;
    let gold: GoldFile =
        serde_json::from_str(&read(".gold.json")?).map_err(|error| format!("{name}.gold.json: {error}"))?;
    let bytes: Vec<usize> = text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect();
    let span = |(start, end): (usize, usize)| match (bytes.get(start), bytes.get(end)) {
        (Some(&start), Some(&end)) if start <= end => Ok(Span::new(start, end)),
        _ => Err(format!("{name}.gold.json: the span {start}..{end} does not fit the text")),
    };
    let sections = gold
        .sections
        .into_iter()
        .map(|section| {
            let kind = kind_of(&section.kind)
                .ok_or_else(|| format!("{name}.gold.json: unknown kind {}", section.kind))?;
            Ok(GoldSection { kind, title: section.title, span: span((section.start, section.end))? })
        })
        .collect::<Result<_, String>>()?;
    Ok(Document {
        name: name.to_owned(),
        sections,
        key_points: gold.key_points.into_iter().map(span).collect::<Result<_, _>>()?,
        sentences: gold.sentences.into_iter().map(span).collect::<Result<_, _>>()?,
        text,
    })
}

/// The kind that a name in JSON stands for.
pub fn kind_of(name: &str) -> Option<SectionKind> {
    SectionKind::ALL.into_iter().find(|kind| kind.as_str() == name)
}
