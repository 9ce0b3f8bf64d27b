//! Small replacements for `str` methods that work byte by byte.

/// The byte position of a part in a text. The part must not be empty.
///
/// `str::find` would add its linear-time algorithm to the WebAssembly, which is too large for the
/// short searches here.
pub fn find(text: &str, part: &str) -> Option<usize> {
    text.as_bytes().windows(part.len()).position(|window| window == part.as_bytes())
}

/// The start of a text that consists of one kind of ASCII bytes.
pub fn leading(text: &str, is_kind: impl Fn(u8) -> bool) -> &str {
    let end = text.bytes().position(|byte| !is_kind(byte));
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

/// The texts before and after the first byte of this kind of ASCII.
///
/// `str::split_once` and similar methods search for characters of any length and for patterns of
/// several bytes, which is more code.
pub fn split_once(text: &str, is_kind: fn(u8) -> bool) -> Option<(&str, &str)> {
    let at = text.bytes().position(is_kind)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// The parts between the bytes of this kind of ASCII, like `str::split`.
pub fn split(text: &str, is_kind: fn(u8) -> bool) -> Split<'_> {
    Split { rest: Some(text), is_kind }
}

/// See [`split`].
pub struct Split<'a> {
    rest: Option<&'a str>,
    is_kind: fn(u8) -> bool,
}

impl<'a> Iterator for Split<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let rest = self.rest.take()?;
        let Some((part, after)) = split_once(rest, self.is_kind) else { return Some(rest) };
        self.rest = Some(after);
        Some(part)
    }
}

/// Replaces each byte of this kind of ASCII by `with`.
pub fn replace(text: &str, is_kind: fn(u8) -> bool, with: &str) -> String {
    let mut parts = split(text, is_kind);
    let mut replaced = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        replaced.push_str(with);
        replaced.push_str(part);
    }
    replaced
}

/// The first `characters` characters of a text.
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
    fn a_text_is_split_as_the_standard_library_does() {
        for text in ["", " ", "a", "a b", " é  b ", "ab"] {
            let is_space = |byte| byte == b' ';
            assert_eq!(split_once(text, is_space), text.split_once(' '), "{text}");
            assert!(split(text, is_space).eq(text.split(' ')), "{text}");
            assert_eq!(replace(text, is_space, "--"), text.replace(' ', "--"), "{text}");
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
