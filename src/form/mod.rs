//! The form: its state, its texts and its rendering.
//!
//! | module | what it does |
//! | --- | --- |
//! | [`state`] | holds everything that the form knows; one pure function changes it |
//! | [`number`] | edits, formats and reads the number in its field |
//! | [`country`] | lists the countries and searches them |
//! | [`text`] | has every text in every language |
//! | [`view`] | renders the state with Yew |
//! | [`controller`] | turns events into actions and carries out effects |

pub mod controller;
pub mod country;
pub mod number;
pub mod state;
pub mod text;
pub mod view;
