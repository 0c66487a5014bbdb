//! Makes the built page ready to be hosted, and writes it once more as one file.

use std::{fs, path::Path, process::Command};

use anyhow::{Context, Result, ensure};
use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use sha2::{Digest, Sha256};

use crate::{onefile, page::DIST, run::output};

/// The page in one file.
const ONE_FILE: &str = "nianbao.html";

/// What keeps the page in the browser; the one name that may never change.
const OFFLINE: &str = "offline.js";

const PAGE: &str = "index.html";
const MANIFEST: &str = "manifest.json";

/// Stamps, packs and lists what Trunk built.
pub(crate) fn pack() -> Result<()> {
    for script in [
        "boot.js",
        "journal.js",
        "web.js",
        "judge.js",
        "files.js",
        "worker_loader.js",
        OFFLINE,
    ] {
        write(script, &lean(&text(script)?))?;
    }
    let html = styled(&stamped(&text(PAGE)?)?)?;
    write(ONE_FILE, &onefile::of(&html)?)?;
    hosted(&html)
}

/// The page with its version, and with the length of its program for the bar that shows how it loads.
fn stamped(html: &str) -> Result<String> {
    let commit =
        output(Command::new("git").args(["describe", "--always", "--dirty=+", "--exclude=*"]));
    let version = match commit {
        Some(commit) => format!("{}（{commit}）", env!("CARGO_PKG_VERSION")),
        None => env!("CARGO_PKG_VERSION").to_owned(),
    };
    let length = read("web_bg.wasm")?.len();
    let html = replace(html, ">未标版本<", &format!(">{version}<"))?;
    replace(
        &html,
        r#"<progress id="bar""#,
        &format!(r#"<progress id="bar" max="{length}""#),
    )
}

/// The page with its stylesheets joined into one, in their order.
fn styled(html: &str) -> Result<String> {
    let mut joined = String::new();
    let mut lines = Vec::new();
    for line in html.lines() {
        let sheet = line.strip_prefix("<link rel=\"stylesheet\" href=\"./");
        let Some((sheet, _)) = sheet.and_then(|rest| rest.split_once('"')) else {
            lines.push(line);
            continue;
        };
        if joined.is_empty() {
            lines.push("<link rel=\"stylesheet\" href=\"./style.css\">");
        }
        joined += &text(sheet)?;
        fs::remove_file(Path::new(DIST).join(sheet))?;
    }
    write("style.css", &lean(&joined))?;
    Ok(lines.join("\n"))
}

/// A script or stylesheet without what only its readers need: indentation, blank lines, and comments in lines of their own.
fn lean(source: &str) -> String {
    let mut lean = String::new();
    let mut is_comment = false;
    for line in source.lines().map(str::trim) {
        is_comment |= line.starts_with("/*");
        if !is_comment && !line.is_empty() && !line.starts_with("//") {
            lean += line;
            lean.push('\n');
        }
        is_comment &= !line.contains("*/");
    }
    lean
}

/// Moves all parts into a folder named after their content: hosts and browsers may keep it for ever,
/// and no cache can mix two versions.
fn hosted(html: &str) -> Result<()> {
    let mut parts = Vec::new();
    for entry in fs::read_dir(DIST)? {
        let name = entry?
            .file_name()
            .into_string()
            .ok()
            .context("a name that is no text")?;
        if ![PAGE, ONE_FILE, OFFLINE].contains(&name.as_str()) {
            parts.push(name);
        }
    }
    parts.sort();
    let mut content = Sha256::new();
    for part in &parts {
        content.update(part);
        content.update(read(part)?);
    }
    let folder = hex(&content.finalize()[..8]);
    fs::create_dir(Path::new(DIST).join(&folder))?;
    for part in &mut parts {
        let place = format!("{folder}/{part}");
        fs::rename(Path::new(DIST).join(&*part), Path::new(DIST).join(&place))?;
        *part = place;
    }

    let html = html.replace(r#"="./"#, &format!(r#"="./{folder}/"#));
    let html = replace(
        &html,
        "</head>",
        &format!("<link rel=\"manifest\" href=\"{MANIFEST}\">\n</head>"),
    )?;
    let one_file = format!(
        " · <a href=\"{ONE_FILE}\" download=\"年报助手（离线版）.html\">带走离线版</a>：一个文件，不联网也能用，双击打开\n</footer>"
    );
    let html = replace(&html, "</footer>", &one_file)?;
    write(PAGE, &html)?;
    write(MANIFEST, &manifest(&folder))?;

    parts.extend([PAGE.to_owned(), MANIFEST.to_owned()]);
    let list = parts
        .iter()
        .map(|part| Ok(format!("  \"{part}\": \"{}\",\n", integrity(&read(part)?))));
    let list = list.collect::<Result<String>>()?;
    write(
        OFFLINE,
        &format!("const FILES = {{\n{list}}};\n{}", text(OFFLINE)?),
    )
}

/// What a browser needs to install the page like a program.
fn manifest(folder: &str) -> String {
    format!(
        r##"{{
  "name": "年报助手 · 政府信息公开工作年度报告",
  "short_name": "年报助手",
  "lang": "zh-CN",
  "start_url": "./",
  "scope": "./",
  "display": "standalone",
  "background_color": "#f3f5f8",
  "theme_color": "#1f4e8c",
  "icons": [{{ "src": "{folder}/icon.svg", "sizes": "any", "type": "image/svg+xml" }}]
}}
"##
    )
}

/// What tells one build from another: the list has the hash of everything but the one file.
pub(crate) fn identity() -> Result<[Vec<u8>; 2]> {
    Ok([read(OFFLINE)?, read(ONE_FILE)?])
}

/// A file of the built page.
pub(crate) fn read(name: &str) -> Result<Vec<u8>> {
    fs::read(Path::new(DIST).join(name)).with_context(|| format!("{DIST}/{name} is not built"))
}

/// A text file of the built page.
pub(crate) fn text(name: &str) -> Result<String> {
    String::from_utf8(read(name)?).with_context(|| format!("{DIST}/{name} is no text"))
}

fn write(name: &str, content: &str) -> Result<()> {
    Ok(fs::write(Path::new(DIST).join(name), content)?)
}

/// Replaces what must stand there exactly once.
pub(crate) fn replace(text: &str, from: &str, to: &str) -> Result<String> {
    let count = text.matches(from).count();
    ensure!(
        count == 1,
        "the built page should have “{from}” once, not {count} times"
    );
    Ok(text.replacen(from, to, 1))
}

/// A hash as browsers check it.
pub(crate) fn integrity(content: &[u8]) -> String {
    format!("sha256-{}", BASE64.encode(Sha256::digest(content)))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_comments_in_lines_of_their_own_are_left_out() {
        let source = "/* One\n   two */\n// three\n  a(\"//x\"); // stays\n\n  /** four */\nb();\n";
        assert_eq!(lean(source), "a(\"//x\"); // stays\nb();\n");
    }
}
