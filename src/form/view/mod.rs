//! The Yew component: it draws the state, and nothing else.
//!
//! It has no listeners of its own: Yew's outlive their root, and two Yew applications on
//! one page can take each other's events. [`super::controller`] listens instead. The
//! fields' values are not drawn either; what the user types belongs to the page, and a
//! drawing that comes late must never write over it.

mod element;
pub(in crate::form) mod ids;
mod markup;

use crate::api::integer::write_integer;
use crate::form::country::combobox::Combobox;
use crate::form::country::entry::{Country, Place};
use crate::form::state::help::Help;
use crate::form::state::{DrawnOfNumber, State};
use crate::form::text::message_id::MessageId;
use crate::form::text::messages::Texts;
use crate::form::text::notice::{Notice, together};
use element::list;
use lead_phone_number::Region;
use std::cell::RefCell;
use std::rc::Rc;
use yew::virtual_dom::Key;
use yew::{AttrValue, Callback, Component, Context, Html, Properties};

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

/// What is drawn: the form, with what is said of it once for all its elements.
#[derive(Clone, Copy)]
struct Drawing<'a> {
    state: &'a State,
    texts: Texts<'a>,
    list: Option<&'a OpenList>,
    number_error: &'a Option<String>,
    extension_error: &'a Option<String>,
    help: &'a Help,
    saving: bool,
    /// Of the list, where one of its options is drawn.
    country: Option<&'a Country>,
    /// What is said where it is drawn.
    words: &'a str,
}

fn draw(state: &State, list: Option<&OpenList>) -> Html {
    let texts = state.texts();
    let say = |notice: &Option<Notice>| notice.as_ref().map(|notice| notice.say(&texts));
    markup::FORM.draw(&Drawing {
        state,
        texts,
        list,
        number_error: &say(&state.errors.number),
        extension_error: &say(&state.errors.extension),
        help: &state.help(),
        saving: state.sending.is_some() || state.waits_for_plan,
        country: None,
        words: "",
    })
}

impl Drawing<'_> {
    fn disabled(&self) -> Option<AttrValue> {
        self.state.settings.disabled.then_some(AttrValue::Static("disabled"))
    }

    fn autocomplete(&self, token: &'static str) -> AttrValue {
        AttrValue::Static(if self.state.settings.autocomplete { token } else { "off" })
    }

    fn locale(&self) -> AttrValue {
        self.state.locale().tag().to_owned().into()
    }

    fn has_matches(&self) -> bool {
        self.list.is_some_and(|list| !list.combobox.matches().is_empty())
    }

    /// Whether Enter would choose the country.
    fn is_active(&self) -> bool {
        let active = self.list.and_then(OpenList::active);
        self.country.is_some_and(|country| active == Some(country.region))
    }

    /// Where all are shown, a line parts those that the host prefers from the others.
    fn is_preferred(&self) -> bool {
        self.country.is_some_and(|country| country.place == Place::Preferred)
            && self.list.is_some_and(|list| !list.combobox.is_searching())
    }

    fn say(&self, notice: Option<Notice>) -> Option<String> {
        notice.map(|notice| notice.say(&self.texts))
    }

    /// A new key makes a change of the same words at the next try.
    fn key_of_attempt(&self, of: &str) -> Option<Key> {
        Some([of, &write_integer(self.state.attempt)].concat().into())
    }
}

fn sentence(drawing: &Drawing<'_>, words: Option<String>) -> Html {
    match words {
        Some(words) => markup::SENTENCE.draw(&Drawing { words: &words, ..*drawing }),
        None => Html::default(),
    }
}

fn save_anyway(drawing: &Drawing<'_>) -> Html {
    if drawing.state.may_save_anyway { markup::SAVE_ANYWAY.draw(drawing) } else { Html::default() }
}

fn mobile_or_type(drawing: &Drawing<'_>) -> Html {
    let (element, key) = if drawing.state.settings.phone_types.is_empty() {
        (&markup::MOBILE, "mobile")
    } else {
        (&markup::TYPE, "type")
    };
    element.draw_with(drawing, Some(key.into()))
}

fn types(drawing: &Drawing<'_>) -> Html {
    let mut options = Vec::new();
    for words in drawing.state.types() {
        options.push(markup::TYPE_OPTION.draw(&Drawing { words, ..*drawing }));
    }
    list(options)
}

fn countries(drawing: &Drawing<'_>) -> Html {
    if drawing.list.is_none() {
        return Html::default();
    }
    let (element, key) = if drawing.has_matches() {
        (&markup::COUNTRIES, "list")
    } else {
        (&markup::NO_COUNTRY, "none")
    };
    element.draw_with(drawing, Some(key.into()))
}

fn options(drawing: &Drawing<'_>) -> Html {
    let Some(OpenList { countries, combobox }) = drawing.list else { return Html::default() };
    let mut options = Vec::new();
    for index in combobox.matches() {
        let Some(country) = countries.get(*index) else { continue };
        let drawing = Drawing { country: Some(country), ..*drawing };
        options
            .push(markup::COUNTRY_OPTION.draw_with(&drawing, Some(country.region.as_str().into())));
    }
    list(options)
}

/// What went wrong with the fields, in one place.
fn errors_of_fields(drawing: &Drawing<'_>) -> Html {
    let words = &*together(&[drawing.number_error, drawing.extension_error]);
    if words.is_empty() {
        return Html::default();
    }
    markup::UNSEEN.draw_with(&Drawing { words, ..*drawing }, drawing.key_of_attempt("fields-"))
}

/// What went wrong with the form.
fn error_of_form(drawing: &Drawing<'_>) -> Html {
    markup::FORM_ERROR.draw_with(drawing, drawing.key_of_attempt("form-"))
}

/// How many countries a search has found.
fn found(drawing: &Drawing<'_>) -> Html {
    let Some(list) = drawing.list.filter(|list| list.combobox.is_searching()) else {
        return Html::default();
    };
    let found = match list.combobox.matches().len() {
        0 => MessageId::CountryNotFound.into(),
        count => Notice::new(MessageId::CountriesFound).with("count", write_integer(count as u64)),
    };
    let words = &*found.say(&drawing.texts);
    markup::UNSEEN_INLINE.draw(&Drawing { words, ..*drawing })
}

/// A drawing without the list of countries, to compare it with others.
#[cfg(all(test, not(target_arch = "wasm32")))]
pub(super) fn drawing(state: &State) -> String {
    format!("{:?}", draw(state, None))
}
