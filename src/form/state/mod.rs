//! The form's state, and the one function that changes it.
//!
//! The function is pure. It returns [`Effect`]s for everything outside (a request, an event, a
//! focus), so native tests can cover every path through the form.

pub mod action;
mod allowed;
mod announcing;
mod edit;
pub mod effect;
pub mod entry;
pub mod error_event;
pub mod explanation;
pub mod fields;
pub mod help;
mod next;
mod number;
pub mod offer;
mod outcome;
mod pasting;
pub(super) mod phone_type;
mod quiet;
mod reading;
mod refusal;
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
use crate::form::number::paste::NextNumbers;
use crate::form::number::plans::Plans;
use crate::form::text::language::Locale;
use crate::form::text::message_id::MessageId;
use crate::form::text::messages::Texts;
use crate::form::text::notice::Notice;
use announcing::Told;
use explanation::Explanation;
use fields::{Fields, Touched};
use lead_phone_number::{Region, Zone};
use next::Unsaved;
use offer::Offer;
use pasting::KeptPaste;
use reading::KeptReading;
use sending::{Countdown, Target};
use settings::{Settings, UnreadableSetting};
use std::rc::Rc;

/// The state of the form.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// What the host has set.
    pub settings: Settings,
    /// The values of the fields.
    pub fields: Fields,
    /// The number's field: its line, whose text is `fields.number`, and its history.
    pub(super) input: NumberInput,
    /// The errors at the fields and at the form.
    pub errors: Explanation,
    /// How the last save went.
    pub status: Option<Notice>,
    /// Whether a press of Save may still belong to the last save: the second press of a double
    /// click, or of Enter.
    just_saved: bool,
    /// The save in progress.
    pub sending: Option<Sending>,
    /// The countdown until a retry, or until the user should save again.
    countdown: Option<Countdown>,
    /// Whether the browser has no network.
    offline: bool,
    /// A create that has failed while the user typed the next number.
    unsaved: Option<Unsaved>,
    /// A create whose outcome is unknown.
    maybe_created: Option<(Target, Fields)>,
    /// Whether a requested save waits for the number's plan.
    pub waits_for_plan: bool,
    /// The number of submits. It lets the same error be announced again.
    pub attempt: u32,
    /// What is offered beside a refused number.
    offered: Option<Offer>,
    /// The refusal whose offer is made when plans are loaded.
    offers_later: Option<MessageId>,
    /// The numbers of the last paste that are not saved yet.
    next: Rc<NextNumbers>,
    /// Whether Enter has put the next pasted number into the field, where it is not edited yet.
    pub next_by_key: bool,
    /// The last pasted text, if no number was found in it. It is not sent as it is.
    unread_paste: Option<String>,
    /// The last pasted text, while plans that it may need are being loaded.
    kept_paste: Option<KeptPaste>,
    /// The numbering plans, shared by all forms of the page.
    pub(super) plans: Plans,
    /// The cached reading of the number.
    kept: Option<KeptReading>,
    /// World zones whose plans could not be loaded.
    pub(super) unavailable: Vec<Zone>,
    /// World zones whose plans are being loaded.
    pub(super) asked_for: Vec<Zone>,
    /// Whether the user left the number before its plan was loaded.
    pub(super) left_early: bool,
    /// The extension that was moved from the number to its own field, while it belongs to that
    /// number.
    pub(super) moved_extension: Option<String>,
    /// The country that the user has chosen, which overrides the host's.
    pub(super) chosen: Option<Region>,
    /// The choice that is in force again once the number from a paste is saved.
    pub(super) chosen_after: Option<Option<Region>>,
    /// What the user knows of what the form may change by itself; `None` takes it as it is shown.
    told: Option<Told>,
    /// What the form has changed by itself, said after a pause.
    pub announced: Vec<Notice>,
    /// Settings that could not be read, oldest first.
    unreadable: Vec<UnreadableSetting>,
    /// The fields as last saved or emptied. Differences from them are unsaved changes.
    pub(super) baseline: Fields,
    /// Which fields the user has changed since then.
    pub(super) touched: Touched,
    /// The phone that the host passed in or that an update returned. `None` if only its id is
    /// known; the unchanged fields of an update are then unknown.
    pub(super) phone: Option<Phone>,
    /// The phone that the last save has created.
    created: Option<Phone>,
    /// Whether the form is turned to that phone, which is in `phone`.
    is_editing: bool,
    /// The phone that the host passed in last. An update may have replaced it in `phone`.
    given: Option<Phone>,
    /// The effects collected while the state changes.
    effects: Vec<Effect>,
}

