//! HTTP below the routes: connections, CORS, and bodies that break off.

pub mod connection;
pub mod cors;
pub mod cut;

pub use connection::serve;
