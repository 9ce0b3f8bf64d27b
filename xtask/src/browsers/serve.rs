//! The hidden command that runs a browser's WebDriver for as long as somebody
//! holds its input open: whoever wants a browser starts this and may then end
//! in any way without leaving one behind.
//!
//! Each session has a driver of its own, as the drivers of Firefox and WebKit
//! know only one at a time.

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

/// Which browser's.
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
        // Ctrl-C on a terminal goes to everybody who was started from it. Who
        // holds the input ends of it, and the driver ends here.
        tokio::select! {
            _ = tokio::task::spawn_blocking(|| std::io::stdin().read_to_end(&mut Vec::new())) => {}
            _ = tokio::signal::ctrl_c() => {}
        }
    });
    drop(serving);
    // The input may still be read, which cannot be given up.
    runtime.shutdown_background();
    Ok(())
}

/// A driver on a port of its own, and its display.
struct Serving {
    // Dropped in this order: a browser without its display would complain.
    driver: Group,
    _display: Option<Display>,
    url: String,
}

impl Serving {
    fn start(installed: &Installed) -> Result<Self> {
        let browser = installed.browser;
        // Free a moment ago; a driver cannot be told to choose and say.
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let mut command = process::command(&installed.driver);
        command.args(browser.arguments).arg(format!("{}{port}", browser.port));
        // Browsers write there what they miss on a machine without a desktop.
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
