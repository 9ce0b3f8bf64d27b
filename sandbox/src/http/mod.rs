//! What lies between the routes and the network.

pub mod connection;
pub mod cors;
pub mod cut;

pub use connection::serve;
