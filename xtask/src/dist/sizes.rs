//! Measures the files, raw and compressed as they are sent.

use std::fmt::Write as _;
use std::io::Write as _;

use anyhow::Result;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::widget::{self, Bundle, MODULE, REACT, WASM};

/// The sizes of one file, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Size {
    /// The file's name, without the hash in it.
    pub name: String,
    /// Uncompressed.
    pub raw: usize,
    /// At the highest gzip level of common servers.
    pub gzip: usize,
    /// At the highest brotli quality that browsers accept.
    pub brotli: usize,
}

impl Size {
    /// Whether browsers load the file. Declarations and the like are for editors, and the component for
    /// React is for bundlers.
    pub fn is_loaded(&self) -> bool {
        is_loaded(&self.name)
    }
}

/// Whether browsers load a file of this name.
pub(super) fn is_loaded(name: &str) -> bool {
    name != REACT && [".js", ".wasm", ".bin"].iter().any(|end| name.ends_with(end))
}

/// Measures every file of the bundle.
///
/// # Errors
///
/// None in practice: memory is read and written.
pub fn measure(bundle: &Bundle) -> Result<Vec<Size>> {
    let size = |(name, contents): (&str, &[u8])| {
        Ok(Size {
            name: widget::plain_name(name),
            raw: contents.len(),
            gzip: gzip(contents)?,
            brotli: brotli(contents)?,
        })
    };
    bundle.iter().map(size).collect()
}

/// The length of the contents at the highest gzip level of common servers.
fn gzip(contents: &[u8]) -> Result<usize> {
    Ok(zipped(contents)?.len())
}

/// The contents at the highest gzip level of common servers.
pub(super) fn zipped(contents: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(contents)?;
    Ok(encoder.finish()?)
}

/// The length of the contents at the highest brotli quality that browsers accept.
pub(super) fn brotli(contents: &[u8]) -> Result<usize> {
    Ok(compressed(contents)?.len())
}

/// The contents at the highest brotli quality that browsers accept.
///
/// # Errors
///
/// None in practice: memory is read and written.
pub fn compressed(contents: &[u8]) -> Result<Vec<u8>> {
    compressed_with(contents, BEST)
}

/// The highest brotli quality, which is slow.
pub(super) const BEST: i32 = 11;
/// A fast brotli quality, for files that are deleted after the tests.
pub(super) const QUICK: i32 = 4;

/// The contents, compressed with this brotli quality.
pub(super) fn compressed_with(contents: &[u8], quality: i32) -> Result<Vec<u8>> {
    let mut compressed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams {
        quality,
        lgwin: 22,
        size_hint: contents.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &*contents, &mut compressed, &parameters)?;
    Ok(compressed)
}

/// The words of an English page.
pub const ENGLISH: &str = "locale-en.bin";

/// The sum of the files that an English page loads first: the script, the WebAssembly and the words.
pub fn first_load(sizes: &[Size]) -> Size {
    let sum = |of: fn(&Size) -> usize| {
        sizes.iter().filter(|size| [MODULE, WASM, ENGLISH].contains(&&*size.name)).map(of).sum()
    };
    Size {
        name: "first load".to_owned(),
        raw: sum(|size| size.raw),
        gzip: sum(|size| size.gzip),
        brotli: sum(|size| size.brotli),
    }
}

/// The sizes as a table, one file on each line, with the first load at the end.
pub(super) fn table(sizes: &[Size]) -> String {
    let total = first_load(sizes);
    let width = sizes.iter().map(|size| size.name.len()).max().unwrap_or(0).max(total.name.len());
    let mut text = format!("{:width$}  {:>9}  {:>9}  {:>9}\n", "bytes", "raw", "gzip", "brotli");
    for Size { name, raw, gzip, brotli } in sizes.iter().chain([&total]) {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{name:width$}  {raw:>9}  {gzip:>9}  {brotli:>9}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_load_is_the_sum_of_its_files() {
        let mut bundle = Bundle::default();
        bundle.insert(MODULE, vec![b'a'; 1000]);
        bundle.insert(WASM, vec![b'b'; 500]);
        bundle.insert("a.bin", vec![b'c'; 9000]);
        bundle.insert(ENGLISH, vec![b'd'; 200]);
        let sizes = measure(&bundle).unwrap();
        assert_eq!(sizes.iter().map(|size| size.raw).collect::<Vec<_>>(), [9000, 1000, 500, 200]);
        assert!(sizes.iter().all(|size| size.brotli < size.gzip && size.gzip < 60), "{sizes:?}");

        let table = table(&sizes);
        let last = table.lines().last().unwrap();
        assert!(last.starts_with("first load") && last.contains(" 1700 "), "{table}");
    }
}
