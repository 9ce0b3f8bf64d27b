//! Runs the tests that need a browser, once in each browser.

use std::fs;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use anyhow::{Context as _, Result};

use super::without_browser::WithoutBrowser;
use super::{Run, cargo, yew_host};
use crate::browsers::{Browser, Driver, Installed};
use crate::demo::sandbox;
use crate::tools::rust::TARGET;
use crate::widget::Profile;
use crate::{dist, process, tools, workspace, yew};

/// Runs the tests of `tests/` and `src/` that are compiled to WebAssembly.
///
/// A sandbox runs beside them. The runner's web server also serves the files of
/// the repository, so a test fetches the sandbox's origin from
/// `/target/browser-tests/sandbox.json`, which contains
/// `{"origin": "http://127.0.0.1:…"}`.
pub(super) fn wasm(run: &mut Run<'_>) -> Result<()> {
    tools::rust::wasm_target()?;
    let runner = wasm_test_runner()?;
    in_each_browser(run, |run, browser| {
        let sandbox = sandbox::Running::start()?;
        let folder = workspace::made("browser-tests");
        fs::create_dir_all(&folder)?;
        let origin = serde_json::json!({ "origin": sandbox.origin() });
        fs::write(folder.join("sandbox.json"), origin.to_string())?;

        let driver = Driver::start(browser)?;
        // A list, because a path may contain spaces. JSON's strings are valid TOML.
        let runner = serde_json::json!([runner]);
        let test = |run: &mut Run<'_>, mut command: Command, targets: &[&str]| -> Result<()> {
            command
                .arg("--config")
                .arg(format!("target.{TARGET}.runner={runner}"))
                .args(["--package", "lead-phone-form", "--target", TARGET, "--no-fail-fast"])
                .args(targets)
                .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", browser.write_capabilities()?)
                .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
                .env(browser.remote(), driver.url());
            command.args(run.filter.map(|filter| ["--", filter]).into_iter().flatten());
            let before = run.count;
            let result = cargo::test(&mut command, &mut run.count);
            if result.is_ok() || run.count.failed > before.failed {
                return result;
            }
            // No test failed, so the browser ended by itself. That is a fault of the form only if
            // it happens again.
            run.remark(format!("once more in {}, which ended during a test", browser.name()));
            run.count = before;
            cargo::test(&mut command, &mut run.count)
        };
        // Documentation's examples are tested natively.
        test(run, yew::cargo("test")?, &["--lib", "--test", "browser", "--test", "yew"])?;
        // A host in Yew has Yew as it is published.
        let mut published = process::cargo();
        published.arg("test");
        test(run, published, &["--test", "component"])
    })
}

/// Builds the program that Cargo runs for each test binary that is compiled to WebAssembly.
fn wasm_test_runner() -> Result<PathBuf> {
    const NAME: &str = "wasm-test-runner";
    let mut cargo = process::cargo();
    // The whole workspace, like the native tests, so that shared dependencies are compiled once.
    process::run(cargo.args(["build", "--workspace", "--bin", NAME]))
        .context("the runner of the browser tests does not compile")?;
    let file = format!("{NAME}{}", std::env::consts::EXE_SUFFIX);
    Ok(workspace::cargo_target().join("debug").join(file))
}

/// Runs the tests of `tests/pages`, which drive whole pages with the bundle that ships.
pub(super) fn pages(run: &mut Run<'_>) -> Result<()> {
    let widget = match &run.widget {
        Some(widget) => widget.clone(),
        None if run.dev => {
            let bundle = dist::build(Profile::Dev)?;
            let folder = workspace::made("widget/dev/packed/lead-phone-form");
            dist::pack(bundle, &folder, false)?;
            folder
        }
        None => bundle(run)?,
    };
    let hosts = tools::npm::packages_of("www/hosts", "hosts")?.folder().to_owned();
    let portal = yew_host::build()?;
    let nginx = match tools::nginx::install() {
        Ok(nginx) => Some(nginx),
        Err(error) => {
            run.leave_out(error)?;
            None
        }
    };
    in_each_browser(run, |run, browser| {
        let tests = |which: &[&str]| -> Result<Command> {
            let mut command = page_tests(browser, &widget)?;
            command.env("PAGES_PACKAGE", dist::package_path(&widget));
            command.env("PAGES_HOSTS", &hosts).env("PAGES_YEW_HOST", &portal);
            command.arg("--").args(which);
            match &nginx {
                Some(nginx) => command.env("PAGES_NGINX", nginx),
                None => command.args(["--skip", "reverse_proxy::", "--skip", "cdn::"]),
            };
            Ok(command)
        };
        let wanted = run.filter.as_slice();
        let mut command = tests(wanted)?;
        if !browser.has_devtools() {
            for group in ONLY_IN_CHROMIUM {
                command.args(["--skip", group]);
            }
            let count = |options: &[&str]| -> Result<usize> {
                let names = cargo::list(tests(wanted)?.args(options))?;
                let is_skipped =
                    |name: &String| ONLY_IN_CHROMIUM.iter().any(|group| name.contains(group));
                Ok(names.into_iter().filter(is_skipped).count())
            };
            // Without `--ignored`, the list includes the ignored tests, so they are subtracted.
            run.not_for(browser.name(), count(&[])? - count(&["--ignored"])?);
        }
        let failed_before = run.count.failed;
        let mut without_browser = WithoutBrowser::default();
        let result = cargo::test_noting(&mut command, &mut run.count, &mut without_browser);
        let Some(names) = without_browser.if_all_of(run.count.failed - failed_before) else {
            return result;
        };
        // If a browser ends by itself or loses an answer, that is a fault of the page only if it
        // happens again.
        let listed = names.join(", ");
        run.remark(format!("once more in {}, whose browser failed: {listed}", browser.name()));
        run.count.failed = failed_before;
        let mut again = vec!["--exact"];
        again.extend(names.iter().map(String::as_str));
        cargo::test(&mut tests(&again)?, &mut run.count)
    })
}

