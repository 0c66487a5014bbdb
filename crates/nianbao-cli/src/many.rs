//! Works on many files at once, and tells what came of each in the order they were named.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use anyhow::anyhow;
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;

/// Does some work for every file and then tells of it; a file that fails never stops the rest.
///
/// Only a few files for each processor are in memory at a time, however many there are.
pub(crate) fn for_each<T: Send>(
    files: &[PathBuf],
    work: impl Fn(&Path) -> anyhow::Result<T> + Sync,
    mut tell: impl FnMut(&Path, anyhow::Result<T>) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    const FILES_EACH: usize = 4;
    let bar = progress_bar(files.len());
    for files in files.chunks(FILES_EACH * rayon::current_num_threads()) {
        let work = |path: &PathBuf| {
            // A mistake of ours in one file is no reason to lose the others.
            let done = catch_unwind(AssertUnwindSafe(|| work(path)));
            bar.inc(1);
            done.unwrap_or_else(|_| {
                let sorry = anyhow!("程序出错，没有处理完这个文件；请把它发给开发者。");
                Err(sorry.context(path.display().to_string()))
            })
        };
        let results: Vec<_> = files.par_iter().map(work).collect();
        bar.suspend(|| {
            let mut results = files.iter().zip(results);
            results.try_for_each(|(path, result)| tell(path, result))
        })?;
    }
    bar.finish_and_clear();
    Ok(())
}

/// Seen only on a terminal, and only where there is something to wait for.
fn progress_bar(n_files: usize) -> ProgressBar {
    if n_files < 2 {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} 份，约剩 {eta}");
    let style = style.expect("the template is well formed");
    ProgressBar::new(u64::try_from(n_files).unwrap_or(u64::MAX)).with_style(style)
}
