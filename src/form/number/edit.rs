//! One edit of the number: the line before it, what the browser made of it, the line after.

use crate::form::number::caret;
use crate::form::number::line::Line;
use lead_phone_number::{Region, Tables, is_word};

/// What kind of edit it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// What is left of the caret was deleted, a character at a time.
    Backward,
    /// What is right of the caret was deleted, a character at a time.
    Forward,
    /// The same, more than a character at a time.
    WordBackward,
    /// The same, more than a character at a time.
    WordForward,
    /// A text came in one piece: pasted, dropped, put in by a keyboard or the browser.
    Piece,
    /// The field was set: by the browser, which fills forms, or by a password manager.
    Set,
    /// Anything else.
    Other,
}

impl Edit {
    /// What an input event says of itself. Only what is needed to tell edits apart; what a
    /// browser does not say, or says in a new way, is something else.
    pub fn of(input_type: &str) -> Edit {
        match input_type {
            "deleteContentBackward" => Edit::Backward,
            "deleteContentForward" => Edit::Forward,
            "insertFromPaste" | "insertFromDrop" | "insertReplacementText" | "insertFromYank" => {
                Edit::Piece
            }
            "deleteWordBackward" | "deleteSoftLineBackward" | "deleteHardLineBackward" => {
                Edit::WordBackward
            }
            "deleteWordForward" | "deleteSoftLineForward" | "deleteHardLineForward" => {
                Edit::WordForward
            }
            _ => Edit::Other,
        }
    }
}

/// The line to show after an edit, formatted.
///
/// `now` is what the browser made of it. Where all that it deleted was what sets digits
/// apart, which comes back with the next formatting, the digit beyond is deleted instead.
pub fn edited(tables: &Tables, country: Region, before: &Line, now: Line, edit: Edit) -> Line {
    if ends_with_separator(before, &now) {
        return now;
    }
    let more = loose_end(tables, country, before);
    let now = without_digit(before, &now, edit).filter(|_| !more).unwrap_or(now);
    caret::format(tables, now, country)
}

/// Whether something that sets digits apart was added at the end. What it will set apart
/// is still to be typed: it may be an extension.
fn ends_with_separator(before: &Line, now: &Line) -> bool {
    now.after().is_empty()
        && now.text().len() > before.text().len()
        && now.text().starts_with(before.text())
        && caret::is_same_number(before.text(), now.text())
}

/// Whether the caret is after something of that kind, so that it can be deleted alone.
fn loose_end(tables: &Tables, country: Region, line: &Line) -> bool {
    let formatted = caret::formatted(tables, line.text(), country).unwrap_or_default();
    line.after().is_empty()
        && line.text().len() > formatted.len()
        && line.text().starts_with(&formatted)
}

/// The line without the digit beyond a separator, where that was all that was deleted.
fn without_digit(before: &Line, now: &Line, edit: Edit) -> Option<Line> {
    let digits = caret::significant(before.text())?;
    let nothing_else = before.is_caret()
        && before.text().len() > now.text().len()
        && caret::significant(now.text())? == digits;
    if !nothing_else {
        return None;
    }
    let caret = caret::count(before.before());
    let (start, end) = match edit {
        Edit::Backward => (caret.checked_sub(1)?, caret),
        Edit::Forward => (caret, caret + 1),
        Edit::WordBackward => {
            let mut characters = before.before().chars();
            (caret.checked_sub(group(&mut || characters.next_back()))?, caret)
        }
        Edit::WordForward => {
            let mut characters = before.after().chars();
            (caret, caret + group(&mut || characters.next()))
        }
        Edit::Piece | Edit::Set | Edit::Other => return None,
    };
    let rest = [digits.get(..start)?, digits.get(end..)?].concat();
    Some(Line::new(rest).select(start, start))
}

/// How many digits are in the next group.
///
/// A `dyn Iterator` would have all that an iterator can do in what ships.
fn group(next: &mut dyn FnMut() -> Option<char>) -> usize {
    let mut count = 0;
    while let Some(character) = next() {
        if caret::counts(character) {
            count += 1;
        } else if count > 0 {
            break;
        }
    }
    count
}

/// Whether an edit replaces all that counts of a line.
pub fn replaces_all(before: &Line) -> bool {
    let is_nothing = |text: &str| !text.chars().any(|c| c == '+' || is_word(c));
    is_nothing(before.before()) && is_nothing(before.after())
}

// With random edits, which there are on this machine only.
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
#[path = "edit_tests.rs"]
mod tests;
