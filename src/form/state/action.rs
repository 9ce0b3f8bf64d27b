//! What can happen to the form.

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
    /// The host set something that cannot be read; in its place this setting is in force.
    SetUnreadable(UnreadableSetting, Option<Setting>),
    /// Something happened to the number's field.
    Number(NumberEvent),
    /// A country was chosen.
    CountryChosen(Region),
    /// A world zone's plans are there, or could not be loaded.
    PlanLoaded(Zone, bool),
    /// A number that was refused is to be saved all the same.
    SaveAnyway,
    /// The extension's field was edited.
    ExtensionEdited(String),
    /// "Mobile phone" was checked or unchecked.
    MobileEdited(bool),
    /// A type was chosen for the phone.
    TypeChosen(String),
    /// The user or the host wants the phone saved.
    Submit,
    /// The host cancelled the submit.
    Cancelled,
    /// The request ended.
    Answered(Result<Saved, Failure>),
    /// The request failed, and can be sent again in so many milliseconds.
    TryAgain(Failure, u32),
    /// That time is over.
    Again,
    /// The request takes long.
    Slow,
    /// So many milliseconds of a countdown are over.
    CountedDown(u32),
    /// The browser says whether it has a network.
    Online(bool),
    /// The form was taken off the page.
    Removed,
    /// The host wants the form as it was at first.
    Reset,
}

#[cfg(test)]
impl Action {
    /// A text is typed into the number's field, and stays as it is.
    pub fn typed(text: &str) -> Action {
        Action::Number(NumberEvent::Input { line: Line::new(text), kind: InputKind::Composed })
    }
}
