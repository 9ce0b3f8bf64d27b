//! The Yew component. It only renders the state.
//!
//! It has no listeners of its own: Yew's listeners outlive their root, and two Yew applications
//! on one page can take each other's events. [`super::controller`] listens instead. The values of
//! the fields are not rendered either: what the user types belongs to the page, and a late render
//! must never overwrite it.
//!
//! [`View`] is the only component. Its parts are functions that return [`Html`]. Components would
//! cost bytes and a comparison of properties, and every render changes all of them anyway.

mod countries;
mod drawing;
mod fields;
pub(in crate::form) mod ids;
mod outcome;

use crate::form::country::combobox::Combobox;
use crate::form::country::entry::Country;
use crate::form::state::State;
use drawing::Drawing;
use lead_phone_number::Region;
use std::cell::RefCell;
use std::rc::Rc;
use yew::{Callback, Component, Context, Html, Properties, html};

/// The properties of [`View`].
#[derive(Clone, Properties)]
pub struct ViewProperties {
    /// The form's state, read on each render.
    pub state: Rc<RefCell<State>>,
    /// The list of countries, if it is open.
    pub list: Option<Rc<OpenList>>,
    /// Called before each render.
    pub drawing: Callback<()>,
    /// Called after each render.
    pub drawn: Callback<()>,
}

/// Never equal: the state is shared, so the state of the last render is no longer available for a
/// comparison. Yew compares the rendered nodes instead.
impl PartialEq for ViewProperties {
    fn eq(&self, _: &ViewProperties) -> bool {
        false
    }
}

/// The open list of countries.
pub struct OpenList {
    /// The countries to choose from.
    pub countries: Rc<Vec<Country>>,
    /// Which countries match, and which is active.
    pub combobox: Combobox,
    /// Whether it is shown as a sheet over the whole window.
    pub is_sheet: bool,
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
        properties.drawing.emit(());
        let state = properties.state.borrow();
        form(&Drawing::new(&state, properties.list.as_deref()))
    }

    fn rendered(&mut self, context: &Context<Self>, _first: bool) {
        context.props().drawn.emit(());
    }
}

fn form(drawing: &Drawing<'_>) -> Html {
    html! {
        <form
            part="form"
            lang={drawing.state.settings.lang().to_owned()}
            novalidate=true
        >
            <div part="row">
                <div class="phone">
                    { fields::country(drawing) }
                    { fields::number(drawing) }
                </div>
                { fields::about_number(drawing) }
                { fields::extension(drawing) }
            </div>
            <div part="row">
                { fields::mobile_or_type(drawing) }
                { outcome::submit(drawing) }
                { outcome::outcome(drawing) }
            </div>
        </form>
    }
}

/// The form without the list of countries, as text, for comparisons between states.
#[cfg(all(test, not(target_arch = "wasm32")))]
pub(super) fn drawing(state: &State) -> String {
    format!("{:?}", form(&Drawing::new(state, None)))
}
