//! Applies the host's settings to the state.

use super::{Effect, State};
use crate::api::phone::Phone;
use crate::form::state::error_event::ErrorEvent;
use crate::form::state::fields::Touched;
use crate::form::state::settings::{Setting, UnreadableSetting};

impl State {
    pub(super) fn set(&mut self, setting: Setting) {
        self.can_be_read(setting.name());
        let settings = &mut self.settings;
        match setting {
            Setting::LeadId(lead_id) => {
                let another = settings.lead_id.is_some() && lead_id != settings.lead_id;
                settings.lead_id = lead_id;
                if another && lead_id.is_some() {
                    self.empty();
                }
            }
            Setting::PhoneId(phone_id) => {
                if phone_id != settings.phone_id {
                    settings.phone_id = phone_id;
                    // The user may be editing this very phone.
                    if phone_id.is_none() || phone_id != self.edited_id() {
                        self.phone = None;
                        self.empty();
                    }
                    self.is_editing = false;
                    self.given = None;
                }
            }
            Setting::Phone(phone) => self.set_phone(phone),
            Setting::Country(country) => {
                let before = self.country();
                if country != self.settings.country {
                    // The host's country was set after the one that the user chose.
                    self.chosen = None;
                    self.chosen_after = None;
                    self.told = None;
                    self.settings.country = country;
                }
                if self.country() != before {
                    self.country_changed();
                }
            }
            Setting::Locale(locale) => settings.locale = locale,
            Setting::PageLocale(locale) => settings.page_locale = locale,
            Setting::Words(words) => settings.words = words,
            Setting::Messages(messages) => settings.messages = messages,
            Setting::Autocomplete(autocomplete) => settings.autocomplete = autocomplete,
            Setting::PreferredCountries(countries) => settings.preferred_countries = countries,
            Setting::Countries(countries) => self.set_countries(countries),
            Setting::PhoneTypes(types) => {
                if types != settings.phone_types {
                    settings.phone_types = types;
                    self.types_changed();
                }
            }
            Setting::BaseUrl(base_url) => settings.base_url = base_url,
            Setting::TokenUrl(token_url) => settings.token_url = token_url,
            Setting::UntrustedBaseUrl(base_url) => settings.untrusted_base_url = base_url,
            Setting::Fields { extension, mobile } => {
                settings.has_extension = extension;
                settings.has_mobile = mobile;
                self.show_extension();
            }
            Setting::Loading => {}
            Setting::Scheme(scheme) => settings.scheme = scheme,
            Setting::Timeout(timeout) => settings.timeout = timeout,
            Setting::Disabled(disabled) => settings.disabled = disabled,
            Setting::Token(has_token) => settings.has_token = has_token,
        }
    }

    fn set_phone(&mut self, phone: Option<Phone>) {
        // Frameworks assign the same phone again on each render. That must not undo the user's
        // edits.
        if phone == self.given {
            return;
        }
        self.given = phone.clone();
        if phone.is_some() {
            // The user may be editing this very phone.
            self.settings.phone_id = self.phone_id();
            self.is_editing = false;
        }
        // A host may set the phone that the API has just returned. That must not clear the
        // success message.
        if phone.is_some() && phone == self.phone {
            return;
        }
        match phone {
            Some(phone) if self.settings.phone_id == Some(phone.id) && self.phone.is_some() => {
                self.show_again(phone);
            }
            Some(phone) => {
                // The sentence about a phone that the form has just created stays too.
                let is_created = self.created.as_ref().map(|created| created.id) == Some(phone.id);
                let said = self.status.take().filter(|_| is_created);
                let just_saved = self.just_saved && is_created;
                self.settings.phone_id = Some(phone.id);
                self.phone = Some(phone);
                self.show_held();
                self.status = said;
                self.just_saved = just_saved;
            }
            None => {
                // The id belongs to the last phone: setting another one forgets the phone.
                self.phone = None;
                self.settings.phone_id = None;
                self.empty();
            }
        }
    }

    /// Takes up what the host has changed of the same phone, but for the fields that the user has
    /// changed.
    fn show_again(&mut self, phone: Phone) {
        self.phone = Some(phone);
        if self.touched == Touched::default() {
            return self.show_held();
        }
        if let Some(phone) = &self.phone {
            let held = self.fields_of(phone);
            let typed = std::mem::replace(&mut self.fields, held.clone());
            self.baseline = held;
            if self.touched.number {
                self.fields.number = typed.number;
            }
            if self.touched.extension {
                self.fields.extension = typed.extension;
            }
            if self.touched.mobile {
                self.fields.mobile = typed.mobile;
            }
            if self.touched.phone_type {
                self.fields.phone_type = typed.phone_type;
            }
        }
        self.write_fields();
        self.read_again();
    }

    /// Forgets that a setting could not be read.
    fn can_be_read(&mut self, name: &str) {
        self.unreadable.retain(|unreadable| unreadable.name != name);
    }

    pub(super) fn set_unreadable(&mut self, error: UnreadableSetting, instead: Option<Setting>) {
        let is_known = self.unreadable.contains(&error);
        match instead {
            Some(setting) => self.set(setting),
            None => self.can_be_read(error.name),
        }
        if !is_known {
            self.ask(Effect::Raise(ErrorEvent::configuration(&error.notice(), &self.texts())));
        }
        self.unreadable.push(error);
    }
}
