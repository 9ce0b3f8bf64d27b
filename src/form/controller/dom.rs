//! The form's controls on the page.

use crate::form::number::caret;
use crate::form::number::line::Line;
use crate::form::state::fields::{Field, Fields};
use crate::form::view::ids;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement, ShadowRoot};

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

/// Writes another number. Where only its format differs, the caret stays where it was.
pub(in crate::form) fn write_number(input: &HtmlInputElement, text: &str) {
    let line = line(input);
    let line = match caret::is_same_number(line.text(), text) {
        true => caret::follow(&line, text.to_owned()),
        false => Line::new(text),
    };
    set_line(input, &line);
}

/// What stands in a field, and what of it is selected.
pub(in crate::form) fn line(input: &HtmlInputElement) -> Line {
    let position = |position: Result<Option<u32>, _>| position.ok().flatten().unwrap_or(u32::MAX);
    let (start, end) = (position(input.selection_start()), position(input.selection_end()));
    Line::new(input.value()).select_utf16(start, end)
}

/// Writes a field and selects in it, unless it is so already: writing ends the browser's
/// undo.
pub(in crate::form) fn set_line(input: &HtmlInputElement, new: &Line) {
    if input.value() != new.text() {
        input.set_value(new.text());
    }
    // Mostly the caret is at the end, where a browser puts it too. Without the focus a
    // selection is not seen, and in some browsers moves the focus.
    if line(input) != *new && input.matches(":focus").unwrap_or_default() {
        let (start, end) = new.selection_utf16();
        // Fails only for fields of another type.
        let _ = input.set_selection_range(start, end);
    }
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
