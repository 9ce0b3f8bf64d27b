//! Watches what happens around the open list of countries: presses elsewhere, scrolling, another size
//! of the window, and Escape.

use super::Form;
use super::event::{Key, target};
use crate::form::controller::dom;
use crate::form::controller::listener::Listener;
use crate::form::country::popup;
use crate::form::view::ids;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget, Node, ShadowRoot, Window};

impl Form {
    /// Listens to presses and scrolling around the form, in every shadow root that contains it.
    pub(super) fn listen_around(self: &Rc<Self>, root: &ShadowRoot) -> Vec<Listener> {
        let mut listeners = Vec::new();
        // Outside, the target of any press in the form is the form's host element.
        let mut listen = |around: &EventTarget, kind: &'static str, inside: Option<Element>| {
            let form = Rc::downgrade(self);
            listeners.push(Listener::capturing(around, kind, move |event| {
                let Some(form) = form.upgrade() else { return };
                if inside.is_none() {
                    form.place_countries(kind == "scroll");
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
            let form = Rc::downgrade(self);
            listeners.push(Listener::capturing(&window.clone(), "keydown", move |event| {
                if let Some(form) = form.upgrade()
                    && is_escape(&event)
                    && target(&event).as_ref() == Some(&host)
                {
                    consume(&event);
                    form.listen_to_escape(&window);
                    form.close_countries();
                }
            }));
        }
        listeners
    }

    /// Consumes the rest of the Escape that has closed the list: its repetitions and its end. A host
    /// would close its dialog for them.
    fn listen_to_escape(self: &Rc<Self>, window: &Window) {
        let listener = |kind| {
            let form = Rc::downgrade(self);
            Listener::capturing(window, kind, move |event| {
                let Some(form) = form.upgrade().filter(|_| is_escape(&event)) else { return };
                let is_over = kind == "keyup";
                if is_over || Key::of(&event).repeat() {
                    consume(&event);
                }
                if is_over || !Key::of(&event).repeat() {
                    form.country_list.escaping.take();
                }
            })
        };
        let listeners = vec![listener("keydown"), listener("keyup")];
        self.country_list.escaping.replace(listeners);
    }

    /// Places the list again. If its control has been scrolled out of sight, the list closes. A
    /// change of the window's size closes nothing: a keyboard on the screen may cover the control
    /// until the browser has scrolled.
    fn place_countries(self: &Rc<Self>, has_scrolled: bool) {
        let Some(root) = self.root() else { return };
        let Some(control) = dom::country(&root) else { return };
        let Some(list) = dom::country_list(&root) else { return };
        let is_gone = match &*self.country_list.open.borrow() {
            Some(open) if is_in_sight(&root, popup::place(&control, &list)) => {
                open.seen.set(true);
                false
            }
            // If it was never in sight, the browser is still scrolling to it.
            Some(open) => has_scrolled && open.seen.get(),
            None => return,
        };
        if is_gone {
            self.close_countries();
        }
    }
}

fn is_escape(event: &Event) -> bool {
    let key = Key::of(event);
    key.key().is_some_and(|key| key == "Escape") && !key.is_composing()
}

/// Hides an event from everybody, and keeps the browser from closing a dialog for it.
fn consume(event: &Event) {
    event.prevent_default();
    event.stop_immediate_propagation();
}

/// Whether the middle of the control is neither scrolled away nor covered by anything but the list.
pub(super) fn is_in_sight(root: &ShadowRoot, middle: Option<(f32, f32)>) -> bool {
    middle
        .and_then(|(x, y)| root.element_from_point(x, y))
        .is_some_and(|seen| seen.id() == ids::COUNTRY || is_in_list(&seen))
}

/// Whether an element is in the list, or in the sheet that holds it, but not the control.
pub(super) fn is_in_list(target: &Element) -> bool {
    target.id() != ids::COUNTRY && matches!(target.closest("[popover]"), Ok(Some(_)))
}
