//! Columns of bytes, of which the table files are made.

use super::pattern;

/// What went wrong, in words.
pub(super) type Result<T> = std::result::Result<T, String>;

pub(super) fn byte<T: TryInto<u8>>(value: T) -> Result<u8> {
    value.try_into().map_err(|_| "more than a byte holds".to_owned())
}

/// Columns of strings, each of one kind.
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
