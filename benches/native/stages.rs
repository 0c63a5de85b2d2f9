//! How long each stage takes natively. `cargo xtask bench` prints these medians beside those of the module and of
//! other packages; `cargo bench` in this folder prints what Criterion has to say.

use std::error::Error;
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;
use std::{fs, io};

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput};
use speech_outline::sections::decode::{Gains, decode};
use speech_outline::{Options, key_points, outline, sections, transcript};

/// Words. `../node/compare.mjs` has the same.
const LENGTHS: [usize; 3] = [2_000, 10_000, 50_000];

fn main() -> Result<(), Box<dyn Error>> {
    let mut criterion = Criterion::default()
        .sample_size(30)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
        .configure_from_args();
    let invented = invented_text()?;
    for words in LENGTHS {
        measure(&mut criterion, &beginning(&invented, words), words)?;
    }
    criterion.final_summary();
    Ok(())
}

fn measure(criterion: &mut Criterion, text: &str, words: usize) -> Result<(), Box<dyn Error>> {
    let options = Options::default();
    let read = transcript(text, &options)?;
    let found = sections::find(&read, &options);
    let mut group = criterion.benchmark_group("native");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function(BenchmarkId::new("reading", words), |bencher| {
        bencher.iter(|| transcript(black_box(text), &options));
    });
    // Features, lattice and decoder: the sections without their titles, questions and confidence.
    group.bench_function(BenchmarkId::new("decoding", words), |bencher| {
        bencher.iter(|| decode(&sections::beliefs(black_box(&read)), Gains::of(options.granularity)));
    });
    group.bench_function(BenchmarkId::new("sections", words), |bencher| {
        bencher.iter(|| sections::find(black_box(&read), &options));
    });
    group.bench_function(BenchmarkId::new("key-points", words), |bencher| {
        bencher.iter_batched_ref(
            || found.clone(),
            |sections| key_points::select(black_box(&read), sections, &options),
            BatchSize::LargeInput,
        );
    });
    group.bench_function(BenchmarkId::new("outline", words), |bencher| {
        bencher.iter(|| outline(black_box(text), &options));
    });
    group.finish();
    Ok(())
}

/// The invented transcripts of `training/invented/`, one after the other, without the marks of their annotation.
fn invented_text() -> io::Result<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../training/invented");
    let mut files: Vec<_> =
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<_>>()?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    let texts: Vec<String> = files.iter().map(fs::read_to_string).collect::<io::Result<_>>()?;
    Ok(texts.iter().map(|text| without_marks(text)).collect::<Vec<_>>().join("\n\n"))
}

/// `⟦agenda-item | ferries⟧And now to the ferries.` without what stands in the brackets.
fn without_marks(text: &str) -> String {
    text.split('⟦').map(|piece| piece.split_once('⟧').map_or(piece, |(_, words)| words)).collect()
}

/// The first paragraphs, up to the one that has the word number `words`.
fn beginning(text: &str, words: usize) -> String {
    let mut left = words;
    let paragraphs = text.split("\n\n").take_while(|paragraph| {
        let more = left > 0;
        left = left.saturating_sub(paragraph.split_whitespace().count());
        more
    });
    paragraphs.collect::<Vec<_>>().join("\n\n")
}
