//! `cargo xtask screenshots`: takes the README's pictures again.
//!
//! An otherwise ignored page test takes them, because the page tests can already
//! start a demo and drive a browser.

use std::fs;

use anyhow::Result;

use crate::browsers::Browser;
use crate::widget::{self, Profile};
use crate::{process, test, workspace};

/// Only Chromium's driver can emulate a screen size and a colour scheme.
const BROWSER: &str = "Chromium";

/// Writes the pictures to `www/pictures/`.
///
/// # Errors
///
/// If the widget does not compile, the browser is missing, or the page does not
/// reach the state that a picture shows.
pub fn run() -> Result<()> {
    let browser = Browser::named(BROWSER)?.install()?;
    let (_, widget) = widget::build(Profile::Dev)?;
    let folder = workspace::root().join("www/pictures");
    fs::create_dir_all(&folder)?;
    let mut command = test::page_tests(&browser, &widget)?;
    command.args(["--", "--ignored", "pictures_"]).env("PAGES_PICTURES", &folder);
    process::run(&mut command)?;
    println!("Written to {}", workspace::shown(&folder));
    Ok(())
}
