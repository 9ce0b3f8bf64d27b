//! Says what the form changes by itself: the country of a calling code, the check box of a mobile
//! number, an extension that moves to its own field, a number that may not be in service.
//!
//! Who sees the form sees these changes. Who hears it is told of all of them in one sentence after
//! a pause, because words in the middle of typing would be missed or disturb.

use super::State;
use crate::form::number::reading::ReadingResult;
use crate::form::text::message_id::MessageId;
use crate::form::text::notice::Notice;
use lead_phone_number::Region;

/// What the form may change by itself.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Told {
    pub(super) country: Region,
    pub(super) mobile: bool,
    pub(super) extension: String,
    /// Whether the number may not be in service.
    is_doubtful: bool,
}

impl State {
    fn to_tell(&self) -> Told {
        let reading = self.reading();
        Told {
            country: reading.country,
            mobile: self.fields.mobile,
            extension: self.fields.extension.clone(),
            is_doubtful: matches!(&reading.result,
                ReadingResult::Read(number) if number.impossible.is_none() && !number.valid),
        }
    }

    /// Takes everything as told that the form shows, after it was emptied or filled.
    pub(super) fn keep_told(&mut self) {
        if self.told.is_none() {
            self.told = Some(self.to_tell());
        }
    }

    /// Whether the form has changed something that it has not told.
    pub fn has_news(&self) -> bool {
        self.told.as_ref().is_some_and(|told| *told != self.to_tell())
    }

    /// Tells what the form has changed since it last told. Called after a pause.
    pub(super) fn tell_news(&mut self) {
        let now = self.to_tell();
        let Some(told) = self.told.replace(now.clone()) else { return };
        self.announced.clear();
        if told.country != now.country {
            let notice = Notice::new(MessageId::NowCountry);
            self.announced.push(notice.with_countries("country", &[now.country]));
        }
        if told.mobile != now.mobile && self.settings.phone_types.is_empty() {
            let text = if now.mobile { MessageId::NowMobile } else { MessageId::NowNotMobile };
            self.announced.push(text.into());
        }
        if told.extension != now.extension && !now.extension.is_empty() {
            let notice = Notice::new(MessageId::NowExtension);
            self.announced.push(notice.with("extension", now.extension));
        }
        if now.is_doubtful && !told.is_doubtful {
            self.announced.push(self.notice_of_number().0);
        }
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::form::state::Action;
    use crate::form::state::settings::Setting;
    use lead_phone_number::Zone;

    fn form() -> State {
        let mut state = State::default();
        state.plans.add(include_bytes!("../../../number/data/zone-3.bin")).unwrap();
        state.reduce(Action::Set(Setting::LeadId(Some(1))));
        state.reduce(Action::Set(Setting::Token(true)));
        state
    }

    /// What is said after a pause.
    fn said(state: &mut State) -> String {
        state.reduce(Action::Paused);
        let sentences = state.announced.iter().map(|notice| notice.say(&state.texts()));
        sentences.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_the_form_changes_is_told_once_after_a_pause() {
        let mut state = form();
        assert!(!state.has_news());
        state.reduce(Action::typed("+33 6 12 34 56 78 ext. 12"));
        assert!(state.has_news() && state.announced.is_empty());
        state.reduce(Action::Number(crate::form::number::input::NumberEvent::Left));
        assert_eq!(said(&mut state), "FR. Mobile phone ticked. Extension 12.");
        assert!(!state.has_news());
        // The same words are said again only after they were taken away.
        state.reduce(Action::typed("+33 6 12 34 56"));
        assert!(state.announced.is_empty());
        assert_eq!(said(&mut state), "Mobile phone no longer ticked.");
        state.reduce(Action::typed("+1 514 123 4455"));
        assert_eq!(
            said(&mut state),
            "CA. +1 514-123-4455 may not be in service. Check it, or save it as it is."
        );
    }

    #[test]
    fn what_the_user_and_the_host_do_is_not_told() {
        let region = |code| Region::new(code).unwrap();
        let mut state = form();
        for action in [
            Action::CountryChosen(region("US")),
            Action::MobileEdited(true),
            Action::ExtensionEdited("12".into()),
            Action::Reset,
            Action::Set(Setting::Country(region("FR"))),
            Action::PlanLoaded(Zone::new(3).unwrap(), true),
        ] {
            state.reduce(action.clone());
            assert!(!state.has_news(), "{action:?}");
        }
        assert_eq!(said(&mut state), "");
    }
}
