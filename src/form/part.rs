//! Finding a text in another.

/// Where a part that is not empty begins in a text, in bytes.
///
/// In place of `str::find`, whose search in linear time weighs more than all that is looked
/// for here.
pub fn find(text: &str, part: &str) -> Option<usize> {
    text.as_bytes().windows(part.len()).position(|window| window == part.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_a_part_is_found() {
        for (text, part, at) in [
            ("//", "//", Some(0)),
            ("https://a//b", "//", Some(6)),
            ("é(0)", "(0)", Some(2)),
            ("aab", "ab", Some(1)),
            ("a/b/", "//", None),
            ("/", "//", None),
            ("", "/", None),
        ] {
            assert_eq!(find(text, part), at, "{text} {part}");
        }
    }
}
