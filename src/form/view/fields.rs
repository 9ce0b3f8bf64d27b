//! The controls that the user fills in, each with its label and its error.

use super::drawing::{Drawing, sentence, sentence_with_number, truth};
use super::{OpenList, countries, ids};
use crate::form::state::offer::Offer;
use crate::form::state::phone_type;
use crate::form::text::message_id::MessageId;
use yew::{Html, html};

fn label(
    drawing: &Drawing<'_>,
    part: &'static str,
    control: &'static str,
    text: MessageId,
) -> Html {
    html! { <label part={part} for={control}>{ drawing.text(text) }</label> }
}

fn error(id: &'static str, words: Option<&str>) -> Html {
    match words {
        Some(words) => html! { <div part="error" id={id}>{ sentence(words) }</div> },
        None => Html::default(),
    }
}

pub(super) fn country(drawing: &Drawing<'_>) -> Html {
    // Without matches there is no list for the control to refer to.
    let has_matches = drawing.has_matches();
    let active = drawing.list.and_then(OpenList::active);
    // As a sheet, the field is a popover with its list in it.
    let is_sheet = drawing.list.is_some_and(|list| list.is_sheet);
    html! {
        <div
            part="field field-country"
            popover={is_sheet.then_some("manual")}
            role={is_sheet.then_some("dialog")}
            aria-modal={is_sheet.then_some("true")}
            aria-label={is_sheet.then(|| drawing.text(MessageId::Countries).to_owned())}
        >
            { label(drawing, "label label-country", ids::COUNTRY, MessageId::Country) }
            // The box that `www/flags.js` draws into.
            <span class="flag" aria-hidden="true"></span>
            <input
                part="country"
                id={ids::COUNTRY}
                type="text"
                role="combobox"
                lang={drawing.locale()}
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                disabled={drawing.disabled()}
                aria-autocomplete="list"
                aria-expanded={truth(has_matches)}
                aria-controls={has_matches.then_some(ids::COUNTRIES)}
                aria-activedescendant={active.map(ids::option)}
            />
            <span part="chevron"></span>
            { countries::list(drawing) }
            if is_sheet {
                // No stop of Tab, which chooses a country as everywhere.
                <button
                    id={ids::CLOSE}
                    type="button"
                    tabindex="-1"
                    aria-label={drawing.text(MessageId::Close).to_owned()}
                >
                    { "✕" }
                </button>
            }
        </div>
    }
}

pub(super) fn number(drawing: &Drawing<'_>) -> Html {
    html! {
        <div part="field field-number">
            { label(drawing, "label label-number", "number", MessageId::Number) }
            <input
                part="number"
                id="number"
                type="tel"
                dir="ltr"
                autocomplete={drawing.autocomplete("tel")}
                disabled={drawing.disabled()}
                aria-required="true"
                aria-invalid={drawing.number_error.is_some().then_some("true")}
                // A description takes in what is hidden, and the error takes the place of the help.
                aria-describedby={match drawing.number_error {
                    Some(_) => "number-error",
                    None => "number-help",
                }}
                placeholder={drawing.state.example()}
            />
        </div>
    }
}

/// What is said about the number, below the country and the number.
pub(super) fn about_number(drawing: &Drawing<'_>) -> Html {
    // An error takes the place of the help, and a button that of a help without a warning.
    let has_better =
        drawing.number_error.is_some() || drawing.offer.is_some() && !drawing.help.warning;
    html! {
        <div class="about">
            <div
                part="help"
                id="number-help"
                hidden={has_better}
                data-warning={drawing.help.warning.then_some("true")}
                // The error of the extension is beside it, and takes its place.
                data-beside={drawing.extension_error.is_some().then_some("true")}
            >
                { sentence_with_number(&drawing.help.words, &drawing.help.number) }
            </div>
            { error("number-error", drawing.number_error.as_deref()) }
            { offer(drawing) }
        </div>
    }
}

/// The button for what can be done with a refused number, or for the next pasted number.
fn offer(drawing: &Drawing<'_>) -> Html {
    let Some(words) = &drawing.offer else { return Html::default() };
    // Hosts style the one offer that the contract names.
    let is_save = matches!(drawing.state.offer(), Some(Offer::SaveAnyway(_)));
    html! {
        <button
            id={if is_save { ids::SAVE_ANYWAY } else { ids::OFFER }}
            type="button"
            class="secondary"
            part={is_save.then_some(ids::SAVE_ANYWAY)}
            aria-describedby={drawing.number_error.is_some().then_some("number-error")}
            disabled={drawing.disabled()}
        >
            { words.as_str() }
        </button>
    }
}

pub(super) fn extension(drawing: &Drawing<'_>) -> Html {
    html! {
        <div part="field field-extension" hidden={!drawing.state.settings.has_extension}>
            { label(drawing, "label label-extension", "extension", MessageId::Extension) }
            <input
                part="extension"
                id="extension"
                type="text"
                inputmode="numeric"
                dir="ltr"
                // Beside the label, the word would have no room in many languages.
                placeholder={drawing.text(MessageId::Optional).to_owned()}
                autocomplete={drawing.autocomplete("tel-extension")}
                disabled={drawing.disabled()}
                aria-invalid={drawing.extension_error.is_some().then_some("true")}
                aria-describedby={drawing.extension_error.is_some().then_some("extension-error")}
            />
            { error("extension-error", drawing.extension_error.as_deref()) }
        </div>
    }
}

/// The list of types if the host has set types, otherwise the check box for a mobile phone. Their
/// keys differ, so that Yew never turns one into the other.
pub(super) fn mobile_or_type(drawing: &Drawing<'_>) -> Html {
    if drawing.state.settings.phone_types.is_empty() { mobile(drawing) } else { types(drawing) }
}

fn mobile(drawing: &Drawing<'_>) -> Html {
    html! {
        <div key="mobile" part="field field-mobile" hidden={!drawing.state.settings.has_mobile}>
            <input part="mobile" id="mobile" type="checkbox" disabled={drawing.disabled()} />
            { label(drawing, "label label-mobile", "mobile", MessageId::Mobile) }
        </div>
    }
}

fn types(drawing: &Drawing<'_>) -> Html {
    let name = |word| phone_type::name(word).map_or(word, |text| drawing.text(text));
    html! {
        <div key="type" part="field field-type" hidden={!drawing.state.settings.has_mobile}>
            { label(drawing, "label label-type", ids::TYPE, MessageId::Type) }
            <select part="type" id={ids::TYPE} disabled={drawing.disabled()}>
                for word in drawing.state.types() {
                    <option value={word.to_owned()}>{ name(word) }</option>
                }
            </select>
        </div>
    }
}
