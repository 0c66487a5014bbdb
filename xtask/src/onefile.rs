//! The page as one file, which opens by a double click and asks nobody for anything.

use std::io::Write;

use anyhow::{Context, Result, ensure};
use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use flate2::{Compression, write::GzEncoder};

use crate::built::{Built, integrity, replace};
use crate::programs::BESIDE;

/// The scripts that the page itself names, in their order.
const SCRIPTS: [&str; 2] = ["journal.js", "boot.js"];

/// The page with all its parts in it: styles and scripts as they are, each named by its hash in the policy, programs compressed.
pub(crate) fn of(built: Built, html: &str) -> Result<String> {
    let mut html = html.to_owned();
    for mark in [r#"rel="modulepreload""#, r#"rel="preload""#] {
        html = replace(&html, tag(&html, mark)?, "")?;
    }
    for script in SCRIPTS {
        let element = format!("{}</script>", tag(&html, &format!(r#"src="./{script}""#))?);
        html = replace(&html, &element, "")?;
    }

    let style = built.text("style.css")?;
    let link = tag(&html, r#"rel="stylesheet""#)?;
    html = replace(&html, link, &inline("style", "", &style)?)?;

    let mut scripts = vec![classic(&built.text("web.js")?)?];
    for script in SCRIPTS {
        scripts.push(built.text(script)?);
    }
    let mut parts = packed(built, "web_bg.wasm")? + &packed(built, "rest.wasm")?;
    for (program, _) in BESIDE {
        let script = built.text(&format!("{program}.js"))? + &built.text("worker_loader.js")?;
        parts += &inline(
            "script",
            &format!(r#" type="text/plain" id="{program}.js""#),
            &script,
        )?;
        parts += &packed(built, &format!("{program}_bg.wasm"))?;
    }
    for script in &scripts {
        parts += &inline("script", "", script)?;
    }
    html = replace(&html, "</body>", &format!("{parts}</body>"))?;

    let policy = format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval' 'unsafe-eval'; style-src '{}'; \
         img-src data: blob:; worker-src blob:; connect-src 'none'; form-action 'none'; base-uri 'none'",
        scripts
            .iter()
            .map(|script| format!("'{}'", integrity(script.as_bytes())))
            .collect::<Vec<_>>()
            .join(" "),
        integrity(style.as_bytes()),
    );
    let hosted = tag(&html, "Content-Security-Policy")?;
    let meta = format!(r#"<meta http-equiv="Content-Security-Policy" content="{policy}">"#);
    replace(&html, hosted, &meta)
}

/// The tag that holds this mark.
fn tag<'a>(html: &'a str, mark: &str) -> Result<&'a str> {
    let missing = || format!("the built page has no tag with {mark}");
    let at = html.find(mark).with_context(missing)?;
    let start = html[..at].rfind('<').with_context(missing)?;
    let end = at + html[at..].find('>').with_context(missing)? + 1;
    Ok(&html[start..end])
}

/// An element whose content stands in the page as it is; its hash is over exactly this content.
fn inline(element: &str, attributes: &str, content: &str) -> Result<String> {
    let is_whole = !content.contains(&format!("</{element}")) && !content.contains("<!--");
    ensure!(
        is_whole,
        "a {element} would end early in the page that is one file"
    );
    Ok(format!("<{element}{attributes}>{content}</{element}>\n"))
}

/// A program as the page unpacks it.
fn packed(built: Built, name: &str) -> Result<String> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(&built.read(name)?)?;
    let attributes = format!(r#" type="application/octet-stream" id="{name}""#);
    inline("script", &attributes, &BASE64.encode(gzip.finish()?))
}

/// The glue of the page as a classic script: no file opened by a double click may load a module.
fn classic(module: &str) -> Result<String> {
    let mut is_started_by = None;
    let mut script = String::new();
    for line in module.lines() {
        if let Some(exports) = line.strip_prefix("export {") {
            is_started_by = exports
                .split([',', '}'])
                .find_map(|name| name.trim().strip_suffix(" as default"));
            continue;
        }
        let line = line.strip_prefix("export ").unwrap_or(line);
        ensure!(
            !line.starts_with("import "),
            "the glue imports another module: {line}"
        );
        script += line;
        script += "\n";
    }
    let start = is_started_by.context("the glue exports nothing that starts it")?;
    let script = script.replace("import.meta.url", "location.href");
    Ok(format!(
        "window.nianbao = {{ glue: (function () {{\n\"use strict\";\n{script}return {{ default: {start} }};\n}})() }};\n"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_becomes_a_script_that_hands_over_its_start() {
        let module = "export class A {}\nfunction go() { return import.meta.url; }\nexport { sync, go as default };\n";
        let script = classic(module).expect("nothing is imported");
        assert!(script.contains(
            "\nclass A {}\nfunction go() { return location.href; }\nreturn { default: go };"
        ));
        assert!(classic("import x from './y.js';\nexport { go as default };").is_err());
    }

    #[test]
    fn no_part_can_end_its_element_early() {
        assert!(inline("script", "", "a('</script>')").is_err());
        assert_eq!(
            inline("style", "", "p{}").ok().as_deref(),
            Some("<style>p{}</style>\n")
        );
    }
}