impl State {
    /// Applies an action to the state and returns the effects.
    pub fn reduce(&mut self, action: Action) -> Vec<Effect> {
        let before = self.target();
        self.change(action);
        // Any action may end a wait.
        self.end_wait(before);
        self.input.replace_text(&self.fields.number);
        self.keep_reading();
        self.keep_told();
        std::mem::take(&mut self.effects)
    }

    /// Requests an effect.
    pub(super) fn ask(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// Requests that the fields be written.
    pub(super) fn write_fields(&mut self) {
        // A comparison of whole effects would be as much code as all of this file's.
        if !self.effects.iter().any(|effect| matches!(effect, Effect::WriteFields)) {
            self.ask(Effect::WriteFields);
        }
    }

    fn change(&mut self, action: Action) {
        match action {
            Action::Set(setting) => self.set(setting),
            Action::SetUnreadable(error, instead) => self.set_unreadable(error, instead),
            Action::Number(event) => self.number_event(event),
            Action::CountryChosen(country) => {
                self.choose(country);
                if let Some(told) = &mut self.told {
                    told.country = country;
                }
            }
            Action::PlanLoaded(zone, is_there) => self.plan_loaded(zone, is_there),
            Action::OfferTaken => self.take_offer(),
            Action::Edit => self.edit(),
            Action::ExtensionEdited(extension) => self.edit_extension(extension),
            Action::ExtensionLeft => self.extension_left(),
            Action::MobileEdited(mobile) => {
                if mobile != self.fields.mobile {
                    self.fields.mobile = mobile;
                    self.touched.mobile = true;
                    if let Some(told) = &mut self.told {
                        told.mobile = mobile;
                    }
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
            Action::Press => self.press(),
            Action::Settled => self.just_saved = false,
            Action::Cancelled => self.sending = None,
            Action::Answered(outcome) => self.answered(outcome),
            Action::TryAgain(failure, wait) => self.try_again(failure, wait),
            Action::Again => self.again(),
            Action::Slow => self.slow(),
            Action::Paused => self.tell_news(),
            Action::CountedDown(passed) => self.counted_down(passed),
            Action::Online(online) => self.online(online),
            Action::Removed => self.removed(),
            Action::Reset => {
                self.leave_edit();
                self.show_held();
            }
        }
    }

    pub(super) fn edit_extension(&mut self, extension: String) {
        if extension != self.fields.extension {
            if let Some(told) = &mut self.told {
                told.extension.clone_from(&extension);
            }
            self.fields.extension = extension;
            self.touched.extension = true;
            self.moved_extension = None;
            self.errors.extension = None;
            self.edited();
        }
    }

    /// The extension is complete for now: the field shows its digits without their label.
    pub(super) fn extension_left(&mut self) {
        if let Some(digits) = self.fields.extension_digits()
            && digits != self.fields.extension
        {
            self.fields.extension = digits;
            self.write_fields();
        }
    }

    /// The state of a new form with these plans, which other forms may share.
    #[expect(
        clippy::field_reassign_with_default,
        reason = "a struct update copies each field by itself, which is 190 bytes of brotli more"
    )]
    pub fn with_plans(plans: Plans) -> State {
        let mut state = State::default();
        state.plans = plans;
        state
    }

    /// The state with these settings before any action: a prerendered form is hydrated with it.
    /// The types of phone are left out, because their list has other elements than the check box;
    /// without them, all settings render the same elements.
    pub fn untouched(&self) -> State {
        let mut state = State::with_plans(self.plans.clone());
        state.settings = self.settings.clone();
        state.settings.phone_types.clear();
        state
    }

    /// Whether the form has unsaved changes.
    pub fn dirty(&self) -> bool {
        self.fields != self.baseline || self.has_another_country()
    }

    /// Whether IME composition is in progress in the number's field, so that nothing may be
    /// written to it.
    pub fn is_composing(&self) -> bool {
        self.input.is_composing()
    }

    /// The current locale, for `Intl`.
    pub fn locale(&self) -> &Locale {
        self.settings.locale()
    }

    /// The current texts. A [`Notice`] becomes words only when it is shown, so it follows the
    /// language.
    pub fn texts(&self) -> Texts<'_> {
        self.settings.texts()
    }

