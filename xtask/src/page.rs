//! Builds the page into dist/, makes it small, and proves that old browsers can load it.

use std::{fs, path::PathBuf, process::Command};

use anyhow::{Context, Result, bail, ensure};
use wasmparser::{BinaryReader, Parser, Payload, Validator, WasmFeatures};

use crate::{
    run::{run, timed},
    tools::{E2E, Tools},
};

/// The built page, where Trunk puts it.
pub(crate) const DIST: &str = "dist";

/// What Chromium 86 runs, and what .cargo/config.toml lets the linker declare.
const OLD_BROWSERS: WasmFeatures = WasmFeatures::MUTABLE_GLOBAL
    .union(WasmFeatures::SIGN_EXTENSION)
    .union(WasmFeatures::BULK_MEMORY)
    .union(WasmFeatures::SATURATING_FLOAT_TO_INT)
    .union(WasmFeatures::FLOATS)
    .union(WasmFeatures::GC_TYPES);

/// Builds the release page.
pub(crate) fn build(tools: &Tools) -> Result<()> {
    timed("Building the page", || {
        // Trunk works offline, so that it does not look for tools of its own: cargo fetches before.
        run(tools.command("cargo").args(["fetch", "--locked"]))?;
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
                .arg("-Oz")
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
        let bytes = fs::read(&wasm)?;
        let name = wasm.display();
        Validator::new_with_features(OLD_BROWSERS)
            .validate_all(&bytes)
            .with_context(|| format!("{name} is not for old browsers"))?;
        for payload in Parser::new(0).parse_all(&bytes) {
            match payload? {
                Payload::CustomSection(section) if section.name() == "target_features" => {
                    let mut features = BinaryReader::new(section.data(), section.data_offset());
                    for _ in 0..features.read_var_u32()? {
                        let _sign = features.read_u8()?;
                        let feature = features.read_string()?;
                        ensure!(
                            !["reference-types", "multivalue"].contains(&feature),
                            "{name} declares {feature}: see .cargo/config.toml"
                        );
                    }
                }
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        let import = import?.name;
                        ensure!(
                            !import.contains("externref_xform"),
                            "{name} imports {import}"
                        );
                    }
                }
                _ => {}
            }
        }
        println!("  {name} is valid for Chromium 86");
    }
    Ok(())
}

/// Prints what each file of the page weighs, raw and as servers compress it.
pub(crate) fn print_sizes() -> Result<()> {
    println!("\nSizes in bytes");
    run(Command::new("node").args(["xtask/sizes.mjs", DIST]))
}

/// The built files of a kind.
fn built(extension: &str) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(DIST).with_context(|| format!("{DIST}/ is not built"))?;
    let files = entries
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<_>>>()?;
    let files: Vec<_> = files
        .into_iter()
        .filter(|file| file.extension().is_some_and(|e| e == extension))
        .collect();
    if files.is_empty() {
        bail!("{DIST}/ has no .{extension} file");
    }
    Ok(files)
}
