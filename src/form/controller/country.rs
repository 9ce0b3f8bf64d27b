//! The country's combobox on the page: its events and its open list.

use super::Form;
use super::around::{is_in_list, is_in_sight};
use super::event::{Key, target};
use super::listening::ControlHandler;
use crate::form::controller::dom;
use crate::form::controller::listener::Listener;
use crate::form::country::combobox::{Combobox, Command, command};
use crate::form::country::entry::Country;
use crate::form::country::folding::fold;
use crate::form::country::list;
use crate::form::country::popup;
use crate::form::number::caret;
use crate::form::state::Action;
use crate::form::text::part;
use crate::form::view::OpenList;
use crate::form::view::ids;
use lead_phone_number::Region;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, Event, HtmlElement, HtmlInputElement, Node, ShadowRoot};

/// The most characters of a search.
const LONGEST_SEARCH: usize = 100;

/// The list, if it is open.
#[derive(Default)]
pub(super) struct CountryList {
    pub(super) open: RefCell<Option<Open>>,
    /// The text that the form has written into the control last. Another text, while the list is
    /// closed, was set without an event.
    written: RefCell<Option<String>>,
    /// Listeners for the rest of the Escape that has closed the list.
    pub(super) escaping: RefCell<Vec<Listener>>,
}

pub(super) struct Open {
    list: Rc<OpenList>,
    /// Whether the control has been in sight since the list was opened.
    pub(super) seen: Cell<bool>,
    /// Listeners around the form while the list is open.
    _listeners: Vec<Listener>,
}

impl CountryList {
    pub(super) fn is_open(&self) -> bool {
        self.open.borrow().is_some()
    }

    /// Closes the list: the next render is without it.
    pub(super) fn close(&self) {
        drop(self.open.take());
        // The control may have the text of a search, which the next render replaces.
        self.written.take();
    }
}

impl Form {
    /// The list to render.
    pub(super) fn country_list(&self) -> Option<Rc<OpenList>> {
        let mut slot = self.country_list.open.borrow_mut();
        let open = slot.as_mut()?;
        let countries = self.countries();
        if !Rc::ptr_eq(&countries, &open.list.countries) {
            let mut combobox = open.list.combobox.clone();
            combobox.search_again(&countries, self.country());
            combobox.or_else(|query| list::search_further(&self.host.plans(), &countries, query));
            open.list = Rc::new(OpenList { countries, combobox, ..*open.list });
        }
        Some(Rc::clone(&open.list))
    }

    fn countries(&self) -> Rc<Vec<Country>> {
        let state = self.state.borrow();
        let settings = &state.settings;
        let preferred = &settings.preferred_countries;
        list::countries(&self.host.plans(), state.locale().tag(), preferred, &settings.countries)
    }

    fn country(&self) -> Region {
        self.state.borrow().reading().country
    }

    /// Updates what Yew does not render. Called after each render.
    pub(super) fn country_drawn(&self, root: &ShadowRoot, country: Region) {
        let Some(control) = dom::country(root) else { return };
        let slot = self.country_list.open.borrow();
        let Some(open) = &*slot else {
            let label = {
                let state = self.state.borrow();
                list::label(&self.host.plans(), country, state.locale().tag())
            };
            let shown = control.value();
            let mut written = self.country_list.written.borrow_mut();
            if shown != label && written.as_ref().is_none_or(|written| *written == shown) {
                control.set_value(&label);
                if has_focus(root, &control) {
                    // Selects the text, so that the next key starts a search.
                    control.select();
                }
            }
            *written = Some(label);
            return;
        };
        let Some(list) = dom::country_list(root) else { return };
        let sheet = control.parent_element().filter(|_| open.list.is_sheet);
        let popover = sheet.as_ref().map_or(&list, |sheet| sheet.unchecked_ref());
        // The element is asked, because each one that a render creates is a closed popover.
        let first = !popover.matches(":popover-open").unwrap_or_default();
        if first {
            if sheet.is_none() {
                popup::reveal(&control);
            }
            // Fails if the list is no longer on the page.
            let _ = popover.show_popover();
        }
        let middle = popup::place(&control, &list);
        if let Some(active) = dom::active_option(root) {
            popup::scroll_to(&list, &active, first);
        }
        if is_in_sight(root, middle) {
            open.seen.set(true);
        }
    }