    /// Which call a submit would make.
    pub fn operation(&self) -> Operation {
        if self.phone_id().is_some() { Operation::Update } else { Operation::Create }
    }

    /// The error of the form: the failure of the last save, or a setting that the host must
    /// correct.
    pub fn form_error(&self) -> Option<Notice> {
        self.errors.form.clone().or_else(|| self.unreadable.first().map(UnreadableSetting::notice))
    }

    /// Whether every setting could be read.
    pub fn is_configured(&self) -> bool {
        self.unreadable.is_empty()
    }

    /// Which fields a save sends. An update of an unknown phone sends only the fields that the
    /// user has changed.
    pub(super) fn to_send(&self) -> Touched {
        if self.operation() == Operation::Create || self.phone.is_some() {
            // A number that the user has not changed and that cannot be read here, perhaps an old
            // one without its area code, must not prevent the save of the other fields.
            let number =
                self.touched.number || self.operation() == Operation::Create || !self.is_refused();
            Touched { number, extension: true, mobile: true, phone_type: true }
        } else {
            self.touched
        }
    }

    fn target(&self) -> Target {
        Target { lead_id: self.settings.lead_id, phone_id: self.phone_id() }
    }

    /// Takes back what an edit makes untrue. The words about the last save stay.
    pub(super) fn edited(&mut self) {
        if !self.has_saved() {
            self.status = None;
        }
        self.just_saved = false;
        self.next_by_key = false;
        self.announced.clear();
        if self.unsaved.is_none() {
            self.errors.form = None;
        }
    }

    pub(super) fn forget_notices(&mut self) {
        self.offered = None;
        self.offers_later = None;
        self.errors = Explanation::default();
        self.status = None;
        self.created = None;
        self.edited();
    }

    /// Whether the status is that of a save that succeeded.
    pub fn has_saved(&self) -> bool {
        matches!(
            self.status.as_ref().map(Notice::text),
            Some(MessageId::Created | MessageId::Updated | MessageId::SavedNotValid)
        )
    }

    /// Whether the status is a warning: saved, but `valid: false`.
    pub fn warning(&self) -> bool {
        self.status.as_ref().map(Notice::text) == Some(MessageId::SavedNotValid)
    }

    fn empty(&mut self) {
        self.leave_edit();
        self.next = Rc::default();
        self.unsaved = None;
        self.show(self.no_fields());
        self.forget_notices();
        self.write_fields();
    }

    pub(super) fn show(&mut self, fields: Fields) {
        self.chosen = None;
        self.chosen_after = None;
        self.told = None;
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

// These tests use proptest, which is a dependency for native tests only.
#[cfg(all(test, not(target_arch = "wasm32")))]
#[path = "untouched_tests.rs"]
mod untouched_tests;

#[cfg(test)]
#[path = "pressing_tests.rs"]
mod pressing_tests;

#[cfg(test)]
#[path = "fields_tests.rs"]
mod fields_tests;
