//! `cargo xtask numbers`: generates the tables of `number/`, the test files of the engine and of
//! pasting, and the metadata that the sandbox validates numbers with.
//!
//! The command creates a Python environment under `target/` and installs the package `phonenumbers`
//! at [`METADATA_VERSION`], which contains Google's metadata. The scripts in `xtask/numbers` write
//! the metadata as plain text and compute the expected results of the tests. The rest of this
//! module compiles the text to tables. The same version gives the same bytes. With `--check`, the
//! command changes nothing and lists the files that would differ.

mod columns;
mod formats;
mod metadata;
#[path = "../../number/src/pattern.rs"]
#[expect(dead_code, reason = "the compiler uses a part of the engine's matcher")]
mod pattern;
mod plans;
mod regex;
mod short;
mod tables;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The version of Google's metadata, which is the version of the Python package.
pub const METADATA_VERSION: &str = "9.0.43";

/// The CPython version whose Unicode tables the test files are generated with.
const PYTHON: &str = "python3.11";

type Result<T> = std::result::Result<T, String>;

/// Options of `cargo xtask numbers`.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// Change nothing; say which files would differ
    #[arg(long)]
    check: bool,
}

/// Generates the files, or checks them.
///
/// # Errors
///
/// If a step fails, or with `--check` if a file differs. The error names the step or the files.
pub fn run(options: &Options) -> anyhow::Result<()> {
    make(options.check).map_err(anyhow::Error::msg)
}

fn make(check: bool) -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("no repository")?.to_owned();
    let work = root.join("target/numbers");
    make_folder(&work)?;
    let python = python(&work)?;
    let scripts = root.join("xtask/numbers");

    let text = work.join("metadata.txt");
    script(&python, &scripts.join("metadata.py"), &[&text])?;
    let text = fs::read_to_string(&text).map_err(|error| format!("metadata.txt: {error}"))?;
    let metadata = metadata::read(&text)?;
    let mut files: Vec<(PathBuf, Vec<u8>)> = tables::files(&metadata)?
        .into_iter()
        .map(|(name, bytes)| (Path::new("number/data").join(name), bytes))
        .collect();
    files.push(("sandbox/src/api/metadata.tsv".into(), plans::text(&metadata).into_bytes()));

    let tests = work.join("tests");
    make_folder(&tests)?;
    script(&python, &scripts.join("oracle.py"), &[&tests])?;
    script(&python, &scripts.join("finder.py"), &[&tests])?;
    for (folder, name) in [
        ("number/tests/libphonenumber", "corpus.tsv.gz"),
        ("number/tests/libphonenumber", "fuzz.tsv.gz"),
        ("number/tests/libphonenumber", "short.tsv.gz"),
        ("number/tests/libphonenumber", "typing.tsv.gz"),
        ("tests/finding", "matcher.tsv.gz"),
    ] {
        let bytes = fs::read(tests.join(name)).map_err(|error| format!("{name}: {error}"))?;
        files.push((Path::new(folder).join(name), bytes));
    }

    let mut different = Vec::new();
    for (path, bytes) in files {
        let full = root.join(&path);
        if check {
            if fs::read(&full).ok().as_ref() != Some(&bytes) {
                different.push(path.display().to_string());
            }
            continue;
        }
        full.parent().map_or(Ok(()), make_folder)?;
        fs::write(&full, bytes).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    if different.is_empty() {
        Ok(())
    } else {
        Err(format!("would be different: {}", different.join(", ")))
    }
}

fn make_folder(path: &Path) -> Result<()> {
    fs::create_dir_all(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// The Python interpreter of the environment, which is created if it does not exist.
fn python(work: &Path) -> Result<PathBuf> {
    let folder = work.join(format!("python-{METADATA_VERSION}"));
    let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let ready = folder.join("ready");
    if ready.exists() {
        return Ok(python);
    }
    let has = Command::new(PYTHON).arg("--version").output().is_ok_and(|out| out.status.success());
    let base = if has { PYTHON } else { "python3" };
    step(Command::new(base).args(["-m", "venv", "--clear"]).arg(&folder))?;
    step(
        Command::new(&python)
            .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"])
            .arg(format!("phonenumbers=={METADATA_VERSION}")),
    )?;
    fs::write(ready, "").map_err(|error| error.to_string())?;
    Ok(python)
}

fn script(python: &Path, script: &Path, arguments: &[&Path]) -> Result<()> {
    step(Command::new(python).arg("-B").arg(script).args(arguments))
}

fn step(command: &mut Command) -> Result<()> {
    let status = command.status().map_err(|error| format!("{command:?}: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{command:?}: {status}")) }
}
