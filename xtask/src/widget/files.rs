//! `files.js`: which files the module loads, and the hash of each.
//!
//! `www/files.js` stands in for it where nothing is built, so that editors and
//! the type checker know its shape.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha384};

use super::Bundle;

/// The module's text, for the files that are in the bundle by now.
pub(super) fn module(bundle: &Bundle) -> String {
    let mut text = format!("export const VERSION = \"{}\";\n", env!("CARGO_PKG_VERSION"));
    text.push_str("export const FILES = {\n");
    for (name, contents) in bundle.iter() {
        let integrity = integrity(contents);
        // Writing to a string cannot fail.
        let _ = writeln!(text, "  \"{name}\": {{ name: \"{name}\", integrity: \"{integrity}\" }},");
    }
    text.push_str("};\n");
    text
}

/// The hash of a file, as `fetch` and `<script>` take it.
fn integrity(contents: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(contents)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_listed_with_its_hash() {
        let mut bundle = Bundle::default();
        bundle.insert("zone-2.bin", Vec::new());
        let text = module(&bundle);
        // The hash of nothing, as `openssl dgst -sha384 -binary | base64` has it.
        let hash = "OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb";
        let line = format!("{{ name: \"zone-2.bin\", integrity: \"sha384-{hash}\" }}");
        assert!(text.contains(&line), "{text}");
        assert!(text.starts_with("export const VERSION = \""), "{text}");
    }
}
