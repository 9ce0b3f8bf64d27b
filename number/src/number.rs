//! A phone number, as it was read.

/// A phone number, as [`parse`](crate::parse) makes it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Number {
    pub(super) calling_code: u16,
    /// Which of all codes that is.
    pub(super) code_index: usize,
    pub(super) national: String,
    pub(super) extension: String,
    pub(super) international: bool,
}

impl Number {
    /// The calling code, 1 to 999: 1 of `+1 514 123 4455`.
    #[must_use]
    pub fn calling_code(&self) -> u16 {
        self.calling_code
    }

    /// The national significant number, 2 to 17 ASCII digits, leading zeros included:
    /// `national_significant_number` in libphonenumber.
    #[must_use]
    pub fn national(&self) -> &str {
        &self.national
    }

    /// The extension, up to 20 decimal digits of whatever script they were written in.
    #[must_use]
    pub fn extension(&self) -> Option<&str> {
        Some(&*self.extension).filter(|extension| !extension.is_empty())
    }

    /// The same number without its extension.
    #[must_use]
    pub fn without_extension(mut self) -> Self {
        self.extension.clear();
        self
    }

    /// Whether it was written with a `+` or an exit code, so that the region that it was read for
    /// made no difference.
    #[must_use]
    pub fn was_international(&self) -> bool {
        self.international
    }
}
