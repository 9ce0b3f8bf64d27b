//! The numbering plans, shared by all forms of a page.

use lead_phone_number::{TableError, Tables, Zone};
use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::Rc;

/// The tables of the numbering plans loaded so far. Clones share the same tables.
#[derive(Clone)]
pub struct Plans(Rc<Shared>);

struct Shared {
    tables: RefCell<Tables>,
    /// How often plans were added.
    revision: Cell<u32>,
}

impl Plans {
    /// Gives read access to the tables.
    pub fn ask<T>(&self, question: impl FnOnce(&Tables) -> T) -> T {
        question(&self.0.tables.borrow())
    }

    /// Changes whenever any form of the page adds plans. While it is the same, the tables give
    /// the same answers.
    pub fn revision(&self) -> u32 {
        self.0.revision.get()
    }

    /// Whether a world zone's plans are loaded.
    pub fn has(&self, zone: Zone) -> bool {
        self.ask(|tables| tables.has(zone))
    }

    /// Adds a world zone's plans from its file.
    ///
    /// # Errors
    ///
    /// A [`TableError`] if the file is damaged, truncated or of another version.
    pub fn add(&self, file: &[u8]) -> Result<Zone, TableError> {
        let zone = self.0.tables.borrow_mut().add_zone(file)?;
        self.0.revision.set(self.revision().wrapping_add(1));
        Ok(zone)
    }
}

impl Default for Plans {
    fn default() -> Plans {
        Plans(Rc::new(Shared { tables: RefCell::new(Tables::new()), revision: Cell::new(0) }))
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
