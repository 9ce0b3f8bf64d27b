//! The lead-phones API of a CRM, for real, on SQLite: for the demo, the tests and integrators.
//!
//! Everything a client can see is the API's own: answers, their order, what is stored, what a
//! browser on another origin needs. Beside it, under `/sandbox`, a test or a person reads what is
//! stored and orders what goes wrong next.
//!
//! ```no_run
//! use lead_phone_sandbox::{Database, Options, Sandbox};
//!
//! # async fn run() -> Result<(), Box<dyn std::error::Error>> {
//! let sandbox = Sandbox::open(Options::new(Database::File("target/sandbox.db".into())))?;
//! let listener = tokio::net::TcpListener::bind("127.0.0.1:8081").await?;
//! lead_phone_sandbox::serve(listener, sandbox.router(), std::future::pending()).await?;
//! # Ok(())
//! # }
//! ```

mod api;
mod control;
mod error;
mod http;
mod options;
mod store;

use std::sync::Arc;

use axum::Router;

pub use error::Error;
pub use http::serve;
pub use options::{Database, Options, Revision, UnknownRevision};

/// A lead-phones API with its database.
///
/// Clones share the database, the orders at `/sandbox/faults` and the list of requests.
#[derive(Clone)]
pub struct Sandbox {
    state: Arc<State>,
}

/// What the handlers share.
struct State {
    store: store::Store,
    token: String,
    revision: Revision,
    faults: control::Faults,
    requests: control::Requests,
}

type Shared = Arc<State>;

impl Sandbox {
    /// Opens the database, creating it, its folder and its leads if they are not there.
    ///
    /// # Errors
    ///
    /// When the token is empty, or the database cannot be opened, belongs to another program or
    /// to a newer version of this one. The database is left as it was.
    pub fn open(options: Options) -> Result<Self, Error> {
        if options.token.is_empty() {
            return Err(Error::EmptyToken);
        }
        let store = store::Store::open(&options.database)?;
        Ok(Self {
            state: Arc::new(State {
                store,
                token: options.token,
                revision: options.revision,
                faults: control::Faults::default(),
                requests: control::Requests::default(),
            }),
        })
    }

    /// The routes under `/api/v2` and `/sandbox`, to be served alone or merged with others.
    ///
    /// Serve them with [`serve`], or a dropped connection cannot be ordered.
    pub fn router(&self) -> Router {
        api::router(&self.state).merge(control::router(&self.state))
    }
}
