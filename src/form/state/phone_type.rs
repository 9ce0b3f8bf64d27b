//! The type of the phone, which replaces "Mobile phone" in the API's later revision.

use crate::api::phone::Operation;
use crate::form::state::State;
use crate::form::state::fields::Fields;
use crate::form::text::message_id::MessageId;

/// The API's word for a mobile phone.
const MOBILE: &str = "mobile";

/// The name of a type in the user's language, if it is one of the API's own. A host's other words
/// are shown as they are.
pub(in crate::form) fn name(word: &str) -> Option<MessageId> {
    match word {
        "home" => Some(MessageId::TypeHome),
        "work" => Some(MessageId::TypeWork),
        MOBILE => Some(MessageId::TypeMobile),
        _ => None,
    }
}

impl State {
    /// The types to choose from. The phone's type stays in the list even if the host has not
    /// listed it, and so does an empty one.
    pub(in crate::form) fn types(&self) -> Vec<&str> {
        let listed = &self.settings.phone_types;
        let mut types: Vec<&str> = Vec::new();
        for held in [&self.baseline.phone_type, &self.fields.phone_type] {
            if !listed.contains(held) && !types.contains(&held.as_str()) {
                types.push(held);
            }
        }
        for word in listed {
            if !types.contains(&word.as_str()) {
                types.push(word);
            }
        }
        types
    }

    /// The fields of an empty form. A new phone has the first type, until the number or the user
    /// changes it. The type of an unknown phone is unknown.
    pub(in crate::form) fn no_fields(&self) -> Fields {
        let first = self.settings.phone_types.first();
        let first = first.filter(|_| self.operation() == Operation::Create);
        Fields { phone_type: first.cloned().unwrap_or_default(), ..Fields::default() }
    }

    /// The likely type for a number, if it is known whether the number is mobile.
    pub(in crate::form) fn likely_type(&self, mobile: Option<bool>) -> &str {
        let held = &self.baseline.phone_type;
        let listed = &self.settings.phone_types;
        let another = mobile.filter(|mobile| *mobile != (held == MOBILE));
        let another =
            another.and_then(|mobile| listed.iter().find(|word| mobile == (*word == MOBILE)));
        another.unwrap_or(held)
    }

    /// The host has set other types to choose from.
    pub(in crate::form) fn types_changed(&mut self) {
        if self.phone.is_none() {
            self.baseline.phone_type = self.no_fields().phone_type;
        }
        self.write_fields();
        self.read_again();
    }
}

#[cfg(test)]
#[path = "phone_type_tests.rs"]
mod tests;
