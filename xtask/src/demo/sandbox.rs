//! Runs the sandbox inside the demo, or in the background of tests.

use std::net::Ipv4Addr;
use std::thread::JoinHandle;

use anyhow::{Context as _, Result};
use lead_phone_sandbox::{Database, Options, Revision, Sandbox};
use tokio::net::TcpListener;
use tokio::sync::oneshot;

/// Opens a sandbox with the default token.
///
/// # Errors
///
/// If the database cannot be opened. The error says what to do.
pub fn open(database: Database, revision: Revision) -> Result<Sandbox> {
    let name = database.to_string();
    Sandbox::open(Options::new(database).with_revision(revision)).with_context(|| {
        format!("the sandbox's database {name} cannot be opened: move it away, or name another with `--db`")
    })
}

/// A sandbox that runs in the background until it is dropped.
#[derive(Debug)]
pub struct Running {
    origin: String,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Running {
    /// Starts a sandbox on a free port, with its database in memory.
    ///
    /// # Errors
    ///
    /// If the operating system gives no port or thread.
    pub fn start() -> Result<Self> {
        let sandbox = open(Database::Memory, Revision::default())?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let listener = runtime.block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0)))?;
        let origin = format!("http://{}", listener.local_addr()?);
        let (stop, stopped) = oneshot::channel();
        let thread = std::thread::spawn(move || {
            let stopped = async {
                // Dropping the sender stops the sandbox too.
                let _ = stopped.await;
            };
            let served = lead_phone_sandbox::serve(listener, sandbox.router(), stopped);
            if let Err(error) = runtime.block_on(served) {
                eprintln!("error: the sandbox stopped: {error}");
            }
        });
        Ok(Self { origin, stop: Some(stop), thread: Some(thread) })
    }

    /// Its origin, such as `http://127.0.0.1:40123`.
    pub fn origin(&self) -> &str {
        &self.origin
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // The thread has already printed its error.
            let _ = thread.join();
        }
    }
}
