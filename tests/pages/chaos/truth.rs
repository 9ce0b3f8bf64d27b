//! Compares what the pages have heard with what the API knows.

use std::collections::BTreeMap;

use serde_json::Value;

use super::api::Sent;
use super::report::{End, Outcome, Report, Submit, Wrong};

/// What each token contains, and what the page throws on purpose. `page/tools.js` has the same.
const SECRET: &str = "s3cr3t";
const OWN: &str = "chaos";

/// What browsers write about answers that the API gives on purpose.
const OF_BROWSERS: [&str; 2] = ["Failed to load resource", "blocked by CORS policy"];

/// What the recorder of the console writes for an error while `JSON.stringify` throws.
const UNREADABLE: &str = "error: unreadable";

/// What is wrong about a line of the console.
pub fn wrong_line(line: &str) -> Option<String> {
    if line.contains(SECRET) {
        return Some(format!("the token is on the console: {line}"));
    }
    let is_error = line.to_ascii_lowercase().starts_with("error") || line.starts_with("SEVERE");
    let is_known = line == UNREADABLE
        || line.contains(OWN)
        || OF_BROWSERS.iter().any(|known| line.contains(known));
    (is_error && !is_known).then(|| format!("on the console: {line}"))
}

/// Compares the requests with the reports of all pages of a run.
pub fn compare(sent: &[Sent], reports: &[Report]) -> Outcome {
    let submits: Vec<&Submit> = reports.iter().flat_map(|report| &report.submits).collect();
    let found: Vec<Wrong> = reports.iter().flat_map(|report| report.wrong.clone()).collect();
    if !found.is_empty() {
        // The page has stopped there.
        return Outcome { wrong: found, saves: submits.len(), requests: sent.len() };
    }
    let mut wrong: Vec<String> = Vec::new();
    for report in reports {
        wrong.extend(report.uncaught.iter().filter(|line| !line.contains(OWN)).cloned());
        for submit in report.submits.iter().filter(|submit| !submit.cancelled) {
            // Nobody hears the end of a save whose page is left.
            if submit.ends.is_empty() && !report.is_left {
                wrong.push(format!("no end: {submit:?}"));
            }
            wrong.extend(submit.ends.iter().filter_map(|end| untrue(sent, submit, end)));
        }
    }
    for request in sent {
        if !submits.iter().any(|submit| submit.slot == request.slot && submit.body == request.body)
        {
            wrong.push(format!("nobody has asked for {request:?}"));
        }
        let secret = format!("Bearer {SECRET}-{}-", request.slot);
        if !request.authorization.starts_with(&secret) {
            wrong.push(format!("another token: {request:?}"));
        }
    }
    wrong.extend(too_often(sent, &submits));
    let wrong = wrong.into_iter().map(Wrong::at_the_end).collect();
    Outcome { wrong, saves: submits.len(), requests: sent.len() }
}

/// Why an end is not true.
fn untrue(sent: &[Sent], submit: &Submit, end: &End) -> Option<String> {
    if end.name == "error" {
        return None;
    }
    let is_it = |request: &Sent| {
        request.slot == submit.slot
            && request.operation == submit.operation
            && request.body == submit.body
            && request.phone.as_ref() == Some(&end.detail)
    };
    (!sent.iter().any(is_it)).then(|| format!("the API has not done it: {submit:?}"))
}

/// What was sent more often than it may be.
fn too_often<'a>(sent: &'a [Sent], submits: &[&'a Submit]) -> Vec<String> {
    type Key<'a> = (usize, &'a str, BTreeMap<String, String>);
    let mut counts: BTreeMap<Key<'a>, (usize, usize)> = BTreeMap::new();
    let key = |slot, operation: &'a str, body: &Value| -> Key<'a> {
        let fields = body.as_object().into_iter().flatten();
        (slot, operation, fields.map(|(name, value)| (name.clone(), value.to_string())).collect())
    };
    for request in sent {
        counts.entry(key(request.slot, request.operation, &request.body)).or_default().0 += 1;
        // A browser may send a request again by itself whose connection breaks.
        if ["cut", "silence", "not-http"].iter().any(|name| request.answer.starts_with(name)) {
            counts.entry(key(request.slot, request.operation, &request.body)).or_default().1 += 2;
        }
    }
    for submit in submits.iter().filter(|submit| !submit.cancelled) {
        // An update is tried three times. After a 401 a token is asked for once more.
        let most = if submit.operation == "create" { 1 } else { 3 };
        let operation = submit.operation.as_str();
        counts.entry(key(submit.slot, operation, &submit.body)).or_default().1 +=
            most + usize::from(submit.asks_again);
    }
    let too_many = counts.into_iter().filter(|(_, (times, most))| times > most);
    too_many
        .map(|(what, (times, most))| format!("{what:?} was sent {times} times, not {most}"))
        .collect()
}
