//! Listens to the element's events and calls the host's callbacks.

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

/// The listeners on one element, and the callbacks that they call. Yew's own listeners are on the
/// root of the application, and events of an element that is off the page do not reach them.
#[derive(Debug)]
pub(super) struct Listeners {
    callbacks: RefCell<LeadPhoneFormProperties>,
    /// Dropping a listener removes it.
    held: RefCell<Vec<Listener>>,
    /// Whether a save is in progress.
    saving: Cell<bool>,
    /// A reference to itself, while a save is in progress after the component is gone.
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
    /// Starts listening.
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

    /// Replaces the callbacks.
    pub(super) fn change(&self, properties: &LeadPhoneFormProperties) {
        self.callbacks.replace(properties.clone());
    }

    /// Called when the component is gone. A save in progress is still reported.
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
                // An unchecked cast: there is no global class to check the element against.
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

    /// A save starts unless a listener cancels it. That is known once all listeners have run.
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
            // Not inside one of the listeners that this drops.
            spawn_local(async move { drop(this) });
        }
    }
}
