//! A working lead-phones API of a CRM on SQLite, for the demo, the tests and integrators.
//!
//! A client sees the API's own behaviour: the answers, the order of the checks, the stored data and
//! the CORS headers. In addition, under `/sandbox`, a test or a person can read the stored data and
//! order faults for the next answers.
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

/// The state that the handlers share.
struct State {
    store: store::Store,
    token: String,
    revision: Revision,
    faults: control::Faults,
    requests: control::Requests,
}

type Shared = Arc<State>;

impl Sandbox {
    /// Opens the database. Creates it, its folder and its leads if they do not exist.
    ///
    /// # Errors
    ///
    /// If the token is empty, or if the database cannot be opened, or belongs to another program or
    /// to a newer version of this one. The database is not changed then.
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

    /// The routes under `/api/v2` and `/sandbox`, to serve alone or to merge with others.
    ///
    /// Serve them with [`serve`], so that faults can drop connections.
    pub fn router(&self) -> Router {
        api::router(&self.state).merge(control::router(&self.state))
    }
}
