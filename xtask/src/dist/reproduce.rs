//! Checks that builds are reproducible: the same sources in another folder must give the same
//! bytes.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};

use crate::{process, workspace};

/// Builds again from a copy in another folder, and compares the files.
///
/// # Errors
///
/// If the second build fails, or a file differs.
pub(super) fn check(first: &Path, plain: bool) -> Result<()> {
    let place = std::env::temp_dir().join(format!("lead-phone-form-{}", std::process::id()));
    let result = again(&place, plain).and_then(|()| compare(first, &place.join("dist")));
    fs::remove_dir_all(&place).with_context(|| format!("{} is left over", place.display()))?;
    result
}

fn again(place: &Path, plain: bool) -> Result<()> {
    println!("Building again in {}", place.display());
    let mut list = process::command("git");
    let sources = process::quietly(list.args([
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    ]))
    .context("git has to say what the sources are")?;
    for name in sources.split('\0').filter(|name| !name.is_empty()) {
        let (from, to) = (workspace::root().join(name), place.join(name));
        // git still lists a file that is deleted and not yet committed.
        if from.is_file() {
            fs::create_dir_all(to.parent().unwrap_or(place))?;
            fs::copy(&from, &to).with_context(|| format!("{name} cannot be copied"))?;
        }
    }
    let mut command = process::command(workspace::xtask()?);
    command.arg("dist").args(plain.then_some("--plain"));
    command.current_dir(place).env(workspace::ROOT, place).env_remove("CARGO_TARGET_DIR");
    process::run(&mut command)
}

/// Compares two `dist` folders: the files in `lead-phone-form`, and the packages. The folder `cdn`
/// has copies of these files, so it is not compared.
fn compare(first: &Path, second: &Path) -> Result<()> {
    let mut differ = Vec::new();
    for folder in ["lead-phone-form", "."] {
        for entry in fs::read_dir(first.join(folder))? {
            let entry = entry?;
            let name = Path::new(folder).join(entry.file_name());
            if entry.file_type()?.is_file()
                && fs::read(entry.path())? != fs::read(second.join(&name)).unwrap_or_default()
            {
                differ.push(name.display().to_string());
            }
        }
    }
    if !differ.is_empty() {
        bail!("a second build, in another folder, made other files: {}", differ.join(", "));
    }
    println!("A second build, in another folder, made the same files.");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_differs_or_is_missing_is_named() {
        let place = std::env::temp_dir().join(format!("reproduce-test-{}", std::process::id()));
        let write = |name: &str, contents: &str| {
            let path = place.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, contents).unwrap();
        };
        for side in ["a", "b"] {
            write(&format!("{side}/lead-phone-form/same.js"), "1");
            write(&format!("{side}/lead-phone-form/other.js"), side);
        }
        write("a/package.tgz", "packed");
        let error = compare(&place.join("a"), &place.join("b")).unwrap_err().to_string();
        fs::remove_dir_all(&place).unwrap();
        assert!(error.ends_with("lead-phone-form/other.js, ./package.tgz"), "{error}");
    }
}
