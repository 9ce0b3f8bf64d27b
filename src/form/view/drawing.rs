//! Values that the parts of the form share during a render.

use super::OpenList;
use crate::form::state::State;
use crate::form::state::help::Help;
use crate::form::state::offer::Offer;
use crate::form::text::message_id::MessageId;
use crate::form::text::messages::Texts;
use crate::form::text::notice::Notice;
use crate::form::text::part;
use yew::{AttrValue, Html, html};

/// The state, with the values that more than one element needs.
pub(super) struct Drawing<'a> {
    pub state: &'a State,
    pub list: Option<&'a OpenList>,
    texts: Texts<'a>,
    pub number_error: Option<String>,
    pub extension_error: Option<String>,
    pub help: Help,
    /// The words of the button beside the number.
    pub offer: Option<String>,
    /// Whether a save is in progress or waits for a numbering plan.
    pub saving: bool,
}

impl<'a> Drawing<'a> {
    pub fn new(state: &'a State, list: Option<&'a OpenList>) -> Self {
        let texts = state.texts();
        let say = |notice: &Option<Notice>| notice.as_ref().map(|notice| notice.say(&texts));
        Drawing {
            state,
            list,
            texts,
            number_error: say(&state.errors.number),
            extension_error: say(&state.errors.extension),
            help: state.help(),
            offer: state.offer().map(|offer| words_of_offer(&offer).say(&texts)),
            saving: state.sending.is_some() || state.waits_for_plan,
        }
    }

    pub fn text(&self, text: MessageId) -> &'a str {
        self.texts.get(text)
    }

    pub fn say(&self, notice: &Notice) -> String {
        notice.say(&self.texts)
    }

    pub fn disabled(&self) -> bool {
        self.state.settings.disabled
    }

    pub fn autocomplete(&self, token: &'static str) -> &'static str {
        if self.state.settings.autocomplete { token } else { "off" }
    }

    /// The language of the country names. It may be one that the form has no texts in.
    pub fn locale(&self) -> AttrValue {
        self.state.locale().tag().to_owned().into()
    }

    pub fn has_matches(&self) -> bool {
        self.list.is_some_and(|list| !list.combobox.matches().is_empty())
    }

    /// Renders a notice.
    pub fn notice(&self, notice: &Notice) -> Html {
        sentence_with_number(&self.say(notice), notice.number())
    }
}

fn words_of_offer(offer: &Offer) -> Notice {
    match offer {
        Offer::SaveAnyway(number) => Notice::new(MessageId::SaveAnyway).with("number", number),
        Offer::DidYouMean { number, country } => Notice::new(MessageId::DidYouMean)
            .with("number", number)
            .with_countries("country", &[*country]),
        Offer::PutBack(number) => Notice::new(MessageId::PutBack).with("number", number),
        Offer::Next { number, more: 0 } => Notice::new(MessageId::Next).with("number", number),
        Offer::Next { number, more } => {
            Notice::new(MessageId::NextOfSeveral).with("number", number).with_count("count", *more)
        }
    }
}

/// Renders a text with its own direction. The form may have another one, for example on a page in
/// a language that the form has no texts in.
pub(super) fn sentence(words: &str) -> Html {
    html! { <bdi>{ words }</bdi> }
}

/// Renders a text with a number in it, which stays on one line and is not translated with the page.
pub(super) fn sentence_with_number(words: &str, number: &str) -> Html {
    // A host's own words may be without the number.
    let at = if number.is_empty() { None } else { part::find(words, number) };
    let Some(at) = at else { return sentence(words) };
    let (before, rest) = words.split_at_checked(at).unwrap_or_default();
    let after = rest.get(number.len()..).unwrap_or_default();
    html! {
        <bdi>{ before }<span class="whole" translate="no">{ number }</span>{ after }</bdi>
    }
}

/// The value of a boolean attribute that is always present.
pub(super) fn truth(is_so: bool) -> &'static str {
    if is_so { "true" } else { "false" }
}
