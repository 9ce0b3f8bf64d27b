//! Runs `cargo test`, passes its output on and counts its results.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

use super::without_browser::WithoutBrowser;
use crate::process;

/// How many tests passed, and how many failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Count {
    pub(super) passed: usize,
    pub(super) failed: usize,
}

/// Runs tests and adds up their results.
pub(super) fn test(command: &mut Command, count: &mut Count) -> Result<()> {
    test_noting(command, count, &mut WithoutBrowser::default())
}

/// Like [`test()`], and notes which tests failed because their browser ended.
pub(super) fn test_noting(
    command: &mut Command,
    count: &mut Count,
    without_browser: &mut WithoutBrowser,
) -> Result<()> {
    command.stdin(Stdio::null()).stdout(Stdio::piped());
    let mut child =
        command.spawn().with_context(|| format!("cannot start `{}`", process::line(command)))?;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n') {
            let line = line?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            count.add(&line);
            without_browser.note(&line);
        }
    }
    let status = child.wait()?;
    if !status.success() {
        bail!("`{}` failed ({status})", process::line(command));
    }
    Ok(())
}

/// The names of the tests that [`test()`] would run, including the ignored ones.
pub(super) fn list(command: &mut Command) -> Result<Vec<String>> {
    let output = process::quietly(command.arg("--list"))?;
    let names = output.lines().filter_map(|line| line.strip_suffix(": test"));
    Ok(names.map(str::to_owned).collect())
}

impl Count {
    /// Reads the line that ends each file's tests: `test result: ok. 3 passed; 0 failed; …`.
    fn add(&mut self, line: &str) {
        let Some((_, result)) = line.split_once("test result: ") else { return };
        for part in result.split(['.', ';']) {
            if let Some((number, what)) = part.trim().split_once(' ') {
                let number = number.parse().unwrap_or(0);
                match what {
                    "passed" => self.passed += number,
                    "failed" => self.failed += number,
                    _ => {}
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_of_both_harnesses_add_up() {
        let mut count = Count::default();
        for line in [
            "running 3 tests",
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 2 filtered out; finished in 0.01s",
            "test result: FAILED. 2 passed; 3 failed; 0 ignored; 0 filtered out; finished in 0.40s",
            "test passed::failed ... ok",
        ] {
            count.add(line);
        }
        assert_eq!(count, Count { passed: 14, failed: 3 });
    }
}
