//! The numbering plans, shared by all forms of a page.

use lead_phone_number::{TableError, Tables, Zone};
use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

/// The tables of numbering plans that are there so far. A clone is the same tables.
#[derive(Clone)]
pub struct Plans(Rc<RefCell<Tables>>);

impl Plans {
    /// Asks the tables something.
    pub fn ask<T>(&self, question: impl FnOnce(&Tables) -> T) -> T {
        question(&self.0.borrow())
    }

    /// Whether a world zone's plans are there.
    pub fn has(&self, zone: Zone) -> bool {
        self.ask(|tables| tables.has(zone))
    }

    /// Adds a world zone's plans from its file.
    ///
    /// # Errors
    ///
    /// A [`TableError`] where the file is damaged, cut off or of another version.
    pub fn add(&self, file: &[u8]) -> Result<Zone, TableError> {
        self.0.borrow_mut().add_zone(file)
    }
}

impl Default for Plans {
    fn default() -> Plans {
        Plans(Rc::new(RefCell::new(Tables::new())))
    }
}

impl PartialEq for Plans {
    fn eq(&self, other: &Plans) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl fmt::Debug for Plans {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Plans")
    }
}
