//! An event listener that is removed with its owner.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{AddEventListenerOptions, Event, EventTarget};

/// An event listener, removed when it is dropped.
///
/// It takes an `Fn`; gloo-events takes an `FnMut`. Moving the focus in a handler raises events
/// inside the event, and a running `FnMut` closure cannot be called again.
#[derive(Debug)]
pub(crate) struct Listener {
    target: EventTarget,
    kind: &'static str,
    capture: bool,
    closure: Closure<dyn Fn(Event)>,
}

impl Listener {
    /// Listens for events of this kind that reach the target.
    pub(crate) fn new(
        target: &EventTarget,
        kind: &'static str,
        handler: impl Fn(Event) + 'static,
    ) -> Listener {
        Listener::with_phase(target, kind, false, handler)
    }

    /// Listens in the capture phase, before listeners inside the target: this also gets events
    /// that do not bubble or that a host stops.
    pub(crate) fn capturing(
        target: &EventTarget,
        kind: &'static str,
        handler: impl Fn(Event) + 'static,
    ) -> Listener {
        Listener::with_phase(target, kind, true, handler)
    }

    fn with_phase(
        target: &EventTarget,
        kind: &'static str,
        capture: bool,
        handler: impl Fn(Event) + 'static,
    ) -> Listener {
        let closure = Closure::<dyn Fn(Event)>::new(handler);
        let options = AddEventListenerOptions::new();
        options.set_passive(false);
        options.set_capture(capture);
        // Fails only if the callback is not an object, and a closure is one.
        let _ = target.add_event_listener_with_callback_and_add_event_listener_options(
            kind,
            closure.as_ref().unchecked_ref(),
            &options,
        );
        Listener { target: target.clone(), kind, capture, closure }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.target.remove_event_listener_with_callback_and_bool(
            self.kind,
            self.closure.as_ref().unchecked_ref(),
            self.capture,
        );
    }
}
