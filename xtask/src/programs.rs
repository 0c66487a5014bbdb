//! Builds the programs, which `index.html` then finds made: that of the page, in two parts, and those beside it.
//!
//! To the compiler the page is one program; `web/src/rest.rs` says where its two parts meet. The linker keeps its notes on
//! who uses what, wasm-split goes by them, and wasm-bindgen writes the glue of the first part. Trunk would do the last alone.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Result, anyhow};
use wasm_bindgen_cli_support::Bindgen;
use wasm_split_cli_support::{Options, transform};

use crate::{
    built::replace,
    run::run,
    tools::{Tools, target},
};

/// Where the built programs are, for `index.html`.
const MADE: &str = "target/page";

/// The programs beside the page, each with the profile it is built in.
pub(crate) const BESIDE: [(&str, &str); 4] = [
    ("judge", "judge"),
    ("write", "web"),
    ("read", "web"),
    ("rarer", "web"),
];

/// How the glue names what loads the second part.
const LOADER: &str = "./split.js";

/// Builds the script and the wasm of every program.
pub(crate) fn build(tools: &Tools) -> Result<()> {
    build_page(tools)?;
    for (program, profile) in BESIDE {
        let arguments = format!(
            "build --locked --profile {profile} --target wasm32-unknown-unknown --package nianbao-wasm --bin {program} --no-default-features --features {program}"
        );
        run(tools.command("cargo").args(arguments.split(' ')))?;
        bind(program, &built(profile, program), |bind| {
            bind.no_modules(true)
        })?;
    }
    Ok(())
}

/// Builds `web.js`, `web_bg.wasm` and `rest.wasm`.
fn build_page(tools: &Tools) -> Result<()> {
    let arguments = "rustc --locked --profile web --target wasm32-unknown-unknown --package web -- -Clink-arg=--emit-relocs";
    run(tools.command("cargo").args(arguments.split(' ')))?;
    let whole = fs::read(built("web", "web"))?;

    let parts = target().join("parts");
    fs::create_dir_all(&parts)?;
    let first = parts.join("first.wasm");
    let mut options = Options::new(&whole);
    (options.output_dir, options.main_out_path) = (&parts, &first);
    options.link_name = LOADER;
    transform(options).map_err(|error| anyhow!("the program does not part: {error:#}"))?;

    bind("web", &first, |bind| {
        Ok(bind.web(true)?.keep_lld_exports(true))
    })?;
    let made = Path::new(MADE);
    fs::copy(parts.join("split_rest.wasm"), made.join("rest.wasm"))?;
    let [glue, bound] = ["web.js", "web_bg.wasm"].map(|part| made.join(part));
    let (script, program) = numbered(&linked(&fs::read_to_string(&glue)?)?, fs::read(&bound)?);
    fs::write(glue, script)?;
    fs::write(bound, program)?;
    Ok(())
}

/// Where cargo puts a program.
fn built(profile: &str, program: &str) -> PathBuf {
    let folder = target().join("wasm32-unknown-unknown").join(profile);
    folder.join(program).with_extension("wasm")
}

/// Writes the script that connects a program with the browser, and the wasm that goes with it.
fn bind(
    name: &str,
    program: &Path,
    choose: fn(&mut Bindgen) -> Result<&mut Bindgen>,
) -> Result<()> {
    let mut bind = Bindgen::new();
    bind.input_path(program).out_name(name).typescript(false);
    choose(&mut bind)?.generate(MADE)
}

/// Glue and program, with a number in the place of the hash in each name that they have in common.
///
/// Hashes do not compress: they are 1.5 % of what loads before a report can be filled in.
fn numbered(glue: &str, mut program: Vec<u8>) -> (String, Vec<u8>) {
    const HASH: usize = 16;
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let names = glue.split(|letter| !is_name(letter)).filter(|name| {
        let hash = name
            .strip_prefix("__wbg_")
            .and_then(|name| name.rsplit_once('_'));
        let is_hex = |letter: u8| letter.is_ascii_digit() || (b'a'..=b'f').contains(&letter);
        hash.is_some_and(|(_, hash)| hash.len() == HASH && hash.bytes().all(is_hex))
    });
    let names: BTreeSet<_> = names.collect();
    let mut script = glue.to_owned();
    for (number, name) in names.into_iter().enumerate() {
        let short = format!("{}{number:0HASH$x}", &name[..name.len() - HASH]);
        script = script.replace(name, &short);
        // As long as before: nothing else moves.
        let places: Vec<_> = memchr::memmem::find_iter(&program, name).collect();
        for at in places {
            program[at..at + short.len()].copy_from_slice(short.as_bytes());
        }
    }
    (script, program)
}

/// The glue, with `web/page/boot.js` to load the second part instead of a module of its own.
fn linked(glue: &str) -> Result<String> {
    let glue = replace(
        glue,
        &format!("import * as import1 from \"{LOADER}\"\n"),
        "",
    )?;
    replace(
        &glue,
        &format!("\"{LOADER}\": import1"),
        &format!("\"{LOADER}\": nianbao.parts"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_in_names_are_numbered_in_glue_and_program_alike() {
        let glue = "{ __wbg_get_70e3766f6252144d: f, __wbg_get_847fd86b8c33ec43: g, __wbg_ptr: 1 }";
        let program = b"\x1a__wbg_get_847fd86b8c33ec43\x1a__wbg_get_70e3766f6252144d".to_vec();
        let (glue, program) = numbered(glue, program);
        assert_eq!(
            glue,
            "{ __wbg_get_0000000000000000: f, __wbg_get_0000000000000001: g, __wbg_ptr: 1 }"
        );
        assert_eq!(
            program,
            b"\x1a__wbg_get_0000000000000001\x1a__wbg_get_0000000000000000"
        );
    }

    #[test]
    fn the_glue_imports_nothing() {
        let glue = "import * as import1 from \"./split.js\"\nlet imports = {\n\"./split.js\": import1,\n};\n";
        let linked = linked(glue).expect("the glue names the loader");
        assert_eq!(
            linked,
            "let imports = {\n\"./split.js\": nianbao.parts,\n};\n"
        );
        assert!(super::linked("let imports = {};\n").is_err());
    }
}
