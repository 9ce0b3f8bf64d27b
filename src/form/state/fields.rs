//! The values that the user can type, and how they are read.

use crate::api::integer::read_integer;
use crate::api::phone::Phone;
use crate::form::number::finding::{clean, extension_label};
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
    /// The error text: the extension has something other than digits and their label, would lose
    /// a leading zero as an integer, or is over 2⁵³−1.
    pub fn extension(&self) -> Result<Option<u64>, MessageId> {
        let Some(digits) = self.extension_digits() else {
            return Err(MessageId::ExtensionNotNumber);
        };
        if digits.is_empty() {
            return Ok(None);
        }
        if digits.len() > 1 && digits.starts_with('0') {
            return Err(MessageId::ExtensionLeadingZero);
        }
        read_integer(&digits).map(Some).ok_or(MessageId::ExtensionTooLarge)
    }

    /// The digits of the extension, in ASCII and without the label that people write before them,
    /// as in `poste 12`. `None` if the text has anything else.
    pub(in crate::form) fn extension_digits(&self) -> Option<String> {
        let text = clean(&self.extension);
        let text = text.trim_ascii();
        let label = extension_label::after(text.as_bytes());
        let digits = label.filter(|label| text.get(label.end..).is_some_and(is_closed));
        let digits =
            digits.map_or(text, |label| text.get(label.start..label.end).unwrap_or_default());
        digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.to_owned())
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

/// Whether the text after an extension only closes it, as in `(ext. 12)`.
fn is_closed(rest: &str) -> bool {
    rest.bytes().all(|byte| b" .)]".contains(&byte))
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
        for text in ["1 2", "-1", "1.5", "½"] {
            assert_eq!(read(text), Err(MessageId::ExtensionNotNumber), "{text}");
        }
    }

    #[test]
    fn a_label_before_the_digits_of_an_extension_is_known_in_its_own_field_too() {
        let fields = |text: &str| Fields { extension: text.into(), ..Fields::default() };
        for text in [
            "x12",
            "ext 12",
            "Ext. 12",
            " ext.\u{a0}１２ ",
            "extension: 12",
            "poste 12",
            "Poste no 12.",
            "p.12",
            "p. 12",
            "local 12",
            "bur. 12",
            "int. 12",
            "#12",
            "~12",
            ";ext=12",
            ",,12",
            "(ext. 12)",
            "分机 12",
            "转12",
        ] {
            assert_eq!(fields(text).extension(), Ok(Some(12)), "{text}");
            assert_eq!(fields(text).extension_digits().as_deref(), Some("12"), "{text}");
        }
        assert_eq!(fields("ext 012").extension(), Err(MessageId::ExtensionLeadingZero));
        assert_eq!(fields("x9007199254740992").extension(), Err(MessageId::ExtensionTooLarge));
        for text in [
            "ext",
            "x",
            "ext 12 13",
            "ext 12, 13",
            "x12 x13",
            "x514 555 0123",
            "12 ext 13",
            "12 (office)",
            "ext. 12 Bob",
            "bob 12",
            "555-0123 x12",
        ] {
            assert_eq!(fields(text).extension(), Err(MessageId::ExtensionNotNumber), "{text}");
            assert_eq!(fields(text).extension_digits(), None, "{text}");
        }
    }
}
