//! Looks up a text by its key, and its key.

use super::MessageId;
use crate::form::text::part;
use crate::form::text::plural;

impl MessageId {
    /// Its key in the `messages` property.
    pub fn key(self) -> &'static str {
        part::split(MessageId::KEYS, |byte| byte == b'\n').nth(self as usize).unwrap_or_default()
    }

    /// The text with this key in the `messages` property, and the plural category if the key ends in
    /// one: `trying-again-in` and `trying-again-in-few` are of the same text.
    pub fn of_key(key: &str) -> Option<(MessageId, Option<&str>)> {
        let nth = |key: &str| {
            let nth =
                part::split(MessageId::KEYS, |byte| byte == b'\n').position(|it| it == key)?;
            MessageId::ALL.get(nth).copied()
        };
        nth(key).map(|text| (text, None)).or_else(|| {
            let (stem, category) = plural::split(key)?;
            Some((nth(stem)?, Some(category)))
        })
    }
}
