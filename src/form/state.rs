//! The form's state, and the one function that changes it.
//!
//! Pure: what has to happen outside (a request, an event, a focus) comes back as
//! [`Effect`]s, so that every way through the form is tested natively.

use super::explanation::Explanation;
use super::fields::{Field, Fields};
use super::notice::Notice;
use super::plans::Plans;
use super::reading::ReadingResult;
use super::settings::{Setting, Settings, UnreadableSetting};
use super::submission::{self, Refusal};
use super::texts::Text;
use crate::api::answer::{Failure, FieldErrors, Kind, Saved};
use crate::api::phone::{Operation, Phone, PhoneBody};
use crate::number::{Region, Zone};

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
    phone: Option<Phone>,
    /// The phone that the host passed in last, which an update may have replaced since.
    given: Option<Phone>,
}

/// A request on its way: what it left with.
#[derive(Clone, Debug, PartialEq)]
pub struct Sending {
    /// Which call it is.
    pub operation: Operation,
    target: Target,
    fields: Fields,
}

/// The ids that a request belongs to, whatever the host sets afterwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Target {
    lead_id: Option<u64>,
    phone_id: Option<u64>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Touched {
    pub number: bool,
    pub extension: bool,
    pub mobile: bool,
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
    /// The number is complete for now: it was pasted, or its field was left.
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
    /// The user or the host wants the phone saved.
    Submit,
    /// The host cancelled the submit.
    Cancelled,
    /// The request ended.
    Answered(Result<Saved, Failure>),
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

/// The detail of `lead-phone-error`.
#[derive(Clone, Debug, PartialEq)]
pub struct ErrorEvent {
    /// Which of the contract's cases it is.
    pub kind: Kind,
    /// The call that failed; `None` for settings.
    pub operation: Option<Operation>,
    /// The HTTP status, where there was an answer.
    pub status: Option<u16>,
    /// What the form shows.
    pub message: String,
    /// The API's texts by field.
    pub errors: Option<Vec<FieldErrors>>,
}

impl ErrorEvent {
    fn configuration(notice: &Notice) -> Effect {
        Effect::Raise(ErrorEvent {
            kind: Kind::Configuration,
            operation: None,
            status: None,
            message: notice.say(),
            errors: None,
        })
    }
}

impl State {
    /// Changes the state by what happened, and says what is to be done about it.
    pub fn reduce(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Set(setting) => self.set(setting),
            Action::SetUnreadable(setting) => self.set_unreadable(setting),
            Action::NumberEdited(number) => {
                if number == self.fields.number {
                    return Vec::new();
                }
                self.fields.number = number;
                self.touched.number = true;
                self.number_changed()
            }
            Action::NumberLeft => self.move_extension(),
            Action::CountryChosen(country) => self.choose(country),
            Action::PlanLoaded(zone, is_there) => self.plan_loaded(zone, is_there),
            Action::SaveAnyway => self.submit(true),
            Action::ExtensionEdited(extension) => {
                if extension != self.fields.extension {
                    self.fields.extension = extension;
                    self.touched.extension = true;
                    self.errors.extension = None;
                    self.edited();
                }
                Vec::new()
            }
            Action::MobileEdited(mobile) => {
                if mobile != self.fields.mobile {
                    self.fields.mobile = mobile;
                    self.touched.mobile = true;
                    self.edited();
                }
                Vec::new()
            }
            Action::Submit => self.submit(false),
            Action::Cancelled => {
                self.sending = None;
                Vec::new()
            }
            Action::Answered(outcome) => self.answered(outcome),
            Action::Reset => {
                self.show(self.phone.as_ref().map(Fields::of).unwrap_or_default());
                self.forget_notices();
                vec![Effect::WriteFields]
            }
        }
    }

    /// A form with these plans, which other forms may have too.
    pub fn with_plans(plans: Plans) -> State {
        State { plans, ..State::default() }
    }

    /// Whether something typed is not saved.
    pub fn dirty(&self) -> bool {
        self.fields != self.baseline
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
    pub(super) fn is_configured(&self) -> bool {
        self.unreadable.is_empty()
    }

    /// Which fields an update may leave out: those that are not known and not touched.
    pub(super) fn to_send(&self) -> Touched {
        if self.operation() == Operation::Create || self.phone.is_some() {
            Touched { number: true, extension: true, mobile: true }
        } else {
            self.touched
        }
    }

    fn target(&self) -> Target {
        Target { lead_id: self.settings.lead_id, phone_id: self.settings.phone_id }
    }

    fn set(&mut self, setting: Setting) -> Vec<Effect> {
        self.unreadable.retain(|unreadable| unreadable.name != setting.name());
        let settings = &mut self.settings;
        match setting {
            Setting::LeadId(lead_id) => {
                let another = settings.lead_id.is_some() && lead_id != settings.lead_id;
                settings.lead_id = lead_id;
                if another && lead_id.is_some() {
                    return self.empty();
                }
            }
            Setting::PhoneId(phone_id) => {
                if phone_id != settings.phone_id {
                    settings.phone_id = phone_id;
                    self.phone = None;
                    self.given = None;
                    return self.empty();
                }
            }
            Setting::Phone(phone) => return self.set_phone(phone),
            Setting::Country(country) => {
                settings.country = country;
                return self.country_changed();
            }
            Setting::PreferredCountries(countries) => settings.preferred_countries = countries,
            Setting::BaseUrl(base_url) => settings.base_url = base_url,
            Setting::Scheme(scheme) => settings.scheme = scheme,
            Setting::Timeout(timeout) => settings.timeout = timeout,
            Setting::Disabled(disabled) => settings.disabled = disabled,
            Setting::Token(has_token) => settings.has_token = has_token,
        }
        Vec::new()
    }

    fn set_phone(&mut self, phone: Option<Phone>) -> Vec<Effect> {
        // Frameworks assign the same phone again at each render: that must not undo what
        // the user has typed since.
        if phone == self.given {
            return Vec::new();
        }
        self.given = phone.clone();
        match phone {
            Some(phone) => {
                self.settings.phone_id = Some(phone.id);
                self.show(Fields::of(&phone));
                self.phone = Some(phone);
                self.forget_notices();
                vec![Effect::WriteFields]
            }
            None => {
                // The id is the last phone's: setting another one forgets the phone.
                self.phone = None;
                self.settings.phone_id = None;
                self.empty()
            }
        }
    }

    fn set_unreadable(&mut self, setting: UnreadableSetting) -> Vec<Effect> {
        if self.unreadable.contains(&setting) {
            return Vec::new();
        }
        self.unreadable.retain(|unreadable| unreadable.name != setting.name);
        let effect = ErrorEvent::configuration(&setting.notice());
        self.unreadable.push(setting);
        vec![effect]
    }

    pub(super) fn submit(&mut self, anyway: bool) -> Vec<Effect> {
        if self.sending.is_some() || self.settings.disabled {
            return Vec::new();
        }
        let mut effects = self.move_extension();
        self.attempt = self.attempt.wrapping_add(1);
        let anyway = anyway && self.may_save_anyway;
        self.forget_notices();
        effects.extend(self.send(anyway));
        effects
    }

    fn send(&mut self, anyway: bool) -> Vec<Effect> {
        match submission::check(self, anyway) {
            Ok(body) => {
                self.sending = Some(Sending {
                    operation: self.operation(),
                    target: self.target(),
                    fields: self.fields.clone(),
                });
                vec![Effect::Send { phone_id: self.settings.phone_id, body }]
            }
            Err(Refusal::Settings(notice)) => {
                let effect = notice.as_ref().map(ErrorEvent::configuration);
                self.errors.form = notice;
                effect.into_iter().collect()
            }
            Err(Refusal::Plan(zone)) => {
                self.waits_for_plan = true;
                vec![Effect::Load(zone)]
            }
            Err(Refusal::Fields(errors)) => {
                self.may_save_anyway = errors.number.is_some()
                    && matches!(self.reading().result,
                        ReadingResult::Read(number) if number.may_be_saved_anyway());
                let focus = errors.first_field().map(Effect::Focus);
                self.errors = errors;
                focus.into_iter().collect()
            }
        }
    }

    fn answered(&mut self, outcome: Result<Saved, Failure>) -> Vec<Effect> {
        let Some(sent) = self.sending.take() else { return Vec::new() };
        let current = sent.target == self.target();
        match outcome {
            Ok(saved) if current => self.saved(sent, saved.phone),
            Ok(_) => Vec::new(),
            Err(failure) => {
                let errors = Explanation::of(&failure, sent.operation);
                let raise = Effect::Raise(ErrorEvent {
                    kind: failure.kind,
                    operation: Some(sent.operation),
                    status: failure.status,
                    message: errors.say(),
                    errors: failure.errors,
                });
                let focus = errors.first_field().filter(|_| current).map(Effect::FocusIfInside);
                if current {
                    self.errors = errors;
                }
                [raise].into_iter().chain(focus).collect()
            }
        }
    }

    fn saved(&mut self, sent: Sending, phone: Phone) -> Vec<Effect> {
        let number = phone.number.clone().unwrap_or(sent.fields.number.clone());
        self.warning = phone.valid == Some(false);
        let text = match sent.operation {
            _ if self.warning => Text::SavedNotValid,
            Operation::Create => Text::Created,
            Operation::Update => Text::Updated,
        };
        self.status = Some(Notice::new(text).with("number", number));
        let shown = match sent.operation {
            Operation::Create => Fields::default(),
            Operation::Update => Fields::of(&phone),
        };
        if sent.operation == Operation::Update {
            self.phone = Some(phone);
        }
        if self.fields == sent.fields {
            self.show(shown);
            vec![Effect::WriteFields, Effect::FocusIfInside(Field::Number)]
        } else {
            // The user has typed on while the request was on its way: that stays.
            self.baseline = shown;
            Vec::new()
        }
    }

    pub(super) fn edited(&mut self) {
        self.waits_for_plan = false;
        self.status = None;
        self.warning = false;
        self.errors.form = None;
    }

    fn forget_notices(&mut self) {
        self.may_save_anyway = false;
        self.errors = Explanation::default();
        self.edited();
    }

    fn empty(&mut self) -> Vec<Effect> {
        self.show(Fields::default());
        self.forget_notices();
        vec![Effect::WriteFields]
    }

    fn show(&mut self, fields: Fields) {
        self.chosen = None;
        self.baseline = fields.clone();
        self.fields = fields;
        self.touched = Touched::default();
    }
}

#[cfg(test)]
#[path = "state_tests.rs"]
mod tests;
