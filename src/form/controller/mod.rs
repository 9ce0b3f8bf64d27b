//! Connects the state to the page: turns events into actions and carries out effects.

mod around;
mod controls;
mod country;
mod dom;
mod drawing;
mod event;
mod following;
mod found;
pub mod host;
pub(crate) mod listener;
mod listening;
mod number_input;
mod prerendered;
mod questions;
mod sending;

use crate::api::credentials::Credentials;
use crate::form::controller::host::{Host, HostEvent};
use crate::form::controller::listener::Listener;
use crate::form::state::fields::{Field, Fields};
use crate::form::state::settings::{Setting, UnreadableSetting};
use crate::form::state::{Action, Effect, State};
use crate::form::view::{View, ViewProperties, ids};
use country::CountryList;
use lead_phone_number::Region;
pub use prerendered::Prerendered;
use sending::Timers;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlInputElement, ShadowRoot};
use yew::{AppHandle, Renderer};

/// A form: its state, its token and, while it is mounted, its rendering.
///
/// Clones share the same form.
#[derive(Clone)]
pub struct Controller(Rc<Form>);

struct Form {
    // Borrowed only during a reduction: events are synchronous, and their listeners may call any
    // method here.
    state: Rc<RefCell<State>>,
    credentials: RefCell<Option<Credentials>>,
    mounted: RefCell<Option<Mounted>>,
    timers: RefCell<Timers>,
    host: Box<dyn Host>,
    country_list: CountryList,
    ready: Cell<bool>,
}

/// A mounted form. Dropping it takes the form off the page.
struct Mounted {
    root: ShadowRoot,
    container: Element,
    app: Option<AppHandle<View>>,
    focus_when_drawn: Option<Field>,
    /// The element that had the focus before the last render.
    focused: Option<Element>,
    drawn: bool,
    prerendered: Option<Prerendered>,
    /// Whether the check box, or the list that replaces it, must be written after the next
    /// render.
    write_choice: bool,
    /// The country that the control shows.
    country: Option<Region>,
    /// What the controls show, as the form has read or written it last.
    known: Option<Fields>,
    /// Whether elements were put back before the render, so that all controls must be written.
    is_mended: bool,
    /// The number's field, once it is rendered.
    number: Option<HtmlInputElement>,
    /// Dropping a listener removes it.
    listeners: Vec<Listener>,
}

impl Drop for Mounted {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        self.container.remove();
    }
}

impl Controller {
    /// A form that is not on a page yet.
    pub fn new(host: Box<dyn Host>) -> Controller {
        Controller(Rc::new(Form {
            state: Rc::new(RefCell::new(State::with_plans(host.plans()))),
            credentials: RefCell::default(),
            mounted: RefCell::default(),
            timers: RefCell::default(),
            host,
            country_list: CountryList::default(),
            ready: Cell::new(false),
        }))
    }

    /// Renders the form in a shadow root. Its state stays.
    pub fn mount(&self, root: ShadowRoot) {
        let container = root
            .owner_document()
            .and_then(|document| document.create_element("div").ok())
            .filter(|container| root.append_child(container).is_ok());
        if let Some(container) = container {
            self.mount_in(root, container, None);
        }
    }

    /// Hydrates a form that is already in a shadow root, with what the user has typed into it.
    pub fn hydrate(&self, root: ShadowRoot, prerendered: Prerendered) {
        // The host has already been told that the number can be typed.
        self.0.ready.set(true);
        // Futures run in one microtask, in the order in which they are spawned: this empty one,
        // which queues the microtask, then Yew's, which hydrates, then the last one below. The
        // microtask is queued before any change of the page in this task. So it runs before the
        // page's `MutationObserver`s, which may move elements.
        spawn_local(async {});
        // Yew collects the children of the container at once.
        self.0.host.restore();
        self.mount_in(root, prerendered.container.clone(), Some(prerendered));
        let form = Rc::downgrade(&self.0);
        spawn_local(async move {
            if let Some(form) = form.upgrade() {
                form.after_drawing();
            }
        });
    }

    fn mount_in(&self, root: ShadowRoot, container: Element, prerendered: Option<Prerendered>) {
        let listeners = self.0.listen(&container);
        self.0.look_for_network();
        let properties = self.0.properties();
        let app = if prerendered.is_some() {
            // Hydrate with the prerendered state, then update to the current one.
            let state = Rc::new(RefCell::new(properties.state.borrow().untouched()));
            let drawn = ViewProperties { state, list: None, ..properties.clone() };
            let mut app = Renderer::<View>::with_root_and_props(container.clone(), drawn).hydrate();
            app.update(properties);
            app
        } else {
            Renderer::<View>::with_root_and_props(container.clone(), properties).render()
        };
        self.0.mounted.replace(Some(Mounted {
            root,
            container,
            app: Some(app),
            focus_when_drawn: None,
            focused: None,
            drawn: false,
            prerendered,
            write_choice: false,
            country: None,
            known: None,
            is_mended: false,
            number: None,
            listeners,
        }));
    }

