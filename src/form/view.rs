//! The Yew component: it draws the state, and nothing else.
//!
//! It has no listeners of its own: Yew's outlive their root, and two Yew applications on
//! one page can take each other's events. [`super::controller`] listens instead. The
//! fields' values are not drawn either; what the user types belongs to the page, and a
//! drawing that comes late must never write over it.

use super::combobox::Combobox;
use super::countries::{Country, Place};
use super::dom;
use super::messages::Texts;
use super::notice::{Notice, together};
use super::phone_type;
use super::state::{DrawnOfNumber, State};
use super::texts::Text;
use crate::api::integer::write_integer;
use crate::number::Region;
use std::cell::RefCell;
use std::rc::Rc;
use yew::{Callback, Component, Context, Html, Properties, html};

/// What is drawn.
#[derive(Clone, Properties)]
pub struct ViewProperties {
    /// The form's state, as it is when it is drawn.
    pub state: Rc<RefCell<State>>,
    /// The list of countries, while it is open.
    pub list: Option<Rc<OpenList>>,
    /// Where it is kept what follows the number in the last drawing.
    pub shown: Rc<RefCell<DrawnOfNumber>>,
    /// Called after each drawing.
    pub drawn: Callback<()>,
}

/// Never: the state is shared, and nobody knows what it was at the last drawing. Yew compares
/// the drawings themselves.
impl PartialEq for ViewProperties {
    fn eq(&self, _: &ViewProperties) -> bool {
        false
    }
}

/// The list of countries, open.
#[derive(Clone)]
pub struct OpenList {
    /// The countries to choose from.
    pub countries: Rc<Vec<Country>>,
    /// Which of them fit, and which is active.
    pub combobox: Combobox,
}

impl OpenList {
    /// The country that Enter would choose.
    pub fn active(&self) -> Option<Region> {
        Some(self.countries.get(self.combobox.active()?)?.region)
    }
}

/// The form as the user sees it.
pub struct View;

impl Component for View {
    type Message = ();
    type Properties = ViewProperties;

    fn create(_: &Context<Self>) -> View {
        View
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let properties = context.props();
        let state = properties.state.borrow();
        properties.shown.replace(state.drawn_of_number());
        draw(&state, properties.list.as_deref())
    }

    fn rendered(&mut self, context: &Context<Self>, _first: bool) {
        context.props().drawn.emit(());
    }
}

fn draw(state: &State, list: Option<&OpenList>) -> Html {
    let texts = state.texts();
    let number_error = state.errors.number.as_ref().map(|notice| notice.say(&texts));
    let extension_error = state.errors.extension.as_ref().map(|notice| notice.say(&texts));
    let saving = state.sending.is_some() || state.waits_for_plan;
    let disabled = state.settings.disabled;
    let fill_in = |token: &'static str| if state.settings.autocomplete { token } else { "off" };
    let submit = if saving { Text::Saving } else { Text::Submit };
    html! {
        <form
            part="form" lang={state.settings.lang().to_owned()} novalidate=true
            aria-busy={saving.then_some("true")}
        >
            <div class="row">
                { country(state, list) }
                <div part="field" class="number">
                    { label("number", Text::Number, &texts) }
                    <input
                        part="number" id="number" type="tel" dir="ltr" autocomplete={fill_in("tel")}
                        disabled={disabled}
                        aria-required="true"
                        aria-invalid={number_error.is_some().then_some("true")}
                        aria-describedby="number-help number-error"
                        placeholder={state.example()}
                    />
                    { help(state) }
                    { error("number-error", &number_error) }
                    if state.may_save_anyway {
                        <button id={dom::SAVE_ANYWAY} type="button" class="secondary">
                            { texts.get(Text::SaveAnyway) }
                        </button>
                    }
                </div>
                <div part="field" class="extension">
                    { label("extension", Text::Extension, &texts) }
                    <input
                        part="extension" id="extension" type="text" inputmode="numeric" dir="ltr"
                        autocomplete={fill_in("tel-extension")} disabled={disabled}
                        aria-invalid={extension_error.is_some().then_some("true")}
                        aria-describedby="extension-error"
                    />
                    { error("extension-error", &extension_error) }
                </div>
            </div>
            <div class="row">
                { mobile_or_type(state) }
                <button
                    part="submit" id="submit" type="submit" disabled={disabled}
                    aria-disabled={saving.then_some("true")}
                >{ texts.get(submit) }</button>
                <div class="outcome">
                    { alerts(state, &[number_error, extension_error]) }
                    { status(state, list) }
                    <div part="status" role="timer">
                        { sentence(state.countdown().map(|notice| notice.say(&texts))) }
                    </div>
                </div>
            </div>
        </form>
    }
}

/// The check box for a mobile phone, or the list of types where the host has set one.
fn mobile_or_type(state: &State) -> Html {
    let (texts, disabled) = (state.texts(), state.settings.disabled);
    if state.settings.phone_types.is_empty() {
        return html! {
            <div key="mobile" part="field" class="mobile">
                <input part="mobile" id="mobile" type="checkbox" disabled={disabled} />
                { label("mobile", Text::Mobile, &texts) }
            </div>
        };
    }
    let options = state.types().into_iter().map(|word| {
        let name = phone_type::name(word).map_or(word, |text| texts.get(text));
        html! { <option value={word.to_owned()}>{ name }</option> }
    });
    html! {
        <div key="type" part="field" class="mobile">
            { label(dom::TYPE, Text::Type, &texts) }
            <select part="type" id={dom::TYPE} disabled={disabled}>{ for options }</select>
        </div>
    }
}

fn label(control: &'static str, text: Text, texts: &Texts<'_>) -> Html {
    html! { <label part="label" for={control}>{ texts.get(text) }</label> }
}

