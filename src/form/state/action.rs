//! The actions that change the form's state.

use crate::api::answer::{Failure, Saved};
#[cfg(test)]
use crate::form::number::input::InputKind;
use crate::form::number::input::NumberEvent;
#[cfg(test)]
use crate::form::number::line::Line;
use crate::form::state::settings::{Setting, UnreadableSetting};
use lead_phone_number::{Region, Zone};

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Action {
    /// The host set something.
    Set(Setting),
    /// The host set a value that cannot be read. The second value is the setting that applies
    /// instead.
    SetUnreadable(UnreadableSetting, Option<Setting>),
    /// Something happened to the number's field.
    Number(NumberEvent),
    /// A country was chosen.
    CountryChosen(Region),
    /// A world zone's plans were loaded, or could not be loaded.
    PlanLoaded(Zone, bool),
    /// The user takes what is offered beside the number.
    OfferTaken,
    /// The user wants to edit the phone just created, or no longer.
    Edit,
    /// The extension's field was edited.
    ExtensionEdited(String),
    /// The user has left the extension's field, or has committed the extension.
    ExtensionLeft,
    /// "Mobile phone" was checked or unchecked.
    MobileEdited(bool),
    /// A type was chosen for the phone.
    TypeChosen(String),
    /// The host wants the phone saved.
    Submit,
    /// The user wants the phone saved.
    Press,
    /// Enough time has passed since the last save for a press to mean another one.
    Settled,
    /// The host cancelled the submit.
    Cancelled,
    /// The request ended.
    Answered(Result<Saved, Failure>),
    /// The request failed and can be retried in this many milliseconds.
    TryAgain(Failure, u32),
    /// The time before a retry is over.
    Again,
    /// The user has paused since the form has changed something by itself.
    Paused,
    /// The request takes long.
    Slow,
    /// This many milliseconds of a countdown have passed.
    CountedDown(u32),
    /// The browser reports whether it has a network.
    Online(bool),
    /// The form was taken off the page.
    Removed,
    /// The host resets the form to what was saved last.
    Reset,
}

#[cfg(test)]
impl Action {
    /// Types a text into the number's field, where it stays unformatted.
    pub fn typed(text: &str) -> Action {
        Action::Number(NumberEvent::Input { line: Line::new(text), kind: InputKind::Composed })
    }
}
