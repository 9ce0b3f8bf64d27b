//! Finds the words of a language that are older than the English ones, by the repository's history.

use std::collections::BTreeMap;

use anyhow::Result;

use super::locales::{COMMENT, ENGLISH, FOLDER, stem};
use crate::process;

/// When the words of each text were changed last, in seconds since 1970. Words that are not
/// committed were changed now.
type Times = BTreeMap<String, u64>;

/// The texts of a language whose English words were changed after its own.
///
/// # Errors
///
/// If there is no git, or the files are not in a repository.
pub(super) fn texts(tag: &str) -> Result<Vec<String>> {
    Ok(older(&times(&blame(tag)?), &times(&blame(ENGLISH)?)))
}

fn blame(tag: &str) -> Result<String> {
    let mut git = process::command("git");
    git.args(["blame", "--line-porcelain", &format!("{FOLDER}/{tag}.json")]);
    process::quietly(&mut git)
}

/// Reads the output of `git blame --line-porcelain`: headers, then the line after a tab.
fn times(blame: &str) -> Times {
    let mut times = Times::new();
    let mut time = 0;
    for line in blame.lines() {
        if let Some(seconds) = line.strip_prefix("committer-time ") {
            time = seconds.parse().unwrap_or(0);
        }
        let key = line.strip_prefix('\t').and_then(|line| line.split('"').nth(1));
        if let Some(key) = key.filter(|key| !key.ends_with(COMMENT)) {
            let last = times.entry(stem(key).to_owned()).or_default();
            *last = time.max(*last);
        }
    }
    times
}

fn older(words: &Times, english: &Times) -> Vec<String> {
    let changed = |(key, time): &(&String, &u64)| words.get(*key).is_some_and(|own| own < *time);
    english.iter().filter(changed).map(|(key, _)| key.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blamed(lines: &[(u64, &str)]) -> Times {
        let line = |(time, text): &(u64, &str)| {
            format!("93ee0dac 2 2 1\nauthor-time 9\ncommitter-time {time}\nfilename x\n\t{text}\n")
        };
        times(&lines.iter().map(line).collect::<String>())
    }

    #[test]
    fn words_are_old_if_the_english_ones_are_newer() {
        let english = blamed(&[
            (1, "{"),
            (9, "  \"submit_comment\": \"The button.\","),
            (3, "  \"submit\": \"Save\","),
            (2, "  \"days-one\": \"{count} day\","),
            (7, "  \"days-other\": \"{count} days\","),
            (5, "  \"country\": \"Country\""),
        ]);
        let polish = blamed(&[
            (4, "  \"submit\": \"Zapisz\","),
            (6, "  \"days-few\": \"{count} dni\","),
            (6, "  \"days-other\": \"{count} dnia\","),
            (5, "  \"country\": \"Kraj\""),
        ]);
        assert_eq!(older(&polish, &english), ["days"]);
        assert!(older(&english, &english).is_empty());
    }
}
