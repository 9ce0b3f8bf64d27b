//! The tables of `docs/src/speed.md`, which this command writes between markers.

use std::fs;

use anyhow::{Context as _, Result};

use crate::pages::Page;
use crate::results::Results;
use crate::samples::Unit;
use crate::table::figure;
use xtask::dist::sizes::{ENGLISH, Size, first_load};
use xtask::widget::{MODULE, WASM};
use xtask::workspace;

/// The page with the tables.
pub(crate) const PAGE: &str = "docs/src/speed.md";

/// The columns of the table of pages: the row of the results, and its heading.
const COLUMNS: [(&str, &str); 9] = [
    ("bytes before typing", "bytes to type"),
    ("ready", "ready, ms"),
    ("ready, warm cache", "again, ms"),
    ("bytes until saved by a typist", "bytes to save"),
    ("saved by a typist", "saved, ms"),
    ("task time per key, typing", "a key, ms"),
    ("task time per key, in a burst", "in a burst, ms"),
    ("ready, 100 forms", "100 forms, ms"),
    ("ready, 100 forms made later", "made later, ms"),
];

/// The file with the hashes of the languages whose labels are not in the script.
const LANGUAGE_HASHES: &str = "locale-hashes.bin";

/// Writes the table of pages and the table of sizes. The latter includes the size of a build with
/// `dist --plain`.
pub(crate) fn write(results: &Results, sizes: &[Size], plain: &[Size]) -> Result<()> {
    let path = workspace::root().join(PAGE);
    let mut text = fs::read_to_string(&path).with_context(|| format!("{PAGE} cannot be read"))?;
    text = replaced(&text, "sizes", &of_sizes(sizes, plain))?;
    text = replaced(&text, "bench", &of_pages(results))?;
    fs::write(&path, text).with_context(|| format!("{PAGE} cannot be written"))
}

/// The text with a new table between the markers of this name.
fn replaced(text: &str, name: &str, table: &str) -> Result<String> {
    let (begin, end) =
        (format!("<!-- {name}: by cargo xtask bench -->\n"), format!("<!-- /{name} -->"));
    let found = text.split_once(&begin).and_then(|(before, rest)| {
        let (_, after) = rest.split_once(&end)?;
        Some(format!("{before}{begin}\n{table}\n{end}{after}"))
    });
    found.with_context(|| format!("{PAGE} has no `{}` with `{end}` after it", begin.trim()))
}

/// The sizes of the shipped files, in bytes: what an English page loads first, its sum, the sum for a
/// plain build, and what other pages load. Of the other languages only the largest is listed.
fn of_sizes(sizes: &[Size], plain: &[Size]) -> String {
    let mut text = String::from("| | raw | gzip | brotli |\n| --- | ---: | ---: | ---: |\n");
    let mut row = |name: &str, size: &Size| {
        let [raw, gzip, brotli] =
            [size.raw, size.gzip, size.brotli].map(|bytes| figure(bytes as f64, Unit::Bytes));
        text += &format!("| {name} | {raw} | {gzip} | {brotli} |\n");
    };
    let is_first = |size: &&Size| [MODULE, WASM, ENGLISH].contains(&size.name.as_str());
    let is_language =
        |size: &&Size| size.name.starts_with("locale-") && size.name != LANGUAGE_HASHES;
    for size in sizes.iter().filter(is_first) {
        row(&format!("`{}`", size.name), size);
    }
    row("first load of an English page", &first_load(sizes));
    row("the same with `--plain`", &first_load(plain));
    let others: Vec<_> = sizes.iter().filter(is_language).filter(|size| !is_first(size)).collect();
    if let Some(largest) = others.iter().max_by_key(|size| size.brotli) {
        let name = format!("`{}`, the largest of {} other languages", largest.name, others.len());
        row(&name, largest);
    }
    let is_rest = |size: &&Size| size.is_loaded() && !is_first(size) && !is_language(size);
    for size in sizes.iter().filter(is_rest) {
        row(&format!("`{}`", size.name), size);
    }
    text
}

/// The table that compares the pages.
fn of_pages(results: &Results) -> String {
    let mut text = String::from("| |");
    let mut rule = String::from("| --- |");
    for (_, heading) in COLUMNS {
        text += &format!(" {heading} |");
        rule += " ---: |";
    }
    text += &format!("\n{rule}\n");
    for page in Page::ALL.into_iter().filter(|&page| page != Page::OursBefore) {
        let cells = COLUMNS.map(|(what, _)| {
            let row = results.row(what);
            let median = row.and_then(|row| Some(figure(row.median(page)?, row.unit)));
            median.unwrap_or_else(|| "–".to_owned())
        });
        text += &format!("| {} | {} |\n", described(page), cells.join(" | "));
    }
    text
}

