//! Writes files: beside the old one, which is replaced when the new one is complete.

use std::fs::{self, File, Permissions};
use std::io::{self, Write};
use std::path::Path;

use anyhow::anyhow;
use tempfile::Builder;

use crate::terminal::{in_words, name};

/// Puts a file in the place of an older one; that stays as it was if anything goes wrong.
pub(crate) fn save(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    replace(path, bytes).map_err(|error| anyhow!("{}: {}", name(path), in_words(&error)))
}

fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // A link stays a link to what is replaced.
    let real = fs::canonicalize(path);
    let path = real.as_deref().unwrap_or(path);
    let old = fs::metadata(path).ok();
    // What is a device or a pipe cannot be replaced.
    if old
        .as_ref()
        .is_some_and(|old| !old.is_file() && !old.is_dir())
    {
        return File::options().write(true).open(path)?.write_all(bytes);
    }
    if old.as_ref().is_some_and(fs::Metadata::is_dir) {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if old.as_ref().is_some_and(|old| old.permissions().readonly()) {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let permissions = old.map_or_else(usual_permissions, |old| Some(old.permissions()));
    let mut builder = Builder::new();
    builder.prefix(".nianbao-");
    if let Some(permissions) = permissions {
        builder.permissions(permissions);
    }
    let mut beside = builder.tempfile_in(folder.unwrap_or(Path::new(".")))?;
    beside.write_all(bytes)?;
    beside.as_file().sync_all()?;
    beside.persist(path)?;
    Ok(())
}

/// Those of a file that a program makes, less what the user takes from all.
#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere there are none")]
fn usual_permissions() -> Option<Permissions> {
    use std::os::unix::fs::PermissionsExt;
    Some(Permissions::from_mode(0o666))
}

#[cfg(not(unix))]
fn usual_permissions() -> Option<Permissions> {
    None
}
