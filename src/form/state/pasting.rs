//! Applies a paste: the number in it, and the numbers that come after.

use super::State;
use crate::form::number::caret;
use crate::form::number::paste::{self, NextNumbers, Pasted};
use crate::form::number::reading::ReadingResult;
use crate::form::text::message_id::MessageId;
use crate::form::text::notice::Notice;
use crate::form::text::part;
use std::rc::Rc;

/// A pasted text, until the plans that it may need are loaded.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct KeptPaste {
    /// The text as it was pasted.
    text: String,
    /// The number that the field shows since then. An edit makes it another one.
    shown: String,
    /// The extension that its field shows since then.
    extension: String,
}

impl State {
    /// Finds the number in a text.
    pub(in crate::form) fn take_number_of(&self, text: &str) -> Pasted {
        let country = self.country();
        let mut pasted =
            self.plans.ask(|tables| paste::take(tables, text, country, &self.unavailable));
        // If the host refuses the first number for its country, one that it allows comes first.
        if !self.is_allowed_text(&pasted.text)
            && let Some(at) = pasted.others.iter().position(|other| self.is_allowed_text(other))
        {
            let allowed = pasted.others.remove(at);
            pasted.others.insert(0, std::mem::replace(&mut pasted.text, allowed));
        }
        pasted
    }

    /// Applies a paste: the number is complete, and a text that cannot be read shows an error.
    pub(in crate::form) fn pasted(&mut self, pasted: Pasted) {
        let Pasted { text, found, others, left_out, whole } = pasted;
        if whole {
            // A whole paste is another number, even if it shares digits with the previous one.
            self.take_moved_extension_back();
            self.next = Rc::default();
        }
        self.put_number(text.clone());
        self.number_left();
        self.tell_of_paste(text, others, left_out);
        self.unread_paste = None;
        if !found {
            // The number engine may read a number in it that is none.
            self.unread_paste = Some(self.fields.number.clone()).filter(|_| whole);
            let why = match &self.reading().result {
                ReadingResult::Refused(text) => Some(*text),
                ReadingResult::Read(number) if whole => {
                    number.impossible.or(Some(MessageId::NothingPasted))
                }
                ReadingResult::Read(number) => number.impossible,
                _ => None,
            };
            let is_number = caret::significant(&self.fields.number).is_some();
            let why = why.map(|text| if is_number { text } else { MessageId::NothingPasted });
            self.errors.number = why.map(|text| self.refusal(text));
        }
    }

    /// Says what a paste has beside its first number, and keeps the other numbers.
    fn tell_of_paste(&mut self, first: String, others: Vec<String>, left_out: Option<String>) {
        let mut told = None;
        if !others.is_empty() {
            let count = others.len() as u32 + 1;
            let notice = Notice::new(MessageId::SeveralPasted).with("number", first);
            told = Some(notice.with_count("count", count));
            let country = Some(self.country());
            self.next = Rc::new(NextNumbers { numbers: others, country });
        }
        if let Some(left_out) = left_out {
            let text = MessageId::LeftOut;
            let notice = told.map_or_else(|| text.into(), |told| told.then(text));
            told = Some(notice.with("text", left_out));
        }
        if told.is_some() {
            self.status = told;
        }
    }

    /// Says what of a long text was not read.
    pub(super) fn tell_of_rest(&mut self, rest: &str) {
        if !rest.is_empty() {
            let text = MessageId::LeftOut;
            let told = self.status.take().map_or_else(|| text.into(), |told| told.then(text));
            self.status =
                Some(told.with("text", [part::first(rest.trim_ascii(), 20), "…"].concat()));
        }
    }

    /// Keeps a pasted text while plans are being loaded: it may be another number with them.
    pub(super) fn keep_paste(&mut self, text: &str) {
        self.kept_paste = (!self.asked_for.is_empty()).then(|| KeptPaste {
            text: text.to_owned(),
            shown: self.fields.number.clone(),
            extension: self.fields.extension.clone(),
        });
    }

    /// Reads a kept paste again, with the plans that are there now. Returns whether its number is
    /// still the one that was shown. `None` if there is no paste, or if it was edited.
    pub(super) fn paste_again(&mut self) -> Option<bool> {
        let KeptPaste { text, shown, extension } = self.kept_paste.take()?;
        if shown != self.fields.number {
            return None;
        }
        // Its plan may drop a digit: the zero of `+44 (0)20`.
        let number = self.e164();
        let edited = Some(self.fields.extension.clone()).filter(|edited| *edited != extension);
        let pasted = self.take_number_of(&text);
        self.pasted(pasted);
        if let Some(extension) = edited {
            self.edit_extension(extension);
            self.write_fields();
        }
        self.keep_paste(&text);
        let is_same = caret::is_same_number(&shown, &self.fields.number);
        Some(is_same || number.is_some() && number == self.e164())
    }

    /// The number in E.164, if it can be read.
    fn e164(&self) -> Option<String> {
        match &self.reading().result {
            ReadingResult::Read(number) => Some(number.e164.clone()),
            _ => None,
        }
    }

    /// Takes the number out of a typed text with words around it, or with an extension in a form
    /// that the number engine does not know.
    ///
    /// A text with anything else that a user could miss stays as it is, except at a submit: then
    /// the form says what was left out, and this returns true. If it were said earlier, the
    /// same press of Enter or of the button, which leaves the field first, would send the number.
    pub(super) fn take_out_number(&mut self, is_submit: bool) -> bool {
        let text = &self.fields.number;
        // After a whole number, a slash begins something else, even if all digits together are a
        // number too.
        let has_slash = caret::has_whole_number_before_slash(text);
        let is_plain = caret::significant(text).is_some();
        if !has_slash && (is_plain || !self.is_refused()) {
            return false;
        }
        let Pasted { text, found, others, left_out, .. } = self.take_number_of(text);
        if !found {
            return false;
        }
        let has_more = left_out.is_some() || !others.is_empty();
        if has_more && !is_submit {
            return false;
        }
        self.fields.number = text.clone();
        self.errors.number = None;
        self.write_fields();
        self.read_again();
        self.tell_of_paste(text, others, left_out);
        has_more
    }
}