fn country(state: &State, list: Option<&OpenList>) -> Html {
    let (texts, disabled) = (state.texts(), state.settings.disabled);
    // The names are in the locale's language, which the form may not speak.
    let lang = state.locale().tag().to_owned();
    // With nothing to choose from there is no list for the control to point to.
    let matches = list.is_some_and(|list| !list.combobox.matches().is_empty());
    let active = list.and_then(OpenList::active);
    html! {
        <div part="field" class="country">
            { label(dom::COUNTRY, Text::Country, &texts) }
            <div class="control">
                <input
                    part="country" id={dom::COUNTRY} type="text" role="combobox" lang={lang}
                    autocomplete="off" autocapitalize="off" spellcheck="false"
                    disabled={disabled}
                    aria-autocomplete="list"
                    aria-expanded={if matches { "true" } else { "false" }}
                    aria-controls={matches.then_some(dom::COUNTRIES)}
                    aria-activedescendant={active.map(dom::option_id)}
                />
            </div>
            { list.map(|list| countries(state, list)).unwrap_or_default() }
        </div>
    }
}

fn countries(state: &State, list: &OpenList) -> Html {
    let texts = state.texts();
    let combobox = &list.combobox;
    if combobox.matches().is_empty() {
        return html! {
            <div key="none" id={dom::COUNTRIES} class="countries none" popover="manual">
                { texts.get(Text::CountryNotFound) }
            </div>
        };
    }
    let active = combobox.active();
    let mut options = vec![nothing()];
    for index in combobox.matches() {
        let Some(country) = list.countries.get(*index) else { continue };
        let is_active = active == Some(*index);
        // Where all are shown, a line parts those that the host prefers from the others.
        let preferred = !combobox.is_searching() && country.place == Place::Preferred;
        options.push(option(country, is_active, preferred));
    }
    html! {
        <div
            key="list" id={dom::COUNTRIES} class="countries" popover="manual" role="listbox"
            tabindex="-1" lang={state.locale().tag().to_owned()}
            aria-label={texts.get(Text::Country).to_owned()}
        >{ options }</div>
    }
}

fn option(country: &Country, active: bool, preferred: bool) -> Html {
    html! {
        <div
            key={country.region.as_str()} id={dom::option_id(country.region)} role="option"
            data-preferred={preferred.then_some("true")}
            aria-selected={if active { "true" } else { "false" }}
        >
            <span>{ country.name.as_str() }</span>
            { " " }
            <span dir="ltr">{ ["+", &write_integer(country.calling_code)].concat() }</span>
        </div>
    }
}

/// What a screen reader says at once: the one place for all that went wrong. The fields'
/// own sentences are not live, or they would be said twice.
///
/// It is there also while empty, since a live region is announced when its content
/// changes, not when it appears; a new key makes a change of the same words at the next try.
fn alerts(state: &State, of_fields: &[Option<String>]) -> Html {
    let of_fields = together(of_fields);
    html! {
        <div aria-live="assertive">
            if !of_fields.is_empty() {
                { nothing() }
                <div key={["fields-", &write_integer(state.attempt)].concat()} class="unseen">
                    { of_fields }
                </div>
            }
            <div
                key={["form-", &write_integer(state.attempt)].concat()} part="error" id="form-error"
            >{ sentence(state.form_error().map(|notice| notice.say(&state.texts()))) }</div>
        </div>
    }
}

/// What a screen reader says when it has time: how a save went, and how many countries a
/// search has found.
fn status(state: &State, list: Option<&OpenList>) -> Html {
    let found = list.filter(|list| list.combobox.is_searching()).map(|list| {
        match list.combobox.matches().len() {
            0 => Text::CountryNotFound.into(),
            count => Notice::new(Text::CountriesFound).with("count", write_integer(count as u64)),
        }
    });
    let texts = state.texts();
    html! {
        <div part="status" role="status" data-warning={state.warning.then_some("true")}>
            { sentence(state.shown_status().map(|notice| notice.say(&texts))) }
            if let Some(found) = found {
                <span class="unseen">{ found.say(&texts) }</span>
            }
        </div>
    }
}

fn help(state: &State) -> Html {
    let help = state.help();
    html! {
        <div id="number-help" class="help" data-warning={help.warning.then_some("true")}>
            { sentence(help.words) }
        </div>
    }
}

fn error(id: &'static str, words: &Option<String>) -> Html {
    html! { <div part="error" id={id}>{ sentence(words.clone()) }</div> }
}

/// In its own direction: the form's may be another, as that of a page in a language that the
/// form does not speak.
fn sentence(words: Option<String>) -> Html {
    words.map(|words| html! { <bdi>{ words }</bdi> }).unwrap_or_default()
}

/// Has no key, so that the others of a list are compared place by place; what is in braces after
/// an `if` is a list of its own. A key tells only that a node is a new one; that Yew finds nodes
/// again by their keys, where all in a list have one, is not in what ships
/// (`xtask/unreached.txt`).
fn nothing() -> Html {
    Html::default()
}

/// How many lists of a drawing have keys at all of their nodes.
#[cfg(all(test, not(target_arch = "wasm32")))]
pub(super) fn keyed_lists(state: &State) -> usize {
    fn within(node: &Html) -> usize {
        match node {
            Html::VTag(tag) => tag.children().map_or(0, within),
            Html::VList(list) => {
                let is_keyed = !list.is_empty() && list.iter().all(Html::has_key);
                list.iter().map(within).sum::<usize>() + usize::from(is_keyed)
            }
            _ => 0,
        }
    }
    within(&draw(state, None))
}

/// A drawing without the list of countries, to compare it with others.
#[cfg(all(test, not(target_arch = "wasm32")))]
pub(super) fn drawing(state: &State) -> String {
    format!("{:?}", draw(state, None))
}
