//! The form's state, and the one function that changes it.
//!
//! Pure: what has to happen outside (a request, an event, a focus) comes back as
//! [`Effect`]s, so that every way through the form is tested natively.

pub mod action;
pub mod effect;
pub mod error_event;
pub mod explanation;
pub mod fields;
pub mod help;
mod number;
mod outcome;
pub(super) mod phone_type;
mod quiet;
mod reading;
pub mod sending;
mod set;
pub mod settings;
mod submission;
mod submit;
mod typing;
mod waiting;

pub use action::Action;
pub use effect::Effect;
pub use sending::Sending;

use crate::api::phone::{Operation, Phone};
use crate::form::number::input::NumberInput;
use crate::form::number::plans::Plans;
use crate::form::text::language::Locale;
use crate::form::text::messages::Texts;
use crate::form::text::notice::Notice;
use explanation::Explanation;
use fields::{Fields, Touched};
use lead_phone_number::{Region, Zone};
use reading::KeptReading;
use sending::{Countdown, Target};
use settings::{Settings, UnreadableSetting};

/// What the form holds and shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// What the host has set.
    pub settings: Settings,
    /// What stands in the fields.
    pub fields: Fields,
    /// The number's field: its line, whose text is `fields.number`, and its history.
    pub(super) input: NumberInput,
    /// Sentences beside the fields and about the form.
    pub errors: Explanation,
    /// How the last save went.
    pub status: Option<Notice>,
    /// Whether `status` is a warning: saved, but `valid: false`.
    pub warning: bool,
    /// The request on its way.
    pub sending: Option<Sending>,
    /// Until when it is better not to save again.
    countdown: Option<Countdown>,
    /// Whether the browser has no network.
    offline: bool,
    /// A create whose outcome is unknown.
    maybe_created: Option<(Target, Fields)>,
    /// A save that is asked for and waits for the number's plan.
    pub waits_for_plan: bool,
    /// How many times a save was asked for: an error that is the same again is new.
    pub attempt: u32,
    /// Whether a number that was refused may be saved anyway.
    pub may_save_anyway: bool,
    /// The numbering plans, which are the page's.
    pub(super) plans: Plans,
    /// What the form makes of the number.
    kept: Option<KeptReading>,
    /// World zones whose plans could not be loaded.
    pub(super) unavailable: Vec<Zone>,
    /// World zones whose plans are on their way.
    pub(super) asked_for: Vec<Zone>,
    /// Whether the number was complete while its plan was not there.
    pub(super) left_early: bool,
    /// The extension that was moved from the number to its own field, for as long as it
    /// belongs to that number.
    pub(super) moved_extension: Option<String>,
    /// The country that the user has chosen, in place of the host's.
    pub(super) chosen: Option<Region>,
    /// Settings that could not be read, oldest first.
    unreadable: Vec<UnreadableSetting>,
    /// The fields as last saved or emptied; what differs from it is unsaved.
    pub(super) baseline: Fields,
    /// Which fields the user has changed since then.
    pub(super) touched: Touched,
    /// The phone that the host passed in or that an update returned: what an update of it
    /// changes is known. `None` where only its id is.
    pub(super) phone: Option<Phone>,
    /// The phone that the host passed in last, which an update may have replaced since.
    given: Option<Phone>,
    /// What is to be done about what happens, while the state is being changed.
    effects: Vec<Effect>,
}

impl State {
    /// Changes the state by what happened, and says what is to be done about it.
    pub fn reduce(&mut self, action: Action) -> Vec<Effect> {
        let before = self.target();
        self.change(action);
        // Whatever it was, it may have ended a wait.
        self.end_wait(before);
        self.input.replace_text(&self.fields.number);
        self.keep_reading();
        std::mem::take(&mut self.effects)
    }

