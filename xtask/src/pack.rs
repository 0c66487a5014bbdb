//! Makes the built page ready to be hosted, and writes it once more as one file.

use std::{fs, path::Path, process::Command};

use anyhow::{Context, Result};
use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use sha2::{Digest, Sha256};

use crate::{
    built::{Built, hex, integrity, replace},
    onefile,
    programs::BESIDE,
    run::output,
};

/// The page in one file.
const ONE_FILE: &str = "nianbao.html";

/// What keeps the page in the browser; the one name that may never change.
const OFFLINE: &str = "offline.js";

const PAGE: &str = "index.html";
const MANIFEST: &str = "manifest.json";

/// Stamps, packs and lists what Trunk built.
pub(crate) fn pack(folder: &Path) -> Result<()> {
    let built = Built(folder);
    let scripts = [
        "boot.js",
        "journal.js",
        "web.js",
        "worker_loader.js",
        OFFLINE,
    ];
    let programs = BESIDE.map(|(program, _)| format!("{program}.js"));
    let scripts = scripts
        .into_iter()
        .chain(programs.iter().map(String::as_str));
    for script in scripts {
        built.write(script, &lean(&built.text(script)?))?;
    }
    let html = pictured(built, &without_sources(&built.text(PAGE)?))?;
    let html = styled(built, &stamped(built, &html)?)?;
    built.write(ONE_FILE, &onefile::of(built, &html)?)?;
    hosted(built, &html)
}

/// The page without what tells Trunk alone where something comes from.
fn without_sources(html: &str) -> String {
    let lines = html.lines().filter(|line| !line.contains("data-trunk"));
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

/// The page with its picture in it: browsers ask for it again whenever the address changes.
fn pictured(built: Built, html: &str) -> Result<String> {
    let icon = BASE64.encode(built.read("icon.svg")?);
    replace(
        html,
        "./icon.svg",
        &format!("data:image/svg+xml;base64,{icon}"),
    )
}

/// The page with its version, and with the length of its program for the bar that shows how it loads.
fn stamped(built: Built, html: &str) -> Result<String> {
    let commit =
        output(Command::new("git").args(["describe", "--always", "--dirty=+", "--exclude=*"]));
    let version = match commit {
        Some(commit) => format!("{}（{commit}）", env!("CARGO_PKG_VERSION")),
        None => env!("CARGO_PKG_VERSION").to_owned(),
    };
    let length = built.read("web_bg.wasm")?.len();
    let html = replace(html, ">未标版本<", &format!(">{version}<"))?;
    replace(
        &html,
        r#"<progress id="bar""#,
        &format!(r#"<progress id="bar" max="{length}""#),
    )
}

/// The page with its stylesheets joined into one, in their order.
fn styled(built: Built, html: &str) -> Result<String> {
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
        joined += &built.text(sheet)?;
        fs::remove_file(built.0.join(sheet))?;
    }
    built.write("style.css", &lean(&joined))?;
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
fn hosted(built: Built, html: &str) -> Result<()> {
    let mut parts = Vec::new();
    for entry in fs::read_dir(built.0)? {
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
        content.update(built.read(part)?);
    }
    let folder = hex(&content.finalize()[..8]);
    fs::create_dir(built.0.join(&folder))?;
    for part in &mut parts {
        let place = format!("{folder}/{part}");
        fs::rename(built.0.join(&*part), built.0.join(&place))?;
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
    built.write(PAGE, &html)?;
    built.write(MANIFEST, &manifest(&folder))?;

    parts.extend([PAGE.to_owned(), MANIFEST.to_owned()]);
    let list = parts.iter().map(|part| {
        Ok(format!(
            "  \"{part}\": \"{}\",\n",
            integrity(&built.read(part)?)
        ))
    });
    let list = list.collect::<Result<String>>()?;
    let script = built.text(OFFLINE)?;
    built.write(OFFLINE, &format!("const FILES = {{\n{list}}};\n{script}"))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_comments_in_lines_of_their_own_are_left_out() {
        let source = "/* One\n   two */\n// three\n  a(\"//x\"); // stays\n\n  /** four */\nb();\n";
        assert_eq!(lean(source), "a(\"//x\"); // stays\nb();\n");
    }
}
