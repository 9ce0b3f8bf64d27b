//! The effects that the state requests outside itself.

use crate::api::phone::PhoneBody;
use crate::form::number::line::Line;
use crate::form::state::error_event::ErrorEvent;
use crate::form::state::fields::Field;
use crate::form::text::notice::Notice;
use lead_phone_number::Zone;

/// Something to do outside the state.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Tell the host and send, unless the host cancels.
    Send {
        /// The phone to update; `None` creates one.
        phone_id: Option<u64>,
        /// What to send.
        body: PhoneBody,
    },
    /// Wait for this many milliseconds, then send the same request again.
    Wait(u32),
    /// Send the same request again.
    SendAgain,
    /// Wait until a press can no longer belong to the last save.
    Settle,
    /// Start a countdown.
    CountDown,
    /// Load a world zone's plans.
    Load(Zone),
    /// Raise `lead-phone-error`.
    Raise(ErrorEvent),
    /// Raise `lead-phone-refused`: a save was asked for and refused at this field.
    Refuse(Field, Notice),
    /// Write this line to the number's field: the result of an edit.
    WriteNumber(Line),
    /// Write every field whose control has another value.
    WriteFields,
    /// Move the focus to this field.
    Focus(Field),
    /// Move the focus to this field if the focus is in the form.
    FocusIfInside(Field),
}
