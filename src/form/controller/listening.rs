//! The form's event listeners, from mount to unmount.

use super::Form;
use crate::form::controller::dom;
use crate::form::controller::listener::Listener;
use std::rc::{Rc, Weak};
use web_sys::{Element, Event, EventTarget, HtmlInputElement, ShadowRoot};

/// A handler for an event of a control.
pub(super) type ControlHandler = fn(&Rc<Form>, &HtmlInputElement, &Event);

impl Form {
    /// Listens to the container, whatever is rendered in it, and to the network status.
    pub(super) fn listen(self: &Rc<Self>, container: &Element) -> Vec<Listener> {
        let listener = |kind, handler| self.listener(container, kind, handler);
        let mut listeners = vec![
            listener("input", Form::on_input),
            listener("change", Form::on_change),
            listener("click", Form::on_click),
            listener("submit", Form::on_submit),
            listener("keydown", Form::enter),
            listener("pointermove", Form::point),
            listener("mousedown", |_, event| Form::keep_focus(event)),
            listener("pointerdown", Form::pressed_in_form),
        ];
        if let Some(window) = web_sys::window() {
            let network = |form: &Rc<Form>, _: &Event| form.look_for_network();
            for kind in ["online", "offline"] {
                listeners.push(self.listener(&window, kind, network));
            }
        }
        listeners
    }

    /// Listens to the controls that exist from the first render to the last.
    pub(super) fn listen_to_controls(self: &Rc<Self>, root: &ShadowRoot) {
        let (number, country) = (dom::number(root), dom::country(root));
        if let Some(mounted) = &mut *self.mounted.borrow_mut() {
            if let Some(number) = &number {
                mounted.listeners.append(&mut self.listen_to_number(number));
            }
            if let Some(country) = &country {
                mounted.listeners.append(&mut self.listen_to_country(country));
            }
            mounted.number = number;
        }
    }

    /// Listens to a control directly, so that a handler need not find out which control an event
    /// belongs to.
    pub(super) fn listen_to(
        self: &Rc<Self>,
        control: &HtmlInputElement,
        handlers: &[(&'static str, ControlHandler)],
    ) -> Vec<Listener> {
        let mut listeners = Vec::new();
        for &(kind, handler) in handlers {
            let (form, held) = (Rc::downgrade(self), control.clone());
            listeners.push(Listener::new(control, kind, move |event| {
                if let Some(form) = form.upgrade() {
                    handler(&form, &held, &event);
                }
            }));
        }
        listeners
    }

    fn listener(
        self: &Rc<Self>,
        target: &EventTarget,
        kind: &'static str,
        handler: fn(&Rc<Form>, &Event),
    ) -> Listener {
        let form: Weak<Form> = Rc::downgrade(self);
        Listener::new(target, kind, move |event| {
            if let Some(form) = form.upgrade() {
                handler(&form, &event);
            }
        })
    }
}
