//! What the commands that read a file and print an answer share.

use std::error::Error;
use std::io::{ErrorKind, Read, Write};
use std::process::ExitCode;
use std::{env, fs, io};

/// Prints the help or the answer. What is wrong goes to standard error, and the exit code is 2.
pub fn run(
    program: &str,
    help: &str,
    answer: impl FnOnce(&[String]) -> Result<String, Box<dyn Error>>,
) -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if arguments.iter().any(|argument| argument == "--help" || argument == "-h") {
        return print(program, help);
    }
    match answer(&arguments) {
        Ok(text) => print(program, &text),
        Err(error) => {
            eprintln!("{program}: {error}");
            ExitCode::from(2)
        }
    }
}

/// Everything is printed at once or not at all. A reader that has seen enough (`| head`) is no failure.
fn print(program: &str, text: &str) -> ExitCode {
    let mut output = io::stdout().lock();
    match output.write_all(text.as_bytes()).and_then(|()| output.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            eprintln!("{program}: the answer could not be written: {error}");
            ExitCode::from(2)
        }
        _ => ExitCode::SUCCESS,
    }
}

/// The text of a file in UTF-8; `-` reads standard input.
///
/// # Errors
/// What is wrong with the file, with its name.
pub fn read(file: &str) -> Result<String, Box<dyn Error>> {
    let mut bytes = Vec::new();
    if file == "-" {
        io::stdin().read_to_end(&mut bytes).map_err(|error| in_file(file, &error))?;
    } else {
        bytes = fs::read(file).map_err(|error| in_file(file, &error))?;
    }
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        in_file(file, &format!("not text in UTF-8 (byte {valid}); save it as UTF-8")).into()
    })
}

/// The message with the name of the file that it is about.
pub fn in_file(file: &str, message: &dyn std::fmt::Display) -> String {
    let name = if file == "-" { "standard input" } else { file };
    format!("{name}: {message}")
}
