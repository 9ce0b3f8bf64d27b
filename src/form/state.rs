//! The form's state, and the one function that changes it.
//!
//! Pure: what has to happen outside (a request, an event, a focus) comes back as
//! [`Effect`]s, so that every way through the form is tested natively.

mod outcome;
mod quiet;
mod set;
mod waiting;

use super::error_event::ErrorEvent;
use super::explanation::Explanation;
use super::fields::{Field, Fields};
use super::language::Locale;
use super::messages::Texts;
use super::notice::Notice;
use super::paste::Pasted;
use super::plans::Plans;
use super::reading::ReadingResult;
use super::settings::{Setting, Settings, UnreadableSetting};
use super::submission::{self, Refusal};
use crate::api::answer::{Failure, Saved};
use crate::api::phone::{Operation, Phone, PhoneBody};
use crate::number::{Region, Zone};
pub use quiet::DrawnOfNumber;
pub use waiting::Sending;
use waiting::{Countdown, Progress, Target};

/// What the form holds and shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// What the host has set.
    pub settings: Settings,
    /// What stands in the fields.
    pub fields: Fields,
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
    /// A create of which nobody knows whether it was carried out.
    unknown: Option<(Target, Fields)>,
    /// A save that is asked for and waits for the number's plan.
    pub waits_for_plan: bool,
    /// How many times a save was asked for: an error that is the same again is new.
    pub attempt: u32,
    /// Whether a number that was refused may be saved anyway.
    pub may_save_anyway: bool,
    /// The numbering plans, which are the page's.
    pub(super) plans: Plans,
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

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Touched {
    pub number: bool,
    pub extension: bool,
    pub mobile: bool,
    pub phone_type: bool,
}

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Action {
    /// The host set something.
    Set(Setting),
    /// The host set something that cannot be read.
    SetUnreadable(UnreadableSetting),
    /// The number's field was edited.
    NumberEdited(String),
    /// Something was pasted into the number's field, and what comes of it.
    NumberPasted(Pasted),
    /// The number is complete for now: its field was left.
    NumberLeft,
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
    /// Write the fields to the page.
    WriteFields,
    /// Move the focus there.
    Focus(Field),
    /// Move the focus there if it is in the form.
    FocusIfInside(Field),
}

impl State {
    /// Changes the state by what happened, and says what is to be done about it.
    pub fn reduce(&mut self, action: Action) -> Vec<Effect> {
        let before = self.target();
        self.change(action);
        // Whatever it was, it may have ended a wait.
        self.end_wait(before);
        std::mem::take(&mut self.effects)
    }

    /// Asks for something to be done outside.
    pub(super) fn ask(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    fn change(&mut self, action: Action) {
        match action {
            Action::Set(setting) => self.set(setting),
            Action::SetUnreadable(setting) => self.set_unreadable(setting),
            Action::NumberEdited(number) => {
                if number != self.fields.number {
                    self.number_edited(number);
                }
            }
            Action::NumberPasted(pasted) => self.pasted(pasted),
            Action::NumberLeft => self.number_left(),
            Action::CountryChosen(country) => self.choose(country),
            Action::PlanLoaded(zone, is_there) => self.plan_loaded(zone, is_there),
            Action::SaveAnyway => self.submit(true),
            Action::ExtensionEdited(extension) => {
                if extension != self.fields.extension {
                    self.fields.extension = extension;
                    self.touched.extension = true;
                    self.moved_extension = None;
                    self.errors.extension = None;
                    self.edited();
                }
            }
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

    /// A form with these plans, which other forms may have too.
    pub fn with_plans(plans: Plans) -> State {
        State { plans, ..State::default() }
    }

    /// The form with these settings before anything has happened to it. Its drawing has the
    /// same elements for any settings, but for the types of phone.
    pub fn untouched(&self) -> State {
        let mut state = State::with_plans(self.plans.clone());
        // Those that are drawn.
        let (settings, own) = (&mut state.settings, &self.settings);
        settings.country = own.country;
        settings.locale.clone_from(&own.locale);
        settings.page_locale.clone_from(&own.page_locale);
        settings.messages = own.messages.clone();
        settings.autocomplete = own.autocomplete;
        settings.disabled = own.disabled;
        state
    }

    /// Whether something typed is not saved.
    pub fn dirty(&self) -> bool {
        self.fields != self.baseline || self.has_another_country()
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

    pub(super) fn submit(&mut self, anyway: bool) {
        if self.sending.is_some() || self.settings.disabled {
            return;
        }
        self.move_extension();
        self.attempt = self.attempt.wrapping_add(1);
        let anyway = anyway && self.may_save_anyway;
        self.forget_notices();
        self.countdown = None;
        self.send(anyway);
    }

    fn send(&mut self, anyway: bool) {
        match submission::check(self, anyway) {
            Ok(body) => {
                self.sending = Some(Sending {
                    operation: self.operation(),
                    target: self.target(),
                    fields: self.fields.clone(),
                    base_url: self.settings.base_url.clone(),
                    progress: Progress::default(),
                });
                self.ask(Effect::Send { phone_id: self.settings.phone_id, body });
            }
            Err(Refusal::Settings(notice)) => {
                if let Some(notice) = &notice {
                    self.ask(ErrorEvent::configuration(notice, &self.texts()));
                }
                self.errors.form = notice;
            }
            Err(Refusal::Plan(zone)) => {
                self.waits_for_plan = true;
                self.load(zone);
            }
            Err(Refusal::Fields(errors)) => {
                self.may_save_anyway = errors.number.is_some()
                    && matches!(self.reading().result,
                        ReadingResult::Read(number) if number.may_be_saved_anyway());
                if let Some(field) = errors.first_field() {
                    self.ask(Effect::Focus(field));
                }
                self.errors = errors;
            }
        }
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
        self.ask(Effect::WriteFields);
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
#[path = "state_tests.rs"]
mod tests;
