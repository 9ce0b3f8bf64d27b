//! The open list of countries.

use super::drawing::{Drawing, truth};
use super::{OpenList, ids};
use crate::api::integer::write_integer;
use crate::form::country::entry::{Country, Place};
use crate::form::text::message_id::MessageId;
use crate::form::text::notice::Notice;
use yew::{Html, html};

/// The matching countries, or a text if none matches. The two have different keys, so that each
/// is a new popover: a reused element would keep its position and its scroll offset.
pub(super) fn list(drawing: &Drawing<'_>) -> Html {
    let Some(list) = drawing.list else { return Html::default() };
    if list.combobox.matches().is_empty() {
        return html! {
            <div key="none" part="list" id={ids::COUNTRIES} class="none" popover="manual">
                { drawing.notice(&MessageId::CountryNotFound.into()) }
            </div>
        };
    }
    let matches = list.combobox.matches().iter();
    html! {
        <div
            key="list"
            part="list"
            id={ids::COUNTRIES}
            popover="manual"
            role="listbox"
            tabindex="-1"
            lang={drawing.locale()}
            aria-label={drawing.text(MessageId::Countries).to_owned()}
        >
            for country in matches.filter_map(|index| list.countries.get(*index)) {
                { option(drawing, list, country) }
            }
        </div>
    }
}

fn option(drawing: &Drawing<'_>, list: &OpenList, country: &Country) -> Html {
    // While all countries are shown, a line separates the preferred ones from the others.
    let is_preferred = country.place == Place::Preferred && !list.combobox.is_searching();
    let is_active = list.active() == Some(country.region);
    html! {
        <div
            key={country.region.as_str()}
            part={if is_active { "option option-active" } else { "option" }}
            id={ids::option(country.region)}
            role="option"
            data-current={(drawing.state.reading().country == country.region).then_some("true")}
            data-preferred={is_preferred.then_some("true")}
            aria-selected={truth(is_active)}
        >
            // As `&str`: Yew converts a `&String` with the standard library's formatting, which
            // nothing else in the WebAssembly uses.
            <span>{ country.name.as_str() }</span>
            { " " }
            <span dir="ltr">{ ["+", &write_integer(country.calling_code)].concat() }</span>
        </div>
    }
}

/// The number of countries that a search has found, for screen readers.
pub(super) fn found(drawing: &Drawing<'_>) -> Html {
    let Some(list) = drawing.list.filter(|list| list.combobox.is_searching()) else {
        return Html::default();
    };
    let found = match list.combobox.matches().len() {
        0 => MessageId::CountryNotFound.into(),
        count => Notice::new(MessageId::CountriesFound).with_count("count", count as u32),
    };
    html! { <span>{ drawing.say(&found) }</span> }
}
