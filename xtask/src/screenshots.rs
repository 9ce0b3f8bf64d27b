//! `cargo xtask screenshots`: the README's pictures, made anew.
//!
//! They are made by a page test that is ignored otherwise, since those know how
//! to start a demo and drive a browser.

use std::fs;

use anyhow::Result;

use crate::browsers::Browser;
use crate::widget::{self, Profile};
use crate::{process, test, workspace};

/// Only Chromium is told by its driver what size and colours to pretend.
const BROWSER: &str = "Chromium";

/// Writes the pictures to `www/pictures/`.
///
/// # Errors
///
/// If the widget does not compile, the browser is missing, or the page is not
/// as the pictures need it.
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
