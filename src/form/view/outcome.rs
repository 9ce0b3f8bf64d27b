//! The submit button, the errors and the status of a save.

use super::drawing::Drawing;
use super::{countries, ids};
use crate::api::integer::write_integer;
use crate::form::text::message_id::MessageId;
use yew::{Html, html};

pub(super) fn submit(drawing: &Drawing<'_>) -> Html {
    button(
        drawing,
        Button {
            id: ids::SUBMIT,
            kind: "submit",
            labels: [MessageId::Submit, MessageId::Saving],
            is_second: drawing.saving,
            is_available: !drawing.saving && !drawing.state.has_to_wait(),
        },
    )
}

/// A button with two labels, one of which is seen.
struct Button {
    id: &'static str,
    /// Its `type`.
    kind: &'static str,
    labels: [MessageId; 2],
    is_second: bool,
    is_available: bool,
}

/// Both labels are there, so that the button is always as wide as the longer. It is never `disabled`
/// but with the form, since it may have the focus.
fn button(drawing: &Drawing<'_>, button: Button) -> Html {
    let is_submit = button.id == ids::SUBMIT;
    let [first, second] = button.labels;
    html! {
        <button
            part={is_submit.then_some(ids::SUBMIT)}
            id={button.id}
            type={button.kind}
            disabled={drawing.disabled()}
            data-second={button.is_second.then_some("true")}
            aria-describedby={(!is_submit).then_some(ids::STATUS)}
            aria-disabled={(!button.is_available).then_some("true")}
        >
            <span>{ drawing.text(first) }</span>
            <span>{ drawing.text(second) }</span>
        </button>
    }
}

pub(super) fn outcome(drawing: &Drawing<'_>) -> Html {
    html! {
        <div class="outcome">
            // An assertive live region: the only place where errors are announced. The errors at
            // the fields are not live, or they would be announced twice.
            //
            // The region exists even while it is empty, because a live region is announced when
            // its content changes, not when it appears.
            <div aria-live="assertive">
                { errors_of_fields(drawing) }
                { error_of_form(drawing) }
            </div>
            // A polite live region: the result of a save. It is announced as a whole.
            <div
                part="status"
                id={ids::STATUS}
                role="status"
                data-saved={drawing.state.has_saved().then_some("true")}
                data-warning={drawing.state.warning().then_some("true")}
            >
                if let Some(status) = drawing.state.shown_status() {
                    { drawing.notice(&status) }
                }
            </div>
            { edit(drawing) }
            // Another one, of which only what changes is announced: how many countries a search
            // has found, the next pasted number, and what the form has changed by itself.
            <div class="unseen" aria-live="polite">
                { countries::found(drawing) }
                { next_number(drawing) }
                { news(drawing) }
            </div>
            if let Some(countdown) = drawing.state.countdown() {
                <div part="status" role="timer">{ drawing.notice(&countdown) }</div>
            }
        </div>
    }
}

/// The button beside the success that turns the form to the phone just created, or back. It is
/// outside of the live region, which would announce it too.
fn edit(drawing: &Drawing<'_>) -> Html {
    let Some((text, is_available)) = drawing.state.edit_button() else { return Html::default() };
    button(
        drawing,
        Button {
            id: ids::EDIT,
            kind: "button",
            labels: [MessageId::Edit, MessageId::CancelEdit],
            is_second: text == MessageId::CancelEdit,
            is_available,
        },
    )
}

/// What the form has changed by itself.
fn news(drawing: &Drawing<'_>) -> Html {
    let mut words = String::new();
    for notice in &drawing.state.announced {
        words.push_str(&drawing.say(notice));
        words.push(' ');
    }
    if words.is_empty() {
        Html::default()
    } else {
        html! { <span>{ words }</span> }
    }
}

/// Announces that another pasted number can be taken, or that Enter has put it into the field:
/// neither a button that appears nor the new value of a field is announced by itself.
fn next_number(drawing: &Drawing<'_>) -> Html {
    let words = match (&drawing.offer, &drawing.number_error) {
        (Some(words), None) => Some(words),
        _ => Some(&drawing.help.words).filter(|_| drawing.state.next_by_key),
    };
    match words {
        Some(words) => html! { <span>{ words.as_str() }</span> },
        None => Html::default(),
    }
}

/// The errors of the fields, in one place, and the words of the button beside a refused number.
///
/// Each is an element of its own. In one text, the end of one error would be a change of the
/// others, which a screen reader would announce again while the user types.
fn errors_of_fields(drawing: &Drawing<'_>) -> Html {
    let offer = if drawing.number_error.is_some() { &drawing.offer } else { &None };
    if drawing.number_error.is_none() && drawing.extension_error.is_none() {
        return Html::default();
    }
    html! {
        <div key={key_of_attempt(drawing, "fields-")} class="unseen">
            { part_of_errors(&drawing.number_error) }
            { part_of_errors(&drawing.extension_error) }
            { part_of_errors(offer) }
        </div>
    }
}

fn part_of_errors(words: &Option<String>) -> Html {
    match words {
        Some(words) => html! { <span>{ words.as_str() }{ " " }</span> },
        None => Html::default(),
    }
}

/// The error of the form.
fn error_of_form(drawing: &Drawing<'_>) -> Html {
    let Some(error) = drawing.state.form_error() else { return Html::default() };
    html! {
        <div key={key_of_attempt(drawing, "form-")} part="error" id="form-error">
            { drawing.notice(&error) }
        </div>
    }
}

/// A new key for each attempt makes a screen reader announce the same words again.
fn key_of_attempt(drawing: &Drawing<'_>, of: &str) -> String {
    [of, &write_integer(drawing.state.attempt)].concat()
}
