//! The form's elements.

use super::element::Child::{Element as Tag, Of as Part, Text as Say, Words};
use super::element::Element;
use super::element::Value::{If, Is, Of};
use super::ids;
use super::{
    countries, error_of_form, errors_of_fields, found, mobile_or_type, options, save_anyway,
    sentence, types,
};
use crate::api::integer::write_integer;
use crate::form::state::phone_type;
use crate::form::text::message_id::MessageId;
use yew::AttrValue;

/// `tag { attribute: value } [children]`
macro_rules! element {
    ($tag:literal { $($name:literal: $value:expr),* $(,)? } [ $($child:expr),* $(,)? ]) => {
        Element {
            tag: $tag,
            names: &[$($name),*],
            values: &[$($value),*],
            children: &[$($child),*],
        }
    };
}

/// The label of a control.
macro_rules! label {
    ($control:expr, $text:expr) => {
        Tag(&element!("label" { "part": Is("label"), "for": Is($control) } [Say(|_| $text)]))
    };
}

pub(super) static FORM: Element = element!("form" {
    "part": Is("form"),
    "lang": Of(|drawing| Some(drawing.state.settings.lang().to_owned().into())),
    "novalidate": Is("novalidate"),
    "aria-busy": If(|drawing| drawing.saving),
} [
    Tag(&element!("div" { "class": Is("row") } [
        Tag(&COUNTRY), Tag(&NUMBER), Tag(&EXTENSION),
    ])),
    Tag(&element!("div" { "class": Is("row") } [
        Part(mobile_or_type), Tag(&SUBMIT), Tag(&OUTCOME),
    ])),
]);

static COUNTRY: Element = element!("div" { "part": Is("field"), "class": Is("country") } [
    label!(ids::COUNTRY, MessageId::Country),
    Tag(&element!("div" { "class": Is("control") } [
        Tag(&element!("input" {
            "part": Is("country"),
            "id": Is(ids::COUNTRY),
            "type": Is("text"),
            "role": Is("combobox"),
            // The names are in the locale's language, which the form may not speak.
            "lang": Of(|drawing| Some(drawing.locale())),
            "autocomplete": Is("off"),
            "autocapitalize": Is("off"),
            "spellcheck": Is("false"),
            "disabled": Of(|drawing| drawing.disabled()),
            "aria-autocomplete": Is("list"),
            // With nothing to choose from there is no list for the control to point to.
            "aria-expanded": Of(|drawing| Some(truth(drawing.has_matches()))),
            "aria-controls": Of(|drawing| drawing.has_matches().then_some(ids::COUNTRIES.into())),
            "aria-activedescendant": Of(|drawing| {
                Some(ids::option(drawing.list?.active()?).into())
            }),
        } [])),
    ])),
    Part(countries),
]);

static NUMBER: Element = element!("div" { "part": Is("field"), "class": Is("number") } [
    label!("number", MessageId::Number),
    Tag(&element!("input" {
        "part": Is("number"),
        "id": Is("number"),
        "type": Is("tel"),
        "dir": Is("ltr"),
        "autocomplete": Of(|drawing| Some(drawing.autocomplete("tel"))),
        "disabled": Of(|drawing| drawing.disabled()),
        "aria-required": Is("true"),
        "aria-invalid": If(|drawing| drawing.number_error.is_some()),
        "aria-describedby": Is("number-help number-error"),
        "placeholder": Of(|drawing| drawing.state.example().map(AttrValue::from)),
    } [])),
    Tag(&element!("div" {
        "id": Is("number-help"),
        "class": Is("help"),
        "data-warning": If(|drawing| drawing.help.warning),
    } [Part(|drawing| sentence(drawing, drawing.help.words.clone()))])),
    Tag(&element!("div" { "part": Is("error"), "id": Is("number-error") } [
        Part(|drawing| sentence(drawing, drawing.number_error.clone())),
    ])),
    Part(save_anyway),
]);

pub(super) static SAVE_ANYWAY: Element = element!("button" {
    "id": Is(ids::SAVE_ANYWAY), "type": Is("button"), "class": Is("secondary"),
} [Say(|_| MessageId::SaveAnyway)]);

static EXTENSION: Element = element!("div" { "part": Is("field"), "class": Is("extension") } [
    label!("extension", MessageId::Extension),
    Tag(&element!("input" {
        "part": Is("extension"),
        "id": Is("extension"),
        "type": Is("text"),
        "inputmode": Is("numeric"),
        "dir": Is("ltr"),
        "autocomplete": Of(|drawing| Some(drawing.autocomplete("tel-extension"))),
        "disabled": Of(|drawing| drawing.disabled()),
        "aria-invalid": If(|drawing| drawing.extension_error.is_some()),
        "aria-describedby": Is("extension-error"),
    } [])),
    Tag(&element!("div" { "part": Is("error"), "id": Is("extension-error") } [
        Part(|drawing| sentence(drawing, drawing.extension_error.clone())),
    ])),
]);

