use super::*;
use crate::api::token::Scheme;
use crate::form::text::locale_files;
use crate::form::text::message_id::MessageId;
use crate::form::view;
use proptest::prelude::*;

/// Random settings. A new field in `Settings` does not compile until it is added here.
fn settings() -> impl Strategy<Value = Settings> {
    let region = || {
        prop::sample::select(vec!["CA", "US", "FR", "GB", "AG"])
            .prop_filter_map("a region", Region::new)
    };
    let locale = || {
        prop::sample::select(vec!["en", "fr-CA", "es-MX", "de", "ar"])
            .prop_map(|tag| Locale::new(tag.to_owned()))
    };
    let words = prop::sample::select(&["en", "fr", "es"]).prop_map(locale_files::words);
    let message = (prop::sample::select(MessageId::ALL), "[a-z]{0,3}");
    let of_the_page = (
        locale(),
        (prop::option::of(locale()), words),
        prop::collection::vec(message, 0..9),
        any::<bool>(),
        any::<bool>(),
        region(),
        prop::collection::vec(region(), 0..3),
        prop::collection::vec(region(), 0..3),
        prop::sample::subsequence(vec!["home", "work", "fax"], 0..=3),
    );
    let of_the_api = (
        prop::option::of(1..9_u64),
        prop::option::of(1..9_u64),
        "https://[a-z]{1,3}",
        any::<bool>(),
        1..9_u32,
        any::<bool>(),
    );
    (of_the_page, of_the_api).prop_map(|(page, api)| {
        let (
            page_locale,
            (locale, words),
            messages,
            autocomplete,
            disabled,
            country,
            preferred_countries,
            countries,
            types,
        ) = page;
        let (lead_id, phone_id, base_url, is_basic, timeout, has_token) = api;
        Settings {
            lead_id,
            phone_id,
            token_url: Some(base_url.clone()),
            untrusted_base_url: Some(base_url.clone()),
            base_url,
            country,
            locale,
            page_locale,
            words,
            messages: messages.into(),
            autocomplete,
            preferred_countries,
            countries,
            phone_types: types.into_iter().map(str::to_owned).collect(),
            has_extension: is_basic,
            has_mobile: has_token,
            scheme: if is_basic { Scheme::Basic } else { Scheme::Bearer },
            timeout,
            disabled,
            has_token,
        }
    })
}

/// The names of the rendered elements, in order, and the keys that distinguish elements.
fn elements(drawing: &str) -> Vec<&str> {
    let names = ["VTag", "VText", "VList", "Input", "tag: ", "key: "];
    let lines = drawing.split([',', '{', '[']).map(str::trim);
    lines.filter(|line| names.iter().any(|name| line.starts_with(name))).collect()
}

proptest! {
    #[test]
    fn an_untouched_form_is_drawn_with_all_settings_but_the_types(settings in settings()) {
        let mut state = State { settings, ..State::default() };
        let untouched = state.untouched();
        state.settings.phone_types.clear();
        prop_assert_eq!(view::drawing(&untouched), view::drawing(&state));
    }

    #[test]
    fn the_elements_of_an_untouched_form_are_the_same_for_any_settings(settings in settings()) {
        let default = view::drawing(&State::default());
        let drawing = view::drawing(&State { settings, ..State::default() }.untouched());
        prop_assert!(elements(&default).len() > 30, "{}", default);
        prop_assert_eq!(elements(&drawing), elements(&default));
    }
}

#[test]
fn a_form_that_has_been_used_is_drawn_as_one_that_has_not() {
    let mut state = State::default();
    let before = view::drawing(&state);
    for action in [
        Action::typed("514222"),
        Action::ExtensionEdited("x".into()),
        Action::Submit,
        Action::Online(false),
    ] {
        state.reduce(action);
    }
    assert_ne!(view::drawing(&state), before);
    assert_eq!(view::drawing(&state.untouched()), before);
}