    /// Asks for something to be done outside.
    pub(super) fn ask(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// Asks for the fields to be written.
    pub(super) fn write_fields(&mut self) {
        if !self.effects.contains(&Effect::WriteFields) {
            self.ask(Effect::WriteFields);
        }
    }

    fn change(&mut self, action: Action) {
        match action {
            Action::Set(setting) => self.set(setting),
            Action::SetUnreadable(error, instead) => self.set_unreadable(error, instead),
            Action::Number(event) => self.number_event(event),
            Action::CountryChosen(country) => self.choose(country),
            Action::PlanLoaded(zone, is_there) => self.plan_loaded(zone, is_there),
            Action::SaveAnyway => self.submit(true),
            Action::ExtensionEdited(extension) => self.edit_extension(extension),
            Action::MobileEdited(mobile) => {
                if mobile != self.fields.mobile {
                    self.fields.mobile = mobile;
                    self.touched.mobile = true;
                    self.edited();
                }
            }
            Action::TypeChosen(phone_type) => {
                if phone_type != self.fields.phone_type {
                    self.fields.phone_type = phone_type;
                    self.touched.phone_type = true;
                    self.edited();
                }
            }
            Action::Submit => self.submit(false),
            Action::Cancelled => self.sending = None,
            Action::Answered(outcome) => self.answered(outcome),
            Action::TryAgain(failure, wait) => self.try_again(failure, wait),
            Action::Again => self.again(),
            Action::Slow => self.slow(),
            Action::CountedDown(passed) => self.counted_down(passed),
            Action::Online(online) => self.online(online),
            Action::Removed => self.removed(),
            Action::Reset => self.show_held(),
        }
    }

    pub(super) fn edit_extension(&mut self, extension: String) {
        if extension != self.fields.extension {
            self.fields.extension = extension;
            self.touched.extension = true;
            self.moved_extension = None;
            self.errors.extension = None;
            self.edited();
        }
    }

    /// A form with these plans, which other forms may have too.
    pub fn with_plans(plans: Plans) -> State {
        State { plans, ..State::default() }
    }

    /// The form with these settings before anything has happened to it: what a prerendered
    /// form is hydrated with. The types of phone are left out, since their list has other
    /// elements than the check box; without them the elements are the same for any settings.
    pub fn untouched(&self) -> State {
        let settings = Settings { phone_types: Vec::new(), ..self.settings.clone() };
        State { settings, ..State::with_plans(self.plans.clone()) }
    }

    /// Whether something typed is not saved.
    pub fn dirty(&self) -> bool {
        self.fields != self.baseline || self.has_another_country()
    }

    /// Whether the user composes the number, so that nothing may be written to its field.
    pub fn is_composing(&self) -> bool {
        self.input.is_composing()
    }

    /// The locale in force, for `Intl`.
    pub fn locale(&self) -> &Locale {
        self.settings.locale()
    }

    /// The texts in force. A [`Notice`] is said when it is shown, so that it follows them.
    pub fn texts(&self) -> Texts<'_> {
        self.settings.texts()
    }

    /// Which call a submit would make.
    pub fn operation(&self) -> Operation {
        if self.settings.phone_id.is_some() { Operation::Update } else { Operation::Create }
    }

    /// The sentence about the form: how the last save failed, or a setting to be mended.
    pub fn form_error(&self) -> Option<Notice> {
        self.errors.form.clone().or_else(|| self.unreadable.first().map(UnreadableSetting::notice))
    }

    /// Whether every setting could be read.
    pub fn is_configured(&self) -> bool {
        self.unreadable.is_empty()
    }

    /// Which fields an update may leave out: those that are not known and not touched.
    pub(super) fn to_send(&self) -> Touched {
        if self.operation() == Operation::Create || self.phone.is_some() {
            // A number that stands as the API holds it and cannot be read here, an old one
            // without its area code perhaps, does not keep the rest from being saved.
            let number =
                self.touched.number || self.operation() == Operation::Create || !self.is_refused();
            Touched { number, extension: true, mobile: true, phone_type: true }
        } else {
            self.touched
        }
    }

    fn target(&self) -> Target {
        Target { lead_id: self.settings.lead_id, phone_id: self.settings.phone_id }
    }

    pub(super) fn edited(&mut self) {
        self.status = None;
        self.warning = false;
        self.errors.form = None;
    }

    pub(super) fn forget_notices(&mut self) {
        self.may_save_anyway = false;
        self.errors = Explanation::default();
        self.edited();
    }

    fn empty(&mut self) {
        self.show(self.no_fields());
        self.forget_notices();
        self.write_fields();
    }

    pub(super) fn show(&mut self, fields: Fields) {
        self.chosen = None;
        self.unavailable.clear();
        self.waits_for_plan = false;
        self.left_early = false;
        self.moved_extension = None;
        self.baseline = fields.clone();
        self.fields = fields;
        self.touched = Touched::default();
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod random_actions;

#[cfg(test)]
#[path = "state_tests.rs"]
mod tests;

// With properties, whose crate is for native tests.
#[cfg(all(test, not(target_arch = "wasm32")))]
#[path = "untouched_tests.rs"]
mod untouched_tests;
