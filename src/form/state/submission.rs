//! What is checked before anything is sent.

use crate::api::phone::{Operation, PhoneBody, PhoneKind};
use crate::form::number::reading::ReadingResult;
use crate::form::state::State;
use crate::form::state::explanation::Explanation;
use crate::form::text::message_id::MessageId;
use crate::form::text::notice::Notice;
use lead_phone_number::Zone;

/// Why nothing is sent.
pub(in crate::form) enum Refusal {
    /// The host has to mend something; `None` where it was told when it set it.
    Settings(Option<Notice>),
    /// The plans of this world zone have to come first.
    Plan(Zone),
    /// The user has to.
    Fields(Explanation),
}

/// The body to send, or why there is none.
///
/// With `anyway`, also where the number's plan says that it is not possible; the state has
/// seen to it that it may be.
pub(in crate::form) fn check(state: &State, anyway: bool) -> Result<PhoneBody, Refusal> {
    let create = state.operation() == Operation::Create;
    if !state.is_configured() {
        return Err(Refusal::Settings(None));
    }
    if create && state.settings.lead_id.is_none() {
        return Err(Refusal::Settings(Some(MessageId::LeadMissing.into())));
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
            errors.number = Some(text.into());
            String::new()
        }
    };
    let extension = state.fields.extension().unwrap_or_else(|text| {
        errors.extension = Some(text.into());
        None
    });
    if errors != Explanation::default() {
        return Err(Refusal::Fields(errors));
    }

    let has_types = !state.settings.phone_types.is_empty();
    let phone_type = Some(&state.fields.phone_type).filter(|word| !word.is_empty());
    Ok(PhoneBody {
        lead_id: state.settings.lead_id.filter(|_| create),
        extension: send.extension.then_some(extension),
        kind: PhoneKind {
            mobile: (send.mobile && !has_types).then_some(state.fields.mobile),
            phone_type: phone_type.filter(|_| send.phone_type && has_types).cloned(),
        },
        number: send.number.then_some(number),
    })
}

enum NumberRefusal {
    Plan(Zone),
    Text(MessageId),
}

/// The number in E.164.
fn number(state: &State, anyway: bool) -> Result<String, NumberRefusal> {
    // What the API holds is sent back as it holds it, whatever the form thinks of it.
    if let Some(number) = state.saved_number() {
        return Ok(number.to_owned());
    }
    match &state.reading().result {
        ReadingResult::Empty => Err(NumberRefusal::Text(MessageId::NumberMissing)),
        ReadingResult::Waiting(zone) => Err(NumberRefusal::Plan(*zone)),
        ReadingResult::Refused(text) => Err(NumberRefusal::Text(*text)),
        ReadingResult::Unjudged(number) => Ok(number.clone()),
        ReadingResult::Read(number) => match number.impossible {
            Some(text) if !anyway => Err(NumberRefusal::Text(text)),
            _ => Ok(number.e164.clone()),
        },
    }
}
