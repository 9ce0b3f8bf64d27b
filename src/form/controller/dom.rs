//! The form's controls on the page.

use crate::form::number::caret;
use crate::form::number::line::Line;
use crate::form::state::fields::{Field, Fields};
use crate::form::view::ids;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, HtmlElement, HtmlInputElement, HtmlSelectElement, SelectionMode, ShadowRoot,
};

impl Field {
    /// The field whose control this is.
    pub(in crate::form) fn of_control(control: &Element) -> Option<Field> {
        let id = control.id();
        Field::ALL.into_iter().find(|field| ids::of(*field) == id)
    }
}

/// Writes the fields, but for the number. Where a control has its value already it is left
/// alone: writing the same text again would move the caret and end the browser's undo.
pub(in crate::form) fn write(root: &ShadowRoot, fields: &Fields) {
    let extension = input(root, Field::Extension);
    if let Some(input) = extension.filter(|input| input.value() != fields.extension) {
        input.set_value(&fields.extension);
    }
    write_choice(root, fields);
}

/// Writes the check box, or the list that may be in its place. A list takes only what it has
/// an option for, so this has to be done once more when the options are drawn.
pub(in crate::form) fn write_choice(root: &ShadowRoot, fields: &Fields) {
    if let Some(input) = input(root, Field::Mobile) {
        input.set_checked(fields.mobile);
    }
    if let Some(list) = type_list(root) {
        list.set_value(&fields.phone_type);
    }
}

/// The list of types, where there is one.
pub(in crate::form) fn type_list(root: &ShadowRoot) -> Option<HtmlSelectElement> {
    root.get_element_by_id(ids::TYPE)?.dyn_into().ok()
}

/// The country's control.
pub(in crate::form) fn country(root: &ShadowRoot) -> Option<HtmlInputElement> {
    root.get_element_by_id(ids::COUNTRY)?.dyn_into().ok()
}

/// The list of countries, while it is drawn.
pub(in crate::form) fn country_list(root: &ShadowRoot) -> Option<HtmlElement> {
    root.get_element_by_id(ids::COUNTRIES)?.dyn_into().ok()
}

/// The option that Enter would choose.
pub(in crate::form) fn active_option(root: &ShadowRoot) -> Option<HtmlElement> {
    root.query_selector("[aria-selected=true]").ok()??.dyn_into().ok()
}

/// The number's field.
pub(in crate::form) fn number(root: &ShadowRoot) -> Option<HtmlInputElement> {
    input(root, Field::Number)
}

/// Writes a number, unless it is there. Where only its format differs, the caret stays where
/// it was.
pub(in crate::form) fn write_number(input: &HtmlInputElement, text: &str) {
    let line = line(input);
    if line.text() != text {
        let line = match caret::is_same_number(line.text(), text) {
            true => caret::follow(&line, text.to_owned()),
            false => Line::new(text),
        };
        set_line(input, &line);
    }
}

/// What stands in a field, and what of it is selected.
pub(in crate::form) fn line(input: &HtmlInputElement) -> Line {
    let position = |position: Result<Option<u32>, _>| position.ok().flatten().unwrap_or(u32::MAX);
    let (start, end) = (position(input.selection_start()), position(input.selection_end()));
    Line::new(input.value()).select_utf16(start, end)
}

/// Writes a field and selects in it, unless it is so already: writing ends the browser's
/// undo. To write and to move the caret each make the browser lay out the field, so it is done
/// in one call where that is possible.
pub(in crate::form) fn set_line(input: &HtmlInputElement, new: &Line) {
    let old = input.value();
    if old != new.text() {
        if new.is_caret() && new.after().is_empty() {
            // That puts the caret there.
            return input.set_value(new.text());
        }
        if new.is_caret() && old.starts_with(new.before()) && has_focus_itself(input) {
            let (caret, _) = new.selection_utf16();
            let (_, end) = Line::new(old).selection_utf16();
            let (rest, mode) = (new.after(), SelectionMode::Start);
            // Fails only for a range beyond the end.
            let _ =
                input.set_range_text_with_start_and_end_and_selection_mode(rest, caret, end, mode);
            return;
        }
        input.set_value(new.text());
    }
    if line(input) != *new && has_focus_itself(input) {
        let (start, end) = new.selection_utf16();
        // Fails only for fields of another type.
        let _ = input.set_selection_range(start, end);
    }
}

/// Without the focus a selection is not seen, and to select moves the focus in some browsers.
fn has_focus_itself(input: &HtmlInputElement) -> bool {
    input.matches(":focus").unwrap_or_default()
}

/// Moves the focus to a field.
pub(in crate::form) fn focus(root: &ShadowRoot, field: Field) {
    if let Some(control) = root.get_element_by_id(ids::of(field)) {
        // Fails only where the element is not in a document.
        let _ = control.unchecked_into::<HtmlElement>().focus();
    }
}

/// Whether the focus is in the form.
pub(in crate::form) fn has_focus(root: &ShadowRoot) -> bool {
    root.active_element().is_some()
}

/// A field's control.
pub(in crate::form) fn input(root: &ShadowRoot, field: Field) -> Option<HtmlInputElement> {
    root.get_element_by_id(ids::of(field))?.dyn_into().ok()
}
