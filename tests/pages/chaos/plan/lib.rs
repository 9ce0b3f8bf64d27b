//! What a run of chaos does: steps drawn from a seed, and the search for the fewest of them that fail.
//!
//! It needs no browser, so its tests run on this machine. The page test `chaos` carries the steps out.

mod draw;
mod shrink;
mod step;

pub use draw::draw;
pub use shrink::Shrinking;
pub use step::{ANSWERS, FORMS, Fill, HOST, MUTATIONS, PRESSES, REPLACED, Step, WAYS, What};
