//! An ordered fault that waits for its answers.

use std::sync::Arc;

use super::fault::Fault;

/// A fault, and the number of answers that it still applies to.
pub struct Pending {
    pub times: u32,
    pub fault: Arc<Fault>,
}
