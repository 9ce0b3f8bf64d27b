//! Keys, as the events that the browser takes.

use chromiumoxide::cdp::browser_protocol::input::{DispatchKeyEventParams, DispatchKeyEventType};

/// A key.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Key {
    /// The key that types this character.
    Character(char),
    /// Deletes the character before the caret.
    Backspace,
    /// Moves the caret by a character.
    Left,
    /// Submits the form.
    Enter,
}

impl Key {
    /// The keys that type a text.
    pub(crate) fn of(text: &str) -> Vec<Self> {
        text.chars().map(Self::Character).collect()
    }

    /// The events of the key's press and of its release.
    pub(crate) fn events(self) -> [DispatchKeyEventParams; 2] {
        let (name, code, number, text) = match self {
            Self::Character(character) => {
                let prefix = if character.is_ascii_digit() { "Digit" } else { "" };
                let typed = character.to_string();
                let code = format!("{prefix}{character}");
                (typed.clone(), code, i64::from(u32::from(character)), Some(typed))
            }
            Self::Backspace => ("Backspace".to_owned(), "Backspace".to_owned(), 8, None),
            Self::Left => ("ArrowLeft".to_owned(), "ArrowLeft".to_owned(), 37, None),
            Self::Enter => ("Enter".to_owned(), "Enter".to_owned(), 13, Some("\r".to_owned())),
        };
        let event = |kind| DispatchKeyEventParams {
            key: Some(name.clone()),
            code: Some(code.clone()),
            windows_virtual_key_code: Some(number),
            ..DispatchKeyEventParams::new(kind)
        };
        let down = DispatchKeyEventParams { text, ..event(DispatchKeyEventType::KeyDown) };
        [down, event(DispatchKeyEventType::KeyUp)]
    }
}
