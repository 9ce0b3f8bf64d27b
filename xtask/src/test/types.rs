//! Checks the declarations of `www/`: with hosts that must compile, with lines that must not, and
//! against `custom-elements.json`. The page tests compare that manifest with the running element.

use std::fmt::Write as _;
use std::fs;

use anyhow::{Context as _, Result};
use serde_json::Value;

use crate::tools::npm::Packages;
use crate::{process, workspace};

const MANIFEST: &str = "www/custom-elements.json";

/// Checks the manifest, then the declarations against it, then the hosts.
pub(super) fn check(packages: &Packages) -> Result<()> {
    let manifest = workspace::root().join(MANIFEST);
    let mut validate = packages.script("xtask/npm/validate.mjs");
    process::quietly(validate.arg(packages.modules()).arg(&manifest))
        .with_context(|| format!("{MANIFEST} does not conform to its schema"))?;

    let manifest: Value = serde_json::from_str(&fs::read_to_string(manifest)?)?;
    let folder = workspace::made("types");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("manifest.ts"), assertions(&manifest)?)?;
    for host in ["manifest", "plain", "frameworks"] {
        let mut command = packages.program("typescript/bin/tsc");
        command.arg("--project").arg(format!("tests/types/{host}.json"));
        process::run(&mut command)
            .with_context(|| format!("www/lead-phone-form.d.ts does not fit {host}"))?;
    }
    Ok(())
}

/// A module that compiles only if the declarations have exactly the members of the manifest.
fn assertions(manifest: &Value) -> Result<String> {
    let element = &manifest["modules"][0]["declarations"][0];
    let list = |name: &str| element[name].as_array().cloned().unwrap_or_default();
    let union = |members: &[&Value]| {
        members.iter().map(|member| member["name"].to_string()).collect::<Vec<_>>().join(" | ")
    };
    let (attributes, members, events) = (list("attributes"), list("members"), list("events"));
    let on_class = |member: &&Value| member["static"] == true;
    let (fixed, own): (Vec<_>, Vec<_>) = members.iter().partition(on_class);
    let settable: Vec<_> = own
        .iter()
        .filter(|member| member["kind"] == "field" && member["readonly"] != true)
        .copied()
        .collect();

    let mut text = String::from(
        "// Made by `cargo xtask test` from www/custom-elements.json.\n\
         import type * as types from \"lead-phone-form\";\n\
         import type { Entry, ErrorDetail, Phone, RefusedDetail, SubmitDetail } from \"lead-phone-form\";\n\
         type Same<A, B> = [A, B] extends [B, A] ? true : false;\n\
         type Inherited = Exclude<keyof HTMLElement, \"focus\">;\n",
    );
    let mut same = |name: &str, declared: &str, expected: &str| {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "export const {name}: Same<{declared}, {expected}> = true;");
    };
    let all: Vec<_> = attributes.iter().collect();
    same("attributes", "keyof types.LeadPhoneFormAttributes", &union(&all));
    same("members", "Exclude<keyof types.LeadPhoneFormElement, Inherited>", &union(&own));
    same("properties", "keyof types.LeadPhoneFormProperties", &union(&settable));
    same("statics", "Exclude<keyof types.LeadPhoneFormConstructor, \"prototype\">", &union(&fixed));
    for (what, declared) in [
        ("cssParts", "types.LeadPhoneFormPart"),
        ("cssStates", "types.LeadPhoneFormState"),
        ("cssProperties", "types.LeadPhoneFormCustomProperty"),
    ] {
        let names = list(what);
        same(what, declared, &union(&names.iter().collect::<Vec<_>>()));
    }
    let all: Vec<_> = events.iter().collect();
    same("events", "keyof types.LeadPhoneFormEventMap", &union(&all));
    for event in &events {
        let name = event["name"].as_str().context("an event of the manifest has no name")?;
        let class = event["type"]["text"].as_str().context("an event has no type")?;
        let declared = format!("types.LeadPhoneFormEventMap[\"{name}\"]");
        same(&name.replace('-', "_"), &declared, class);
    }
    Ok(text)
}
