//! The outline of a file, for people and for programs:
//! `cargo run --release --example outline -- [--json | --markdown] FILE`.

mod support;

use std::error::Error;
use std::process::ExitCode;

use speech_outline::render::markdown;
use speech_outline::utf16::to_utf16;
use speech_outline::{Options, outline};

const HELP: &str = "\
The outline of a transcript.

  outline [OPTIONS] FILE         a file in UTF-8; - reads standard input

  --markdown                     for reading (this is the default)
  --json                         the object that the npm package gives; spans count UTF-16 code units
  --format FORMAT                how the text is laid out: auto, plain, webvtt, srt, ...
  --language LANGUAGE            auto or en
  --granularity GRANULARITY      coarse, normal or fine
  --max-key-points NUMBER        of the whole transcript, 0 to 100
";

struct Request {
    file: String,
    json: bool,
    options: Options,
}

fn main() -> ExitCode {
    support::run("outline", HELP, |arguments| answer(&read_arguments(arguments)?))
}

fn read_arguments(arguments: &[String]) -> Result<Request, Box<dyn Error>> {
    let mut request = Request { file: String::new(), json: false, options: Options::default() };
    let mut rest = arguments.iter();
    let mut files = Vec::new();
    while let Some(argument) = rest.next() {
        let option = match argument.as_str() {
            "--json" => {
                request.json = true;
                continue;
            }
            "--markdown" => {
                request.json = false;
                continue;
            }
            "--format" => "format",
            "--language" => "language",
            "--granularity" => "granularity",
            "--max-key-points" => "maxKeyPoints",
            unknown if unknown.starts_with('-') && unknown != "-" => {
                return Err(format!("there is no option {unknown} (see --help)").into());
            }
            file => {
                files.push(file);
                continue;
            }
        };
        let value = rest.next().ok_or_else(|| format!("{argument} needs a value (see --help)"))?;
        request.options.set(option, value)?;
    }
    match files[..] {
        [file] => file.clone_into(&mut request.file),
        [] => return Err("which file? (- reads standard input; see --help)".into()),
        _ => return Err("one file at a time (see --help)".into()),
    }
    Ok(request)
}

fn answer(request: &Request) -> Result<String, Box<dyn Error>> {
    let text = support::read(&request.file)?;
    let mut outline =
        outline(&text, &request.options).map_err(|error| support::in_file(&request.file, &error))?;
    if request.json {
        to_utf16(&mut outline, &text);
        Ok(serde_json::to_string_pretty(&outline)? + "\n")
    } else {
        Ok(markdown(&outline, &text))
    }
}
