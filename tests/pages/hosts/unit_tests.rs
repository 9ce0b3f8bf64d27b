//! Unit tests of hosts, in which Node simulates a page: the package can be imported, and the element
//! takes its settings and stays quiet. The scripts are in `tests/unit-tests`.

use std::fs;
use std::path::Path;

use tokio::process::Command;

use super::frameworks::{Folder, run};
use crate::harness::server::files_in;
use crate::harness::{Result, told};

/// A folder with the package and the scripts.
async fn folder(name: &str) -> Result<Folder> {
    let folder = Folder::new(name)?;
    folder.install().await?;
    let scripts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../unit-tests");
    for (name, contents) in files_in(&scripts)? {
        fs::write(folder.0.join(name), contents)?;
    }
    Ok(folder)
}

/// Runs a script with each library and each entry.
async fn passes(folder: &Folder, script: &str, libraries: &[&str], entries: &[&str]) -> Result {
    for library in libraries {
        for entry in entries {
            let mut node = Command::new("node");
            let said = run(node.args([script, library, entry]), &folder.0).await;
            let said = said.map_err(|error| format!("{library}, {entry}: {error}"))?;
            assert_eq!(said, "passed\n", "{library}, {entry}");
        }
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_element_is_quiet_in_node_jsdom_and_happy_dom() -> Result {
    let folder = folder("unit-tests").await?;
    let module = Path::new(&told("PAGES_WIDGET")?).join("lead-phone-form.js");
    let module = module.display().to_string();
    let libraries = ["node", "jsdom", "happy-dom"];
    passes(&folder, "element.mjs", &libraries, &["import", "require", &module]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_component_for_react_works_in_jsdom_and_happy_dom() -> Result {
    let folder = folder("unit-tests-react").await?;
    passes(&folder, "react.mjs", &["jsdom", "happy-dom"], &["import", "require"]).await
}
