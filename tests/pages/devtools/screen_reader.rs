//! The output of a screen reader, from the browser's accessibility tree.

use serde_json::{Value, json};
use thirtyfour::Key;

use super::command;
use crate::accessibility::{PAGE, fill};
use crate::harness::{Page, Result, on_form, until};

/// The lines that a screen reader reads, in order: role, name, states.
async fn tree(page: &Page) -> Result<Vec<String>> {
    let answer = command(page, "Accessibility.getFullAXTree", json!({})).await?;
    let nodes = answer["nodes"].as_array().ok_or("no tree")?;
    let mut said = Vec::new();
    let main = nodes.iter().find(|node| node["role"]["value"] == "main").ok_or("no main")?;
    read(nodes, main, &mut said);
    Ok(said)
}

/// The states that a screen reader reads. Others are internal to the browser.
const STATES: [&str; 9] = [
    "autocomplete",
    "expanded",
    "selected",
    "checked",
    "required",
    "invalid",
    "disabled",
    "busy",
    "live",
];

fn read(nodes: &[Value], node: &Value, said: &mut Vec<String>) {
    let role = node["role"]["value"].as_str().unwrap_or_default();
    let name = node["name"]["value"].as_str().unwrap_or_default();
    let read_itself = node["ignored"] != true
        && (!matches!(role, "generic" | "none" | "main" | "InlineTextBox" | "paragraph")
            || is_live(node))
        // Some versions of Chromium list a form without a name, and others do not.
        && !(role == "form" && name.is_empty())
        // Skip texts that are only white space.
        && !(role == "StaticText" && name.trim().is_empty());
    if read_itself {
        let mut line = format!("{role} “{name}”");
        for property in node["properties"].as_array().into_iter().flatten() {
            let (state, value) = (&property["name"], &property["value"]["value"]);
            let is_off = *value == json!(false) || *value == json!("false");
            if STATES.iter().any(|known| state == known) && (!is_off || state == "expanded") {
                line.push_str(&format!(" {}={value}", state.as_str().unwrap_or_default()));
            }
        }
        for (what, text) in [("described", &node["description"]), ("value", &node["value"])] {
            if let Some(text) = text["value"].as_str().filter(|text| !text.is_empty()) {
                line.push_str(&format!(" {what}: {text}"));
            }
        }
        said.push(line.replace('"', ""));
    }
    // The contents of a control or an option are already in its name and value.
    if matches!(role, "option" | "button" | "textbox" | "combobox" | "checkbox" | "LabelText") {
        return;
    }
    for child in node["childIds"].as_array().into_iter().flatten() {
        if let Some(child) = nodes.iter().find(|node| node["nodeId"] == *child) {
            read(nodes, child, said);
        }
    }
}

fn is_live(node: &Value) -> bool {
    let mut properties = node["properties"].as_array().into_iter().flatten();
    properties.any(|property| property["name"] == "live")
}

async fn expect_tree(page: &Page, expected: &[&str]) -> Result {
    let mut last = Vec::new();
    let outcome = until("the tree is as expected", async || {
        last = tree(page).await?;
        Ok(last == expected)
    })
    .await;
    outcome.map_err(|error| format!("{error}: found {last:#?}").into())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_screen_reader_reads_names_roles_and_states_in_order() -> Result {
    on_form(PAGE, async |page| {
        expect_tree(
            page,
            &[
                "heading “A lead”",
                "StaticText “A lead”",
                "form “Phone number”",
                "LabelText “”",
                "combobox “Country” autocomplete=list expanded=false value: Canada +1",
                "LabelText “”",
                "textbox “Phone number” required=true described: Start with + for another country.",
                "StaticText “Start with + for another country.”",
                "LabelText “”",
                "textbox “Extension”",
                "checkbox “Mobile phone”",
                "button “Save number”",
                "generic “” live=assertive",
                "status “” live=polite",
                "generic “” live=polite",
                "StaticText “After the form”",
            ],
        )
        .await?;
        page.in_form::<Value>("root.querySelector('#country').focus()").await?;
        page.press("united").await?;
        expect_tree(
            page,
            &[
                "heading “A lead”",
                "StaticText “A lead”",
                "form “Phone number”",
                "LabelText “”",
                "combobox “Country” autocomplete=list expanded=true value: united",
                "listbox “Countries”",
                "option “United States +1” selected=true",
                "option “United Arab Emirates +971”",
                "option “United Kingdom +44”",
                "LabelText “”",
                "textbox “Phone number” required=true described: Start with + for another country.",
                "StaticText “Start with + for another country.”",
                "LabelText “”",
                "textbox “Extension”",
                "checkbox “Mobile phone”",
                "button “Save number”",
                "generic “” live=assertive",
                "status “” live=polite",
                "generic “” live=polite",
                "StaticText “3 countries”",
                "StaticText “After the form”",
            ],
        )
        .await?;
        page.press(Key::Escape + "").await?;
        fill(page, "#number", "514 555 01").await?;
        fill(page, "#extension", "012").await?;
        page.in_shadow("#submit").await?.click().await?;
        expect_tree(
            page,
            &[
                "heading “A lead”",
                "StaticText “A lead”",
                "form “Phone number”",
                "LabelText “”",
                "combobox “Country” autocomplete=list expanded=false value: Canada +1",
                "LabelText “”",
                "textbox “Phone number” invalid=true required=true \
                 described: Too short: Canada numbers have 10 digits, this has 8. value: (514) 555-01",
                "StaticText “Too short: Canada numbers have 10 digits, this has 8.”",
                "button “Save +1 51455501 anyway” described: Too short: Canada numbers have 10 digits, this has 8.",
                "LabelText “”",
                "textbox “Extension” invalid=true \
                 described: The CRM can’t store an extension that starts with 0. value: 012",
                "StaticText “The CRM can’t store an extension that starts with 0.”",
                "checkbox “Mobile phone”",
                "button “Save number”",
                "generic “” live=assertive",
                "StaticText “Too short: Canada numbers have 10 digits, this has 8.”",
                "StaticText “The CRM can’t store an extension that starts with 0.”",
                "StaticText “Save +1 51455501 anyway”",
                "status “” live=polite",
                "generic “” live=polite",
                "StaticText “After the form”",
            ],
        )
        .await
    })
    .await
}
