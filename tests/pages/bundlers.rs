//! The npm package, installed from its file: bundled by Vite, webpack and esbuild, checked by
//! TypeScript and imported in Node. The hosts are in `tests/bundlers`.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::{Value, json};
use thirtyfour::Key;
use tokio::process::Command;

use crate::harness::server::files_in;
use crate::harness::{Browser, Result, Server, told, until};

static HOSTS: AtomicU32 = AtomicU32::new(0);

/// A host's folder with the package in it, removed when it is dropped.
struct Host {
    folder: PathBuf,
}

impl Host {
    async fn new() -> Result<Self> {
        let number = HOSTS.fetch_add(1, Ordering::Relaxed);
        let name = format!("lead-phone-form-host-{}-{number}", std::process::id());
        let host = Self { folder: std::env::temp_dir().join(name) };
        fs::create_dir_all(&host.folder)?;
        let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("../bundlers");
        for entry in fs::read_dir(sources)? {
            let entry = entry?;
            fs::copy(entry.path(), host.folder.join(entry.file_name()))?;
        }
        fs::write(host.folder.join("package.json"), r#"{"private": true, "type": "module"}"#)?;
        let package = told("PAGES_PACKAGE")?;
        // Offline: the package needs nothing else.
        host.run("npm", ["install", "--offline", "--no-audit", "--no-fund", &package]).await?;
        Ok(host)
    }

    /// Runs a command in the folder.
    async fn run(
        &self,
        program: &str,
        arguments: impl IntoIterator<Item = impl AsRef<OsStr>>,
    ) -> Result {
        let output =
            Command::new(program).args(arguments).current_dir(&self.folder).output().await?;
        if !output.status.success() {
            let said = [output.stdout, output.stderr].concat();
            return Err(format!("{program}: {}", String::from_utf8_lossy(&said)).into());
        }
        Ok(())
    }

    /// Runs a program of the npm packages, or one of the host's scripts.
    async fn node(&self, program: &str, arguments: &[&str]) -> Result {
        let script = match program.contains('/') {
            true => Path::new(&told("PAGES_MODULES")?).join(program),
            false => self.folder.join(program),
        };
        let arguments = arguments.iter().map(|argument| (*argument).to_owned());
        self.run("node", [script.display().to_string()].into_iter().chain(arguments)).await
    }

    fn package(&self) -> PathBuf {
        self.folder.join("node_modules/lead-phone-form")
    }

    /// Opens the built page, and saves these numbers.
    async fn saves(&self, numbers: &[&str]) -> Result {
        let api = Server::saving_api().await?;
        let server = Server::files(files_in(&self.folder.join("out"))?).await?;
        let browser = Browser::start().await?;
        browser.goto(format!("{}/?api={}", server.origin, api.origin)).await?;
        for number in ["ready"].iter().chain(numbers) {
            let heard: Value = json!(if *number == "ready" { "ready" } else { "created" });
            if heard == "created" {
                browser.in_shadow("#number").await?.send_keys(*number + Key::Enter).await?;
            }
            until("the host hears of it", async || {
                let last = browser.run::<Value>("return heard.at(-1) ?? null", vec![]).await?;
                if last[0] == "error" {
                    panic!("{last}");
                }
                let it = heard == "ready" || last[1]["number"] == **number;
                Ok(last[0] == heard && it)
            })
            .await?;
        }
        browser.close().await
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        // It does not matter if the folder no longer exists.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// The numbering plan of the first number is in the WebAssembly. The plans of the other two are in
/// a small and a larger file, which bundlers treat differently.
const NUMBERS: [&str; 3] = ["+15142223344", "+79123456789", "+33612345678"];

#[tokio::test(flavor = "multi_thread")]
async fn vite_takes_all_files_along() -> Result {
    let host = Host::new().await?;
    host.node("vite/bin/vite.js", &["build", "--outDir", "out", "--logLevel", "warn"]).await?;
    host.saves(&NUMBERS).await
}

#[tokio::test(flavor = "multi_thread")]
async fn webpack_takes_all_files_along() -> Result {
    let host = Host::new().await?;
    host.node("webpack.mjs", &[&told("PAGES_MODULES")?]).await?;
    fs::copy(host.folder.join("index.html"), host.folder.join("out/index.html"))?;
    host.saves(&NUMBERS).await
}

#[tokio::test(flavor = "multi_thread")]
async fn esbuild_works_with_the_files_beside_its_module() -> Result {
    let host = Host::new().await?;
    host.node(
        "esbuild/bin/esbuild",
        &["main.js", "--bundle", "--minify", "--format=esm", "--outdir=out"],
    )
    .await?;
    fs::copy(host.folder.join("index.html"), host.folder.join("out/index.html"))?;
    for entry in fs::read_dir(host.package())? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.ends_with(".wasm") || name.ends_with(".bin") {
            fs::copy(entry.path(), host.folder.join("out").join(name))?;
        }
    }
    host.saves(&NUMBERS).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_classic_bundle_of_esbuild_works_where_it_says_where_the_webassembly_is() -> Result {
    let host = Host::new().await?;
    host.node(
        "esbuild/bin/esbuild",
        &[
            "moved.js",
            "--bundle",
            "--outfile=out/main.js",
            "--loader:.wasm=file",
            "--log-level=error",
        ],
    )
    .await?;
    // The words belong beside the WebAssembly.
    for file in fs::read_dir(host.package())? {
        let file = file?;
        if file.file_name().to_string_lossy().starts_with("locale-en.") {
            fs::copy(file.path(), host.folder.join("out").join(file.file_name()))?;
        }
    }
    let html = fs::read_to_string(host.folder.join("index.html"))?;
    fs::write(host.folder.join("out/index.html"), html.replace("type=\"module\"", "defer"))?;
    host.saves(&NUMBERS[..1]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn typescript_and_node_read_the_package() -> Result {
    let host = Host::new().await?;
    fs::write(host.folder.join("host.ts"), include_str!("../types/plain.ts"))?;
    for resolution in ["bundler", "nodenext"] {
        let module = if resolution == "bundler" { "esnext" } else { "nodenext" };
        host.node(
            "typescript/bin/tsc",
            &[
                "--noEmit",
                "--strict",
                "--target",
                "es2022",
                "--lib",
                "es2022,dom,dom.iterable",
                "--module",
                module,
                "--moduleResolution",
                resolution,
                "host.ts",
            ],
        )
        .await?;
    }
    // A page that is rendered on the server imports the element there too.
    host.run("node", ["--input-type=module", "-e", "import 'lead-phone-form'"]).await
}
