//! Builds the page into dist/, makes it small, and proves that old browsers can load it.

use std::{env, fs, path::PathBuf, process::Command};

use anyhow::{Context, Result, ensure};
use wasmparser::{BinaryReader, Parser, Payload, Validator, WasmFeatures};

use crate::{
    program,
    run::{run, timed},
    tools::{E2E, Tools},
};

/// The built page, where Trunk puts it.
pub(crate) const DIST: &str = "dist";

/// The most that may load before a report can be filled in, and the most of everything, in bytes of brotli.
///
/// Whoever needs more of the first finds something in it that can come with the rest of the page (`web/src/rest.rs`).
const FIRST_LOAD: u32 = 165_000;
const EVERYTHING: u32 = 900_000;

/// What makes the wasm smallest as it travels: only what is hardly longer than its call is put in the place of the call,
/// and functions that are alike stand beside each other.
///
/// The stack begins at the bottom of the memory, where nothing ever is.
const OPTIMIZE: [&str; 6] = [
    "-O3",
    "--always-inline-max-function-size=4",
    "--flexible-inline-max-function-size=4",
    "--one-caller-inline-max-function-size=100",
    "--reorder-functions-by-name",
    "--low-memory-unused",
];

/// What Chromium 86 can load: neither reference types nor anything younger.
const OLD_BROWSERS: WasmFeatures = WasmFeatures::WASM1
    .union(WasmFeatures::SIGN_EXTENSION)
    .union(WasmFeatures::BULK_MEMORY)
    .union(WasmFeatures::SATURATING_FLOAT_TO_INT);

/// Builds the release page.
pub(crate) fn build(tools: &Tools) -> Result<()> {
    timed("Building the page", || {
        // Trunk works offline, so that it does not look for tools of its own: cargo fetches before.
        run(tools.command("cargo").args(["fetch", "--locked"]))?;
        program::build(tools)?;
        // NO_COLOR=1 is an error to Trunk, which wants true or false there.
        run(tools
            .command("trunk")
            .args(["build", "--release"])
            .env_remove("NO_COLOR"))
    })
}

/// Makes the built wasm smaller with wasm-opt.
pub(crate) fn optimize() -> Result<()> {
    timed("Making the page smaller with wasm-opt", || {
        for wasm in built("wasm")? {
            run(Command::new("node")
                .arg(format!("{E2E}/node_modules/binaryen/bin/wasm-opt"))
                .args(OPTIMIZE)
                .arg(&wasm)
                .arg("-o")
                .arg(&wasm))?;
        }
        Ok(())
    })
}

/// Fails if the built wasm holds anything that Chromium 86 cannot load.
pub(crate) fn check_wasm() -> Result<()> {
    for wasm in built("wasm")? {
        let name = wasm.display();
        let wasm = fs::read(&wasm)?;
        loads_in_old_browsers(&wasm)
            .with_context(|| format!("{name} is not for old browsers, see .cargo/config.toml"))?;
        for place in places_of_this_machine() {
            let is_named = wasm
                .windows(place.len())
                .any(|part| part == place.as_bytes());
            ensure!(
                !is_named,
                "{name} names {place}, which is on this machine alone"
            );
        }
        println!("  {name} loads in Chromium 86, and names no folder of this machine");
    }
    Ok(())
}

/// Where the sources lie here: two machines must build the same bytes.
fn places_of_this_machine() -> Vec<String> {
    let home = env::home_dir().filter(|home| home.components().count() > 1);
    [home, env::current_dir().ok()]
        .into_iter()
        .flatten()
        .map(|place| place.display().to_string())
        .collect()
}

/// Looks at the code itself, at what it declares, and at the one import that wasm-bindgen's glue cannot do without.
fn loads_in_old_browsers(wasm: &[u8]) -> Result<()> {
    Validator::new_with_features(OLD_BROWSERS).validate_all(wasm)?;
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::CustomSection(section) if section.name() == "target_features" => {
                let mut features = BinaryReader::new(section.data(), section.data_offset());
                for _ in 0..features.read_var_u32()? {
                    let _sign = features.read_u8()?;
                    let feature = features.read_string()?;
                    let is_young = ["reference-types", "multivalue"].contains(&feature);
                    ensure!(!is_young, "it declares {feature}");
                }
            }
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    let name = import?.name;
                    ensure!(name != "__wbindgen_externref_xform__", "it imports {name}");
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// Prints what each file of the page weighs, raw and as servers compress it, and fails if it is more than we allow.
pub(crate) fn weigh() -> Result<()> {
    println!("\nSizes in bytes");
    let limits = [FIRST_LOAD, EVERYTHING].map(|limit| limit.to_string());
    run(Command::new("node")
        .args(["xtask/sizes.mjs", DIST])
        .args(limits))
}

/// The built files of a kind, in whatever folder.
fn built(extension: &str) -> Result<Vec<PathBuf>> {
    let mut folders = vec![PathBuf::from(DIST)];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).with_context(|| format!("{DIST}/ is not built"))?;
        for entry in entries {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == extension) {
                files.push(path);
            }
        }
    }
    ensure!(!files.is_empty(), "{DIST}/ has no .{extension} file");
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wasm_with_reference_types_is_refused() {
        let with = |section: &[u8]| [b"\0asm\x01\0\0\0", section].concat();
        assert!(loads_in_old_browsers(&with(b"")).is_ok());

        let takes_an_externref = with(b"\x01\x05\x01\x60\x01\x6f\x00");
        assert!(loads_in_old_browsers(&takes_an_externref).is_err());

        let declares_sign_ext = with(b"\x00\x1b\x0ftarget_features\x01+\x08sign-ext".as_slice());
        assert!(loads_in_old_browsers(&declares_sign_ext).is_ok());

        let declares_multivalue =
            with(b"\x00\x1d\x0ftarget_features\x01+\x0amultivalue".as_slice());
        assert!(loads_in_old_browsers(&declares_multivalue).is_err());
    }
}
