//! Compares what the form takes out of a text with what a reader would take.

use crate::draft::Expected;
use lead_phone_form::form::number::paste;
use lead_phone_form::form::number::reading::{self, ReadingResult};
use lead_phone_number::{Region, Tables};

/// What the form takes out of a text.
#[derive(Debug)]
pub struct Taken {
    /// The number that would be saved; `None` if the text in the field is not read as a number.
    pub first: Option<Expected>,
    /// The numbers after it, as they would be saved. `None` is a text that is not read as a
    /// number.
    pub others: Vec<Option<Expected>>,
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
    let first = saved(tables, &pasted.text, region);
    let others = pasted.others.iter().map(|other| saved(tables, other, region)).collect();
    pasted.found.then_some(Taken { first, others })
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
    let is_one = |other: &Option<Expected>| rest.iter().any(|one| Some(one) == other.as_ref());
    match taken.others.iter().all(is_one) {
        false => Verdict::Wrong,
        true if taken.others.iter().flatten().eq(rest) => Verdict::Right,
        true => Verdict::Incomplete,
    }
}

#[test]
fn an_answer_is_right_only_with_every_number_in_its_order() {
    let number = |name: &str| Expected { e164: name.to_owned(), extension: None };
    let [a, b, c] = ["a", "b", "c"].map(number);
    let b_with_extension = Expected { extension: Some("1".to_owned()), ..b.clone() };
    let verdict = |first: &Expected, others: &[&Expected]| {
        let others = others.iter().map(|other| Some((*other).clone())).collect();
        let taken = Taken { first: Some(first.clone()), others };
        judge(Some(&taken), &[a.clone(), b.clone(), c.clone()])
    };
    assert_eq!(verdict(&a, &[&b, &c]), Verdict::Right);
    assert_eq!(verdict(&a, &[&c, &b]), Verdict::Incomplete);
    assert_eq!(verdict(&a, &[&c]), Verdict::Incomplete);
    assert_eq!(verdict(&a, &[&b_with_extension, &c]), Verdict::Wrong);
    assert_eq!(verdict(&a, &[&a, &b, &c]), Verdict::Wrong);
    assert_eq!(verdict(&b, &[&a, &c]), Verdict::Wrong);
    assert_eq!(judge(None, &[a]), Verdict::NotFound);
    assert_eq!(judge(None, &[]), Verdict::Right);
}
