//! Listens to the element for the host's callbacks.

use super::element::LeadPhoneFormElement;
use super::events::{FormError, Submission};
use super::phone::Phone;
use super::properties::LeadPhoneFormProperties;
use crate::form::controller::listener::Listener;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{CustomEvent, Event};

/// The listeners on one element, and whom they tell. Not Yew's: those are on the root of the
/// application, which an element hears nothing of once it is off the page.
#[derive(Debug)]
pub(super) struct Listeners {
    callbacks: RefCell<LeadPhoneFormProperties>,
    /// Dropping them ends them.
    held: RefCell<Vec<Listener>>,
    /// Whether a save is on its way.
    saving: Cell<bool>,
    /// Itself, where the component is gone and a save is on its way.
    kept: RefCell<Option<Rc<Listeners>>>,
}

const EVENTS: [&str; 5] = [
    "lead-phone-ready",
    "lead-phone-submit",
    "lead-phone-created",
    "lead-phone-updated",
    "lead-phone-error",
];

impl Listeners {
    /// Listens from now on.
    pub(super) fn new(
        element: &LeadPhoneFormElement,
        properties: &LeadPhoneFormProperties,
    ) -> Rc<Listeners> {
        let this = Rc::new(Listeners {
            callbacks: RefCell::new(properties.clone()),
            held: RefCell::default(),
            saving: Cell::new(false),
            kept: RefCell::default(),
        });
        let held = EVENTS.map(|name| {
            let this = Rc::downgrade(&this);
            Listener::new(element, name, move |event| {
                if let (Some(this), Ok(event)) = (this.upgrade(), event.dyn_into()) {
                    this.hear(&event);
                }
            })
        });
        this.held.replace(held.into());
        this
    }

    /// Tells these callbacks from now on.
    pub(super) fn change(&self, properties: &LeadPhoneFormProperties) {
        self.callbacks.replace(properties.clone());
    }

    /// The component is gone. A save that is on its way is told of all the same.
    pub(super) fn leave(self: Rc<Self>) {
        if self.saving.get() {
            let this = Rc::clone(&self);
            self.kept.replace(Some(this));
        }
    }

    fn hear(self: &Rc<Self>, event: &CustomEvent) {
        // A callback may change the properties.
        let callbacks = self.callbacks.borrow().clone();
        let name = event.type_();
        if name == "lead-phone-ready" {
            if let Some(element) = event.target() {
                // Its class is nowhere to be compared with by name.
                callbacks.onready.emit(element.unchecked_into());
            }
        } else if name == "lead-phone-submit" {
            self.submitted(event);
            if let Some(submission) = Submission::read(event) {
                callbacks.onsubmit.emit(submission);
            }
        } else {
            self.ended();
            match (name.as_str(), Phone::read(&event.detail())) {
                ("lead-phone-created", Some(phone)) => callbacks.oncreated.emit(phone),
                ("lead-phone-updated", Some(phone)) => callbacks.onupdated.emit(phone),
                _ => callbacks.onerror.emit(FormError::read(event)),
            }
        }
    }

    /// A save is on its way, unless somebody objects: known when all have been asked.
    fn submitted(self: &Rc<Self>, event: &Event) {
        self.saving.set(true);
        let (this, event) = (Rc::clone(self), event.clone());
        spawn_local(async move {
            if event.default_prevented() {
                this.ended();
            }
        });
    }

    fn ended(&self) {
        self.saving.set(false);
        if let Some(this) = self.kept.take() {
            // Not within a listener of its own.
            spawn_local(async move { drop(this) });
        }
    }
}