/// A short description of a page.
fn described(page: Page) -> &'static str {
    match page {
        Page::Ours => "`<lead-phone-form>`",
        Page::OursPreloaded => "the same, its WebAssembly preloaded",
        Page::OursBefore => "the same, another build",
        Page::VanillaNone => "by hand, no numbering plans (`vanilla-none`)",
        Page::VanillaLpn => "by hand, libphonenumber-js min (`vanilla-lpn`)",
        Page::VanillaLpnMax => "by hand, libphonenumber-js max (`vanilla-lpn-max`)",
        Page::ItiUtils => "intl-tel-input with utils (`iti-utils`)",
        Page::RpniMin => "React, react-phone-number-input min (`rpni-min`)",
        Page::VueTel => "Vue, vue-tel-input (`vue-tel`)",
        Page::RipValid => "React, react-international-phone, google-libphonenumber (`rip-valid`)",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::results::Part;
    use crate::samples::Samples;

    #[test]
    fn a_table_replaces_the_one_between_its_markers_and_nothing_else() {
        let text = "a\n<!-- sizes: by cargo xtask bench -->\nold\n<!-- /sizes -->\nb\n";
        let new = replaced(text, "sizes", "| new |\n").unwrap();
        let expected = "a\n<!-- sizes: by cargo xtask bench -->\n\n| new |\n\n<!-- /sizes -->\nb\n";
        assert_eq!(new, expected);
        assert_eq!(replaced(&new, "sizes", "| new |\n").unwrap(), new);
        let missing = replaced(text, "bench", "").unwrap_err().to_string();
        assert!(missing.contains("no `<!-- bench: by cargo xtask bench -->`"), "{missing}");
    }

    #[test]
    fn sizes_are_those_of_an_english_page_and_one_line_is_for_the_other_languages() {
        let size =
            |name: &str, brotli| Size { name: name.to_owned(), raw: 9_000, gzip: 4_000, brotli };
        let sizes = [
            size(MODULE, 1_000),
            size(WASM, 2_500),
            size("a.d.ts", 1),
            size(ENGLISH, 100),
            size("locale-fr.bin", 120),
            size("locale-hashes.bin", 900),
            size("locale-pa.bin", 170),
            size("zone-2.bin", 40),
        ];
        let expected = "\
| | raw | gzip | brotli |
| --- | ---: | ---: | ---: |
| `lead-phone-form.js` | 9,000 | 4,000 | 1,000 |
| `lead-phone-form.wasm` | 9,000 | 4,000 | 2,500 |
| `locale-en.bin` | 9,000 | 4,000 | 100 |
| first load of an English page | 27,000 | 12,000 | 3,600 |
| the same with `--plain` | 27,000 | 12,000 | 4,300 |
| `locale-pa.bin`, the largest of 2 other languages | 9,000 | 4,000 | 170 |
| `locale-hashes.bin` | 9,000 | 4,000 | 900 |
| `zone-2.bin` | 9,000 | 4,000 | 40 |
";
        let plain = [size(MODULE, 1_000), size(WASM, 3_200), size(ENGLISH, 100)];
        assert_eq!(of_sizes(&sizes, &plain), expected);
    }

    #[test]
    fn the_page_has_a_place_for_each_table() {
        let text = fs::read_to_string(workspace::root().join(PAGE)).unwrap();
        for name in ["sizes", "bench"] {
            assert!(replaced(&text, name, "").is_ok(), "{name}");
        }
    }

    #[test]
    fn pages_have_their_medians_or_a_dash() {
        let mut samples = Samples::default();
        samples.add(Page::Ours, "ready", Unit::Milliseconds, 1_234.0);
        samples.add(Page::ItiUtils, "bytes before typing", Unit::Bytes, 106_481.0);
        let part = Part { browser: String::new(), rounds: 1, rows: samples.rows() };
        let mut results = Results::new();
        results.parts.insert("loading".to_owned(), part);
        let table = of_pages(&results);
        assert!(table.contains("| `<lead-phone-form>` | – | 1,234 | – | – |"), "{table}");
        assert!(table.contains("(`iti-utils`) | 106,481 | – | – |"), "{table}");
    }
}
