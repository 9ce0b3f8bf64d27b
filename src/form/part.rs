//! Finding parts of a text, byte by byte.

/// Where a part that is not empty begins in a text, in bytes.
///
/// In place of `str::find`, whose search in linear time weighs more than all that is looked
/// for here.
pub fn find(text: &str, part: &str) -> Option<usize> {
    text.as_bytes().windows(part.len()).position(|window| window == part.as_bytes())
}

/// What is at the start of a text, of one kind of ASCII.
pub fn leading(text: &str, is_kind: impl Fn(u8) -> bool) -> &str {
    let end = text.bytes().position(|byte| !is_kind(byte));
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

/// As many characters of a text as are asked for, from its start.
pub fn first(text: &str, characters: usize) -> &str {
    let mut rest = text.chars();
    for _ in 0..characters {
        rest.next();
    }
    text.get(..text.len() - rest.as_str().len()).unwrap_or_default()
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

    #[test]
    fn the_first_characters_are_whole_ones() {
        for (count, found) in [(0, ""), (1, "é"), (2, "é1"), (3, "é1"), (9, "é1")] {
            assert_eq!(first("é1", count), found);
        }
    }

    #[test]
    fn what_leads_ends_before_the_first_of_another_kind() {
        for (text, digits) in [("12é", "12"), ("é12", ""), ("12", "12"), ("", "")] {
            assert_eq!(leading(text, |byte| byte.is_ascii_digit()), digits, "{text}");
        }
    }
}