    /// Handles input in the country's control; `false` if the input is in another control.
    pub(super) fn country_typed(self: &Rc<Self>, input: &HtmlInputElement) -> bool {
        if input.id() != ids::COUNTRY {
            return false;
        }
        if is_number(&input.value()) {
            self.close_countries();
            self.take_from_country(input.value(), false);
            return true;
        }
        self.search_countries(&input.value());
        true
    }

    fn search_countries(self: &Rc<Self>, text: &str) {
        // No country has a longer name.
        let text = part::first(text, LONGEST_SEARCH);
        self.open_countries();
        // A text that was filled in or restored may be a label of this form, such as `France +33`.
        let name = text.bytes().position(|byte| byte == b'+').filter(|end| *end > 0);
        let text = name.and_then(|end| text.get(..end)).unwrap_or(text);
        let plans = self.host.plans();
        self.change_list(|combobox, countries, current| {
            combobox.search(countries, current, fold(text));
            combobox.or_else(|query| list::search_further(&plans, countries, query));
        });
    }

    /// Chooses the country that was set as the control's text without an event; `false` if none was.
    pub(super) fn take_country(self: &Rc<Self>, control: &HtmlInputElement) -> bool {
        let shown = control.value();
        let written = self.country_list.written.borrow().clone();
        let is_known = written.is_none_or(|written| written == shown);
        if is_known || self.country_list.is_open() {
            return false;
        }
        self.search_countries(&shown);
        self.leave_countries();
        true
    }

    /// Listens to the country's control.
    pub(super) fn listen_to_country(self: &Rc<Self>, control: &HtmlInputElement) -> Vec<Listener> {
        let handlers: [(_, ControlHandler); 4] = [
            ("keydown", Form::country_key),
            ("paste", Form::pasted_into_country),
            ("focusin", |form, control, _| {
                if !form.country_list.is_open() {
                    control.select();
                }
            }),
            ("focusout", |form, _, _| form.leave_countries()),
        ];
        self.listen_to(control, &handlers)
    }

    fn pasted_into_country(self: &Rc<Self>, _: &HtmlInputElement, event: &Event) {
        let data = event.unchecked_ref::<ClipboardEvent>().clipboard_data();
        let Some(text) = data.and_then(|data| data.get_data("text/plain").ok()) else { return };
        if is_number(&text) {
            event.prevent_default();
            self.close_countries();
            self.take_from_country(text, true);
        }
    }

    /// Handles a key in the country's control.
    fn country_key(self: &Rc<Self>, control: &HtmlInputElement, event: &Event) {
        let (key, modifiers) = (Key::of(event).key(), Key::of(event));
        let Some(key) = key else { return };
        if modifiers.is_composing() || modifiers.ctrl_key() || modifiers.meta_key() {
            return;
        }
        let open = self.country_list.is_open();
        match command(&key, modifiers.alt_key(), open) {
            Some(Command::Open) => self.open_countries(),
            Some(Command::Go(step)) => self.change_list(|combobox, _, _| combobox.go(step)),
            Some(Command::Choose) => self.choose_active(),
            Some(Command::ChooseAndLeave) => return self.choose_active(),
            // The window's listener closes the list before.
            Some(Command::Close) => return,
            None => {
                // The text is a country, or nothing: the key starts a search. WebKit does not keep it
                // selected after a click.
                if self.is_searching() != Some(true) && is_edit(&key) {
                    control.select();
                }
                return;
            }
        }
        event.prevent_default();
    }

    /// Handles a click; `false` if it does not concern the country.
    pub(super) fn country_clicked(self: &Rc<Self>, event: &Event, target: &Element) -> bool {
        if target.get_attribute("for").as_deref() == Some(ids::COUNTRY) {
            // The default action would click the control, which opens the list.
            event.prevent_default();
            if let Some(control) = self.root().as_ref().and_then(dom::country) {
                // Fails only if the element is not in a document.
                let _ = control.focus();
            }
            return true;
        }
        if target.id() == ids::COUNTRY {
            match self.is_searching() {
                None => {
                    self.open_countries();
                    target.unchecked_ref::<HtmlInputElement>().select();
                }
                Some(false) => self.close_countries(),
                // The click only moves the caret in the search.
                Some(true) => {}
            }
            return true;
        }
        if target.id() == ids::CLOSE {
            self.close_countries();
            return true;
        }
        let Ok(Some(option)) = target.closest("[role=option]") else { return false };
        if let Some(region) = ids::region_of_option(&option.id()) {
            self.choose_country(region);
        }
        true
    }

