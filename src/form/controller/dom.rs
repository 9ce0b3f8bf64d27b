//! Reads and writes the form's controls on the page.

use crate::form::number::caret;
use crate::form::number::line::Line;
use crate::form::number::paste;
use crate::form::state::fields::{Field, Fields};
use crate::form::view::ids;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, HtmlElement, HtmlInputElement, HtmlSelectElement, SelectionMode, ShadowRoot, Window,
};

impl Field {
    /// The field whose control this is.
    pub(in crate::form) fn of_control(control: &Element) -> Option<Field> {
        let id = control.id();
        Field::ALL.into_iter().find(|field| ids::of(*field) == id)
    }
}

/// An element as a field, by its name: in another document it may be of another window's class.
pub(in crate::form) fn as_input(element: &Element) -> Option<&HtmlInputElement> {
    (element.local_name() == "input").then(|| element.unchecked_ref())
}

/// An element as a list to choose from.
pub(in crate::form) fn as_list(element: &Element) -> Option<&HtmlSelectElement> {
    (element.local_name() == "select").then(|| element.unchecked_ref())
}

/// The window that an element is in, which need not be this program's.
pub(in crate::form) fn window(element: &Element) -> Option<Window> {
    element.owner_document()?.default_view()
}

/// Reads all fields. What has no control has the value that is known.
pub(in crate::form) fn fields(root: &ShadowRoot, known: &Fields) -> Fields {
    let value = |field, known: &String| {
        input(root, field).map_or_else(|| known.clone(), |input| input.value())
    };
    Fields {
        number: value(Field::Number, &known.number),
        extension: paste::cut(&value(Field::Extension, &known.extension)).0.to_owned(),
        mobile: input(root, Field::Mobile).map_or(known.mobile, |input| input.checked()),
        phone_type: type_list(root).map_or_else(|| known.phone_type.clone(), |list| list.value()),
    }
}

/// Writes all fields except the number. A control that already has its value is left alone:
/// writing the same text would move the caret and end the browser's undo history.
pub(in crate::form) fn write(root: &ShadowRoot, fields: &Fields) {
    let extension = input(root, Field::Extension);
    if let Some(input) = extension.filter(|input| input.value() != fields.extension) {
        input.set_value(&fields.extension);
    }
    write_choice(root, fields);
}

/// Writes the check box, or the list of types that may replace it. A list accepts only values
/// that it has an option for, so this is repeated after the options are rendered.
pub(in crate::form) fn write_choice(root: &ShadowRoot, fields: &Fields) {
    if let Some(input) = input(root, Field::Mobile) {
        input.set_checked(fields.mobile);
    }
    if let Some(list) = type_list(root) {
        list.set_value(&fields.phone_type);
    }
}

/// The list of types, if there is one.
pub(in crate::form) fn type_list(root: &ShadowRoot) -> Option<HtmlSelectElement> {
    as_list(&root.get_element_by_id(ids::TYPE)?).cloned()
}

/// The country's control.
pub(in crate::form) fn country(root: &ShadowRoot) -> Option<HtmlInputElement> {
    as_input(&root.get_element_by_id(ids::COUNTRY)?).cloned()
}

/// The list of countries, if it is rendered.
pub(in crate::form) fn country_list(root: &ShadowRoot) -> Option<HtmlElement> {
    Some(root.get_element_by_id(ids::COUNTRIES)?.unchecked_into())
}

/// The active option, which Enter would choose.
pub(in crate::form) fn active_option(root: &ShadowRoot) -> Option<HtmlElement> {
    Some(root.query_selector("[aria-selected=true]").ok()??.unchecked_into())
}

/// The number's field.
pub(in crate::form) fn number(root: &ShadowRoot) -> Option<HtmlInputElement> {
    input(root, Field::Number)
}

/// Writes a number, unless the field already has it. If only the format differs, the caret keeps
/// its place.
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

/// The text of a field and its selection.
pub(in crate::form) fn line(input: &HtmlInputElement) -> Line {
    let position = |position: Result<Option<u32>, _>| position.ok().flatten().unwrap_or(u32::MAX);
    let (start, end) = (position(input.selection_start()), position(input.selection_end()));
    Line::new(input.value()).select_utf16(start, end)
}

/// Writes a text and a selection, unless the field already has them, because writing ends the
/// browser's undo history. Writing and moving the caret each make the browser lay out the field,
/// so one call does both where possible.
pub(in crate::form) fn set_line(input: &HtmlInputElement, new: &Line) {
    let old = input.value();
    if old != new.text() {
        if new.is_caret() && new.after().is_empty() {
            // This also puts the caret at the end.
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
        // Fails only for input types without a selection.
        let _ = input.set_selection_range(start, end);
    }
}

/// A selection is invisible without the focus, and setting one moves the focus in some browsers.
fn has_focus_itself(input: &HtmlInputElement) -> bool {
    input.matches(":focus").unwrap_or_default()
}

/// Moves the focus to a field.
pub(in crate::form) fn focus(root: &ShadowRoot, field: Field) {
    if let Some(control) = root.get_element_by_id(ids::of(field)) {
        // Fails only if the element is not in a document.
        let _ = control.unchecked_into::<HtmlElement>().focus();
    }
}

/// Whether the focus is in the form.
pub(in crate::form) fn has_focus(root: &ShadowRoot) -> bool {
    root.active_element().is_some()
}

/// A field's control.
pub(in crate::form) fn input(root: &ShadowRoot, field: Field) -> Option<HtmlInputElement> {
    as_input(&root.get_element_by_id(ids::of(field))?).cloned()
}
