//! What the state asks to be done outside.

use crate::api::phone::PhoneBody;
use crate::form::number::line::Line;
use crate::form::state::error_event::ErrorEvent;
use crate::form::state::fields::Field;
use lead_phone_number::Zone;

/// Something to do outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Tell the host, and unless it objects, send.
    Send {
        /// The phone to update; `None` creates one.
        phone_id: Option<u64>,
        /// What to send.
        body: PhoneBody,
    },
    /// Wait for so many milliseconds, then send the same again.
    Wait(u32),
    /// Send the same again.
    SendAgain,
    /// Count down from now on.
    CountDown,
    /// Load a world zone's plans.
    Load(Zone),
    /// Raise `lead-phone-error`.
    Raise(ErrorEvent),
    /// Write this line to the number's field: an edit has come to it.
    WriteNumber(Line),
    /// Write each field whose control has another value.
    WriteFields,
    /// Move the focus there.
    Focus(Field),
    /// Move the focus there if it is in the form.
    FocusIfInside(Field),
}
