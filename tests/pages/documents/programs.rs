//! The listings that compilers and interpreters read or run, by the scripts in `tests/documents`.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use serde_json::{Value, json};
use tokio::io::AsyncWriteExt as _;
use tokio::process::Command;

use super::listings::{self, Listing};
use super::pages::is_for_programs;
use crate::harness::{Result, told};

fn script(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../documents").join(name)
}

/// Runs a program with this input, and returns what it prints. `None` if it is not installed.
async fn run(command: &mut Command, input: &str) -> Result<Option<String>> {
    let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let Ok(mut process) = command.spawn() else { return Ok(None) };
    let mut pipe = process.stdin.take().ok_or("the program has no input")?;
    pipe.write_all(input.as_bytes()).await?;
    drop(pipe);
    let output = process.wait_with_output().await?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    if !output.status.success() {
        return Err(format!("{said}{}", String::from_utf8_lossy(&output.stderr)).into());
    }
    Ok(Some(said))
}

/// Says that listings were not read, past the test harness, which shows only what failed tests print.
fn leave_out(language: &str, listings: &[Listing]) -> Result {
    let count = listings.len();
    let sentence = format!("not run: {count} listings in {language}, which is not installed\n");
    Ok(std::io::stderr().write_all(sentence.as_bytes())?)
}

fn input(listings: &[Listing]) -> String {
    let listing = |listing: &Listing| {
        json!({
            "place": listing.place,
            "language": listing.language,
            "text": listing.text,
        })
    };
    Value::from_iter(listings.iter().map(listing)).to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn each_script_and_each_component_compiles() -> Result {
    let languages = ["js", "jsx", "ts", "vue", "svelte"];
    let mut listings = listings::all()?;
    listings.retain(|listing| languages.contains(&listing.language.as_str()));
    let hosts = Path::new(&told("PAGES_HOSTS")?).join("node_modules");
    let mut node = Command::new("node");
    node.arg(script("compile.mjs")).arg(told("PAGES_MODULES")?).arg(hosts);
    let faults = run(&mut node, &input(&listings)).await?.ok_or("Node is not installed")?;
    assert_eq!(faults, "");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn each_server_in_javascript_gives_a_token_to_who_is_signed_in() -> Result {
    let mut listings = listings::of("js")?;
    listings.retain(|listing| is_for_programs(listing) && listing.text.contains("crmTokenFor"));
    assert_eq!(listings.len(), 5);
    let mut node = Command::new("node");
    let faults = run(node.arg(script("servers.mjs")), &input(&listings)).await?;
    assert_eq!(faults.ok_or("Node is not installed")?, "");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn each_server_in_python_gives_a_token_to_who_is_signed_in() -> Result {
    let listings = listings::of("python")?;
    let mut python = Command::new("python3");
    match run(python.arg(script("servers.py")), &input(&listings)).await? {
        Some(faults) => assert_eq!(faults, ""),
        None => leave_out("Python", &listings)?,
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn each_listing_for_a_shell_php_or_ruby_is_read_where_that_is_installed() -> Result {
    for (language, program, option) in
        [("sh", "sh", "-n"), ("php", "php", "-l"), ("ruby", "ruby", "-c")]
    {
        let listings = listings::of(language)?;
        for listing in &listings {
            let read = run(Command::new(program).arg(option), &listing.text).await;
            if read.map_err(|error| format!("{}: {error}", listing.place))?.is_none() {
                leave_out(language, &listings)?;
                break;
            }
        }
    }
    Ok(())
}
