//! The texts that explain a failed save, and where they appear.

use crate::api::answer::{Failure, Kind};
use crate::api::phone::Operation;
use crate::form::state::fields::Field;
use crate::form::text::message_id::MessageId;
use crate::form::text::messages::Texts;
use crate::form::text::notice::{Notice, together};
use crate::form::text::part;

/// The longest part of an API field's name that is shown.
const LONGEST_NAME: usize = 40;

/// The texts for one failure, by place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Explanation {
    /// At the number.
    pub number: Option<Notice>,
    /// At the extension.
    pub extension: Option<Notice>,
    /// At the form.
    pub form: Option<Notice>,
}

impl Explanation {
    /// Explains a failure in the form's own words. The API's texts are for the host.
    pub fn of(failure: &Failure, operation: Operation) -> Explanation {
        let text = match failure.kind {
            Kind::Unauthenticated => MessageId::Unauthenticated,
            Kind::Duplicate => return Explanation::at_number(MessageId::Duplicate),
            Kind::Forbidden => MessageId::Forbidden,
            Kind::NotFound => MessageId::NotFound,
            Kind::MethodNotAllowed => MessageId::MethodNotAllowed,
            Kind::Invalid => return Explanation::of_fields(failure),
            Kind::RateLimited => MessageId::RateLimited,
            Kind::Server => MessageId::Server,
            Kind::Network => MessageId::Network,
            Kind::Timeout => MessageId::Timeout,
            Kind::Unexpected => MessageId::Unexpected,
            Kind::MalformedResponse => MessageId::MalformedResponse,
            Kind::Configuration => MessageId::TokenUnusable,
        };
        let mut notice = Notice::new(text);
        if failure.kind.leaves_a_create_unknown() {
            notice = notice.then(match operation {
                Operation::Create => MessageId::PerhapsSaved,
                Operation::Update => MessageId::EntryKept,
            });
        }
        Explanation { form: Some(notice), ..Explanation::default() }
    }

    fn at_number(text: MessageId) -> Explanation {
        Explanation { number: Some(text.into()), ..Explanation::default() }
    }

    /// A 422: a text at each field that the API names.
    fn of_fields(failure: &Failure) -> Explanation {
        let mut explanation = Explanation::default();
        for (name, _) in failure.errors.iter().flatten() {
            match name.as_str() {
                "number" => explanation.number = Some(MessageId::NumberRefused.into()),
                "extension" => explanation.extension = Some(MessageId::ExtensionRefused.into()),
                // One text is enough to show the user where to look; the event has them all.
                name if explanation.form.is_none() => {
                    explanation.form = Some(
                        Notice::new(MessageId::FieldRefused)
                            .with("field", part::first(name, LONGEST_NAME)),
                    );
                }
                _ => {}
            }
        }
        if explanation == Explanation::default() {
            explanation.form = Some(MessageId::Invalid.into());
        }
        explanation
    }

    /// The first field with an error.
    pub fn first_field(&self) -> Option<Field> {
        if self.number.is_some() {
            Some(Field::Number)
        } else {
            self.extension.as_ref().map(|_| Field::Extension)
        }
    }

    /// All texts together, for the event's `message`.
    pub fn say(&self, texts: &Texts<'_>) -> String {
        let said = |notice: &Option<Notice>| notice.as_ref().map(|notice| notice.say(texts));
        together(&[&said(&self.number), &said(&self.extension), &said(&self.form)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failure(kind: Kind) -> Failure {
        Failure { status: Some(400), ..Failure::unanswered(kind) }
    }

    #[test]
    fn a_duplicate_is_told_at_the_number_and_the_others_at_the_form() {
        let told = Explanation::of(&failure(Kind::Duplicate), Operation::Create);
        assert_eq!(told.say(&Texts::default()), "This lead already has this number.");
        assert_eq!(told.first_field(), Some(Field::Number));
        let told = Explanation::of(&failure(Kind::NotFound), Operation::Update);
        assert!(told.number.is_none() && told.form.is_some());
    }

    #[test]
    fn a_create_that_may_have_been_saved_is_said_so() {
        for kind in [Kind::Network, Kind::Timeout, Kind::Server, Kind::MalformedResponse] {
            let create = Explanation::of(&failure(kind), Operation::Create).say(&Texts::default());
            let update = Explanation::of(&failure(kind), Operation::Update).say(&Texts::default());
            assert!(create.ends_with(Texts::default().get(MessageId::PerhapsSaved)), "{create}");
            assert!(!update.contains(Texts::default().get(MessageId::PerhapsSaved)), "{update}");
        }
        let refused =
            Explanation::of(&failure(Kind::Forbidden), Operation::Create).say(&Texts::default());
        assert!(!refused.contains(Texts::default().get(MessageId::PerhapsSaved)), "{refused}");
    }

    #[test]
    fn a_refusal_is_told_at_each_field_that_it_names() {
        let errors = |names: &[&str]| {
            let errors = names.iter().map(|name| (name.to_string(), vec![])).collect();
            let failure = Failure { errors: Some(errors), ..Failure::unanswered(Kind::Invalid) };
            Explanation::of(&failure, Operation::Create)
        };
        let told = errors(&["number", "extension", "lead_id", "other"]);
        assert_eq!(told.number.as_ref().map(Notice::text), Some(MessageId::NumberRefused));
        assert_eq!(told.extension.as_ref().map(Notice::text), Some(MessageId::ExtensionRefused));
        assert_eq!(
            told.form.as_ref().map(|notice| notice.say(&Texts::default())).as_deref(),
            Some("The CRM didn’t accept “lead_id”. Tell your administrator.")
        );
        assert_eq!(errors(&["extension"]).first_field(), Some(Field::Extension));
        assert_eq!(
            errors(&[]).say(&Texts::default()),
            "The CRM didn’t accept this. Tell your administrator."
        );
    }
}
