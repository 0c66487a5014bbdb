//! Builds an archive around the bytes a fuzzer changes, since it would hardly ever find one by itself.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// An archive of these parts; their contents are the pieces of the data between zero bytes, in order.
/// Data that is an archive already stays as it is.
pub fn around(data: &[u8], parts: &[&str]) -> Vec<u8> {
    if data.starts_with(b"PK") {
        return data.to_vec();
    }
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in parts.iter().zip(data.split(|byte| *byte == 0)) {
        zip.start_file(*name, options).expect("memory suffices");
        zip.write_all(content).expect("memory suffices");
    }
    zip.finish().expect("memory suffices").into_inner()
}
