//! The columns of bytes that the table files consist of.

use super::pattern;

/// A result whose error is a sentence.
pub(super) type Result<T> = std::result::Result<T, String>;

pub(super) fn byte<T: TryInto<u8>>(value: T) -> Result<u8> {
    value.try_into().map_err(|_| "more than a byte holds".to_owned())
}

/// Columns of strings, one column for each kind of string.
#[derive(Default)]
pub(super) struct Strings {
    pub(super) columns: Vec<Vec<u8>>,
}

impl Strings {
    pub(super) fn push(&mut self, kind: usize, text: &[u8]) {
        if self.columns.len() <= kind {
            self.columns.resize(kind + 1, Vec::new());
        }
        if let Some(column) = self.columns.get_mut(kind) {
            column.extend(text);
            column.push(pattern::END);
        }
    }
}
