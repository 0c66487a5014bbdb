//! Has Trunk build the page, makes its programs small, and proves that old browsers can load them.

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};
use wasmparser::{BinaryReader, Parser, Payload, Validator, WasmFeatures};

use crate::{
    built::hex,
    run::{run, timed},
    tools::{E2E, Tools},
};

/// The built page, where Trunk puts it.
pub(crate) const DIST: &str = "dist";

/// The most that each part may weigh, in bytes of brotli: what loads before a report can be filled in, the rest of the page,
/// and each program beside it; and the one file, in bytes as it is.
///
/// Whoever needs more of the first finds something in it that can come with the rest of the page (`web/src/rest.rs`).
const FIRST_LOAD: u32 = 179_000;
const REST: u32 = 156_000;
const EACH_PROGRAM: u32 = 450_000;
const ONE_FILE: u32 = 2_700_000;

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

/// Has Trunk build the release page into a folder; its hooks build the programs and pack what comes out (`Trunk.toml`).
pub(crate) fn build(tools: &Tools, folder: &str) -> Result<()> {
    timed("Building the page", || {
        let mut trunk = tools.command("trunk");
        // NO_COLOR=1 is an error to Trunk, which wants true or false there.
        trunk.env_remove("NO_COLOR");
        run(trunk.args(["build", "--release", "--dist", folder]))
    })
}

/// Calls Trunk as whoever has it would, at the top and with no more than its name: the page must come out the same.
pub(crate) fn by_trunk_alone(tools: &Tools) -> Result<()> {
    const ALONE: &str = "target/by-trunk-alone";
    let mut trunk = tools.command("trunk");
    trunk.env_remove("NO_COLOR").env_remove("TRUNK_OFFLINE");
    run(trunk.args(["build", "--release", "--dist", ALONE]))?;
    same(DIST, ALONE)
}

/// Makes the built wasm smaller with wasm-opt; what it once made of a program is kept.
pub(crate) fn optimize(folder: &Path, kept: &Path) -> Result<()> {
    fs::create_dir_all(kept)?;
    let programs = fs::read(Path::new(E2E).join("package-lock.json"))?;
    for wasm in built(folder, "wasm")? {
        let mut input = Sha256::new();
        input.update(&programs);
        input.update(OPTIMIZE.join(" "));
        input.update(fs::read(&wasm)?);
        let small = kept.join(hex(&input.finalize())).with_extension("wasm");
        if !small.exists() {
            // A name of its own until it is whole.
            let made = kept.join("made.wasm");
            run(Command::new("node")
                .arg(format!("{E2E}/node_modules/binaryen/bin/wasm-opt"))
                .args(OPTIMIZE)
                .arg(&wasm)
                .arg("-o")
                .arg(&made))?;
            fs::rename(made, &small)?;
        }
        fs::copy(small, wasm)?;
    }
    Ok(())
}

/// Fails if two folders hold different files.
pub(crate) fn same(one: &str, other: &str) -> Result<()> {
    let content = |folder: &str| -> Result<BTreeMap<PathBuf, Vec<u8>>> {
        let files = files(Path::new(folder))?.into_iter();
        files
            .map(|file| Ok((file.strip_prefix(folder)?.to_owned(), fs::read(&file)?)))
            .collect()
    };
    let (these, those) = (content(one)?, content(other)?);
    let names = these.keys().chain(those.keys());
    let differing: BTreeSet<_> = names
        .filter(|name| these.get(*name) != those.get(*name))
        .collect();
    ensure!(
        differing.is_empty(),
        "{one} and {other} differ in {differing:?}"
    );
    println!("  {one} and {other} hold the same {} files", these.len());
    Ok(())
}

/// Fails if the built wasm holds anything that Chromium 86 cannot load.
pub(crate) fn check_wasm() -> Result<()> {
    for wasm in built(Path::new(DIST), "wasm")? {
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
    let limits = [FIRST_LOAD, REST, EACH_PROGRAM, ONE_FILE].map(|limit| limit.to_string());
    run(Command::new("node")
        .args(["xtask/sizes.mjs", DIST])
        .args(limits))
}

/// The files of a kind in a folder of built files, however deep.
fn built(folder: &Path, extension: &str) -> Result<Vec<PathBuf>> {
    let mut files = files(folder)?;
    files.retain(|file| file.extension().is_some_and(|it| it == extension));
    ensure!(
        !files.is_empty(),
        "{} has no .{extension} file",
        folder.display()
    );
    Ok(files)
}

/// All files in a folder, however deep, in order.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut folders = vec![folder.to_owned()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        let entries =
            fs::read_dir(&folder).with_context(|| format!("{} is not built", folder.display()))?;
        for entry in entries {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files.sort();
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
