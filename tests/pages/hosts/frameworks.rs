//! Hosts in a framework: built by Vite with the npm package, or by Cargo and wasm-bindgen.

use std::fs;
use std::path::{Path, PathBuf};

use tokio::process::Command;

use super::{Host, on_host, packages, sources};
use crate::harness::server::{Files, files_in};
use crate::harness::{Result, told, until};

/// A host's folder, among the packages of all hosts; removed when it is dropped.
pub(super) struct Folder(pub PathBuf);

impl Folder {
    pub(super) fn new(host: &str) -> Result<Self> {
        let folder = Self(packages()?.join(format!("{host}-{}", std::process::id())));
        fs::create_dir_all(&folder.0)?;
        Ok(folder)
    }

    /// Installs the widget's package.
    pub(super) async fn install(&self) -> Result {
        fs::write(self.0.join("package.json"), r#"{"private": true, "type": "module"}"#)?;
        let package = told("PAGES_PACKAGE")?;
        let mut install = Command::new("npm");
        // Offline: the package needs nothing else.
        install.args(["install", "--offline", "--no-audit", "--no-fund", &package]);
        run(&mut install, &self.0).await.map(drop)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // It does not matter if the folder no longer exists.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Builds a host in development mode, in which frameworks report mistakes.
async fn build(host: &str) -> Result<Files> {
    let folder = Folder::new(host)?;
    for (name, contents) in files_in(&sources(host))? {
        fs::write(folder.0.join(name), contents)?;
    }
    fs::copy(sources("vite.config.js"), folder.0.join("vite.config.js"))?;
    folder.install().await?;
    if folder.0.join("tsconfig.json").exists() {
        let mut types = Command::new("node");
        types.arg(Path::new(&told("PAGES_MODULES")?).join("typescript/bin/tsc"));
        run(types.arg("--noEmit"), &folder.0).await?;
    }
    let mut vite = Command::new("node");
    vite.arg(packages()?.join("node_modules/vite/bin/vite.js"));
    vite.args(["build", "--mode", "development", "--minify", "false", "--logLevel", "warn"]);
    run(vite.env("NODE_ENV", "development"), &folder.0).await?;
    files_in(&folder.0.join("dist"))
}

/// Runs a command in a folder, and returns its output.
pub(super) async fn run(command: &mut Command, folder: &Path) -> Result<String> {
    let output = command.current_dir(folder).output().await?;
    if !output.status.success() {
        let said = [output.stdout, output.stderr].concat();
        return Err(format!("{command:?}: {}", String::from_utf8_lossy(&said)).into());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The host lists three leads, and changes their order while a number is typed.
async fn keeps_what_is_typed_when_the_list_changes_its_order(host: &Host<'_>) -> Result {
    host.adds_changes_and_closes(3).await?;
    let leads = "return [...document.querySelectorAll('lead-phone-form')].map((form) =>
        [form.leadId, form.shadowRoot.querySelector('#number')?.value])";
    let forms = async || host.run::<Vec<(u64, Option<String>)>>(leads, vec![]).await;
    host.empty().await?;
    host.field("#number").await?.send_keys("514 222").await?;
    let typed = forms().await?[0].clone();
    host.press("Next lead").await?;
    until("the first lead is the last", async || Ok(forms().await?.last() == Some(&typed))).await?;
    let order: Vec<_> = forms().await?.into_iter().map(|form| form.0).collect();
    assert_eq!(order, [3387611, 3387625, 3387562]);
    host.save("#number", "+15142223345").await?;
    host.until_text("output", "+15142223345").await?;
    host.has_nothing_to_complain_of().await
}

#[tokio::test(flavor = "multi_thread")]
async fn react_in_strict_mode() -> Result {
    on_host(build("react").await?, keeps_what_is_typed_when_the_list_changes_its_order).await
}

#[tokio::test(flavor = "multi_thread")]
async fn svelte() -> Result {
    on_host(build("svelte").await?, keeps_what_is_typed_when_the_list_changes_its_order).await
}

#[tokio::test(flavor = "multi_thread")]
async fn angular() -> Result {
    on_host(build("angular").await?, keeps_what_is_typed_when_the_list_changes_its_order).await
}

/// Two Yew applications on one page: the host and the form.
#[tokio::test(flavor = "multi_thread")]
async fn yew() -> Result {
    let mut files = files_in(Path::new(&told("PAGES_YEW_HOST")?))?;
    files.push(("index.html".to_owned(), fs::read(sources("yew/index.html"))?));
    on_host(files, keeps_what_is_typed_when_the_list_changes_its_order).await
}

#[tokio::test(flavor = "multi_thread")]
async fn vue_that_keeps_its_forms_alive() -> Result {
    on_host(build("vue").await?, async |host| {
        host.adds_changes_and_closes(1).await?;
        host.empty().await?;
        host.field("#number").await?.send_keys("514 222").await?;
        let number = async || -> Result<Option<String>> {
            Ok(host.in_shadow("#number").await?.prop("value").await?)
        };
        let typed = number().await?;
        host.press("Next lead").await?;
        until("the other form is shown", async || Ok(number().await?.as_deref() == Some("")))
            .await?;
        host.until_forms(1).await?;
        host.save("#number", "+15142223346").await?;
        host.until_text("output", "+15142223346").await?;
        host.press("Next lead").await?;
        until("what was typed is there", async || Ok(number().await? == typed)).await?;
        host.has_nothing_to_complain_of().await
    })
    .await
}
