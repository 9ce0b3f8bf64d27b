//! Matches the shape of a text: where its digits and separators are.

/// Matches a shape at the start of a text, and returns where the match ends. The longest match
/// of each part counts; the parts before it give way if the rest does not match.
///
/// In a shape, `9` is a digit, `a` a letter, `&` a digit or a space, and any other
/// character is itself. `?` after a character makes it optional, `*` repeats it any number of
/// times.
///
/// The standard library has no patterns, and a crate for regular expressions is larger than the
/// whole form.
pub(super) fn end_of(text: &[u8], shape: &[u8]) -> Option<usize> {
    let [kind, rest @ ..] = shape else { return Some(0) };
    let (least, most, rest) = match rest {
        [b'?', rest @ ..] => (0, 1, rest),
        [b'*', rest @ ..] => (0, usize::MAX, rest),
        _ => (1, 1, rest),
    };
    let count = text.iter().take(most).take_while(|byte| is_of_kind(**byte, *kind)).count();
    for taken in (least..=count).rev() {
        if let Some(end) = end_of(text.get(taken..)?, rest) {
            return Some(taken + end);
        }
    }
    None
}

fn is_of_kind(byte: u8, kind: u8) -> bool {
    match kind {
        b'9' => byte.is_ascii_digit(),
        b'a' => byte.is_ascii_lowercase(),
        b'&' => byte.is_ascii_digit() || byte == b' ',
        _ => byte == kind,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shape_ends_where_its_last_part_does() {
        for (text, shape, end) in [
            ("12/3/2026 x", "99?/99?/9999", Some(9)),
            ("1/03/2026", "99?/99?/9999", Some(9)),
            ("123/4/2026", "99?/99?/9999", None),
            ("12:30", "99?:99", Some(5)),
            ("-45.5017", "-?99?9?.9999*", Some(8)),
            ("45.50", "-?99?9?.9999*", None),
            ("fr76 30 06", "aa99&*", Some(10)),
            ("", "9", None),
            ("", "9?", Some(0)),
            ("", "", Some(0)),
            ("999", "9*9", Some(3)),
        ] {
            assert_eq!(end_of(text.as_bytes(), shape.as_bytes()), end, "{text} {shape}");
        }
    }
}
