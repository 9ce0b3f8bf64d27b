//! The npm package: the files of the bundle with a `package.json`, packed by npm.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use serde_json::{Map, Value, json};

use crate::process;
use crate::widget::{self, Bundle, CLASSIC, MODULE, REACT, WASM};

/// The package's name in the registry.
const NAME: &str = "lead-phone-form";

/// The element without a form.
const PLAIN: &str = "lead-phone-form.cjs";

/// The `package.json` for the files of the bundle.
pub(super) fn manifest(bundle: &Bundle) -> Result<Vec<u8>> {
    let wasm = bundle.iter().map(|(name, _)| name).find(|name| widget::plain_name(name) == WASM);
    let wasm = wasm.with_context(|| format!("there is no {WASM} to put into the package"))?;
    let here = |name: &str| format!("./{name}");
    let mut manifest = json!({
        "name": NAME,
        "version": env!("CARGO_PKG_VERSION"),
        "description": "A form that saves a phone number to a CRM lead, as a custom element",
        "keywords": ["custom-element", "web-component", "phone-number", "form", "wasm"],
        "license": "MIT OR Apache-2.0",
        "type": "module",
        "main": here(MODULE),
        "types": "./lead-phone-form.d.ts",
        "customElements": "custom-elements.json",
        // Loading the module defines the element, so a bundler must not remove the import.
        "sideEffects": [here(MODULE), here(CLASSIC), here(PLAIN)],
        "exports": {
            ".": {
                "types": "./lead-phone-form.d.ts",
                // Nothing else than Node has this condition: servers, and most unit tests.
                "node": here(PLAIN),
                // Bundlers have this one also for `require`; Jest, with a simulated page, has not.
                "module": here(MODULE),
                "require": here(PLAIN),
                "default": here(MODULE),
            },
            "./react": {
                "types": "./react.d.ts",
                "module": here(REACT),
                "require": "./react.cjs",
                "default": here(REACT),
            },
            // A stable name without the hash, for hosts that rename the file.
            "./lead-phone-form.wasm": here(wasm),
        },
        // The component for React uses the second; only declarations use the others. All of them are
        // used only if the host has them anyway.
        "peerDependencies": { "@types/react": ">=18", "react": ">=18", "vue": ">=3.3" },
        "peerDependenciesMeta": {
            "@types/react": { "optional": true },
            "react": { "optional": true },
            "vue": { "optional": true },
        },
    });
    if let Some(exports) = manifest["exports"].as_object_mut() {
        for (name, _) in bundle.iter().filter(|(name, _)| *name != MODULE) {
            exports.insert(here(name), here(name).into());
        }
        for name in ["integrity.json", "package.json"] {
            exports.insert(here(name), here(name).into());
        }
    }
    Ok((format!("{manifest:#}\n")).into_bytes())
}

/// `integrity.json`: the hash of each file, in the format of the `integrity` attribute.
pub(super) fn integrity(bundle: &Bundle) -> Vec<u8> {
    let hashes: Map<String, Value> = bundle
        .iter()
        .map(|(name, contents)| (name.to_owned(), widget::integrity(contents).into()))
        .collect();
    format!("{:#}\n", Value::Object(hashes)).into_bytes()
}

/// Packs the folder into a file beside it, and returns its path.
pub(super) fn pack(folder: &Path) -> Result<PathBuf> {
    let parent = folder.parent().unwrap_or(folder);
    let mut npm = process::command("npm");
    npm.args(["pack", "--ignore-scripts", "--loglevel=error", "--pack-destination"]);
    process::quietly(npm.arg(parent).arg(folder)).context("npm cannot pack the widget")?;
    Ok(path(folder))
}

/// The path of a folder's package.
pub fn path(folder: &Path) -> PathBuf {
    folder.with_file_name(format!("{NAME}-{}.tgz", env!("CARGO_PKG_VERSION")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace;

    #[test]
    fn the_package_exports_each_file_and_the_webassembly_by_its_plain_name() {
        let mut bundle = Bundle::default();
        for name in [MODULE, "lead-phone-form.012345.wasm", "zone-2.012345.bin"] {
            bundle.insert(name, Vec::new());
        }
        let manifest: Value = serde_json::from_slice(&manifest(&bundle).unwrap()).unwrap();
        let exports = &manifest["exports"];
        assert_eq!(exports["."]["default"], "./lead-phone-form.js");
        // The first condition that fits is taken: Node's before a bundler's.
        let order = exports["."].as_object().unwrap().keys().cloned().collect::<Vec<_>>();
        assert_eq!(order, ["types", "node", "module", "require", "default"]);
        assert_eq!(exports["./lead-phone-form.wasm"], "./lead-phone-form.012345.wasm");
        assert_eq!(exports["./zone-2.012345.bin"], "./zone-2.012345.bin");
        assert!(super::manifest(&Bundle::default()).is_err());
    }

    #[test]
    fn one_version_is_everywhere() {
        let read = |name: &str| std::fs::read_to_string(workspace::root().join(name)).unwrap();
        let version = env!("CARGO_PKG_VERSION");
        let workspace: toml::Table = read("Cargo.toml").parse().unwrap();
        assert_eq!(workspace["workspace"]["package"]["version"].as_str(), Some(version));
        for name in ["Cargo.toml", "sandbox/Cargo.toml", "xtask/Cargo.toml"] {
            let manifest: toml::Table = read(name).parse().unwrap();
            let inherited = manifest["package"]["version"].get("workspace");
            assert_eq!(inherited.and_then(toml::Value::as_bool), Some(true), "{name}");
        }
        for page in ["docs/src/react.md", "docs/src/serving.md"] {
            assert!(read(page).contains(&format!("dist/{NAME}-{version}.tgz")), "{page}");
        }
        // The newest release, once there is one.
        let changelog = read("CHANGELOG.md");
        let headings = changelog.lines().filter_map(|line| line.strip_prefix("## ["));
        let newest = headings.filter_map(|rest| rest.split(']').next()).nth(1);
        assert!(newest.is_none_or(|newest| newest == version), "{newest:?}");
    }
}
