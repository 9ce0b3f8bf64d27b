//! Compares what the form takes out of a text with what a reader would take.

use crate::draft::Expected;
use lead_phone_form::form::number::paste::{self, Pasted};
use lead_phone_form::form::number::reading::{self, ReadingResult};
use lead_phone_number::{Region, Tables};

/// What the form takes out of a text.
#[derive(Debug)]
pub struct Taken {
    /// The number that would be saved; `None` if the text in the field is not read as a number.
    pub first: Option<Expected>,
    /// The numbers after it.
    pub others: Others,
}

/// The numbers after the first one.
#[derive(Debug)]
pub enum Others {
    /// Whether there are others; the form does not say which.
    Some(bool),
}

/// How good an answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Right,
    /// Another number than is in the text, or its extension is lost or another one.
    Wrong,
    /// The form leaves the text as it is, and the user is asked.
    NotFound,
    /// The first number is right, and one of the others is missing.
    Incomplete,
}

/// Pastes a text into the empty field.
pub fn take(tables: &Tables, text: &str, region: Region) -> Option<Taken> {
    let pasted = paste::take(tables, text, region, &[]);
    pasted
        .found
        .then(|| Taken { first: saved(tables, &pasted.text, region), others: others(&pasted) })
}

/// The numbers after the first one.
fn others(pasted: &Pasted) -> Others {
    Others::Some(!pasted.others.is_empty())
}

/// What would be saved of a text in the field.
pub fn saved(tables: &Tables, text: &str, region: Region) -> Option<Expected> {
    match reading::read(tables, text, region, &[]).result {
        ReadingResult::Read(number) if number.impossible.is_none() => {
            Some(Expected { e164: number.e164, extension: number.extension })
        }
        _ => None,
    }
}

/// Compares an answer with the numbers of a text, in their order.
pub fn judge(taken: Option<&Taken>, expected: &[Expected]) -> Verdict {
    let (taken, first, rest) = match (taken, expected) {
        (None, []) => return Verdict::Right,
        (None, _) => return Verdict::NotFound,
        (Some(_), []) => return Verdict::Wrong,
        (Some(taken), [first, rest @ ..]) => (taken, first, rest),
    };
    match &taken.first {
        None => return Verdict::NotFound,
        Some(found) if found != first => return Verdict::Wrong,
        Some(_) => {}
    }
    match taken.others {
        Others::Some(some) if some != rest.is_empty() => Verdict::Right,
        Others::Some(true) => Verdict::Wrong,
        Others::Some(false) => Verdict::Incomplete,
    }
}