/// The groups of page tests that draw, change and hydrate the most.
const DRAWING: [&str; 4] = ["country::", "failure::", "languages::", "prerender::"];

/// Runs [`DRAWING`] in Chromium, with a bundle that has Yew as it is published. The bundle that
/// ships must behave the same.
pub(super) fn pages_with_stock_yew(run: &mut Run<'_>) -> Result<()> {
    let browser = Browser::named("chromium")?;
    if run.dev || !run.browsers.iter().any(|wanted| wanted.name == browser.name) {
        return Ok(());
    }
    let widget = workspace::made("widget/stock-yew/packed/lead-phone-form");
    dist::pack(dist::build(Profile::StockYew)?, &widget, false)?;
    let installed = match browser.install() {
        Ok(installed) => installed,
        Err(error) => return run.leave_out(error),
    };
    let passed_before = run.count.passed;
    let mut command = page_tests(&installed, &widget)?;
    cargo::test(command.arg("--").args(DRAWING), &mut run.count)?;
    let passed = run.count.passed - passed_before;
    run.remark(format!("with Yew as it is published: {passed} page tests passed, in Chromium"));
    Ok(())
}

/// The page tests that run in Chromium alone: those that need its DevTools, and those of what is
/// the same in each browser: servers, bundlers, libraries of hosts, the demo, the playground, the
/// documents, and axe's rules.
const ONLY_IN_CHROMIUM: [&str; 10] = [
    "devtools::",
    "accessibility::axe_",
    "bundlers::",
    "cdn::",
    "dashboard::",
    "demo_page::",
    "documents::",
    "hosts::",
    "playground::",
    "reverse_proxy::",
];

/// How many page tests run at once on each core: a test mostly waits for its browser.
const THREADS_PER_CORE: usize = 2;

/// The command that runs the page tests, with the widget in this folder.
///
/// # Errors
///
/// If the browser's capabilities cannot be written to a file.
pub fn page_tests(browser: &Installed, widget: &Path) -> Result<Command> {
    let cores = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let mut command = yew::cargo("test")?;
    command
        // The whole workspace, like the native tests, so that shared dependencies are built once.
        .args(["--workspace", "--test", "pages"])
        .env("RUST_TEST_THREADS", THREADS_PER_CORE.saturating_mul(cores).to_string())
        .env("PAGES_CAPABILITIES", browser.write_capabilities()?)
        .env("PAGES_ENGINE", browser.name())
        .env("PAGES_XTASK", workspace::xtask()?)
        .env("PAGES_WIDGET", widget)
        .env("PAGES_MODULES", tools::npm::packages()?.modules());
    Ok(command)
}

/// Builds the bundle that ships, once for its own step and for the pages.
pub(super) fn bundle(run: &mut Run<'_>) -> Result<PathBuf> {
    let folder = dist::run(&dist::Options::default())?;
    // With `--dev`, the pages need a development build, which is built later.
    run.widget = (!run.dev).then(|| folder.clone());
    Ok(folder)
}

fn in_each_browser(
    run: &mut Run<'_>,
    tests: impl Fn(&mut Run<'_>, &Installed) -> Result<()>,
) -> Result<()> {
    for browser in run.browsers.clone() {
        match browser.install() {
            Ok(installed) => {
                println!("   in {}", installed.name());
                tests(run, &installed)?;
            }
            Err(error) => run.leave_out(error)?,
        }
    }
    Ok(())
}
