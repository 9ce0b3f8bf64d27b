//! Serves the sandbox alone, for developers who test their own page or program against it.

use std::{
    io::{self, Write},
    net::{IpAddr, Ipv4Addr},
    path::PathBuf,
    process::ExitCode,
};

use clap::Parser as _;
use lead_phone_sandbox::{Database, Options, Revision, Sandbox};
use tokio::{net::TcpListener, signal};

type AnyError = Box<dyn std::error::Error + Send + Sync>;

/// Serves the lead-phones API on SQLite
#[derive(clap::Parser)]
#[command(name = "lead-phone-sandbox")]
struct Arguments {
    /// Address to listen on
    #[arg(long, value_name = "ADDRESS", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    host: IpAddr,
    /// Port to listen on, 0 for any that is free
    #[arg(long, value_name = "N", default_value_t = 8081)]
    port: u16,
    /// Database file, or :memory:
    #[arg(long, value_name = "FILE", default_value = "target/lead-phone-sandbox.db")]
    db: PathBuf,
    /// Token that clients send
    #[arg(long, default_value = Options::DEFAULT_TOKEN)]
    token: String,
    /// Revision of the API: 2018 or 2020
    #[arg(long, value_name = "YEAR", default_value = "2018")]
    revision: Revision,
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Only one cause: SQLite's error repeats its message in its own cause.
            match error.source() {
                Some(source) => eprintln!("lead-phone-sandbox: {error}: {source}"),
                None => eprintln!("lead-phone-sandbox: {error}"),
            }
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> Result<(), AnyError> {
    let Arguments { host, port, db, token, revision } = arguments;
    let database = Database::from_argument(db);
    let options = Options::new(database.clone()).with_token(token).with_revision(revision);
    let sandbox = Sandbox::open(options)?;
    let listener = TcpListener::bind((host, port))
        .await
        .map_err(|error| format!("cannot listen on {host} port {port}: {error}"))?;
    let address = listener.local_addr()?;
    writeln!(io::stdout(), "lead-phones API: http://{address}/api/v2 (database: {database})")?;
    lead_phone_sandbox::serve(listener, sandbox.router(), interrupted()).await?;
    Ok(())
}

/// Completes at the first Ctrl-C or SIGTERM. A second one ends the program at once, without waiting
/// for a request that hangs.
async fn interrupted() {
    signal_received().await;
    eprintln!("finishing the requests in flight; press Ctrl-C again to end now");
    tokio::spawn(async {
        signal_received().await;
        std::process::exit(130);
    });
}

async fn signal_received() {
    let interrupt = async {
        // If the handler cannot be installed, the signal itself ends the program.
        if signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminate = async {
        match signal::unix::signal(signal::unix::SignalKind::terminate()) {
            Ok(mut signals) => _ = signals.recv().await,
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = terminate => {}
    }
}
