//! One run: a page, the API, and the steps.

use std::fmt::Write as _;
use std::time::Duration;

use chaos_plan::{FORMS, Step, What};
use serde_json::{Value, json};

use super::api::Api;
use super::report::{Outcome, Report, Wrong};
use super::truth;
use crate::harness::{Browser, Result, Server, console, document, until};

/// The scripts of the page, in this order.
const PAGE: [&str; 7] = ["tools", "watch", "forms", "fill", "host", "mutations", "run"];

/// How many steps one script carries out, so that it ends in time on a slow machine.
const MOST_STEPS: usize = 50;

/// Carries out these steps, each with its number, and returns what is not as promised.
pub async fn run(browser: &Browser, steps: &[(usize, Step)]) -> Result<Outcome> {
    let api = Api::start(steps).await?;
    let widget = Server::widget().await?;
    let files = [
        ("index.html", page(&widget.origin)?),
        ("chaos.js", script(&api.origin)?),
        ("elsewhere.html", document("Elsewhere")),
    ];
    let files = files.map(|(name, text)| (name.to_owned(), text.into_bytes()));
    let portal = Server::files(files.into()).await?;
    browser.set_script_timeout(Duration::from_secs(90)).await?;
    let mut lines = Vec::new();
    open(browser, &format!("{}/", portal.origin)).await?;
    let mut part = Vec::new();
    for (nth, step) in steps {
        match &step.what {
            What::Leave(way) => {
                if !carry_out(browser, &mut part).await? {
                    break;
                }
                lines.extend(told(browser).await?);
                if *way == "reload" {
                    open(browser, &format!("{}/", portal.origin)).await?;
                } else {
                    browser.goto(format!("{}/elsewhere.html", portal.origin)).await?;
                    browser.back().await?;
                    is_there(browser).await?;
                }
            }
            What::Keys(fill) => {
                if !carry_out(browser, &mut part).await? {
                    break;
                }
                let focus = "return chaos.focusForKeys(...arguments)";
                if browser.run(focus, vec![json!(step.form), json!(fill)]).await? {
                    browser.press(fill.text.as_str()).await?;
                    browser.press(thirtyfour::Key::Enter + "").await?;
                }
            }
            _ => {
                part.push((*nth, step.clone()));
                if part.len() == MOST_STEPS && !carry_out(browser, &mut part).await? {
                    break;
                }
            }
        }
    }
    if carry_out(browser, &mut part).await? {
        browser.run::<Value>("return chaos.finish()", vec![]).await?;
    }
    lines.extend(told(browser).await?);
    let mut reports = reports(browser).await?;
    for report in &mut reports {
        lines.append(&mut report.console);
    }
    // The page is left, so that nothing of it goes on beside the next run.
    browser.goto("about:blank").await?;
    let mut outcome = truth::compare(&api.sent(), &reports);
    let lines = lines.iter().filter_map(|line| truth::wrong_line(line));
    outcome.wrong.extend(lines.map(Wrong::at_the_end));
    Ok(outcome)
}

/// The page's script, a file of its own: the page itself is searched for the token.
fn script(api: &str) -> Result<String> {
    let mut script = String::new();
    write!(script, "(() => {{ const api = {}, FORMS = {FORMS};", json!(api))?;
    for name in PAGE {
        let file = format!("{}/chaos/page/{name}.js", env!("CARGO_MANIFEST_DIR"));
        script += &std::fs::read_to_string(file)?;
    }
    Ok(script + "})()")
}

fn page(widget: &str) -> Result<String> {
    let html = format!(
        "<form><fieldset id=place-a></fieldset></form><div id=place-b></div>
         <div id=place-elsewhere></div><script src=chaos.js></script>
         <script type=module src={widget}/lead-phone-form.js></script>"
    );
    console::kept(&document(&html))
}

async fn open(browser: &Browser, address: &str) -> Result {
    browser.goto(address).await?;
    is_there(browser).await
}

async fn is_there(browser: &Browser) -> Result {
    until("the page is there", async || {
        browser.run("return !!window.chaos && document.readyState === 'complete'", vec![]).await
    })
    .await
}

/// Carries out the steps that are one script's. Returns whether all is well.
async fn carry_out(browser: &Browser, part: &mut Vec<(usize, Step)>) -> Result<bool> {
    let steps = std::mem::take(part);
    browser.run("return chaos.run(arguments[0])", vec![json!(steps)]).await
}

/// The lines of the console that only the driver knows.
async fn told(browser: &Browser) -> Result<Vec<String>> {
    if console::is_told()? { browser.console().await } else { Ok(Vec::new()) }
}

/// What the pages report that were left, and the one that is there.
async fn reports(browser: &Browser) -> Result<Vec<Report>> {
    let all = "const all = [];
        for (let life = 0; life < chaos.life; life++) {
          const kept = sessionStorage.getItem('chaos ' + life);
          if (kept) all.push({ ...JSON.parse(kept), is_left: true });
        }
        return [...all, chaos.report()]";
    browser.run(all, vec![]).await
}