    /// The pointer makes the option under it active, so that only one is highlighted.
    pub(super) fn point(self: &Rc<Self>, event: &Event) {
        let Some(Ok(Some(option))) = target(event).map(|target| target.closest("[role=option]"))
        else {
            return;
        };
        let region = ids::region_of_option(&option.id());
        let active = self.country_list.open.borrow().as_ref().and_then(|open| open.list.active());
        if region != active {
            self.change_list(|combobox, countries, _| {
                let place = countries.iter().position(|country| Some(country.region) == region);
                if let Some(place) = place {
                    combobox.point_at(place);
                }
            });
        }
    }

    /// A mouse press in the list must not move the focus out of the combobox.
    pub(super) fn keep_focus(event: &Event) {
        if target(event).is_some_and(|target| is_in_list(&target)) {
            event.prevent_default();
        }
    }

    /// A press inside the form but outside the combobox closes the list. In WebKit such a press
    /// does not move the focus.
    pub(super) fn pressed_in_form(self: &Rc<Self>, event: &Event) {
        let elsewhere = |target: Element| target.id() != ids::COUNTRY && !is_in_list(&target);
        if target(event).is_some_and(elsewhere) {
            self.leave_countries();
        }
    }

    fn open_countries(self: &Rc<Self>) {
        if self.country_list.is_open() || self.state.borrow().settings.disabled {
            return;
        }
        let Some(root) = self.root() else { return };
        let countries = self.countries();
        let combobox = Combobox::open(&countries, self.country());
        self.country_list.open.replace(Some(Open {
            list: Rc::new(OpenList { countries, combobox, is_sheet: popup::is_sheet(&root) }),
            seen: Cell::default(),
            _listeners: self.listen_around(&root),
        }));
        self.draw();
    }

    pub(super) fn close_countries(self: &Rc<Self>) {
        if let Some(root) = self.root().filter(|_| self.country_list.is_open())
            && let Some(list) = dom::country_list(&root)
        {
            // Before the key's default action, because Tab would move the focus into the list.
            let _ = list.hide_popover();
        }
        self.country_list.close();
        self.draw();
    }

    fn change_list(self: &Rc<Self>, change: impl FnOnce(&mut Combobox, &Rc<Vec<Country>>, Region)) {
        let current = self.country();
        if let Some(open) = &mut *self.country_list.open.borrow_mut() {
            // A copy, because the last render still has the previous list.
            let countries = Rc::clone(&open.list.countries);
            let mut combobox = open.list.combobox.clone();
            change(&mut combobox, &countries, current);
            open.list = Rc::new(OpenList { countries, combobox, ..*open.list });
        }
        self.draw();
    }

    fn choose_active(self: &Rc<Self>) {
        let active = self.country_list.open.borrow().as_ref().and_then(|open| open.list.active());
        match active {
            Some(region) => self.choose_country(region),
            None => self.close_countries(),
        }
    }

    fn choose_country(self: &Rc<Self>, region: Region) {
        self.close_countries();
        if region != self.country() {
            self.dispatch(Action::CountryChosen(region));
        }
    }

    /// Closes the list when the user leaves the combobox. If the user has searched, the active
    /// country is chosen; otherwise the country stays.
    pub(super) fn leave_countries(self: &Rc<Self>) {
        match self.is_searching() {
            Some(true) => self.choose_active(),
            Some(false) => self.close_countries(),
            None => {}
        }
    }

    /// Whether the user has searched in the open list; `None` if it is closed.
    fn is_searching(&self) -> Option<bool> {
        let open = self.country_list.open.borrow();
        open.as_ref().map(|open| open.list.combobox.is_searching())
    }
}

fn has_focus(root: &ShadowRoot, control: &HtmlElement) -> bool {
    root.active_element()
        .is_some_and(|focused| focused.is_same_node(Some(control.as_ref() as &Node)))
}

/// Whether a text is rather a number than a country or its calling code: it has as many digits as
/// the shortest numbers.
fn is_number(text: &str) -> bool {
    text.chars().filter(|character| caret::digit(*character).is_some()).count() >= 7
}

/// Whether a key changes the text: a character, or a key that deletes.
fn is_edit(key: &str) -> bool {
    key.chars().count() == 1 || matches!(key, "Backspace" | "Delete")
}
