//! The component for React, rendered on a server and hydrated in the browser, in StrictMode and with a
//! part that is loaded later.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use tokio::process::Command;

use super::frameworks::{Folder, run};
use super::{Host, on_host, sources};
use crate::harness::server::{Files, files_in};
use crate::harness::{Result, told, until};

/// The page as a server sends it: the HTML of the forms, and the files of the host.
struct Rendered {
    html: String,
    files: Files,
}

/// Renders the host with a release of React. React 18 has a name of its own among the packages.
async fn render(release: &str) -> Result<Rendered> {
    let folder = Folder::new(&format!("react-{release}"))?;
    for host in ["react", "react-server"] {
        fs::create_dir(folder.0.join(host))?;
        for (name, contents) in files_in(&sources(host))? {
            fs::write(folder.0.join(host).join(name), contents)?;
        }
    }
    folder.install().await?;
    let mut options = vec![
        "--bundle".to_owned(),
        "--jsx=automatic".to_owned(),
        "--log-level=warning".to_owned(),
        // In development React tells where the HTML differs from what it renders.
        "--define:process.env.NODE_ENV=\"development\"".to_owned(),
    ];
    if release == "18" {
        options.extend(["react", "react-dom"].map(|name| format!("--alias:{name}={name}-18")));
    }
    let esbuild = async |more: &[&str]| {
        let mut command = Command::new("node");
        command.arg(Path::new(&told("PAGES_MODULES")?).join("esbuild/bin/esbuild"));
        run(command.args(&options).args(more), &folder.0).await
    };
    esbuild(&["react-server/server.jsx", "--platform=node", "--outfile=server.cjs"]).await?;
    esbuild(&["react-server/client.jsx", "--format=esm", "--splitting", "--outdir=out"]).await?;
    let html = run(Command::new("node").arg("server.cjs"), &folder.0).await?;
    let mut files = files_in(&folder.0.join("out"))?;
    let package = files_in(&folder.0.join("node_modules/lead-phone-form"))?.into_iter();
    files.extend(package.filter(|(name, _)| name.ends_with(".wasm") || name.ends_with(".bin")));
    let page = fs::read_to_string(sources("react-server/index.html"))?.replace("PORTAL", &html);
    let script = "<script type=\"module\" src=\"https://cdn.example/lead-phone-form/lead-phone-form.js\"></script>";
    let defined = page.replace("<body>", &format!("{script}<body>"));
    files.push(("index.html".to_owned(), page.into_bytes()));
    files.push(("defined.html".to_owned(), defined.into_bytes()));
    Ok(Rendered { html, files })
}

/// The attributes that a server writes, and nothing else of the settings.
fn has_attributes_alone(html: &str) {
    let tags: Vec<_> = html.split("<lead-phone-form").skip(1).collect();
    let tags: Vec<_> = tags.iter().filter_map(|tag| tag.split('>').next()).collect();
    assert_eq!(
        tags,
        [
            " lead-id=\"3387562\" base-url=\"https://crm.activix.ca/api/v2\"",
            " class=\"quick\" aria-label=\"Quick phone\" lead-id=\"3387611\" \
             preferred-countries=\"CA FR\" fields=\"extension\"",
        ]
    );
    for never in ["secret", "object", "function", "token", "message", "Refused"] {
        assert!(!html.contains(never), "{never} is in {html}");
    }
}

/// The value of an expression of the second form and its shadow root.
async fn quick(host: &Host<'_>, expression: &str) -> Result<Value> {
    let of = "const form = document.querySelector('.quick'), root = form.shadowRoot";
    host.run(&format!("{of}; return {expression}"), vec![]).await
}

/// Whether the button "Phone" has moved the focus to the number, by the ref of the component.
async fn is_focused_by_its_ref(host: &Host<'_>) -> Result<bool> {
    host.press("Phone").await?;
    Ok(quick(host, "root.activeElement?.id === 'number'").await? == json!(true))
}

/// Follows the second form through changes of its props.
async fn follows_its_props(host: &Host<'_>) -> Result {
    let quick = async |expression: &str| quick(host, expression).await;
    let shows = async |label: &str, button: &str| {
        let read = "[root.querySelector('label[for=number]').textContent,
            root.getElementById('submit').textContent.includes('Ajouter') ? 'Ajouter' : '',
            root.getElementById('extension').checkVisibility(),
            root.getElementById('mobile').checkVisibility()]";
        let (mut found, expected) = (Value::Null, json!([label, button, true, false]));
        let wait = until("the form has the look", async || {
            found = quick(read).await?;
            Ok(found == expected)
        });
        wait.await.map_err(|error| format!("{error} {expected}, not {found}"))
    };
    shows("Phone number", "").await?;
    host.press("Save quickly").await?;
    host.until_text("#refusal", "English: number-missing").await?;
    host.press("Language").await?;
    shows("Numéro de téléphone", "Ajouter").await?;
    host.press("Save quickly").await?;
    host.until_text("#refusal", "French: number-missing").await?;
    // A property that is gone has its default again.
    host.press("Language").await?;
    shows("Phone number", "").await?;
    assert_eq!(quick("[form.locale, form.messages]").await?, json!(["en", {}]));
    assert_eq!(quick("form.preferredCountries").await?, json!(["CA", "FR"]));
    until("the ref is the element", async || is_focused_by_its_ref(host).await).await?;
    // React's own events too.
    quick("form.click()").await?;
    host.until_text("#refusal", "").await?;
    Ok(())
}

async fn hydrates(release: &str) -> Result {
    let Rendered { html, files } = render(release).await?;
    has_attributes_alone(&html);
    on_host(files, async |host| {
        host.field("#number").await?;
        host.hydrated().await?;
        host.has_nothing_to_complain_of().await?;
        follows_its_props(host).await?;
        host.adds_changes_and_closes(2).await?;

        // A form that is there before React.
        host.run::<Value>("location.href = 'defined.html'; return null", vec![]).await?;
        until("it is hydrated", async || is_focused_by_its_ref(host).await).await?;
        assert_eq!(quick(host, "form.preferredCountries").await?, json!(["CA", "FR"]));
        host.press("Language").await?;
        let label = "root.querySelector('label[for=number]').textContent";
        let french = json!("Numéro de téléphone");
        until("it is French", async || Ok(quick(host, label).await? == french)).await?;
        host.has_nothing_to_complain_of().await
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn react_18_hydrates_what_a_server_rendered() -> Result {
    hydrates("18").await
}

#[tokio::test(flavor = "multi_thread")]
async fn react_19_hydrates_what_a_server_rendered() -> Result {
    hydrates("19").await
}
