//! Serves dist/ on this machine, under a path, for the browser stories.

use std::{
    fs,
    io::{self, BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    path::{Component, Path, PathBuf},
    thread,
    time::Duration,
};

use crate::page::DIST;

/// Answers every request, for ever; the page is found under `mount`, which begins and ends with a slash.
pub(crate) fn serve(listener: &TcpListener, mount: &'static str) {
    for stream in listener.incoming().flatten() {
        // A browser that goes away in the middle of an answer is no fault.
        thread::spawn(move || drop(answer(stream, mount)));
    }
}

fn answer(mut stream: TcpStream, mount: &str) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut head = BufReader::new(stream.try_clone()?.take(16 * 1024));
    let mut request = String::new();
    head.read_line(&mut request)?;
    let mut header = String::new();
    while head.read_line(&mut header)? > 2 {
        header.clear();
    }
    let mut words = request.split(' ');
    let (method, target) = (words.next(), words.next().unwrap_or_default());
    let file = file(target, mount);
    let (status, kind, body) = match (
        method,
        file.and_then(|file| Some((content_type(&file), fs::read(&file).ok()?))),
    ) {
        (Some("GET" | "HEAD"), Some((kind, body))) => ("200 OK", kind, body),
        (Some("GET" | "HEAD"), None) => ("404 Not Found", "text/plain", b"not found\n".to_vec()),
        _ => (
            "405 Method Not Allowed",
            "text/plain",
            b"only GET and HEAD\n".to_vec(),
        ),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\ncontent-type: {kind}\r\ncontent-length: {}\r\n\
         cache-control: no-cache\r\nx-content-type-options: nosniff\r\nconnection: close\r\n\r\n",
        body.len()
    )?;
    if method != Some("HEAD") {
        stream.write_all(&body)?;
    }
    Ok(())
}

/// The file that an address names, if it lies in dist/: file names there need no decoding.
fn file(target: &str, mount: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix(mount)?;
    let path = Path::new(if path.is_empty() { "index.html" } else { path });
    let stays_inside = path
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    stays_inside.then(|| Path::new(DIST).join(path))
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_outside_dist_is_served() {
        for target in [
            "/../Cargo.toml",
            "/a/../../Cargo.toml",
            "//etc/passwd",
            "/./x",
            "x",
        ] {
            assert_eq!(file(target, "/"), None, "{target}");
        }
        assert_eq!(file("/a.js?x", "/"), Some("dist/a.js".into()));
        assert_eq!(file("/a/b/", "/a/b/"), Some("dist/index.html".into()));
        assert_eq!(file("/a.js", "/a/b/"), None);
    }
}