/// The check box for a mobile phone.
pub(super) static MOBILE: Element = element!("div" {
    "part": Is("field"), "class": Is("mobile"),
} [
    Tag(&element!("input" {
        "part": Is("mobile"),
        "id": Is("mobile"),
        "type": Is("checkbox"),
        "disabled": Of(|drawing| drawing.disabled()),
    } [])),
    label!("mobile", MessageId::Mobile),
]);

/// The list of types, where the host has set one.
pub(super) static TYPE: Element = element!("div" {
    "part": Is("field"), "class": Is("mobile"),
} [
    label!(ids::TYPE, MessageId::Type),
    Tag(&element!("select" {
        "part": Is("type"),
        "id": Is(ids::TYPE),
        "disabled": Of(|drawing| drawing.disabled()),
    } [Part(types)])),
]);

static SUBMIT: Element = element!("button" {
    "part": Is("submit"),
    "id": Is("submit"),
    "type": Is("submit"),
    "disabled": Of(|drawing| drawing.disabled()),
    "aria-disabled": If(|drawing| drawing.saving),
} [Say(|drawing| if drawing.saving { MessageId::Saving } else { MessageId::Submit })]);

static OUTCOME: Element = element!("div" { "class": Is("outcome") } [
    // What a screen reader says at once: the one place for all that went wrong. The fields'
    // own sentences are not live, or they would be said twice.
    //
    // It is there also while empty, since a live region is announced when its content
    // changes, not when it appears.
    Tag(&element!("div" { "aria-live": Is("assertive") } [
        Part(errors_of_fields), Part(error_of_form),
    ])),
    // What a screen reader says when it has time: how a save went, and how many countries a
    // search has found.
    Tag(&element!("div" {
        "part": Is("status"),
        "role": Is("status"),
        "data-warning": If(|drawing| drawing.state.warning),
    } [Part(|drawing| sentence(drawing, drawing.say(drawing.state.shown_status()))), Part(found)])),
    Tag(&element!("div" { "part": Is("status"), "role": Is("timer") } [
        Part(|drawing| sentence(drawing, drawing.say(drawing.state.countdown()))),
    ])),
]);

/// What went wrong with the form.
pub(super) static FORM_ERROR: Element = element!("div" {
    "part": Is("error"), "id": Is("form-error"),
} [Part(|drawing| sentence(drawing, drawing.say(drawing.state.form_error())))]);

/// The list of countries.
pub(super) static COUNTRIES: Element = element!("div" {
    "id": Is(ids::COUNTRIES),
    "class": Is("countries"),
    "popover": Is("manual"),
    "role": Is("listbox"),
    "tabindex": Is("-1"),
    "lang": Of(|drawing| Some(drawing.locale())),
    "aria-label": Of(|drawing| Some(drawing.texts.get(MessageId::Country).to_owned().into())),
} [Part(options)]);

/// In place of the list where no country fits.
pub(super) static NO_COUNTRY: Element = element!("div" {
    "id": Is(ids::COUNTRIES), "class": Is("countries none"), "popover": Is("manual"),
} [Say(|_| MessageId::CountryNotFound)]);

/// A country to choose.
pub(super) static COUNTRY_OPTION: Element = element!("div" {
    "id": Of(|drawing| Some(ids::option(drawing.country?.region).into())),
    "role": Is("option"),
    "data-preferred": If(|drawing| drawing.is_preferred()),
    "aria-selected": Of(|drawing| Some(truth(drawing.is_active()))),
} [
    Tag(&element!("span" {} [Words(|drawing| {
        drawing.country.map(|country| country.name.clone()).unwrap_or_default()
    })])),
    Words(|_| " ".to_owned()),
    Tag(&element!("span" { "dir": Is("ltr") } [Words(|drawing| {
        let code = drawing.country.map_or(0, |country| country.calling_code);
        ["+", &write_integer(code)].concat()
    })])),
]);

/// A type to choose.
pub(super) static TYPE_OPTION: Element = element!("option" {
    "value": Of(|drawing| Some(drawing.words.to_owned().into())),
} [Words(|drawing| {
    let word = drawing.words;
    phone_type::name(word).map_or(word, |text| drawing.texts.get(text)).to_owned()
})]);

/// A sentence in its own direction: the form's may be another, as that of a page in a language
/// that the form does not speak.
pub(super) static SENTENCE: Element =
    element!("bdi" {} [Words(|drawing| drawing.words.to_owned())]);

/// What only a screen reader says.
pub(super) static UNSEEN: Element = element!("div" { "class": Is("unseen") } [
    Words(|drawing| drawing.words.to_owned()),
]);

/// The same within a line.
pub(super) static UNSEEN_INLINE: Element = element!("span" { "class": Is("unseen") } [
    Words(|drawing| drawing.words.to_owned()),
]);

/// For an attribute that is always there.
fn truth(is_so: bool) -> AttrValue {
    AttrValue::Static(if is_so { "true" } else { "false" })
}
