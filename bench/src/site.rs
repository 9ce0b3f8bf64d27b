//! The files that the server serves for a page, built and compressed in advance.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use sha2::{Digest as _, Sha256};

use crate::pages::Page;
use xtask::dist::sizes;
use xtask::tools::npm::{self, Packages};
use xtask::widget::{self, Bundle, WASM};
use xtask::{process, workspace};

/// The folder of the pages' sources.
pub(crate) const SOURCES: &str = "bench/pages";
/// The module that esbuild makes from each script.
const SCRIPT: &str = "page.js";
/// The style sheet, if the script imports one.
const STYLES: &str = "page.css";

/// The files of a page, compressed with brotli, by their path below the page.
pub(crate) type Site = BTreeMap<String, Vec<u8>>;

/// Builds pages, unless they are built already.
#[derive(Debug)]
pub(crate) struct Builder {
    tools: Packages,
    packages: Packages,
    /// A hash of all sources of all pages.
    sources: Sha256,
}

impl Builder {
    /// Installs the packages that the pages use.
    pub(crate) fn new() -> Result<Self> {
        let tools = npm::packages()?;
        let packages = npm::packages_of(SOURCES, "bench/npm")?;
        let mut sources = Sha256::new();
        let folder = workspace::root().join(SOURCES);
        let mut names: Vec<_> = fs::read_dir(&folder)?
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<Result<_, _>>()?;
        names.push(workspace::root().join("xtask/npm/package-lock.json"));
        names.sort();
        for name in names {
            sources.update(name.as_os_str().as_encoded_bytes());
            sources.update(fs::read(&name).with_context(|| format!("{}", name.display()))?);
        }
        Ok(Self { tools, packages, sources })
    }

    /// The files of a page, built again if something has changed. `widget` is the bundle that our
    /// own pages load.
    pub(crate) fn build(&self, page: Page, widget: &Bundle) -> Result<Site> {
        let mut hash = self.sources.clone();
        if page.script().is_none() {
            for (name, contents) in widget.iter() {
                hash.update(name);
                hash.update(contents);
            }
        }
        let stamp = format!("{:x}", hash.finalize());
        let folder = workspace::made("bench/sites").join(page.name());
        if fs::read_to_string(folder.join("stamp")).ok().as_ref() == Some(&stamp) {
            return read(&folder.join("compressed"));
        }
        println!("  building the page {page}");
        let files = match page.script() {
            Some(script) => self.theirs(page, &script, &folder.join("built"))?,
            None => ours(page, widget)?,
        };
        let site = compress(&files)?;
        write(&folder.join("compressed"), &site)?;
        fs::write(folder.join("stamp"), stamp)?;
        Ok(site)
    }

    fn theirs(&self, page: Page, script: &str, folder: &Path) -> Result<Site> {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
        let mut command = self.tools.program("esbuild/bin/esbuild");
        command.env("NODE_PATH", self.packages.modules());
        command.arg(format!("page={SOURCES}/{script}"));
        command.arg(format!("--outdir={}", folder.display()));
        command.args(["--bundle", "--minify", "--splitting", "--format=esm", "--target=es2022"]);
        command.args(["--charset=utf8", "--legal-comments=none", "--log-level=warning"]);
        command.args(["--jsx=automatic", "--define:process.env.NODE_ENV=\"production\""]);
        command.args([
            "--define:__VUE_OPTIONS_API__=true",
            "--define:__VUE_PROD_DEVTOOLS__=false",
            "--define:__VUE_PROD_HYDRATION_MISMATCH_DETAILS__=false",
        ]);
        command.args(["webp", "png", "svg"].map(|kind| format!("--loader:.{kind}=file")));
        process::quietly(&mut command)
            .with_context(|| format!("esbuild cannot build {SOURCES}/{script}"))?;
        let mut files = read(folder)?;
        if page.has_flags() {
            let flags = self.packages.modules().join("country-flag-icons/3x2");
            for (name, contents) in read(&flags)? {
                if name.ends_with(".svg") {
                    files.insert(format!("flags/{name}"), contents);
                }
            }
        }
        let styles = if files.contains_key(STYLES) {
            format!("<link rel=\"stylesheet\" href=\"{STYLES}\">")
        } else {
            String::new()
        };
        add_pages(&mut files, "page.html", "{styles}", &styles)?;
        Ok(files)
    }
}

fn ours(page: Page, widget: &Bundle) -> Result<Site> {
    let mut files: Site =
        widget.iter().map(|(name, contents)| (name.to_owned(), contents.to_vec())).collect();
    let mut preloads = String::new();
    if page == Page::OursPreloaded {
        let wasm = files.keys().find(|name| widget::plain_name(name) == WASM);
        let wasm = wasm.with_context(|| format!("the widget has no {WASM}"))?;
        preloads = format!("<link rel=\"preload\" as=\"fetch\" crossorigin href=\"{wasm}\">");
    }
    add_pages(&mut files, "ours.html", "{preloads}", &preloads)?;
    Ok(files)
}

/// Adds the page twice: the second one acts as another page of the portal.
fn add_pages(files: &mut Site, template: &str, place: &str, head: &str) -> Result<()> {
    let path = workspace::root().join(SOURCES).join(template);
    let html = fs::read_to_string(&path).with_context(|| format!("{SOURCES}/{template}"))?;
    let html = html.replace(place, head).into_bytes();
    for name in ["first.html", "second.html"] {
        debug_assert!(!files.contains_key(name), "no file of a page is called so");
        files.insert(name.to_owned(), html.clone());
    }
    let script = files.contains_key(SCRIPT) || template == "ours.html";
    anyhow::ensure!(script, "esbuild has left no {SCRIPT}");
    Ok(())
}

fn compress(files: &Site) -> Result<Site> {
    let compress =
        |(name, contents): (&String, &Vec<u8>)| Ok((name.clone(), sizes::compressed(contents)?));
    files.iter().map(compress).collect()
}

/// The files of a folder and of the folders in it.
fn read(folder: &Path) -> Result<Site> {
    let mut files = Site::new();
    for entry in fs::read_dir(folder).with_context(|| format!("{}", folder.display()))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_dir() {
            let inner = read(&entry.path())?;
            files.extend(inner.into_iter().map(|(path, file)| (format!("{name}/{path}"), file)));
        } else {
            files.insert(name, fs::read(entry.path())?);
        }
    }
    Ok(files)
}

fn write(folder: &Path, files: &Site) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    for (name, contents) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        fs::write(path, contents)?;
    }
    Ok(())
}
