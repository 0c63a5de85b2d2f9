//! `cargo xtask serve`: a small server of static files, for this machine only.

use std::fs;
use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use crate::build;
use crate::step::{Outcome, command, run, target};

const FIRST_PORT: u16 = 8080;

/// The longest request line and headers that are read.
const MAX_REQUEST_BYTES: u64 = 64 * 1024;

pub fn serve(options: &[&str]) -> Outcome {
    let (port, open) = read_options(options)?;
    build::build()?;
    let listener = listen(port)?;
    let address = address(&listener)?;
    println!("\nThe page is at {address} (stop with Ctrl-C)");
    if open && show(&address).is_err() {
        println!("No browser could be started: open the address yourself.");
    }
    answer_all(&listener, &target().join("site"));
    Ok(())
}

fn read_options(options: &[&str]) -> Outcome<(u16, bool)> {
    let (mut port, mut open) = (FIRST_PORT, false);
    let mut rest = options.iter();
    while let Some(option) = rest.next() {
        match *option {
            "--open" => open = true,
            "--port" => {
                let value = rest.next().ok_or("--port needs a number")?;
                port = value.parse().map_err(|_| format!("--port: \"{value}\" is no port (0 to 65535)"))?;
            }
            other => return Err(format!("serve has no option {other}: there are --port N and --open").into()),
        }
    }
    Ok((port, open))
}

/// Listens on `port`, or on the next one that is free; 0 leaves the choice to the system.
fn listen(port: u16) -> Outcome<TcpListener> {
    for candidate in port..=u16::MAX {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, candidate)) {
            Err(error) if error.kind() == ErrorKind::AddrInUse => {
                println!("Port {candidate} is busy, trying the next one");
            }
            result => return result.map_err(|error| format!("port {candidate}: {error}").into()),
        }
    }
    Err(format!("no port from {port} on is free").into())
}

fn address(listener: &TcpListener) -> Outcome<String> {
    Ok(format!("http://{}/", listener.local_addr()?))
}

fn show(address: &str) -> Outcome {
    if cfg!(windows) {
        run(&mut command("cmd", &["/C", "start", "", address]))
    } else {
        run(&mut command(if cfg!(target_os = "macos") { "open" } else { "xdg-open" }, &[address]))
    }
}

fn answer_all(listener: &TcpListener, folder: &Path) {
    thread::scope(|scope| {
        for stream in listener.incoming().flatten() {
            // A browser that goes away in the middle is no error of the server.
            scope.spawn(move || answer(stream, folder).ok());
        }
    });
}

fn answer(mut stream: TcpStream, folder: &Path) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut lines = BufReader::new(stream.try_clone()?.take(MAX_REQUEST_BYTES)).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    // The headers are read and not needed: closing a connection with unread bytes would reset it.
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    let mut words = request.split(' ');
    let (method, path) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let (status, kind, body) = match (method, find(folder, path)) {
        ("GET" | "HEAD", Some(file)) => ("200 OK", content_type(&file), fs::read(&file)?),
        ("GET" | "HEAD", None) => ("404 Not Found", "text/plain; charset=utf-8", b"Not found\n".to_vec()),
        _ => ("405 Method Not Allowed", "text/plain; charset=utf-8", b"Only GET and HEAD\n".to_vec()),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    if method != "HEAD" {
        stream.write_all(&body)?;
    }
    stream.flush()
}

/// The file that a request's path stands for, inside `folder` only.
fn find(folder: &Path, path: &str) -> Option<PathBuf> {
    let path = path.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = percent_decode(path)?;
    if path.split(['/', '\\']).any(|part| part == "..") || path.contains([':', '\0']) {
        return None;
    }
    let mut file = folder.join(path.trim_start_matches(['/', '\\']));
    if file.is_dir() {
        file.push("index.html");
    }
    file.is_file().then_some(file)
}

fn percent_decode(path: &str) -> Option<String> {
    let mut bytes = path.bytes();
    let mut decoded = Vec::new();
    while let Some(byte) = bytes.next() {
        let digit = |byte: Option<u8>| byte.and_then(|byte| char::from(byte).to_digit(16));
        decoded.push(if byte == b'%' {
            u8::try_from(digit(bytes.next())? * 16 + digit(bytes.next())?).ok()?
        } else {
            byte
        });
    }
    String::from_utf8(decoded).ok()
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "vtt" => "text/vtt; charset=utf-8",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_files_inside_the_folder_only() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        assert_eq!(find(folder, "/src/main.rs?x=1"), Some(folder.join("src/main.rs")));
        assert_eq!(find(folder, "/%73rc/main.rs"), Some(folder.join("src/main.rs")));
        for path in
            ["/../Cargo.toml", "/src/%2e%2e/../../Cargo.toml", "//etc/passwd", "/src", "/%zz", "", "/src/%"]
        {
            assert_eq!(find(folder, path), None, "{path}");
        }
    }

    #[test]
    fn a_busy_port_moves_on_to_the_next_free_one() {
        let first = listen(0).unwrap();
        let busy = first.local_addr().unwrap().port();
        let second = listen(busy).unwrap();
        assert!(second.local_addr().unwrap().port() > busy);
    }

    #[test]
    fn options_are_read_or_refused() {
        assert_eq!(read_options(&["--port", "9000", "--open"]).unwrap(), (9000, true));
        assert!(read_options(&["--port", "high"]).is_err());
        assert!(read_options(&["--prot", "1"]).is_err());
    }

    #[test]
    fn answers_with_the_right_type_and_length() {
        let listener = listen(0).unwrap();
        let mut stream = TcpStream::connect(listener.local_addr().unwrap()).unwrap();
        thread::spawn(move || answer_all(&listener, Path::new(env!("CARGO_MANIFEST_DIR"))));
        stream.write_all(b"GET /Cargo.toml HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        let mut response = String::new();
        stream.read_to_string(&mut response).unwrap();
        assert!(response.starts_with("HTTP/1.1 200 OK\r\n"), "{response}");
        assert!(response.contains("\r\nContent-Type: application/octet-stream\r\n"), "{response}");
        assert!(response.ends_with("workspace = true\n"), "{response}");
    }
}
