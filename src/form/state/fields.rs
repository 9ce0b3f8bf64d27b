//! The values that the user can type, and how they are read.

use crate::api::integer::read_integer;
use crate::api::phone::Phone;
use crate::form::text::message_id::MessageId;

/// A control of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The phone number.
    Number,
    /// The extension.
    Extension,
    /// The check box for a mobile phone.
    Mobile,
}

impl Field {
    /// Every control that the user edits.
    pub(in crate::form) const ALL: [Field; 3] = [Field::Number, Field::Extension, Field::Mobile];
}

/// The values of the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields {
    /// The number, as typed.
    pub number: String,
    /// The extension, as typed.
    pub extension: String,
    /// Whether "Mobile phone" is checked.
    pub mobile: bool,
    /// The chosen type of phone; empty if there is none.
    pub phone_type: String,
}

impl Fields {
    /// The values of a phone, as the fields show them.
    pub fn of(phone: &Phone) -> Fields {
        Fields {
            number: phone.number.clone().unwrap_or_default(),
            extension: phone.extension.clone(),
            mobile: phone.mobile.unwrap_or_default(),
            phone_type: phone.phone_type.clone().unwrap_or_default(),
        }
    }

    /// The extension as the API stores it: an integer or none.
    ///
    /// # Errors
    ///
    /// The error text: the extension has something other than digits, would lose a leading zero
    /// as an integer, or is over 2⁵³−1.
    pub fn extension(&self) -> Result<Option<u64>, MessageId> {
        let text = ascii_digits(&self.extension);
        let text = text.trim_ascii();
        if text.is_empty() {
            return Ok(None);
        }
        if !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(MessageId::ExtensionNotNumber);
        }
        if text.len() > 1 && text.starts_with('0') {
            return Err(MessageId::ExtensionLeadingZero);
        }
        read_integer(text).map(Some).ok_or(MessageId::ExtensionTooLarge)
    }
}

/// Which fields the user has changed since the last save.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::form) struct Touched {
    pub number: bool,
    pub extension: bool,
    pub mobile: bool,
    pub phone_type: bool,
}

/// Converts full-width, Arabic-Indic and Persian digits to ASCII, because users of these scripts
/// type and paste them. All spaces become ASCII spaces.
fn ascii_digits(text: &str) -> String {
    let mut ascii = String::new();
    for character in text.chars() {
        let zero = match character {
            '０'..='９' => '０',
            '٠'..='٩' => '٠',
            '۰'..='۹' => '۰',
            _ if character.is_whitespace() => {
                ascii.push(' ');
                continue;
            }
            _ => {
                ascii.push(character);
                continue;
            }
        };
        ascii.push(char::from(b'0' + (character as u32 - zero as u32) as u8));
    }
    ascii
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::integer::MAX_SAFE_INTEGER;

    #[test]
    fn an_extension_is_an_integer_that_keeps_its_digits() {
        let read = |text: &str| Fields { extension: text.into(), ..Fields::default() }.extension();
        assert_eq!(read(""), Ok(None));
        assert_eq!(read("  "), Ok(None));
        assert_eq!(read("0"), Ok(Some(0)));
        assert_eq!(read("１２"), Ok(Some(12)));
        assert_eq!(read("٠٩"), Err(MessageId::ExtensionLeadingZero));
        assert_eq!(read("۹۰"), Ok(Some(90)));
        assert_eq!(read(" 555 "), Ok(Some(555)));
        assert_eq!(read("9007199254740991"), Ok(Some(MAX_SAFE_INTEGER)));
        assert_eq!(read("9007199254740992"), Err(MessageId::ExtensionTooLarge));
        assert_eq!(read("99999999999999999999999"), Err(MessageId::ExtensionTooLarge));
        assert_eq!(read("012"), Err(MessageId::ExtensionLeadingZero));
        assert_eq!(read("00"), Err(MessageId::ExtensionLeadingZero));
        for text in ["x12", "1 2", "-1", "1.5", "½", "१२"] {
            assert_eq!(read(text), Err(MessageId::ExtensionNotNumber), "{text}");
        }
    }
}
