//! A parsed phone number.

/// A phone number, as [`parse`](crate::parse) returns it.
///
/// ```
/// use lead_phone_number::{Tables, parse};
///
/// let number = parse(&Tables::new(), "+1 514 123 4455 ext. 12", None)?;
/// assert_eq!(number.calling_code(), 1);
/// assert_eq!(number.national(), "5141234455");
/// assert_eq!(number.extension(), Some("12"));
/// assert!(number.was_international());
/// assert_eq!(number.without_extension().extension(), None);
/// # Ok::<(), lead_phone_number::ParseError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Number {
    pub(super) calling_code: u16,
    /// The index of the calling code in the list of all calling codes.
    pub(super) code_index: usize,
    pub(super) national: String,
    pub(super) extension: String,
    pub(super) international: bool,
}

impl Number {
    /// The calling code, 1 to 999. It is 1 for `+1 514 123 4455`.
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

    /// The extension, up to 20 decimal digits in the script that they were written in.
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

    /// Whether it was written with a `+` or an exit code. Then its own calling code chose the
    /// numbering plan, not the region that it was read for.
    #[must_use]
    pub fn was_international(&self) -> bool {
        self.international
    }
}
