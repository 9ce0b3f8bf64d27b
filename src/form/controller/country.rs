//! The country's combobox on the page: its events and its open list.

use super::Form;
use super::event::{Key, target};
use super::listening::ControlHandler;
use crate::form::controller::dom;
use crate::form::controller::listener::Listener;
use crate::form::country::combobox::{Combobox, Command, command};
use crate::form::country::entry::Country;
use crate::form::country::list;
use crate::form::country::popup;
use crate::form::state::Action;
use crate::form::view::OpenList;
use crate::form::view::ids;
use lead_phone_number::Region;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, EventTarget, HtmlElement, HtmlInputElement, Node, ShadowRoot, Window,
};

/// The list, if it is open.
#[derive(Default)]
pub(super) struct CountryList {
    open: RefCell<Option<Open>>,
    /// The text that the form has written into the control last. Another text, while the list is
    /// closed, was set without an event.
    written: RefCell<Option<String>>,
    /// Listeners for the rest of the Escape that has closed the list.
    escaping: RefCell<Vec<Listener>>,
}

struct Open {
    list: Rc<OpenList>,
    /// Whether the list has been rendered and shown.
    shown: Cell<bool>,
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
            open.list = Rc::new(OpenList { countries, combobox });
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
        let first = !open.shown.replace(true);
        if first {
            popup::reveal(&control);
            // Fails if the list is no longer on the page.
            let _ = list.show_popover();
        }
        popup::place(&control, &list);
        if let Some(active) = dom::active_option(root) {
            popup::scroll_to(&list, &active, first);
        }
    }

    /// Handles input in the country's control; `false` if the input is in another control.
    pub(super) fn country_typed(self: &Rc<Self>, input: &HtmlInputElement) -> bool {
        if input.id() != ids::COUNTRY {
            return false;
        }
        self.search_countries(&input.value());
        true
    }

    fn search_countries(self: &Rc<Self>, text: &str) {
        self.open_countries();
        self.change_list(|combobox, countries, current| {
            combobox.search(countries, current, list::fold(text));
        });
    }

    /// Chooses the country that was set as the control's text without an event.
    pub(super) fn take_country(self: &Rc<Self>, control: &HtmlInputElement) {
        let shown = control.value();
        let written = self.country_list.written.borrow().clone();
        let is_known = written.is_none_or(|written| written == shown);
        if is_known || self.country_list.is_open() {
            return;
        }
        // The text may be a label of this form, such as `France +33`.
        let name = shown.bytes().position(|byte| byte == b'+').filter(|end| *end > 0);
        self.search_countries(name.and_then(|end| shown.get(..end)).unwrap_or(&shown));
        self.leave_countries();
    }

    /// Listens to the country's control.
    pub(super) fn listen_to_country(self: &Rc<Self>, control: &HtmlInputElement) -> Vec<Listener> {
        let handlers: [(_, ControlHandler); 3] = [
            ("keydown", Form::country_key),
            ("focusin", |form, control, _| {
                if !form.country_list.is_open() {
                    control.select();
                }
            }),
            ("focusout", |form, _, _| form.leave_countries()),
        ];
        self.listen_to(control, &handlers)
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
                if !open && is_edit(&key) {
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
            if !self.country_list.is_open() {
                self.open_countries();
                target.unchecked_ref::<HtmlInputElement>().select();
            }
            return true;
        }
        let Ok(Some(option)) = target.closest("[role=option]") else { return false };
        if let Some(region) = ids::region_of_option(&option.id()) {
            self.choose_country(region);
        }
        true
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
            list: Rc::new(OpenList { countries, combobox }),
            shown: Cell::default(),
            _listeners: self.listen_around(&root),
        }));
        self.draw();
    }

    fn close_countries(self: &Rc<Self>) {
        if let Some(root) = self.root().filter(|_| self.country_list.is_open())
            && let Some(list) = dom::country_list(&root)
        {
            // Before the key's default action, because Tab would move the focus into the list.
            let _ = list.hide_popover();
        }
        self.country_list.close();
        self.draw();
    }

    fn change_list(self: &Rc<Self>, change: impl FnOnce(&mut Combobox, &[Country], Region)) {
        let current = self.country();
        if let Some(open) = &mut *self.country_list.open.borrow_mut() {
            // A copy, because the last render still has the previous list.
            let countries = Rc::clone(&open.list.countries);
            let mut combobox = open.list.combobox.clone();
            change(&mut combobox, &countries, current);
            open.list = Rc::new(OpenList { countries, combobox });
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
        let searching = match &*self.country_list.open.borrow() {
            Some(open) => open.list.combobox.is_searching(),
            None => return,
        };
        if searching { self.choose_active() } else { self.close_countries() }
    }

    /// Listens to presses and scrolling around the form, in every shadow root that contains it.
    fn listen_around(self: &Rc<Self>, root: &ShadowRoot) -> Vec<Listener> {
        let mut listeners = Vec::new();
        // Outside, the target of any press in the form is the form's host element.
        let mut listen = |around: &EventTarget, kind, inside: Option<Element>| {
            let form = Rc::downgrade(self);
            listeners.push(Listener::capturing(around, kind, move |event| {
                let Some(form) = form.upgrade() else { return };
                if inside.is_none() {
                    form.place_countries();
                } else if target(&event) != inside {
                    form.leave_countries();
                }
            }));
        };
        let mut host = root.host();
        loop {
            let around = host.get_root_node();
            listen(&around, "pointerdown", Some(host.clone()));
            listen(&around, "scroll", None);
            if around.node_type() != Node::DOCUMENT_FRAGMENT_NODE {
                break;
            }
            host = around.unchecked_into::<ShadowRoot>().host();
        }
        if let Some(window) = dom::window(&root.host()) {
            listen(&window, "resize", None);
            if let Some(viewport) = window.visual_viewport() {
                listen(&viewport, "resize", None);
                listen(&viewport, "scroll", None);
            }
        }
        if let Some(window) = dom::window(&root.host()) {
            let form = Rc::downgrade(self);
            listeners.push(Listener::capturing(&window.clone(), "keydown", move |event| {
                if let Some(form) = form.upgrade()
                    && is_escape(&event)
                    && target(&event).as_ref() == Some(&host)
                {
                    swallow(&event);
                    form.listen_to_escape(&window);
                    form.close_countries();
                }
            }));
        }
        listeners
    }

    /// Swallows the rest of the Escape that has closed the list: its repetitions and its end. A host
    /// would close its dialog for them.
    fn listen_to_escape(self: &Rc<Self>, window: &Window) {
        let listener = |kind| {
            let form = Rc::downgrade(self);
            Listener::capturing(window, kind, move |event| {
                let Some(form) = form.upgrade().filter(|_| is_escape(&event)) else { return };
                let is_over = kind == "keyup";
                if is_over || Key::of(&event).repeat() {
                    swallow(&event);
                }
                if is_over || !Key::of(&event).repeat() {
                    form.country_list.escaping.take();
                }
            })
        };
        let listeners = vec![listener("keydown"), listener("keyup")];
        self.country_list.escaping.replace(listeners);
    }

    fn place_countries(&self) {
        if let Some(root) = self.root()
            && let Some(control) = dom::country(&root)
            && let Some(list) = dom::country_list(&root)
        {
            popup::place(&control, &list);
        }
    }
}

fn is_escape(event: &Event) -> bool {
    let key = Key::of(event);
    key.key().is_some_and(|key| key == "Escape") && !key.is_composing()
}

/// Hides an event from everybody, and keeps the browser from closing a dialog for it.
fn swallow(event: &Event) {
    event.prevent_default();
    event.stop_immediate_propagation();
}

fn is_in_list(target: &Element) -> bool {
    matches!(target.closest("#countries"), Ok(Some(_)))
}

fn has_focus(root: &ShadowRoot, control: &HtmlElement) -> bool {
    root.active_element()
        .is_some_and(|focused| focused.is_same_node(Some(control.as_ref() as &Node)))
}

/// Whether a key changes the text: a character, or a key that deletes. In a closed control, which
/// shows a country, such a key starts a search.
fn is_edit(key: &str) -> bool {
    key.chars().count() == 1 || matches!(key, "Backspace" | "Delete")
}
