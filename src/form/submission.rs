//! What is checked before anything is sent.

use super::explanation::Explanation;
use super::notice::Notice;
use super::state::State;
use super::texts::Text;
use crate::api::phone::{Operation, PhoneBody};

/// Why nothing is sent.
pub(super) enum Refusal {
    /// The host has to mend something; `None` where it was told when it set it.
    Settings(Option<Notice>),
    /// The user has to.
    Fields(Explanation),
}

/// The body to send, or why there is none.
pub(super) fn check(state: &State) -> Result<PhoneBody, Refusal> {
    let create = state.operation() == Operation::Create;
    if !state.is_configured() {
        return Err(Refusal::Settings(None));
    }
    if create && state.settings.lead_id.is_none() {
        return Err(Refusal::Settings(Some(Text::LeadMissing.into())));
    }
    if !state.settings.has_token {
        return Err(Refusal::Settings(Some(Text::TokenMissing.into())));
    }

    let send = state.to_send();
    let mut errors = Explanation::default();
    let number = state.fields.number.trim();
    if send.number && number.is_empty() {
        errors.number = Some(Text::NumberMissing.into());
    }
    let extension = state.fields.extension().unwrap_or_else(|text| {
        errors.extension = Some(text.into());
        None
    });
    if errors != Explanation::default() {
        return Err(Refusal::Fields(errors));
    }

    Ok(PhoneBody {
        lead_id: state.settings.lead_id.filter(|_| create),
        extension: send.extension.then_some(extension),
        mobile: send.mobile.then_some(state.fields.mobile),
        number: send.number.then(|| number.to_owned()),
    })
}
