//! The page as Trunk built it: its files, what is replaced in them, and how they are hashed.

use std::{fs, path::Path};

use anyhow::{Context, Result, ensure};
use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use sha2::{Digest, Sha256};

/// The folder in which Trunk puts the page together.
#[derive(Clone, Copy)]
pub(crate) struct Built<'a>(pub(crate) &'a Path);

impl Built<'_> {
    /// A file of the built page.
    pub(crate) fn read(self, name: &str) -> Result<Vec<u8>> {
        fs::read(self.0.join(name)).with_context(|| format!("{name} is not built"))
    }

    /// A text file of the built page.
    pub(crate) fn text(self, name: &str) -> Result<String> {
        String::from_utf8(self.read(name)?).with_context(|| format!("{name} is no text"))
    }

    /// Writes a text file of it.
    pub(crate) fn write(self, name: &str, content: &str) -> Result<()> {
        Ok(fs::write(self.0.join(name), content)?)
    }
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

/// Bytes in hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
