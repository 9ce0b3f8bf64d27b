//! Writes the metadata for the sandbox: Google's patterns unchanged, one region on each line.

use super::metadata::{Code, Metadata, Region};

/// The text of `sandbox/src/api/metadata.tsv`. `sandbox/src/api/number.rs` documents the columns.
pub fn text(metadata: &Metadata) -> String {
    let lines = metadata
        .codes
        .iter()
        .flat_map(|code| code.regions.iter().map(|region| line(code, region) + "\n"));
    lines.collect()
}

fn line(code: &Code, region: &Region) -> String {
    let lengths: Vec<String> = region.lengths.iter().map(u32::to_string).collect();
    let lengths = lengths.join(",");
    let mut fields = vec![&code.code, &lengths, &region.leading, &region.general];
    for (_, pattern) in &region.types {
        // Fixed lines and mobile phones often have the same pattern.
        if !fields.get(4..).is_some_and(|types| types.contains(&pattern)) {
            fields.push(pattern);
        }
    }
    fields.iter().map(|field| field.as_str()).collect::<Vec<_>>().join("\t")
}
