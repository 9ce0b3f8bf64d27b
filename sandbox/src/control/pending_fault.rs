//! A fault that was ordered and waits for its answers.

use std::sync::Arc;

use super::fault::Fault;

/// A fault and how many answers it is still for.
pub struct Pending {
    pub times: u32,
    pub fault: Arc<Fault>,
}
