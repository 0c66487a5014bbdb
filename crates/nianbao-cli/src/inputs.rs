//! Which files a command works on: files, folders, archives and lists of them, in the order they were named.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow};
use nianbao_read::{MAX_FILE_BYTES, READABLE};
use walkdir::WalkDir;
use zip::ZipArchive;

use crate::terminal::{in_one_line, in_words, name};

/// What all files of one archive may hold together.
const MAX_ARCHIVE_BYTES: u64 = 8 << 30;

/// Which files to work on.
#[derive(clap::Args)]
#[group(skip)]
pub(crate) struct Args {
    /// 文件；文件夹和 .zip 压缩包则是其中的全部年报，按文件名的次序
    #[arg(value_name = "文件", required_unless_present = "files_from")]
    files: Vec<PathBuf>,
    /// 从这个文件读文件名，每行一个，- 是标准输入
    #[arg(long, value_name = "清单")]
    files_from: Option<PathBuf>,
    /// 同时处理几个文件；不写则与处理器的个数相同
    #[arg(
        long,
        value_name = "个数",
        default_value_t = 0,
        hide_default_value = true
    )]
    threads: usize,
}

/// One file.
pub(crate) struct Input {
    path: PathBuf,
    /// Its name in the archive at that path, and what it holds.
    packed: Option<(String, Vec<u8>)>,
}

/// All files one after the other; each is looked for only when it is asked for.
pub(crate) struct Inputs {
    named: std::vec::IntoIter<PathBuf>,
    list: Option<(PathBuf, Box<dyn BufRead + Send>)>,
    folder: Option<walkdir::IntoIter>,
    archive: Option<Archive>,
    n_known: Option<usize>,
    n_threads: usize,
}

/// An archive that is being gone through.
struct Archive {
    path: PathBuf,
    zip: ZipArchive<BufReader<File>>,
    /// Places in the archive, by name.
    places: std::vec::IntoIter<(String, usize)>,
    bytes_left: u64,
}

impl Args {
    /// All reports in a folder.
    pub(crate) fn of_folder(path: &Path) -> Args {
        Args {
            files: vec![path.to_owned()],
            files_from: None,
            threads: 0,
        }
    }

    /// Whether there is exactly one file, and no list of which it might be one.
    pub(crate) fn is_single(&self) -> bool {
        let is_file = |path: &PathBuf| !path.is_dir() && !is_archive(path);
        self.files_from.is_none() && matches!(&self.files[..], [only] if is_file(only))
    }

    /// The files.
    ///
    /// # Errors
    /// The list cannot be opened.
    pub(crate) fn open(&self) -> anyhow::Result<Inputs> {
        let list: Option<(_, Box<dyn BufRead + Send>)> = match &self.files_from {
            None => None,
            Some(path) if path.as_os_str() == "-" => Some((
                PathBuf::from("标准输入"),
                Box::new(BufReader::new(io::stdin())),
            )),
            Some(path) => {
                let file = File::open(path)
                    .map_err(|error| anyhow!(in_words(&error)))
                    .with_context(|| name(path))?;
                Some((path.clone(), Box::new(BufReader::new(file))))
            }
        };
        let is_file = |path: &PathBuf| !path.is_dir() && !is_archive(path);
        let are_files = list.is_none() && self.files.iter().all(is_file);
        Ok(Inputs {
            n_known: are_files.then_some(self.files.len()),
            named: self.files.clone().into_iter(),
            list,
            folder: None,
            archive: None,
            n_threads: self.threads,
        })
    }
}

impl Inputs {
    /// How many files there are, where that is known before they are looked for.
    pub(crate) fn n_known(&self) -> Option<usize> {
        self.n_known
    }

    /// How many files are worked on at once; 0 leaves it to the machine.
    pub(crate) fn n_threads(&self) -> usize {
        self.n_threads
    }

    /// The next file, or why what was named there cannot be looked through.
    pub(crate) fn next(&mut self) -> Option<anyhow::Result<Input>> {
        loop {
            if let Some(archive) = &mut self.archive {
                match archive.next() {
                    Some(input) => return Some(input),
                    None => self.archive = None,
                }
            } else if let Some(folder) = &mut self.folder {
                match folder.next() {
                    None => self.folder = None,
                    Some(Ok(entry)) if entry.file_type().is_dir() => {}
                    Some(Ok(entry)) if !is_meant(entry.path()) => {}
                    Some(Ok(entry)) => {
                        if let Some(input) = self.begin_file(entry.into_path()) {
                            return Some(input);
                        }
                    }
                    Some(Err(error)) => return Some(Err(of_folder(error))),
                }
            } else {
                let path = match self.named.next() {
                    Some(path) => path,
                    None => match self.next_in_list()? {
                        Ok(path) => path,
                        Err(error) => return Some(Err(error)),
                    },
                };
                if path.is_dir() {
                    self.folder = Some(WalkDir::new(path).sort_by_file_name().into_iter());
                } else if let Some(input) = self.begin_file(path) {
                    return Some(input);
                }
            }
        }
    }

    /// A file, unless it is an archive, which is opened.
    fn begin_file(&mut self, path: PathBuf) -> Option<anyhow::Result<Input>> {
        if !is_archive(&path) {
            return Some(Ok(Input { path, packed: None }));
        }
        match Archive::open(&path) {
            Ok(archive) => {
                self.archive = Some(archive);
                None
            }
            Err(error) => Some(Err(error.context(name(&path)))),
        }
    }

