//! A text in the making, and the numbers that a reader would take out of it.
//!
//! A template is a text with fields in braces: `{phone}` writes a number, `{date}` a date, and
//! `{Tel|Phone}` one of several words. `{{` is a brace.

use crate::page::Page;
use crate::random::Random;
use crate::{extension, link, noise, number, writing};
use lead_phone_number::Number;
use std::fmt;

/// A number that a reader would take out of a text.
#[derive(Clone, PartialEq, Eq)]
pub struct Expected {
    pub e164: String,
    pub extension: Option<String>,
}

impl fmt::Debug for Expected {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.e164)?;
        match &self.extension {
            Some(extension) => write!(out, " ext. {extension}"),
            None => Ok(()),
        }
    }
}

/// A text in the making.
pub struct Draft<'a> {
    page: Page<'a>,
    text: String,
    expected: Vec<Expected>,
    faxes: Vec<Expected>,
    last: Option<Number>,
    folded: bool,
}

impl<'a> Draft<'a> {
    /// A template's text with its fields filled in, and its numbers in the order in which they are
    /// taken: a fax number is last.
    pub fn fill(page: Page<'a>, template: &str) -> (String, Vec<Expected>) {
        let (expected, faxes) = (Vec::new(), Vec::new());
        let mut draft =
            Self { page, text: String::new(), expected, faxes, last: None, folded: false };
        draft.write(template);
        draft.finish()
    }

    fn finish(self) -> (String, Vec<Expected>) {
        let text = match self.folded {
            true => folded(&self.text),
            false => as_copied(self.text, self.page.random),
        };
        let mut numbers: Vec<Expected> = Vec::new();
        for number in self.expected.into_iter().chain(self.faxes) {
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
        (text, numbers)
    }

    fn write(&mut self, template: &str) {
        let mut rest = template;
        while let Some(at) = rest.find(['{', '}']) {
            self.text.push_str(&rest[..at]);
            let brace = &rest[at..=at];
            rest = &rest[at + 1..];
            if rest.starts_with(brace) {
                self.text.push_str(brace);
                rest = &rest[1..];
                continue;
            }
            let (field, after) = rest.split_once('}').expect("a field ends with a brace");
            rest = after;
            self.field(field);
        }
        self.text.push_str(rest);
    }

    fn field(&mut self, field: &str) {
        if field.contains('|') {
            let words: Vec<&str> = field.split('|').collect();
            let word = self.page.random.pick(&words);
            return self.text.push_str(word);
        }
        match field {
            // A number as anybody may write it, of this country or of another one.
            "phone" => self.phone(20, writing::any),
            // The same without slashes, where a slash would be read as something else.
            "phone without slash" => self.phone(20, writing::without_slash),
            "national" => self.phone(0, writing::national),
            "international" => self.phone(50, writing::international),
            "e164" => self.phone(20, |page, number| number::e164(page.tables, number)),
            // A number with an extension in the spellings of a language.
            "phone ext" => self.with_extension(extension::ENGLISH),
            "phone poste" => self.with_extension(extension::FRENCH),
            "phone ext below" => self.with_extension(extension::BELOW),
            "phone poste below" => self.with_extension(extension::FRENCH_BELOW),
            "phone extensión" => self.with_extension(extension::SPANISH),
            "phone ramal" => self.with_extension(extension::PORTUGUESE),
            "phone Durchwahl" => self.with_extension(extension::GERMAN),
            "phone 分机" => self.with_extension(extension::CHINESE),
            // A number that is not assigned, in a form that only phone numbers have.
            "possible" => self.merely_possible(),
            "fax" => self.fax(writing::any),
            "fax in e164" => self.fax(|page, number| number::e164(page.tables, number)),
            // Two numbers, of which the second is only its last digits.
            "pair" => self.pair(),
            // The last number once more.
            "again" => self.again(writing::any),
            "again in HTML" => self.again(writing::in_html),
            "phone in HTML" => self.phone(0, writing::with_hard_spaces),
            // A conference with its code, which is dialled after the number.
            "e164 with code" => self.link(link::with_code),
            // As some programs write `+` in a string of JSON, and as a page's form sends it.
            "escaped in JSON" => self.phone(20, writing::escaped_in_json),
            "escaped in a form" => self.phone(20, writing::escaped_in_form),
            "link" => self.link(link::tel),
            "link ext" => self.link(link::tel_with_extension),
            "rfc link" => self.link(link::rfc3966),
            "rfc link ext" => self.link(link::rfc3966_with_extension),
            "chat link" => self.link(link::chat),
            // Long lines of the text are folded, as in a vCard.
            "folded" => self.folded = true,
            _ => {
                let text = noise::write(field, self.page.region, self.page.random);
                self.text.push_str(&text);
            }
        }
    }

    fn phone(&mut self, foreign: usize, write: fn(&mut Page<'_>, &Number) -> String) {
        let number = self.page.number(foreign);
        let text = write(&mut self.page, &number);
        self.add(number, None, &text);
    }

    fn with_extension(&mut self, labels: &[&str]) {
        let number = self.page.number(10);
        let text = writing::without_slash(&mut self.page, &number);
        let digits = extension::digits(self.page.random);
        let text = text + &self.page.random.pick(labels).replace("12", &digits);
        self.add(number, Some(digits), &text);
    }

    fn merely_possible(&mut self) {
        let number = number::merely_possible(self.page.tables, self.page.region, self.page.random);
        let text = writing::clear(&mut self.page, &number);
        self.add(number, None, &text);
    }

    fn fax(&mut self, write: fn(&mut Page<'_>, &Number) -> String) {
        let number = self.page.number(5);
        let text = write(&mut self.page, &number);
        let e164 = number::e164(self.page.tables, &number);
        self.faxes.push(Expected { e164, extension: None });
        self.last = Some(number);
        self.text.push_str(&text);
    }

    fn pair(&mut self) {
        let (numbers, text) = writing::pair(&mut self.page);
        for number in numbers {
            self.add(number, None, "");
        }
        self.text.push_str(&text);
    }

    fn again(&mut self, write: fn(&mut Page<'_>, &Number) -> String) {
        let number = self.last.clone().expect("a number before it");
        let text = write(&mut self.page, &number);
        self.text.push_str(&text);
    }

    fn link(&mut self, write: fn(&mut Page<'_>, &Number) -> (String, Option<String>)) {
        let number = self.page.number(20);
        let (text, extension) = write(&mut self.page, &number);
        self.add(number, extension, &text);
    }

    fn add(&mut self, number: Number, extension: Option<String>, text: &str) {
        let e164 = number::e164(self.page.tables, &number);
        self.expected.push(Expected { e164, extension });
        self.last = Some(number);
        self.text.push_str(text);
    }
}

/// A text as some programs copy it: with other line breaks, or with the space that French has before
/// a colon.
fn as_copied(text: String, random: &mut Random) -> String {
    match random.below(10) {
        0 if !text.contains('\r') => text.replace('\n', "\r\n"),
        1..=3 => text.replace(" :", "\u{A0}:"),
        _ => text,
    }
}

/// The most bytes of a line in a vCard.
const LINE: usize = 75;

/// A vCard whose long lines go on in the next one, after a space.
fn folded(text: &str) -> String {
    let mut folded = String::new();
    for line in text.lines() {
        let mut length = 0;
        for character in line.chars() {
            if length + character.len_utf8() > LINE {
                folded.push_str("\r\n ");
                length = 1;
            }
            folded.push(character);
            length += character.len_utf8();
        }
        folded.push_str("\r\n");
    }
    folded
}
