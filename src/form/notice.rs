//! Something that the form says, kept apart from its words.

use super::texts::Text;

/// A text and the values that belong into it. Kept in the state in place of the words,
/// so that they can be said in another language at any time.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    text: Text,
    values: Vec<(&'static str, String)>,
    /// Said after it.
    then: Option<Text>,
}

impl Notice {
    /// A notice with no value in it yet.
    pub fn new(text: Text) -> Notice {
        Notice { text, values: Vec::new(), then: None }
    }

    /// With `value` where the text has `{name}`.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Notice {
        self.values.push((name, value.into()));
        self
    }

    /// With another sentence after it.
    pub fn then(mut self, text: Text) -> Notice {
        self.then = Some(text);
        self
    }

    /// Which text it is.
    pub fn text(&self) -> Text {
        self.text
    }

    /// The words.
    pub fn say(&self) -> String {
        let mut words = fill(self.text.english(), &self.values);
        if let Some(then) = self.then {
            words.push(' ');
            words.push_str(then.english());
        }
        words
    }
}

impl From<Text> for Notice {
    fn from(text: Text) -> Notice {
        Notice::new(text)
    }
}

/// Puts the values where the text has their names in braces. One pass, so that a value
/// that has braces itself stays as it is.
fn fill(text: &str, values: &[(&'static str, String)]) -> String {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let value = after
            .split_once('}')
            .and_then(|(name, after)| values.iter().find(|v| v.0 == name).map(|v| (&v.1, after)));
        match value {
            Some((value, after)) => {
                filled.push_str(value);
                rest = after;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_go_where_their_names_are() {
        let notice = Notice::new(Text::SettingUnreadable)
            .with("setting", "lead-id")
            .with("value", "{setting}");
        assert_eq!(
            notice.say(),
            "This form is not set up correctly: lead-id cannot be “{setting}”."
        );
    }

    #[test]
    fn braces_without_a_value_stay() {
        let values = [("a", "1".to_owned())];
        assert_eq!(fill("{a}{b}{ {a", &values), "1{b}{ {a");
        assert_eq!(fill("", &values), "");
    }

    #[test]
    fn a_second_sentence_follows() {
        let notice = Notice::new(Text::Duplicate).then(Text::PerhapsSaved);
        assert_eq!(
            notice.say(),
            "This number is already on this lead. The phone may have been saved all the same."
        );
    }
}
