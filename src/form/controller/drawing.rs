//! What happens before and after each render.

use super::{Controller, Form, Mounted};
use crate::form::controller::dom;
use crate::form::controller::host::{HostEvent, Mended};
use crate::form::state::Action;
use crate::form::state::fields::Field;
use crate::form::view::ViewProperties;
use std::rc::Rc;
use yew::Callback;

impl Form {
    pub(super) fn draw(self: &Rc<Self>) {
        if self.state.borrow().settings.disabled {
            self.country_list.close();
        }
        let properties = self.properties();
        if let Some(Mounted { app: Some(app), root, focused, .. }) = &mut *self.mounted.borrow_mut()
        {
            *focused = root.active_element();
            app.update(properties);
        }
    }

    pub(super) fn properties(self: &Rc<Self>) -> ViewProperties {
        let form = Rc::downgrade(self);
        ViewProperties {
            state: Rc::clone(&self.state),
            list: self.country_list(),
            drawing: {
                let form = form.clone();
                Callback::from(move |()| {
                    if let Some(form) = form.upgrade() {
                        form.before_drawing();
                    }
                })
            },
            drawn: Callback::from(move |()| {
                if let Some(form) = form.upgrade() {
                    form.drawn();
                }
            }),
        }
    }

    /// Called by Yew before each render. It draws beside the elements that are there, and traps where
    /// one of them is elsewhere.
    fn before_drawing(&self) {
        if self.root().is_some()
            && self.host.mend(true) != Mended::Nothing
            && let Some(mounted) = &mut *self.mounted.borrow_mut()
        {
            mounted.is_mended = true;
        }
    }

    /// Called by Yew after each render. Yew may delay this call until the page's scripts have
    /// run, so the work after a hydration does not wait for it.
    fn drawn(self: &Rc<Self>) {
        let is_hydrating =
            self.mounted.borrow().as_ref().is_some_and(|mounted| mounted.prerendered.is_some());
        if !is_hydrating {
            self.after_drawing();
        }
    }

    /// The work that needs the rendered elements.
    pub(super) fn after_drawing(self: &Rc<Self>) {
        let container = self.mounted.borrow().as_ref().map(|mounted| mounted.container.clone());
        if let Some(container) = container {
            self.host.settle(&container);
        }
        let (root, focus, write, write_choice, first, prerendered) = {
            let mut mounted = self.mounted.borrow_mut();
            let Some(mounted) = &mut *mounted else { return };
            let is_mended = std::mem::take(&mut mounted.is_mended);
            let first = !std::mem::replace(&mut mounted.drawn, true);
            let prerendered = mounted.prerendered.take();
            // A prerendered form gets its list of types only in its second render.
            let has_choice = dom::type_list(&mounted.root).is_none()
                == self.state.borrow().settings.phone_types.is_empty();
            let write_choice = std::mem::replace(&mut mounted.write_choice, !has_choice);
            // If the render has removed the element with the focus, a button for example, the user
            // goes on at the number.
            let is_removed = mounted.focused.take().is_some_and(|focused| !focused.is_connected());
            let lost = (is_removed && mounted.container.is_connected()).then_some(Field::Number);
            let focus = mounted.focus_when_drawn.take().or(lost);
            (mounted.root.clone(), focus, first || is_mended, write_choice, first, prerendered)
        };
        if first {
            self.listen_to_controls(&root);
        }
        if let Some(prerendered) = &prerendered {
            self.take_typed(&root, prerendered);
        }
        if write {
            self.write(&root);
        } else if write_choice {
            dom::write_choice(&root, &self.state.borrow().fields);
            self.know(&root);
        }
        self.write_country(&root);
        if let Some(field) = focus {
            dom::focus(&root, field);
            if self.state.borrow().lacks_area_code()
                && let Some(number) = dom::number(&root)
            {
                // Fails only for input types without a selection.
                let _ = number.set_selection_range(0, 0);
            }
        }
        if !self.ready.replace(true) {
            self.host.raise(HostEvent::Ready);
        }
        if prerendered.is_some_and(|prerendered| prerendered.submitted) {
            self.dispatch(Action::Press);
            if !root.is_connected() {
                // The form was hydrated only for the save.
                Controller(Rc::clone(self)).unmount();
            }
        }
    }
}
