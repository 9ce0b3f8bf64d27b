//! The file of flags: writes it, and reads what is written. `www/flags.js` reads it in the form.

use std::collections::BTreeMap;

use kurbo::{BezPath, Shape as _};

use super::colour::Colour;
use super::error::FlagError;
use super::outline::Outline;
use super::svg;
use super::{HEIGHT, VERSION, WIDTH};

/// The first lines, for who finds the file by itself.
fn head() -> String {
    format!(
        "\
# The flags of the countries, simplified. Made by `cargo xtask flags` from the npm package
# country-flag-icons {VERSION}, Copyright (c) 2020 @catamphetamine, MIT License: see NOTICE.
# A line is a flag: the country's two letters, then its shapes from back to front, each with
# a semicolon before it: the color as hexadecimal digits of red, green and blue, and the outline as
# an SVG path (M, h, v, l, c; whole numbers) in a box {WIDTH} wide and {HEIGHT} high.
"
    )
}

/// A flag as a line of the file, without the country.
pub(super) fn line(shapes: &[svg::Shape]) -> Result<String, FlagError> {
    let mut drawn: Vec<(Colour, Outline)> = Vec::new();
    for svg::Shape { fill, path } in shapes {
        let outline = Outline::of(path);
        if outline.is_empty() {
            continue;
        }
        let is_joined =
            drawn.last_mut().is_some_and(|(last, before)| last == fill && before.join(&outline));
        if !is_joined {
            drawn.push((*fill, outline));
        }
    }
    if drawn.is_empty() {
        return Err(FlagError::Empty);
    }
    Ok(drawn.iter().map(|(fill, outline)| format!(";{fill}{}", outline.write())).collect())
}

/// The file of these lines, by country.
pub(super) fn write(lines: &BTreeMap<String, String>) -> String {
    let lines: String = lines.iter().map(|(country, line)| format!("{country}{line}\n")).collect();
    head() + &lines
}

/// Checks a file and returns the number of shapes of each country's flag.
pub(super) fn read(text: &str) -> Result<BTreeMap<String, usize>, FlagError> {
    let bad = |part: &str| FlagError::Format(part.to_owned());
    let mut flags = BTreeMap::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let (country, shapes) = line.split_once(';').ok_or_else(|| bad(line))?;
        if country.len() != 2 || !country.bytes().all(|letter| letter.is_ascii_uppercase()) {
            return Err(bad(country));
        }
        let mut count = 0;
        for shape in shapes.split(';') {
            let (fill, path) = shape.split_at_checked(3).ok_or_else(|| bad(shape))?;
            if !fill.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f')) {
                return Err(bad(shape));
            }
            check_path(path)?;
            count += 1;
        }
        if flags.insert(country.to_owned(), count).is_some() {
            return Err(bad(country));
        }
    }
    Ok(flags)
}

/// Checks that a path has only the commands of the file, with their numbers, and stays near its box.
fn check_path(path: &str) -> Result<(), FlagError> {
    let bad = || FlagError::Format(path.to_owned());
    let is_known =
        |letter: char| matches!(letter, 'M' | 'h' | 'v' | 'l' | 'c' | '-' | ' ' | '0'..='9');
    if !path.starts_with('M') || !path.chars().all(is_known) {
        return Err(bad());
    }
    let area = BezPath::from_svg(path).map_err(|_| bad())?.bounding_box();
    let (width, height) = (WIDTH, HEIGHT);
    let is_near = area.x0 >= -width && area.x1 <= 2.0 * width;
    (is_near && area.y0 >= -height && area.y1 <= 2.0 * height).then_some(()).ok_or_else(bad)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SWISS: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 60 40\">\
        <path fill=\"#D00\" d=\"M0 0h60v40H0z\"/>\
        <g fill=\"#FFF\"><path d=\"M26 8h8v24h-8z\"/><path d=\"M18 16h8v8h-8z\"/>\
        <path d=\"M34 16h8v8h-8z\"/></g></svg>";

    #[test]
    fn a_flag_is_a_line_and_the_same_each_time() {
        let line = |text| line(&svg::read(text).unwrap());
        assert_eq!(
            line(SWISS).unwrap(),
            ";d00M0 0h180v120h-180;fffM78 24h24v72h-24M54 48h24v24h-24M102 48h24v24h-24"
        );
        assert_eq!(line(SWISS), line(SWISS));
        let nothing = "<svg viewBox=\"0 0 60 40\"><path d=\"M0 0h.1v.1z\"/></svg>";
        assert_eq!(line(nothing), Err(FlagError::Empty));
    }

    #[test]
    fn what_is_written_can_be_read_and_nothing_else() {
        let swiss = line(&svg::read(SWISS).unwrap()).unwrap();
        let lines = BTreeMap::from([("CH".to_owned(), swiss)]);
        assert_eq!(read(&write(&lines)), Ok(BTreeMap::from([("CH".to_owned(), 2)])));
        for text in [
            "CH",
            "ch;fffM0 0h9v9",
            "CHE;fffM0 0h9v9",
            "CH;ffM0 0h9v9",
            "CH;fffM0 0h9v9;",
            "CH;fffm0 0h9v9",
            "CH;fffM0 0h9v",
            "CH;fffM0 0h999v9",
            "CH;fffM0 0h9v9\nCH;fffM0 0h9v9",
        ] {
            assert!(matches!(read(text), Err(FlagError::Format(_))), "{text}");
        }
    }
}