    /// Takes the form off the page. Its state stays, and a request in progress finishes.
    pub fn unmount(&self) {
        self.0.take_found(false);
        self.0.country_list.close();
        if let Some(mut mounted) = self.0.mounted.take()
            && let Some(prerendered) = mounted.prerendered.take()
        {
            self.0.take_typed(&mounted.root, &prerendered);
        }
        self.0.dispatch(Action::Removed);
    }

    /// Changes a setting.
    pub fn set(&self, setting: Setting) {
        self.0.dispatch(Action::Set(setting));
    }

    /// Reports a setting that cannot be read. `instead` applies in its place.
    pub fn set_unreadable(&self, error: UnreadableSetting, instead: Option<Setting>) {
        self.0.dispatch(Action::SetUnreadable(error, instead));
    }

    /// Changes the token.
    pub fn set_credentials(&self, credentials: Result<Option<Credentials>, UnreadableSetting>) {
        let (credentials, error) = match credentials {
            Ok(credentials) => (credentials, None),
            Err(error) => (None, Some(error)),
        };
        let setting = Setting::Token(credentials.is_some());
        self.0.credentials.replace(credentials);
        match error {
            Some(error) => self.set_unreadable(error, Some(setting)),
            None => self.set(setting),
        }
    }

    /// Saves, like the button.
    pub fn submit(&self) {
        self.0.dispatch(Action::Submit);
    }

    /// Restores the values that were saved last.
    pub fn reset(&self) {
        self.0.dispatch(Action::Reset);
    }

    /// Moves the focus to the number.
    pub fn focus(&self) {
        // The drawing puts elements back that the page has removed, and writes them.
        self.0.take_found(false);
        self.0.perform(Effect::Focus(Field::Number));
        self.0.draw();
    }
}

impl Form {
    fn dispatch(self: &Rc<Self>, action: Action) {
        let is_of_number = matches!(action, Action::Number(_));
        let mended = self.take_found(is_of_number);
        let (effects, is_drawn) = {
            let mut state = self.state.borrow_mut();
            // A render takes longer than everything else that the form does for a key, so it is
            // skipped if nothing rendered has changed.
            let before = if is_of_number { state.drawn_of_number() } else { None };
            let effects = state.reduce(action);
            (effects, before.is_some() && before == state.drawn_of_number())
        };
        self.end_timers();
        self.wait_for_pause();
        for effect in effects {
            self.perform(effect);
        }
        if mended {
            self.perform(Effect::WriteFields);
        }
        if is_drawn && !self.country_list.is_open() {
            self.follow_number()
        } else {
            self.draw()
        }
        let edited = self.state.borrow().edited_id();
        self.host.changed(edited);
    }

    fn perform(self: &Rc<Self>, effect: Effect) {
        match effect {
            Effect::Send { phone_id, body } => self.send(phone_id, body),
            Effect::Wait(milliseconds) => self.wait(milliseconds),
            Effect::SendAgain => self.send_again(),
            Effect::Settle => self.settle(),
            Effect::CountDown => self.count_down(),
            Effect::Load(zone) => {
                let form = Rc::downgrade(self);
                self.host.load_plan(
                    zone,
                    Box::new(move |is_there| {
                        if let Some(form) = form.upgrade() {
                            form.dispatch(Action::PlanLoaded(zone, is_there));
                        }
                    }),
                );
            }
            Effect::Raise(event) => {
                self.host.raise(HostEvent::Error(&event));
            }
            Effect::Refuse(field, notice) => {
                let message = notice.say(&self.state.borrow().texts());
                let (field, reason) = (ids::of(field), notice.text().key());
                self.host.raise(HostEvent::Refused { field, reason, message: &message });
            }
            Effect::WriteNumber(line) => {
                if let Some(Mounted { number: Some(input), .. }) = &*self.mounted.borrow() {
                    dom::set_line(input, &line);
                }
                self.know_number(line.text());
            }
            Effect::WriteFields => {
                if let Some(root) = self.root() {
                    self.write(&root);
                }
                if let Some(mounted) = &mut *self.mounted.borrow_mut() {
                    mounted.write_choice = true;
                }
            }
            Effect::Focus(field) => self.focus_when_drawn(field),
            Effect::FocusIfInside(field) => {
                if self.root().is_some_and(|root| dom::has_focus(&root)) {
                    self.focus_when_drawn(field);
                }
            }
        }
    }

    fn write(&self, root: &ShadowRoot) {
        let (fields, composing) = {
            let state = self.state.borrow();
            (state.fields.clone(), state.is_composing())
        };
        dom::write(root, &fields);
        // Writing during IME composition would end it.
        if let Some(input) = dom::number(root).filter(|_| !composing) {
            dom::write_number(&input, &fields.number);
        }
        self.know(root);
    }

    fn focus_when_drawn(&self, field: Field) {
        if let Some(mounted) = &mut *self.mounted.borrow_mut() {
            mounted.focus_when_drawn = Some(field);
        }
    }

    /// The shadow root, once the form is rendered in it.
    fn root(&self) -> Option<ShadowRoot> {
        let mounted = self.mounted.borrow();
        mounted.as_ref().filter(|mounted| mounted.drawn).map(|mounted| mounted.root.clone())
    }

    fn look_for_network(self: &Rc<Self>) {
        if let Some(window) = web_sys::window() {
            self.dispatch(Action::Online(window.navigator().on_line()));
        }
    }
}
