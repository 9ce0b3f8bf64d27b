//! The Yew component: it draws the state, and nothing else.
//!
//! It has no listeners of its own: Yew's outlive their root, and two Yew applications on
//! one page can take each other's events. [`super::controller`] listens instead. The
//! fields' values are not drawn either; what the user types belongs to the page, and a
//! drawing that comes late must never write over it.

use super::state::State;
use super::texts::Text;
use std::rc::Rc;
use yew::{Callback, Component, Context, Html, Properties, html};

/// What is drawn.
#[derive(Clone, Properties, PartialEq)]
pub struct ViewProperties {
    /// The form's state.
    pub state: Rc<State>,
    /// Called after each drawing.
    pub drawn: Callback<()>,
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
        draw(&context.props().state)
    }

    fn rendered(&mut self, context: &Context<Self>, _first: bool) {
        context.props().drawn.emit(());
    }
}

fn draw(state: &State) -> Html {
    let number_error = state.errors.number.as_ref().map(|notice| notice.say());
    let extension_error = state.errors.extension.as_ref().map(|notice| notice.say());
    let form_error = state.form_error().map(|notice| notice.say());
    let status = state.shown_status().map(|notice| notice.say());
    let countdown = state.countdown().map(|notice| notice.say());
    let saving = state.sending.is_some();
    let disabled = state.settings.disabled;
    let submit = if saving { Text::Saving } else { Text::Submit };
    html! {
        <form part="form" novalidate=true aria-busy={saving.then_some("true")}>
            <div part="field" class="number">
                <label part="label" for="number">{ Text::Number.english() }</label>
                <input
                    part="number" id="number" type="tel" dir="ltr" autocomplete="off"
                    disabled={disabled}
                    aria-required="true"
                    aria-invalid={number_error.is_some().then_some("true")}
                    aria-describedby="number-error"
                />
                { error("number-error", number_error) }
            </div>
            <div part="field" class="extension">
                <label part="label" for="extension">{ Text::Extension.english() }</label>
                <input
                    part="extension" id="extension" type="text" inputmode="numeric" dir="ltr"
                    autocomplete="off" disabled={disabled}
                    aria-invalid={extension_error.is_some().then_some("true")}
                    aria-describedby="extension-error"
                />
                { error("extension-error", extension_error) }
            </div>
            <div part="field" class="mobile">
                <input part="mobile" id="mobile" type="checkbox" disabled={disabled} />
                <label part="label" for="mobile">{ Text::Mobile.english() }</label>
            </div>
            <div part="error" class="form-error" id="form-error" role="alert">{ form_error }</div>
            <button
                part="submit" id="submit" type="submit" disabled={disabled}
                aria-disabled={saving.then_some("true")}
            >{ submit.english() }</button>
            <div
                part="status" role="status" class={state.warning.then_some("warning")}
            >{ status }</div>
            <div part="status" role="timer">{ countdown }</div>
        </form>
    }
}

/// There also while empty: a live region is announced when its content changes, not when
/// it appears.
fn error(id: &'static str, sentence: Option<String>) -> Html {
    html! { <div part="error" id={id} aria-live="polite">{ sentence }</div> }
}
