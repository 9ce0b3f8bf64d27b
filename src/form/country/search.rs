//! Finds countries by name, by letters or by calling code.

use crate::api::integer::write_integer;
use crate::form::country::entry::{Country, Place};
use crate::form::text::part;

/// Texts of at least this length also match inside a word. Shorter ones would match almost every
/// name.
const MIDDLE_FROM: usize = 3;

/// The rank of a country that does not match.
const NONE: u8 = 6;

/// Common abbreviations that are not ISO 3166 codes.
const OTHER_LETTERS: [(&str, &str); 3] = [("uk", "GB"), ("usa", "US"), ("uae", "AE")];

/// Names that people use and that are not in every browser's list, each after its country. A part
/// of the United Kingdom, and what many call the United States, find the whole.
const ALIASES: &str = "\
    GB england\nGB scotland\nGB wales\nGB northern ireland\nGB great britain\nGB britain\n\
    US america\nNL holland\nCI ivory coast\nCZ czech republic\nTR turkey\nKR korea\n\
    MM burma\nCV cape verde\nSZ swaziland\nTL east timor\nMO macau\nPS palestine\n\
    VN viet nam\nCH suisse\nBE belgique";

/// Removes what a user may leave out: accents, and punctuation between words. The browser has
/// already converted the text to lower case and decomposed it (Unicode form NFKD).
pub fn fold(decomposed: &str) -> String {
    let mut folded = String::new();
    for character in decomposed.chars() {
        match character {
            // Accents, and invisible characters that only affect how letters are drawn.
            '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{200b}'..='\u{200f}' => {}
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' => folded.push('d'),
            'ı' => folded.push('i'),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ß' => folded.push_str("ss"),
            '\u{660}'..='\u{669}' => folded.push(digit(character, 0x660)),
            '\u{6f0}'..='\u{6f9}' => folded.push(digit(character, 0x6f0)),
            '+' => folded.push('+'),
            '&' => folded.push_str("and"),
            // Spaces, hyphens, apostrophes, brackets.
            _ if character.is_ascii_punctuation()
                || character.is_whitespace()
                || matches!(character, '\u{2010}'..='\u{2027}') =>
            {
                if !folded.is_empty() && !folded.ends_with(' ') {
                    folded.push(' ');
                }
            }
            _ => folded.push(character),
        }
    }
    folded.truncate(folded.trim_ascii_end().len());
    folded
}

fn digit(character: char, zero: u32) -> char {
    char::from_digit((character as u32).wrapping_sub(zero), 10).unwrap_or(character)
}

/// The indexes of the matching countries, the best first; all countries if the query is empty.
/// `query` is [folded](fold).
pub fn search(countries: &[Country], query: &str) -> Vec<usize> {
    let mut ranks = Vec::new();
    for country in countries {
        ranks.push(rank(country, query));
    }
    let mut found = Vec::new();
    for wanted in 0..NONE {
        for (index, rank) in ranks.iter().enumerate() {
            if *rank == wanted {
                found.push(index);
            }
        }
    }
    found
}

/// How well a country matches: 0 is best, [`NONE`] is no match. Equal ranks keep the order of the
/// list.
fn rank(country: &Country, query: &str) -> u8 {
    let name = country.folded.as_str();
    let begins = |part: &str| part::split(name, is_space).any(|word| begins(word, part));
    match query.as_bytes() {
        [] => 0,
        [b'+' | b'0'..=b'9', ..] => rank_code(country, query),
        _ if has_letters(country, query) => 0,
        _ if name == query || has_alias(country, |alias| alias == query) => 1,
        _ if name.starts_with(query) => 2,
        _ if query.len() >= MIDDLE_FROM && has_alias(country, |alias| alias.starts_with(query)) => {
            2
        }
        _ if part::split(query, is_space).all(begins) => 3,
        _ if has_middle(name, query) => 4,
        _ => NONE,
    }
}

fn is_space(byte: u8) -> bool {
    byte == b' '
}

/// Whether a word begins with a part of the query. "St" and "Saint" are the same.
fn begins(word: &str, part: &str) -> bool {
    word.starts_with(part)
        || word == "st" && "saint".starts_with(part)
        || part == "st" && word.starts_with("saint")
}

fn has_alias(country: &Country, is_wanted: impl Fn(&str) -> bool) -> bool {
    part::split(ALIASES, |byte| byte == b'\n').any(|line| {
        part::split_once(line, is_space)
            .is_some_and(|(letters, alias)| letters == country.region.as_str() && is_wanted(alias))
    })
}

/// Whether a name contains the text, ignoring spaces in both.
fn has_middle(name: &str, query: &str) -> bool {
    let (name, query) = (part::replace(name, is_space, ""), part::replace(query, is_space, ""));
    query.len() >= MIDDLE_FROM && part::find(&name, &query).is_some()
}

fn has_letters(country: &Country, query: &str) -> bool {
    let letters = country.region.as_str();
    query.eq_ignore_ascii_case(letters)
        || OTHER_LETTERS.iter().any(|other| query == other.0 && letters == other.1)
}

/// The main country of a calling code comes before the others that share it, unless the host
/// prefers one of those: +44 finds the United Kingdom before Guernsey.
fn rank_code(country: &Country, query: &str) -> u8 {
    let mut digits = String::new();
    for character in query.chars() {
        if character.is_ascii_digit() {
            digits.push(character);
        }
    }
    let digits = digits.strip_prefix("00").unwrap_or(&digits);
    let code = write_integer(country.calling_code);
    let place = match country.place {
        Place::Preferred => 0,
        Place::Main => 1,
        Place::Other => 2,
    };
    match code.starts_with(digits) {
        true if code == digits => place,
        true => 3 + place,
        false => NONE,
    }
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "tests do not ship")]
#[path = "search_tests.rs"]
mod tests;