    fn next_in_list(&mut self) -> Option<anyhow::Result<PathBuf>> {
        let (path, list) = self.list.as_mut()?;
        let mut line = Vec::new();
        loop {
            line.clear();
            match list.read_until(b'\n', &mut line) {
                Ok(0) => {
                    self.list = None;
                    return None;
                }
                Ok(_) => {}
                Err(error) => {
                    let error = anyhow!(in_words(&error)).context(name(path));
                    self.list = None;
                    return Some(Err(error));
                }
            }
            while let Some(b'\n' | b'\r') = line.last() {
                line.pop();
            }
            if !line.is_empty() {
                return Some(Ok(path_of(&line)));
            }
        }
    }
}

impl Input {
    /// A file that is named by itself.
    pub(crate) fn of(path: &Path) -> Input {
        Input {
            path: path.to_owned(),
            packed: None,
        }
    }

    /// How the file is called: its path, and within an archive its name there.
    pub(crate) fn file(&self) -> String {
        match &self.packed {
            None => self.path.display().to_string(),
            Some((part, _)) => format!("{}/{part}", self.path.display()),
        }
    }

    /// The same in one line that steers no terminal.
    pub(crate) fn name(&self) -> String {
        in_one_line(&self.file()).into_owned()
    }

    /// The last part of its name, which readers look at, and what it holds.
    pub(crate) fn content(self) -> io::Result<(String, Vec<u8>)> {
        match self.packed {
            Some((part, bytes)) => Ok((part, bytes)),
            None => {
                let name = self.path.file_name().unwrap_or_default();
                let name = name.to_string_lossy().into_owned();
                Ok((name, limited(File::open(&self.path)?)?))
            }
        }
    }
}

impl Archive {
    fn open(path: &Path) -> anyhow::Result<Archive> {
        let file = File::open(path).map_err(|error| anyhow!(in_words(&error)))?;
        let zip = ZipArchive::new(BufReader::new(file));
        let mut zip = zip.map_err(|_| anyhow!("压缩包不完整或已损坏，无法打开。"))?;
        let mut places = Vec::new();
        for place in 0..zip.len() {
            let Ok(entry) = zip.by_index_raw(place) else {
                continue;
            };
            let name = name_of(entry.name_raw());
            if entry.is_file() && is_meant(Path::new(&name)) {
                places.push((name, place));
            }
        }
        places.sort_unstable();
        Ok(Archive {
            path: path.to_owned(),
            zip,
            places: places.into_iter(),
            bytes_left: MAX_ARCHIVE_BYTES,
        })
    }

    fn next(&mut self) -> Option<anyhow::Result<Input>> {
        let (part, place) = self.places.next()?;
        let path = self.path.clone();
        let read = match self.bytes_left {
            0 => Err(anyhow!("压缩包里的文件太多或太大，后面的没有读取。")),
            _ => self.unpacked(place),
        };
        if self.bytes_left == 0 {
            self.places = Vec::new().into_iter();
        }
        Some(match read {
            Ok(bytes) => Ok(Input {
                path,
                packed: Some((part, bytes)),
            }),
            Err(error) => {
                let whole = format!("{}/{part}", path.display());
                Err(error.context(in_one_line(&whole).into_owned()))
            }
        })
    }

    fn unpacked(&mut self, place: usize) -> anyhow::Result<Vec<u8>> {
        let entry = self.zip.by_index(place);
        let entry = entry.map_err(|_| anyhow!("压缩包里的这个文件加了密码，或者已损坏。"))?;
        let bytes = limited(entry).map_err(|_| anyhow!("压缩包里的这个文件已损坏。"))?;
        self.bytes_left = self.bytes_left.saturating_sub(bytes.len() as u64);
        Ok(bytes)
    }
}

/// At most one byte more than what is read at all, so that the reader sees that it is too much.
fn limited(file: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(MAX_FILE_BYTES).unwrap_or(u64::MAX);
    file.take(limit + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn ending(path: &Path) -> String {
    let ending = path.extension().unwrap_or_default();
    ending.to_string_lossy().to_lowercase()
}

fn is_archive(path: &Path) -> bool {
    ending(path) == "zip"
}

/// Whether a file that nobody named by itself may be a report: by its ending, and not hidden or locked by an office program.
fn is_meant(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let ending = ending(path);
    let is_readable = READABLE.iter().any(|kind| kind.endings.contains(&&*ending));
    (is_readable || ending == "zip") && !name.starts_with('.') && !name.starts_with("~$")
}

/// A name in an archive: in UTF-8, or else as Chinese Windows writes it.
fn name_of(raw: &[u8]) -> String {
    match std::str::from_utf8(raw) {
        Ok(name) => name.to_owned(),
        Err(_) => encoding_rs::GB18030.decode(raw).0.into_owned(),
    }
}

fn of_folder(error: walkdir::Error) -> anyhow::Error {
    let path = error.path().map(name).unwrap_or_default();
    let words = error.into_io_error().map_or_else(
        || "文件夹互相包含，没有再进去。".to_owned(),
        |error| in_words(&error),
    );
    anyhow!(words).context(path)
}

#[cfg(unix)]
fn path_of(line: &[u8]) -> PathBuf {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    PathBuf::from(OsStr::from_bytes(line))
}

#[cfg(not(unix))]
fn path_of(line: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(line).into_owned())
}
