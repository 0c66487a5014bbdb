//! Builds a file around the parts that a fuzzer changes: changed as a whole, its checksums would be wrong
//! and no reader would be reached.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// An archive of parts; their contents are the pieces of the data between zero bytes, in order.
pub fn archive(data: &[u8], parts: &[&str]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in parts.iter().zip(data.split(|byte| *byte == 0)) {
        zip.start_file(*name, options).expect("memory suffices");
        zip.write_all(content).expect("memory suffices");
    }
    zip.finish().expect("memory suffices").into_inner()
}
