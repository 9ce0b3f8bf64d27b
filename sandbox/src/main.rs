//! Serves the sandbox alone, for those who try their own page or program against it.

use std::{
    io::{self, Write},
    net::{IpAddr, Ipv4Addr},
    process::ExitCode,
};

use lead_phone_sandbox::{Database, Options, Revision, Sandbox};
use tokio::{net::TcpListener, signal};

const USAGE: &str = "\
Serves the lead-phones API on SQLite.

Usage: lead-phone-sandbox [options]

  --host ADDRESS   address to listen on (127.0.0.1)
  --port N         port to listen on, 0 for any that is free (8081)
  --db FILE        database file, or :memory: (target/lead-phone-sandbox.db)
  --token TOKEN    token that clients send (sandbox-token)
  --revision YEAR  revision of the API: 2018 or 2020 (2018)
  --help           this text
";

const DEFAULT_DATABASE: &str = "target/lead-phone-sandbox.db";

type AnyError = Box<dyn std::error::Error + Send + Sync>;

struct Arguments {
    host: IpAddr,
    port: u16,
    options: Options,
}

#[tokio::main]
async fn main() -> ExitCode {
    let result = match read_arguments() {
        Ok(Some(arguments)) => run(arguments).await,
        Ok(None) => write!(io::stdout(), "{USAGE}").map_err(Into::into),
        // Its text has that of its cause already.
        Err(error) => Err(error.to_string().into()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // What caused the cause says the same again, in SQLite's case.
            match error.source() {
                Some(source) => eprintln!("lead-phone-sandbox: {error}: {source}"),
                None => eprintln!("lead-phone-sandbox: {error}"),
            }
            ExitCode::FAILURE
        }
    }
}

/// `None` if only the usage is asked for.
fn read_arguments() -> Result<Option<Arguments>, lexopt::Error> {
    use lexopt::prelude::*;

    let mut host = IpAddr::V4(Ipv4Addr::LOCALHOST);
    let mut port = 8081;
    let mut options = Options::new(Database::File(DEFAULT_DATABASE.into()));
    let mut parser = lexopt::Parser::from_env();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("host") => host = parser.value()?.parse()?,
            Long("port") => port = parser.value()?.parse()?,
            Long("db") => options.database = Database::from_argument(parser.value()?),
            // lexopt's own error would repeat the value.
            Long("token") => {
                options.token =
                    parser.value()?.into_string().map_err(|_| "the token is no text")?;
            }
            Long("revision") => options.revision = parser.value()?.parse::<Revision>()?,
            Short('h') | Long("help") => return Ok(None),
            _ => return Err(argument.unexpected()),
        }
    }
    Ok(Some(Arguments { host, port, options }))
}

async fn run(Arguments { host, port, options }: Arguments) -> Result<(), AnyError> {
    let database = options.database.clone();
    let sandbox = Sandbox::open(options)?;
    let listener = TcpListener::bind((host, port))
        .await
        .map_err(|error| format!("cannot listen on {host} port {port}: {error}"))?;
    let address = listener.local_addr()?;
    writeln!(io::stdout(), "lead-phones API: http://{address}/api/v2 (database: {database})")?;
    lead_phone_sandbox::serve(listener, sandbox.router(), interrupted()).await?;
    Ok(())
}

/// Over at the first Ctrl-C or request to terminate. From then on another ends the program at
/// once, for those who do not want to wait for a request that hangs.
async fn interrupted() {
    signal_received().await;
    eprintln!("finishing the requests in flight; once more to end now");
    tokio::spawn(async {
        signal_received().await;
        std::process::exit(130);
    });
}

async fn signal_received() {
    let interrupt = async {
        // Without the handler, the system's own ends the program.
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
