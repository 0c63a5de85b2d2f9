//! The facts of sentences: `cargo run --release --example facts -- [--today YYYY-MM-DD]` reads one sentence a line and
//! prints the facts of each as a line of JSON; spans count UTF-16 code units of the line.

use std::error::Error;
use std::io::{Write, stdin, stdout};

use speech_outline::facts::{Day, Finder};
use speech_outline::utf16::to_utf16;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let today = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => None,
        ["--today", day] => Some(Day::parse(day).ok_or("--today takes a day, as in 2031-05-15")?),
        _ => return Err("usage: facts [--today YYYY-MM-DD]".into()),
    };
    let finder = Finder::with_today(today);
    let mut out = stdout().lock();
    for line in stdin().lines() {
        let line = line?;
        let mut facts = finder.find_in(&line);
        for fact in &mut facts {
            to_utf16(fact, &line);
        }
        serde_json::to_writer(&mut out, &facts)?;
        writeln!(out)?;
    }
    Ok(())
}
