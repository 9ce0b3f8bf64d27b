//! The Yew component: it draws the state, and nothing else.
//!
//! It has no listeners of its own: Yew's outlive their root, and two Yew applications on
//! one page can take each other's events. [`super::controller`] listens instead. The
//! fields' values are not drawn either; what the user types belongs to the page, and a
//! drawing that comes late must never write over it.

use super::countries::Country;
use super::dom;
use super::notice::Notice;
use super::reading::ReadingResult;
use super::state::State;
use super::texts::Text;
use std::rc::Rc;
use yew::{Callback, Component, Context, Html, Properties, classes, html};

/// What is drawn.
#[derive(Clone, Properties, PartialEq)]
pub struct ViewProperties {
    /// The form's state.
    pub state: Rc<State>,
    /// The countries to choose from.
    pub countries: Rc<Vec<Country>>,
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
        let properties = context.props();
        draw(&properties.state, &properties.countries)
    }

    fn rendered(&mut self, context: &Context<Self>, _first: bool) {
        context.props().drawn.emit(());
    }
}

fn draw(state: &State, countries: &[Country]) -> Html {
    let texts = state.texts();
    let number_error = state.errors.number.as_ref().map(|notice| notice.say(&texts));
    let extension_error = state.errors.extension.as_ref().map(|notice| notice.say(&texts));
    let form_error = state.form_error().map(|notice| notice.say(&texts));
    let status = state.shown_status().map(|notice| notice.say(&texts));
    let countdown = state.countdown().map(|notice| notice.say(&texts));
    let saving = state.sending.is_some();
    let disabled = state.settings.disabled;
    let fill_in = |token: &'static str| if state.settings.autocomplete { token } else { "off" };
    let submit = if saving { Text::Saving } else { Text::Submit };
    html! {
        <form part="form" lang={state.settings.lang().to_owned()} novalidate=true aria-busy={saving.then_some("true")}>
            <div part="field" class="country">
                <label part="label" for="country">{ texts.get(Text::Country) }</label>
                <select part="country" id="country" autocomplete="off" disabled={disabled}>
                    { for countries.iter().map(country_option) }
                </select>
            </div>
            <div part="field" class="number">
                <label part="label" for="number">{ texts.get(Text::Number) }</label>
                <input
                    part="number" id="number" type="tel" dir="ltr" autocomplete={fill_in("tel")}
                    disabled={disabled}
                    aria-required="true"
                    aria-invalid={number_error.is_some().then_some("true")}
                    aria-describedby="number-help number-error"
                    placeholder={state.example()}
                />
                { help(state) }
                { error("number-error", number_error) }
                if state.may_save_anyway {
                    <button id={dom::SAVE_ANYWAY} type="button" class="secondary">
                        { texts.get(Text::SaveAnyway) }
                    </button>
                }
            </div>
            <div part="field" class="extension">
                <label part="label" for="extension">{ texts.get(Text::Extension) }</label>
                <input
                    part="extension" id="extension" type="text" inputmode="numeric" dir="ltr"
                    autocomplete={fill_in("tel-extension")} disabled={disabled}
                    aria-invalid={extension_error.is_some().then_some("true")}
                    aria-describedby="extension-error"
                />
                { error("extension-error", extension_error) }
            </div>
            <div part="field" class="mobile">
                <input part="mobile" id="mobile" type="checkbox" disabled={disabled} />
                <label part="label" for="mobile">{ texts.get(Text::Mobile) }</label>
            </div>
            <div part="error" class="form-error" id="form-error" role="alert">{ sentence(form_error) }</div>
            <button
                part="submit" id="submit" type="submit" disabled={disabled}
                aria-disabled={saving.then_some("true")}
            >{ texts.get(submit) }</button>
            <div
                part="status" role="status" class={state.warning.then_some("warning")}
            >{ sentence(status) }</div>
            <div part="status" role="timer">{ sentence(countdown) }</div>
        </form>
    }
}

fn country_option(country: &Country) -> Html {
    html! {
        <option value={country.region.as_str()}>
            { format!("{} +{}", country.name, country.calling_code) }
        </option>
    }
}

/// What will be sent, or what it waits for.
fn help(state: &State) -> Html {
    let texts = state.texts();
    let (notice, warning) = match state.reading().result {
        ReadingResult::Waiting(_) => (Some(Text::PlanLoading.into()), false),
        ReadingResult::Unjudged(number) => (Some(will_be_saved(number)), false),
        ReadingResult::Read(number) if number.impossible.is_none() && number.valid => {
            (Some(will_be_saved(number.international)), false)
        }
        ReadingResult::Read(number) if number.impossible.is_none() => {
            (Some(Notice::new(Text::NotInUse).with("number", number.international)), true)
        }
        _ => (None, false),
    };
    html! {
        <div id="number-help" class={classes!("help", warning.then_some("warning"))}>
            { sentence(notice.map(|notice| notice.say(&texts))) }
        </div>
    }
}

fn will_be_saved(number: String) -> Notice {
    Notice::new(Text::WillBeSaved).with("number", number)
}

/// There also while empty: a live region is announced when its content changes, not when
/// it appears.
fn error(id: &'static str, words: Option<String>) -> Html {
    html! { <div part="error" id={id} aria-live="polite">{ sentence(words) }</div> }
}

/// In its own direction: the form's may be another, as that of a page in a language that the
/// form does not speak.
fn sentence(words: Option<String>) -> Html {
    words.map(|words| html! { <bdi>{ words }</bdi> }).unwrap_or_default()
}
