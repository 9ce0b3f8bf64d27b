//! The hidden command that runs a browser's WebDriver until its input ends. A
//! process that needs a browser starts this command. However that process ends,
//! its end of the pipe closes, so no driver and no browser is left behind.
//!
//! Each session has its own driver, because the drivers of Firefox and WebKit
//! support only one session at a time.

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::Stdio;
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

use super::display::Display;
use super::group::Group;
use super::{Browser, Installed};
use crate::process;

const STARTS_WITHIN: Duration = Duration::from_secs(30);

/// The options of `cargo xtask web-driver`.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The browser's name, such as Firefox
    browser: String,
}

/// Starts the driver, writes its address as one line, and ends it when the
/// input ends.
///
/// # Errors
///
/// If the browser is not installed, or its driver ends or stays silent.
pub fn run(options: &Options) -> Result<()> {
    let browser = Browser::named(&options.browser)?;
    let installed = browser.find().with_context(|| format!("{} is not installed", browser.name))?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let serving = Serving::start(&installed)?;
    println!("{}", serving.url);
    std::io::stdout().flush()?;
    runtime.block_on(async {
        // Ctrl-C on a terminal reaches this process too. Then the process that
        // holds the input ends by itself, and this one ends the driver.
        tokio::select! {
            _ = tokio::task::spawn_blocking(|| std::io::stdin().read_to_end(&mut Vec::new())) => {}
            _ = tokio::signal::ctrl_c() => {}
        }
    });
    drop(serving);
    // A blocking read of the input may still run, and it cannot be cancelled.
    runtime.shutdown_background();
    Ok(())
}

/// A driver on a port of its own, and its display.
struct Serving {
    // The fields are dropped in this order, so the browser ends before its display.
    driver: Group,
    _display: Option<Display>,
    url: String,
}

impl Serving {
    fn start(installed: &Installed) -> Result<Self> {
        let browser = installed.browser;
        // This port was free a moment ago. A driver cannot choose a port and report it.
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let mut command = process::command(&installed.driver);
        command.args(browser.arguments).arg(format!("{}{port}", browser.port));
        // Without a desktop, browsers fill the output with warnings.
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let display = browser.needs_display.then(Display::start).transpose()?;
        if let Some(display) = &display {
            display.show(&mut command);
        }
        let driver = Group::start(&mut command)?;
        let url = format!("http://127.0.0.1:{port}");
        let mut serving = Self { driver, _display: display, url };

        let started = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if let Some(status) = serving.driver.ended()? {
                let line = process::line(&command);
                bail!("`{line}` ended at once ({status}); run it by hand to see why");
            }
            if started.elapsed() > STARTS_WITHIN {
                bail!("`{}` does not answer", process::line(&command));
            }
            sleep(Duration::from_millis(20));
        }
        Ok(serving)
    }
}
