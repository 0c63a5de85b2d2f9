//! Gold of our own: annotations of the corpus's unlabelled transcripts (`training/annotations`) and transcripts that
//! we invented (`training/invented`). Their READMEs describe the forms.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use flate2::read::GzDecoder;
use serde::Deserialize;
use speech_outline::{Options, Span, transcript};

use crate::corpus::{Document, GoldSection, kind_of};

/// The office of the invented transcripts.
pub const INVENTED: &str = "invented";

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Annotation {
    id: String,
    length: usize,
    sections: Vec<(String, usize)>,
    key_points: Vec<(usize, usize)>,
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The annotated transcripts among the corpus's unlabelled ones.
///
/// # Errors
/// A file that cannot be read, or an annotation that does not fit its text.
pub fn read_annotated(corpus: &Path) -> Result<Vec<Document>, String> {
    let mut documents = Vec::new();
    for (source, office) in [("au-pm", "au"), ("wh", "wh")] {
        let texts = read_unlabelled(&corpus.join("unlabelled").join(format!("{source}.txt.gz")))?;
        let lines = read(&folder("annotations").join(format!("{source}.jsonl")))?;
        for line in lines.lines() {
            let annotation: Annotation =
                serde_json::from_str(line).map_err(|error| format!("{source}.jsonl: {error}"))?;
            let text =
                texts.get(&annotation.id).ok_or_else(|| format!("{}: no such transcript", annotation.id))?;
            documents.push(annotated(&annotation, text, office)?);
        }
    }
    Ok(documents)
}

fn annotated(annotation: &Annotation, text: &str, office: &str) -> Result<Document, String> {
    let bytes: Vec<usize> = text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect();
    if bytes.len() != annotation.length + 1 {
        return Err(format!("{}: the text is not the one that was annotated", annotation.id));
    }
    let byte =
        |at: usize| bytes.get(at).copied().ok_or_else(|| format!("{}: {at} is past the end", annotation.id));
    let mut starts = Vec::new();
    for (kind, start) in &annotation.sections {
        let kind = kind_of(kind).ok_or_else(|| format!("{}: unknown kind {kind}", annotation.id))?;
        starts.push((byte(*start)?, kind, String::new()));
    }
    let spans = annotation.key_points.iter().map(|&(start, end)| Ok(Span::new(byte(start)?, byte(end)?)));
    Ok(Document {
        name: format!("{office}-{}", annotation.id),
        text: text.to_owned(),
        sentences: grid(text),
        sections: sections(starts, text.len()),
        key_points: spans.collect::<Result<_, String>>()?,
    })
}

/// The reader's sentences: nobody was shown numbered ones.
fn grid(text: &str) -> Vec<Span> {
    let transcript = transcript(text, &Options::default());
    transcript.map_or_else(|_| Vec::new(), |transcript| transcript.sentences.iter().map(|s| s.span).collect())
}

/// The texts of a file of unlabelled transcripts by their ids: form feeds divide them, the first line of each names it.
fn read_unlabelled(path: &Path) -> Result<BTreeMap<String, String>, String> {
    let error = |error: std::io::Error| format!("{}: {error}", path.display());
    let mut all = String::new();
    GzDecoder::new(File::open(path).map_err(error)?).read_to_string(&mut all).map_err(error)?;
    Ok(all
        .split('\u{c}')
        .filter_map(|document| document.trim_start_matches('\n').split_once('\n'))
        .filter_map(|(head, text)| Some((head.split('\t').next()?.to_owned(), text.to_owned())))
        .collect())
}

/// The transcripts that we invented.
///
/// # Errors
/// A file that cannot be read, or whose marks are wrong.
pub fn read_invented() -> Result<Vec<Document>, String> {
    let path = folder("invented");
    let entries = fs::read_dir(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| Path::new(name).extension().is_some_and(|extension| extension == "txt"))
        .collect();
    names.sort();
    names.iter().map(|name| invented(name, &read(&path.join(name))?)).collect()
}

fn invented(name: &str, marked: &str) -> Result<Document, String> {
    let wrong = |what: &str| format!("{name}: {what}");
    let mut text = String::with_capacity(marked.len());
    let (mut starts, mut ranked, mut open) = (Vec::new(), BTreeMap::new(), None);
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once('⟦') {
        text.push_str(before);
        let (mark, after) = after.split_once('⟧').ok_or_else(|| wrong("a mark is not closed"))?;
        rest = after;
        if mark == "/" {
            let (rank, start) = open.take().ok_or_else(|| wrong("a key point ends that never began"))?;
            ranked.insert(rank, Span::new(start, text.len()));
        } else if let Some(rank) = mark.strip_prefix('*') {
            let rank: usize = rank.parse().map_err(|_| wrong("a key point's rank is no number"))?;
            open = Some((rank, text.len()));
        } else {
            let (kind, title) = mark.split_once('|').unwrap_or((mark, ""));
            let kind = kind_of(kind.trim()).ok_or_else(|| wrong("a section of no known kind"))?;
            starts.push((text.len(), kind, title.trim().to_owned()));
        }
    }
    text.push_str(rest);
    Ok(Document {
        name: format!("{INVENTED}-{name}"),
        sections: sections(starts, text.len()),
        key_points: ranked.into_values().collect(),
        sentences: grid(&text),
        text,
    })
}

/// Sections that tile the text from their starts.
fn sections(starts: Vec<(usize, speech_outline::SectionKind, String)>, length: usize) -> Vec<GoldSection> {
    let ends: Vec<usize> = starts.iter().skip(1).map(|start| start.0).chain([length]).collect();
    let tiled = starts.into_iter().zip(ends).enumerate();
    tiled
        .map(|(i, ((start, kind, title), end))| GoldSection {
            kind,
            title,
            span: Span::new(if i == 0 { 0 } else { start }, end),
        })
        .collect()
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}
