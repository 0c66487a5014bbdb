//! What is needed beyond cargo, installed where it is missing.

use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail, ensure};

use crate::run::{output, run, timed};

/// Where the browser stories and the packages from npm are.
pub(crate) const E2E: &str = "tests/e2e";

/// Where the programs are built, if not where cargo builds everything.
const TARGET: &str = "NIANBAO_TARGET";

/// The environment in which the page is built.
pub(crate) struct Tools(Vec<(&'static str, OsString)>);

impl Tools {
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.envs(self.0.iter().map(|(name, value)| (name, value)));
        command
    }

    /// The same, building the programs into a folder of its own.
    pub(crate) fn with_target(&self, folder: &str) -> Tools {
        let mut environment = self.0.clone();
        environment.push((TARGET, folder.into()));
        Tools(environment)
    }
}

/// The folder that the programs are built into.
pub(crate) fn target() -> PathBuf {
    let own = env::var_os(TARGET).or_else(|| env::var_os("CARGO_TARGET_DIR"));
    own.map_or_else(|| PathBuf::from("target"), PathBuf::from)
}

/// What puts the page together.
pub(crate) fn trunk() -> Result<Tools> {
    let trunk = Tool {
        package: "trunk",
        program: "trunk",
        version: "0.21.14",
        // Without TLS and its search for updates: it never uses the network here.
        options: &["--locked", "--no-default-features"],
        why: "bundles the page; once per machine",
    };
    // It has nothing to fetch: all that it needs is here.
    Ok(Tools(vec![
        path_with(trunk)?,
        ("TRUNK_OFFLINE", "true".into()),
    ]))
}

/// What builds the programs: the standard library, from its sources.
pub(crate) fn for_the_programs() -> Result<Tools> {
    let mut environment = wasm_target()?;
    environment.push(("CARGO_TARGET_DIR", target().into()));
    Ok(Tools(environment))
}

/// The folders in which programs are looked for, this one among them.
fn path_with(tool: Tool) -> Result<(&'static str, OsString)> {
    let mut path = Vec::from_iter(tool.folder()?);
    path.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    Ok(("PATH", env::join_paths(path)?))
}

/// A program from crates.io, of exactly one version.
struct Tool {
    package: &'static str,
    program: &'static str,
    version: &'static str,
    options: &'static [&'static str],
    why: &'static str,
}

impl Tool {
    /// The folder to put on PATH, unless the right version is there already.
    ///
    /// Each version has a folder of its own in the user's cache: no other tool is replaced, and clones share it.
    fn folder(&self) -> Result<Option<PathBuf>> {
        if self.is_at(Path::new(self.program)) {
            return Ok(None);
        }
        let root = cache()?.join(format!("{}-{}", self.package, self.version));
        let folder = root.join("bin");
        if !self.is_at(&folder.join(self.program)) {
            let what = format!("Installing {} {}: {}", self.package, self.version, self.why);
            timed(&what, || {
                let mut install = Command::new("cargo");
                install.args(["install", self.package, "--version", self.version]);
                // A tool that runs for seconds is not worth minutes of optimizing.
                install
                    .env("CARGO_PROFILE_RELEASE_LTO", "off")
                    .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
                    .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
                install
                    .args(self.options)
                    .arg("--force")
                    .arg("--root")
                    .arg(&root);
                run(&mut install)
            })?;
        }
        Ok(Some(folder))
    }

    fn is_at(&self, program: &Path) -> bool {
        output(Command::new(program).arg("--version"))
            .is_some_and(|text| text.split_whitespace().nth(1) == Some(self.version))
    }
}

/// Where tools are kept, each version in a folder of its own; clones share it.
pub(crate) fn cache() -> Result<PathBuf> {
    let cache = env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let cache = cache.or_else(|| Some(env::home_dir()?.join(".cache")));
    Ok(cache
        .context("no home folder to keep tools in")?
        .join("nianbao"))
}

/// The sources of the standard library, and the environment that builds it for the page.
///
/// Built for size, and without the words of panics that nobody would read, it takes a tenth off every wasm;
/// Cargo calls this unstable, so the compiler has to be told that we know.
fn wasm_target() -> Result<Vec<(&'static str, OsString)>> {
    let mut environment: Vec<(&str, OsString)> = [
        ("RUSTC_BOOTSTRAP", "1"),
        ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
        ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
        (
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
            "-Zunstable-options -Cpanic=immediate-abort",
        ),
    ]
    .map(|(name, value)| (name, value.into()))
    .into();
    let sysroot = output(Command::new("rustc").args(["--print", "sysroot"]));
    let sources = Path::new(&sysroot.context("rustc does not run")?)
        .join("lib/rustlib/src/rust/library/Cargo.lock");
    if sources.exists() {
        return Ok(environment);
    }
    let add = timed(
        "Adding the sources of the standard library, usually a few seconds",
        || run(Command::new("rustup").args(["component", "add", "rust-src"])),
    );
    if let Err(error) = add {
        println!(
            "rustup cannot add them ({error:#}): building the page with Debian's Rust instead"
        );
        apt_install(&["rustc-web", "cargo-web", "rust-web-src", "lld-22"])?;
        run(Command::new("rustup").args(["toolchain", "link", "debian", "/usr"]))?;
        environment.push(("RUSTUP_TOOLCHAIN", "debian".into()));
        environment.push((
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER",
            "wasm-ld-22".into(),
        ));
    }
    Ok(environment)
}

/// node 18 or newer, and what `tests/e2e/package-lock.json` pins.
pub(crate) fn node_packages() -> Result<()> {
    let version = output(Command::new("node").arg("--version"));
    let version =
        version.context("node is missing: please install Node.js 18 or newer, with npm")?;
    let major = version.trim_start_matches('v').split('.').next();
    ensure!(
        major.and_then(|major| major.parse().ok()) >= Some(18),
        "node {version} is too old: please install Node.js 18 or newer"
    );
    let changed = |file: &str| fs::metadata(Path::new(E2E).join(file))?.modified();
    let installed = changed("node_modules/.package-lock.json");
    if installed
        .is_ok_and(|installed| changed("package-lock.json").is_ok_and(|lock| lock <= installed))
    {
        return Ok(());
    }
    timed(
        "Installing playwright-core and wasm-opt from npm, usually a few seconds",
        || {
            run(Command::new("npm")
                .args(["ci", "--ignore-scripts"])
                .current_dir(E2E))
        },
    )
}

/// Installs packages of Debian or Ubuntu.
pub(crate) fn apt_install(packages: &[&str]) -> Result<()> {
    let is_root = output(Command::new("id").arg("-u")).as_deref() == Some("0");
    let may_sudo = || output(Command::new("sudo").args(["-n", "true"])).is_some();
    let apt = || {
        let mut apt = Command::new(if is_root { "env" } else { "sudo" });
        if !is_root {
            apt.arg("-n");
        }
        apt.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        apt
    };
    if !is_root && !may_sudo() {
        bail!(
            "installing {} through apt-get takes root",
            packages.join(", ")
        );
    }
    run(apt().args(["--quiet", "update"]))?;
    run(apt()
        .args([
            "--quiet",
            "--yes",
            "--option=Dpkg::Options::=--force-confdef",
            "--no-install-recommends",
            "install",
        ])
        .args(packages))
}
