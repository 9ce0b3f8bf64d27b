//! One edit of the number: the line before it, the browser's result, and the line to show.

use crate::form::number::caret;
use crate::form::number::line::Line;
use lead_phone_number::{Region, Tables, is_word};

/// The kind of an edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Deleted to the left of the caret, one character at a time.
    Backward,
    /// Deleted to the right of the caret, one character at a time.
    Forward,
    /// The same, more than a character at a time.
    WordBackward,
    /// The same, more than a character at a time.
    WordForward,
    /// Inserted a text as a whole: by paste, drop, a keyboard or the browser.
    Piece,
    /// Set the whole field: by the browser's autofill or a password manager.
    Set,
    /// Anything else.
    Other,
}

impl Edit {
    /// The kind of edit for an input event's `inputType`. Only the types that need a distinction
    /// are listed; all others are [`Edit::Other`].
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

/// The formatted line to show after an edit.
///
/// `now` is the browser's result. If the edit deleted only separators, which formatting would
/// insert again, the digit beyond them is deleted instead.
pub fn edited(tables: &Tables, country: Region, before: &Line, now: Line, edit: Edit) -> Line {
    if ends_with_separator(before, &now) {
        // Formatting may have ended the line with the space that is typed now.
        return if now.text().ends_with("  ") { before.clone() } else { now };
    }
    let has_own_bracket = has_bracket(before.text()) && !is_formatted_with(tables, country, before);
    let more = has_own_bracket || loose_end(tables, country, before);
    let now = without_digit(before, &now, edit).filter(|_| !more).unwrap_or(now);
    let is_bracket_typed = has_own_bracket || !has_bracket(before.text());
    if has_bracket(now.text()) && is_bracket_typed && !is_formatted_with(tables, country, &now) {
        return in_letters(now);
    }
    caret::format(tables, in_letters(now), country)
}

fn has_bracket(text: &str) -> bool {
    text.bytes().any(|byte| byte == b'(')
}

/// Whether the format of a line has a bracket. If not, a bracket in the line is one that was
/// typed, and it stays.
fn is_formatted_with(tables: &Tables, country: Region, line: &Line) -> bool {
    let formatted = caret::formatted(tables, line.text(), country);
    formatted.is_none_or(|formatted| has_bracket(&formatted))
}

/// A number in letters, such as `1-800-FLOWERS`. Formatting may have opened a bracket before the
/// letters; its groups of digits have hyphens between them instead.
fn in_letters(line: Line) -> Line {
    let text = line.text();
    let start = text.bytes().position(|byte| byte.is_ascii_alphabetic());
    let Some((digits, letters)) = start.and_then(|at| text.split_at_checked(at)) else {
        return line;
    };
    let is_closed = digits.bytes().any(|byte| byte == b')');
    // Somebody who types among the digits is not typing the letters.
    if !has_bracket(digits) || is_closed || line.after().len() > letters.len() {
        return line;
    }
    let mut written = String::new();
    let mut is_group = false;
    for character in digits.chars() {
        if caret::counts(character) {
            written.push(character);
        } else if is_group {
            written.push('-');
        }
        is_group = caret::counts(character);
    }
    if is_group {
        written.push('-');
    }
    written.push_str(letters);
    let caret = written.len().saturating_sub(line.after().len());
    Line::new(written).select(caret, caret)
}

/// Whether a separator was added at the end. It is kept, because what follows may be an
/// extension.
fn ends_with_separator(before: &Line, now: &Line) -> bool {
    now.after().is_empty()
        && now.text().len() > before.text().len()
        && now.text().starts_with(before.text())
        && caret::is_same_number(before.text(), now.text())
}

/// Whether a separator can be deleted alone: the caret is after such a separator, or the line is
/// not formatted.
fn loose_end(tables: &Tables, country: Region, line: &Line) -> bool {
    match caret::formatted(tables, line.text(), country) {
        Some(formatted) => {
            line.after().is_empty()
                && line.text().len() > formatted.len()
                && line.text().starts_with(&formatted)
        }
        // The separators are those that were typed.
        None => true,
    }
}

/// The line without the digit beyond a separator, if the edit deleted only separators.
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

/// The number of digits in the next group.
///
/// A `dyn Iterator` would bring every iterator method into the WebAssembly.
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

/// Whether an edit of this selection replaces everything that counts in the line.
pub fn replaces_all(before: &Line) -> bool {
    let is_nothing = |text: &str| !text.chars().any(|c| c == '+' || is_word(c));
    is_nothing(before.before()) && is_nothing(before.after())
}

// These tests use random edits from proptest, a dependency for native tests only.
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
#[path = "edit_tests.rs"]
mod tests;
