//! The credential for the `Authorization` header, in a type that never prints it.

use std::fmt;

/// The scheme of the `Authorization` header, before the token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scheme {
    /// `Bearer`, the specification's OAuth 2.
    #[default]
    Bearer,
    /// `Basic`; the token is already the base64 of `user:password`.
    Basic,
}

/// The word of the scheme [`Scheme::Bearer`], and the space after it.
const BEARER: &str = "Bearer ";

/// A token that can be sent in a header.
///
/// It has no accessor, and its `Debug` prints no part of it. `Token::authorization` is the only
/// way to read it.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

/// Why a text cannot be a token. The error never contains the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenError {
    /// There is no token, or an empty one.
    Missing,
    /// It has a character that the form does not send in a header: a line break, another control
    /// character, or a character outside ASCII.
    Unsendable,
}

impl Token {
    /// Makes a token from a text, without the white space around it, a byte order mark, and the word
    /// `Bearer` that some servers put before it.
    ///
    /// # Errors
    ///
    /// [`TokenError`] if nothing is left, or if a character is neither visible ASCII nor a space
    /// (see RFC 9110, section 5.5).
    pub fn new(text: &str) -> Result<Token, TokenError> {
        let text = trimmed(text);
        let text = match text.split_at_checked(BEARER.len()) {
            Some((word, token)) if word.eq_ignore_ascii_case(BEARER) => trimmed(token),
            _ => text,
        };
        if text.is_empty() {
            Err(TokenError::Missing)
        } else if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
            Ok(Token(text.to_owned()))
        } else {
            Err(TokenError::Unsendable)
        }
    }

    /// The header's value.
    pub(super) fn authorization(&self, scheme: Scheme) -> String {
        let scheme = match scheme {
            Scheme::Bearer => BEARER,
            Scheme::Basic => "Basic ",
        };
        [scheme, &self.0].concat()
    }
}

/// A text without white space and byte order marks around it. A file that a server prints often ends
/// with a line break.
fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}')
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_visible_ascii() {
        assert_eq!(Token::new(" abc ").unwrap().authorization(Scheme::Bearer), "Bearer abc");
        for text in ["abc\n", "\u{feff}abc\r\n", "Bearer abc", "\tbearer  abc ", "\u{a0}abc"] {
            assert_eq!(Token::new(text).unwrap().authorization(Scheme::Bearer), "Bearer abc");
        }
        assert_eq!(Token::new("bearer ").unwrap().authorization(Scheme::Bearer), "Bearer bearer");
        assert_eq!(Token::new("dTpw").unwrap().authorization(Scheme::Basic), "Basic dTpw");
        assert_eq!(Token::new("  "), Err(TokenError::Missing));
        for text in ["a\nb", "a\r\nX-Header: b", "clé", "a\u{7f}", "a\tb", "\u{0}"] {
            assert_eq!(Token::new(text), Err(TokenError::Unsendable), "{text:?}");
        }
    }

    #[test]
    fn debug_prints_no_part_of_it() {
        let printed = format!("{:?} {:?}", Token::new("secret-marker"), Token::new("secret\n"));
        assert!(!printed.contains("secret"), "{printed}");
    }
}
