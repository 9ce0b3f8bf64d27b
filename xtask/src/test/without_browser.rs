//! Finds the tests that failed because their browser ended or lost an answer, in the output of
//! Rust's test harness.

/// What a driver says when the fault is the browser's and not the page's: WebDriver's error code
/// for a session that no longer exists, in every engine
/// (<https://www.w3.org/TR/webdriver2/#dfn-invalid-session-id>), WebKit's messages for a script's
/// result and for a title that did not arrive whole, and thirtyfour's error for a driver that does
/// not answer.
const FAULTS: [&str; 4] = [
    "invalid session id",
    "Could not parse script result",
    "Could not parse title from browsing context",
    "WebDriverError(HttpError(",
];

/// The tests that failed because their browser ended or lost an answer.
#[derive(Debug, Default)]
pub(super) struct WithoutBrowser {
    names: Vec<String>,
    /// The test that the current lines are about.
    test: Option<String>,
}

impl WithoutBrowser {
    /// Reads a line of the output. The output of a failed test starts after
    /// `---- its name stdout ----`, and ends at the next such line or at `failures:`, the headline
    /// of the list of failed tests.
    pub(super) fn note(&mut self, line: &str) {
        let name = line.strip_prefix("---- ").and_then(|line| line.strip_suffix(" stdout ----"));
        if name.is_some() || line == "failures:" {
            self.test = name.map(str::to_owned);
        } else if FAULTS.iter().any(|fault| line.contains(fault)) {
            self.names.extend(self.test.take());
        }
    }

    /// Their names, if they are all the tests that failed.
    pub(super) fn if_all_of(&self, failed: usize) -> Option<&[String]> {
        (failed > 0 && self.names.len() == failed).then_some(&self.names)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENDED: &str = "---- moves::one stdout ----\nError: \"waited 30s in vain until it is so: \
        The WebDriver session id is invalid:\n    Additional info:\n        Error: invalid session \
        id\n        invalid session id\"\n";
    const LOST: &str = "---- moves::one stdout ----\nError: WebDriverError(UnknownError(\
        WebDriverErrorValue { message: \"Could not parse script result\" }))\n";
    const TITLE: &str = "---- moves::one stdout ----\nThe browser's driver: Unknown error:\n    \
        Additional info:\n        Could not parse title from browsing context\nError: \
        WebDriverError(UnknownError(WebDriverErrorValue { message: \"\" }))\n";
    const SILENT: &str = "---- moves::one stdout ----\nError: WebDriverError(HttpError(\"error sending \
        request for url (http://127.0.0.1:1/session)\"))\n";
    const WRONG: &str = "---- moves::two stdout ----\nError: \"there is no button\"\n";

    fn noted(told: &[&str]) -> WithoutBrowser {
        let mut noted = WithoutBrowser::default();
        let told = told.concat();
        let text =
            format!("test moves::one ... FAILED\n\nfailures:\n\n{told}\nfailures:\n    it\n");
        text.lines().for_each(|line| noted.note(line));
        noted
    }

    #[test]
    fn a_test_whose_browser_ended_is_told_from_one_that_failed() {
        let one = ["moves::one".to_owned()];
        assert_eq!(noted(&[ENDED]).if_all_of(1), Some(&one[..]));
        assert_eq!(noted(&[LOST]).if_all_of(1), Some(&one[..]));
        assert_eq!(noted(&[SILENT]).if_all_of(1), Some(&one[..]));
        assert_eq!(noted(&[TITLE]).if_all_of(1), Some(&one[..]));
        assert_eq!(noted(&[WRONG]).if_all_of(1), None);
        for both in [[ENDED, WRONG], [WRONG, ENDED]] {
            assert_eq!(noted(&both).names, one);
            assert_eq!(noted(&both).if_all_of(2), None);
        }
    }

    #[test]
    fn a_test_that_failed_without_a_word_failed_all_the_same() {
        assert_eq!(noted(&[ENDED]).if_all_of(2), None);
    }

    #[test]
    fn what_is_said_of_no_test_is_no_failure() {
        let mut noted = WithoutBrowser::default();
        noted.note("invalid session id");
        assert_eq!(noted.if_all_of(0), None);
    }
}
