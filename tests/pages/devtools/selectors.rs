//! What docs/src/testing.md tells hosts to find the controls by: each role and name, and each part, is there
//! exactly once.

use serde_json::{Value, json};
use thirtyfour::Key;

use super::command;
use crate::harness::{Page, Result, on_form, until};

const TESTING: &str = include_str!("../../../docs/src/testing.md");

/// A row of the table.
#[derive(Debug)]
struct Row {
    role: &'static str,
    /// A status has no name.
    name: Option<&'static str>,
    part: Option<&'static str>,
}

/// The text between the first two of these characters.
fn between(text: &'static str, mark: char) -> Option<&'static str> {
    text.split(mark).nth(1)
}

fn rows() -> Vec<Row> {
    let cells = TESTING.lines().map(|line| line.split('|').collect::<Vec<_>>());
    let row = |cells: Vec<&'static str>| {
        let [_, _, name, part, _] = cells[..] else { return None };
        Some(Row { role: between(name, '`')?, name: between(name, '"'), part: between(part, '`') })
    };
    cells.filter_map(row).collect()
}

/// How many elements a test by role and name, and one by part, finds in the form.
async fn found(page: &Page, row: &Row) -> Result<(usize, usize)> {
    let tree = command(page, "Accessibility.getFullAXTree", json!({})).await?;
    let is_it = |node: &&Value| {
        node["ignored"] != true
            && node["role"]["value"] == *row.role
            && row.name.is_none_or(|name| node["name"]["value"] == *name)
    };
    let by_role = tree["nodes"].as_array().ok_or("no tree")?.iter().filter(is_it).count();
    let Some(part) = row.part else { return Ok((by_role, 1)) };
    let count = format!("return root.querySelectorAll('[part~={part}]').length");
    Ok((by_role, page.in_form(&count).await?))
}

#[tokio::test(flavor = "multi_thread")]
async fn each_selector_of_the_document_finds_one_element() -> Result {
    on_form("{form}", async |page| {
        let rows = rows();
        let is_of_types = |row: &&Row| row.part == Some("type");
        let is_of_mobile = |row: &&Row| row.part == Some("mobile");
        assert_eq!(rows.len(), 10, "{rows:?}");
        page.in_shadow("#country").await?.click().await?;
        page.press("fr").await?;
        page.until("root.querySelector('[role=option]')").await?;
        let finds = async |rows: Vec<&Row>| -> Result {
            for row in rows {
                let mut counts = (0, 0);
                let wait = until("it is there once", async || {
                    counts = found(page, row).await?;
                    Ok(counts == (1, 1))
                });
                wait.await.map_err(|error| format!("{row:?} {counts:?}: {error}"))?;
            }
            Ok(())
        };
        finds(rows.iter().filter(|row| !is_of_types(row)).collect()).await?;
        page.press(Key::Escape + "").await?;
        page.in_form::<Value>("form.phoneTypes = 'home work'").await?;
        page.until("root.querySelector('#type')").await?;
        finds(rows.iter().filter(is_of_types).collect()).await?;
        assert_eq!(found(page, rows.iter().find(is_of_mobile).ok_or("no row")?).await?, (0, 0));

        // The description of the number, and what is said about a save.
        page.in_shadow("#number").await?.send_keys("514" + Key::Enter).await?;
        let tree = async || command(page, "Accessibility.getFullAXTree", json!({})).await;
        until("the number is described by its error", async || {
            let tree = tree().await?;
            let mut nodes = tree["nodes"].as_array().ok_or("no tree")?.iter();
            Ok(nodes.any(|node| {
                let description = node["description"]["value"].as_str().unwrap_or_default();
                node["role"]["value"] == "textbox" && description.starts_with("Too short")
            }))
        })
        .await?;
        page.in_shadow("#number").await?.clear().await?;
        page.in_shadow("#number").await?.send_keys("+1 514 222-3344" + Key::Enter).await?;
        page.until("root.querySelector('[role=status]').textContent.includes('222-3344')").await
    })
    .await
}
