//! The lead-phones API on SQLite, for the demo, the tests and integrators.
