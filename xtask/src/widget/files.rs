//! Generates `files.js`, which lists the files that the script loads, with the hash of each.

use std::fmt::Write as _;

use anyhow::{Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256, Sha384};

use super::{Bundle, WASM};

/// The type declarations in the module.
const TYPES: &str = "\
/**
 * A file beside the module: where it is, and the hash it must have. Each has an expression
 * of its own, as bundlers look for exactly this one, and take the file along.
 * @typedef {{ name: string, url: () => URL, integrity: string }} File
 */
";

/// Puts the start of its hash into the name of each file, so that caches may keep the file forever.
/// Returns the files, and the module that lists them: the widget's version, the WebAssembly, and what
/// is fetched when it is needed: the numbering plans by world zone, the words by language, and the flags.
///
/// # Errors
///
/// If a file is none of these.
pub(super) fn name_by_contents(bundle: &Bundle) -> Result<(Bundle, String)> {
    let mut text = format!("{TYPES}export const VERSION = \"{}\";\n", env!("CARGO_PKG_VERSION"));
    let mut files = String::new();
    let mut named = Bundle::default();
    let hashes = hashes_for_few_pages(bundle);
    let hashes = hashes.iter().map(|hashes| (HASHES, &**hashes));
    for (name, contents) in bundle.iter().chain(hashes) {
        // Every page loads these hashes, so SHA-256 is used: a longer hash is no safer here.
        let hash = Sha256::digest(contents);
        let hashed = hashed_name(name, &hash);
        let key = name.strip_suffix(".bin").and_then(|name| name.split_once('-'));
        let integrity = match key_for_few_pages(name) {
            Some(_) => String::new(),
            None => format!("sha256-{}", STANDARD.encode(hash)),
        };
        // Bundlers look for `new URL("./…", import.meta.url)`, and for nothing less literal.
        let file = format!(
            "{{ name: \"{hashed}\", url: () => new URL(\"./{hashed}\", import.meta.url), integrity: \"{integrity}\" }}",
        );
        // Writing to a string cannot fail.
        let _ = match key {
            Some(("zone" | "locale", key)) => writeln!(files, "  \"{key}\": {file},"),
            _ if name == FLAGS => writeln!(files, "  \"flags\": {file},"),
            _ if name == WASM => writeln!(text, "export const WASM = {file};"),
            _ => bail!("www/instance.js does not know what {name} is"),
        };
        named.insert(&hashed, contents.to_vec());
    }
    let _ = writeln!(text, "/** @type {{Partial<Record<number | string, File>>}} */");
    let _ = writeln!(text, "export const FILES = {{\n{files}}};");
    Ok((named, text))
}

/// The file of flags.
pub(super) const FLAGS: &str = "flags.bin";

/// The file with the hashes of the flags and of most languages: every page loads the script, and few
/// need them.
const HASHES: &str = "locale-hashes.bin";

/// The languages that many pages need: their hashes are in the script.
const COMMON_LANGUAGES: [&str; 3] = ["en", "fr", "es"];

/// The key of a file whose hash is not in the script: the flags, or the words of a language.
fn key_for_few_pages(name: &str) -> Option<&str> {
    if name == FLAGS {
        return Some("flags");
    }
    let tag = name.strip_prefix("locale-")?.strip_suffix(".bin")?;
    (name != HASHES && !COMMON_LANGUAGES.contains(&tag)).then_some(tag)
}

/// The hashes of these files as a JSON object, in the format of `fetch`.
fn hashes_for_few_pages(bundle: &Bundle) -> Option<Vec<u8>> {
    let mut hashes = serde_json::Map::new();
    for (name, contents) in bundle.iter() {
        if let Some(key) = key_for_few_pages(name) {
            let hash = format!("sha256-{}", STANDARD.encode(Sha256::digest(contents)));
            hashes.insert(key.to_owned(), hash.into());
        }
    }
    (!hashes.is_empty()).then(|| serde_json::Value::Object(hashes).to_string().into_bytes())
}

/// How many hexadecimal digits of the hash are in a name. Two versions of a file have the same name
/// with a probability of one in sixteen million. `integrity` then refuses the cached one. The script
/// has each name twice, and digits cannot be compressed.
const DIGITS: usize = 6;

fn hashed_name(name: &str, hash: &[u8]) -> String {
    let mut digits: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    digits.truncate(DIGITS);
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}.{digits}.{extension}"),
        None => format!("{name}.{digits}"),
    }
}

/// The name of a file without the digits of its hash.
pub fn plain_name(name: &str) -> String {
    let mut parts: Vec<_> = name.split('.').collect();
    parts.retain(|part| part.len() != DIGITS || !part.bytes().all(|b| b.is_ascii_hexdigit()));
    parts.join(".")
}

/// The hash of a file in the format of `fetch` and `<script>`, for the authors of host pages.
pub fn integrity(contents: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(contents)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_listed_and_named_with_its_hash() -> Result<()> {
        let mut bundle = Bundle::default();
        bundle.insert("zone-2.bin", Vec::new());
        bundle.insert("locale-fr.bin", Vec::new());
        bundle.insert(FLAGS, vec![0]);
        let (named, text) = name_by_contents(&bundle)?;
        // The hash of nothing, as `openssl dgst -sha256 -binary | base64` has it.
        let hash = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
        let url = "new URL(\"./zone-2.e3b0c4.bin\", import.meta.url)";
        let name = "zone-2.e3b0c4.bin";
        let line = format!(
            "\"2\": {{ name: \"{name}\", url: () => {url}, integrity: \"sha256-{hash}\" }}"
        );
        assert!(text.contains(&line), "{text}");
        // The hash of a byte 0, beside those of the languages that few pages need.
        let flags = "flags.6e340b.bin";
        let file =
            format!("{{ name: \"{flags}\", url: () => new URL(\"./{flags}\", import.meta.url)");
        assert!(text.contains(&format!("\"flags\": {file}, integrity: \"\" }}")), "{text}");
        let (hashes, contents) = named.iter().find(|(name, _)| name.contains("hashes")).unwrap();
        let hash = "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=";
        assert_eq!(contents, format!("{{\"flags\":\"sha256-{hash}\"}}").as_bytes());
        assert!(text.contains("\"fr\": { name: \"locale-fr.e3b0c4.bin\""), "{text}");
        let names: Vec<_> = named.iter().map(|(name, _)| name).collect();
        assert_eq!(names, [flags, "locale-fr.e3b0c4.bin", hashes, "zone-2.e3b0c4.bin"]);
        assert_eq!(plain_name(names[3]), "zone-2.bin");
        assert_eq!(plain_name("lead-phone-form.js"), "lead-phone-form.js");
        bundle.insert("other.bin", Vec::new());
        assert!(name_by_contents(&bundle).is_err());
        Ok(())
    }
}
