//! A colour of a flag, with four bits for each of red, green and blue: more are not told apart at the
//! size of a flag in the form.

use std::fmt;

/// The names that the package of flags uses.
const NAMES: [(&str, &str); 5] = [
    ("black", "#000000"),
    ("gold", "#ffd700"),
    ("green", "#008000"),
    ("red", "#ff0000"),
    ("white", "#ffffff"),
];

/// A colour as its three hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Colour([u8; 3]);

impl Colour {
    pub(super) const BLACK: Self = Self([0; 3]);

    /// Reads a paint of an SVG: `Some(None)` if nothing is painted, `None` if it cannot be read.
    pub(super) fn read(text: &str) -> Option<Option<Self>> {
        if text == "none" {
            return Some(None);
        }
        let named = NAMES.iter().find(|(name, _)| *name == text);
        let digits = named.map_or(text, |(_, value)| value).strip_prefix('#')?;
        let digits = digits.chars().map(|digit| digit.to_digit(16)).collect::<Option<Vec<_>>>()?;
        // Of eight bits, the nearest of those that four bits stand for: 0, 17 and so on to 255.
        let four = |high: u32, low: u32| u8::try_from((high * 16 + low + 8) / 17).ok();
        match digits[..] {
            [red, green, blue] => Some(Some(Self([
                u8::try_from(red).ok()?,
                u8::try_from(green).ok()?,
                u8::try_from(blue).ok()?,
            ]))),
            [r, r2, g, g2, b, b2] => Some(Some(Self([four(r, r2)?, four(g, g2)?, four(b, b2)?]))),
            _ => None,
        }
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self([red, green, blue]) = self;
        write!(formatter, "{red:x}{green:x}{blue:x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_the_nearest_of_three_digits() {
        let read = |text| Colour::read(text).flatten().map(|colour| colour.to_string());
        for (text, digits) in
            [("#FFF", "fff"), ("#d80027", "d02"), ("#080808", "000"), ("#090909", "111")]
        {
            assert_eq!(read(text).as_deref(), Some(digits), "{text}");
        }
        assert_eq!(read("gold").as_deref(), Some("fd0"));
        assert_eq!(Colour::read("none"), Some(None));
        for text in ["", "blue", "#ff", "#ggg", "url(#a)"] {
            assert_eq!(Colour::read(text), None, "{text}");
        }
    }
}
