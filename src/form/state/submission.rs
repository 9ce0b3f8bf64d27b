//! The checks before a save is sent.

use crate::api::phone::{Operation, PhoneBody, PhoneKind};
use crate::form::number::reading::ReadingResult;
use crate::form::state::State;
use crate::form::state::explanation::Explanation;
use crate::form::state::settings::Settings;
use crate::form::text::message_id::MessageId;
use crate::form::text::notice::Notice;
use lead_phone_number::Zone;

/// The reason why nothing is sent.
pub(in crate::form) enum Refusal {
    /// The host must correct a setting; `None` if the host heard of it when it set the value.
    Settings(Option<Notice>),
    /// The plans of this world zone must be loaded first.
    Plan(Zone),
    /// The user must correct the fields.
    Fields(Explanation),
}

/// The body to send, or the reason why there is none.
///
/// With `anyway`, a number is sent even if its plan says that it is not possible. The state has
/// checked that this is allowed.
pub(in crate::form) fn check(state: &State, anyway: bool) -> Result<PhoneBody, Refusal> {
    let create = state.operation() == Operation::Create;
    if !state.is_configured() {
        return Err(Refusal::Settings(None));
    }
    if create && state.settings.lead_id.is_none() {
        return Err(Refusal::Settings(Some(MessageId::LeadMissing.into())));
    }
    if let Some(base_url) = &state.settings.untrusted_base_url {
        return Err(Refusal::Settings(Some(unreadable("base-url", base_url))));
    }
    if !state.settings.has_token {
        return Err(Refusal::Settings(Some(MessageId::TokenMissing.into())));
    }

    let send = state.to_send();
    let mut errors = Explanation::default();
    let number = if send.number { number(state, anyway) } else { Ok(String::new()) };
    let number = match number {
        Ok(number) => number,
        Err(NumberRefusal::Plan(zone)) => return Err(Refusal::Plan(zone)),
        Err(NumberRefusal::Text(text)) => {
            errors.number = Some(text);
            String::new()
        }
    };
    let Settings { has_extension, has_mobile, .. } = state.settings;
    let mut extension = None;
    if has_extension {
        extension = state.fields.extension().unwrap_or_else(|text| {
            errors.extension = Some(text.into());
            None
        });
    } else if has_typed_extension(state) {
        // It must not be dropped without a word.
        errors.number = Some(MessageId::ExtensionRefused.into());
    }
    if errors != Explanation::default() {
        return Err(Refusal::Fields(errors));
    }

    let has_types = !state.settings.phone_types.is_empty();
    let phone_type = Some(&state.fields.phone_type).filter(|word| !word.is_empty());
    Ok(PhoneBody {
        lead_id: state.settings.lead_id.filter(|_| create),
        // Of a field that is not shown, a create sends the empty value.
        extension: (send.extension && (has_extension || create)).then_some(extension),
        kind: PhoneKind {
            mobile: (send.mobile && !has_types && (has_mobile || create))
                .then_some(state.fields.mobile && has_mobile),
            phone_type: phone_type.filter(|_| send.phone_type && has_types && has_mobile).cloned(),
        },
        number: send.number.then_some(number),
    })
}

/// Whether the user has typed an extension with the number.
fn has_typed_extension(state: &State) -> bool {
    let read = &state.reading().result;
    state.saved_number().is_none()
        && matches!(read, ReadingResult::Read(number) if number.extension.is_some())
}

/// The notice for a setting that cannot be used.
pub(in crate::form) fn unreadable(setting: &str, value: &str) -> Notice {
    Notice::new(MessageId::SettingUnreadable).with("setting", setting).with("value", value)
}

enum NumberRefusal {
    Plan(Zone),
    Text(Notice),
}

impl From<MessageId> for NumberRefusal {
    fn from(text: MessageId) -> NumberRefusal {
        NumberRefusal::Text(text.into())
    }
}

/// The number in E.164.
fn number(state: &State, anyway: bool) -> Result<String, NumberRefusal> {
    // An unchanged number is sent back exactly as the API holds it.
    if let Some(number) = state.saved_number() {
        return Ok(number.to_owned());
    }
    if !state.is_of_allowed_country() {
        return Err(NumberRefusal::Text(state.country_refusal()));
    }
    if state.unread_paste.as_ref() == Some(&state.fields.number) && !state.is_refused() {
        return Err(MessageId::NothingPasted.into());
    }
    match &state.reading().result {
        ReadingResult::Empty => Err(MessageId::NumberMissing.into()),
        ReadingResult::Waiting(zone) => Err(NumberRefusal::Plan(*zone)),
        ReadingResult::Refused(text) => Err(NumberRefusal::Text(state.refusal(*text))),
        ReadingResult::Unjudged(number) => Ok(number.clone()),
        ReadingResult::Read(number) => match number.impossible {
            Some(text) if !anyway => Err(NumberRefusal::Text(state.refusal(text))),
            _ => Ok(number.e164.clone()),
        },
    }
}
