//! Which tests failed, and which of them for want of a browser, read from what Rust's test
//! harness writes.

/// What WebDriver says of a session that there is no more, in any engine:
/// <https://www.w3.org/TR/webdriver2/#dfn-invalid-session-id>.
const ENDED: &str = "invalid session id";

/// The tests that failed.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Failures {
    /// Each that said why.
    told: Vec<String>,
    /// Those among them whose browser ended under them.
    without_browser: Vec<String>,
    /// Whether the line is one of what the last of them said.
    telling: bool,
}

impl Failures {
    /// Reads a line. A test that fails is told of between `---- its name stdout ----` and the
    /// next, or the list of all that failed, whose headline is `failures:`.
    pub(super) fn note(&mut self, line: &str) {
        let name = line.strip_prefix("---- ").and_then(|line| line.strip_suffix(" stdout ----"));
        if let Some(name) = name {
            self.told.push(name.to_owned());
            self.telling = true;
        } else if line == "failures:" {
            self.telling = false;
        } else if self.telling
            && line.contains(ENDED)
            && let Some(name) = self.told.last()
            && self.without_browser.last() != Some(name)
        {
            self.without_browser.push(name.clone());
        }
    }

    /// The tests that failed, if it was the browser that ended with each of them.
    pub(super) fn all_without_browser(&self) -> Option<&[String]> {
        let all = !self.told.is_empty() && self.told.len() == self.without_browser.len();
        all.then_some(&self.without_browser)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOST: &str = "---- moves::one stdout ----\nError: \"waited 30s in vain until it is so: \
        The WebDriver session id is invalid:\n    Additional info:\n        Error: invalid session \
        id\n        invalid session id\"\n";
    const WRONG: &str = "---- moves::two stdout ----\nError: \"there is no button\"\n";

    fn failures(told: &[&str]) -> Failures {
        let mut failures = Failures::default();
        let told = told.concat();
        let text =
            format!("test moves::one ... FAILED\n\nfailures:\n\n{told}\nfailures:\n    it\n");
        text.lines().for_each(|line| failures.note(line));
        failures
    }

    #[test]
    fn a_test_whose_browser_ended_is_told_from_one_that_failed() {
        assert_eq!(failures(&[LOST]).all_without_browser(), Some(&["moves::one".to_owned()][..]));
        assert_eq!(failures(&[WRONG]).all_without_browser(), None);
        assert_eq!(failures(&[LOST, WRONG]).all_without_browser(), None);
        assert_eq!(failures(&[WRONG, LOST]).all_without_browser(), None);
    }

    #[test]
    fn what_is_said_of_no_test_is_no_failure() {
        let mut failures = Failures::default();
        failures.note("invalid session id");
        assert_eq!(failures.all_without_browser(), None);
    }
}
