//! `cargo xtask demo`: the demo page, the widget and the sandbox on one address.

mod changes;
mod docs;
mod locales;
mod numbers;
pub mod sandbox;
mod site;
mod watch;

use std::future::poll_fn;
use std::io::{ErrorKind, Write as _};
use std::net::Ipv4Addr;
use std::path::PathBuf;
use std::sync::Arc;
use std::task::Poll;

use anyhow::{Context as _, Result, bail};
use tokio::net::TcpListener;

use crate::widget::{self, Bundle, Profile};
use crate::workspace;
use lead_phone_sandbox::{Database, Revision};

/// The options of `cargo xtask demo`.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The port; 0 takes a free one
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// The sandbox's database: a file, or :memory: for none; by default target/sandbox.db
    #[arg(long, value_name = "FILE")]
    db: Option<PathBuf>,
    /// The revision of the API that the sandbox speaks, 2018 or 2020
    #[arg(long, value_name = "YEAR", default_value = "2018")]
    revision: Revision,
    /// Build the widget as it ships, except for the steps that need Node
    #[arg(long)]
    release: bool,
    /// Build once, and do not reload the page when a file changes
    #[arg(long)]
    no_watch: bool,
    /// Serve the widget that is in this folder instead of building it
    #[arg(long, hide = true, value_name = "FOLDER")]
    built: Option<PathBuf>,
}

impl Options {
    fn database(&self) -> Database {
        let file = self.db.clone().unwrap_or_else(|| workspace::made("sandbox.db"));
        Database::from_argument(file)
    }
}

/// Serves the demo until it is interrupted.
///
/// # Errors
///
/// If the port is taken, the database cannot be opened, or, without watching,
/// the widget does not compile.
pub fn run(options: &Options) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    // Before the build, so that a port in use is reported at once.
    let listener = runtime.block_on(listen(options.port))?;
    let sandbox = sandbox::open(options.database(), options.revision)?;

    let profile = if options.release { Profile::Release } else { Profile::Dev };
    let watched = !options.no_watch && options.built.is_none();
    // Before the build, so that a file that changes meanwhile triggers another build.
    let watcher = watched.then(watch::Watcher::start).transpose()?;
    let bundle = match &options.built {
        Some(folder) => Bundle::read(folder)?,
        None => match first_build(profile) {
            Ok(bundle) => bundle,
            Err(error) if watched => {
                eprintln!(
                    "error: {error:#}\nThe page is served without the widget until this is fixed."
                );
                Bundle::default()
            }
            Err(error) => return Err(error),
        },
    };

    let site = Arc::new(site::Site::new(bundle, watched));
    let docs = docs::Docs::new();
    if let Some(watcher) = watcher {
        let (site, docs) = (Arc::clone(&site), Arc::clone(&docs));
        std::thread::spawn(move || watch::rebuild(&site, &docs, &watcher, || build(profile)));
    }
    // Otherwise they are built when they are first asked for.
    let begins_with_docs = options.built.is_none();
    runtime.block_on(serve(listener, &sandbox, &site, &docs, begins_with_docs))
}

fn first_build(profile: Profile) -> Result<Bundle> {
    eprintln!("Building the widget, which takes a minute or two the first time.");
    build(profile)
}

fn build(profile: Profile) -> Result<Bundle> {
    widget::build(profile).map(|(bundle, _)| bundle)
}

async fn listen(port: u16) -> Result<TcpListener> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await {
        Ok(listener) => Ok(listener),
        Err(error) if error.kind() == ErrorKind::AddrInUse => bail!(
            "port {port} is in use, perhaps by another demo: stop that one, or take another port \
             with `--port {}`, or any free one with `--port 0`",
            port.checked_add(1).unwrap_or(8080)
        ),
        Err(error) => Err(error).with_context(|| {
            format!("nothing can listen on port {port}: take another with `--port`")
        }),
    }
}

async fn serve(
    listener: TcpListener,
    sandbox: &lead_phone_sandbox::Sandbox,
    site: &Arc<site::Site>,
    docs: &Arc<docs::Docs>,
    begins_with_docs: bool,
) -> Result<()> {
    let documents = docs::router(Arc::clone(docs));
    let router = sandbox.router().merge(site::router(Arc::clone(site), documents));
    let mut interruption = Box::pin(interrupted());
    // Polled once, so that the signal handlers are installed before the address is printed: a
    // program that reads the address may stop this one at once.
    poll_fn(|context| {
        let _ = interruption.as_mut().poll(context);
        Poll::Ready(())
    })
    .await;
    announce(&listener)?;
    if begins_with_docs {
        docs.begin();
    }
    let stopped = {
        let site = Arc::clone(site);
        async move {
            interruption.await;
            eprintln!("Stopping after the requests in flight are answered.");
            site.close();
            tokio::spawn(async {
                interrupted().await;
                std::process::exit(130);
            });
        }
    };
    lead_phone_sandbox::serve(listener, router, stopped).await?;
    Ok(())
}

/// Prints the address on a line of its own, for people and for programs.
fn announce(listener: &TcpListener) -> Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "http://{}/", listener.local_addr()?)?;
    out.flush()?;
    Ok(())
}

/// Waits for Ctrl-C, or for the signal that service managers send.
async fn interrupted() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminated) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = terminated.recv() => {}
            }
            return;
        }
    }
    // If no handler can be installed, wait forever. The signal itself then ends the program.
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
