//! A page that removes elements again and again, and one whose copies of controls are edited.

use serde_json::{Value, json};

use super::run;
use crate::harness::Result;

/// Removes an element each time it comes back, while the form is drawn often, and returns the longest
/// time for which the form puts off an attempt, and how many attempts wait at once.
const REMOVE: &str = r##"
    return customElements.whenDefined("lead-phone-form").then((form) => form.preload()).then(async () => {
      const form = await create(first);
      const root = form.shadowRoot;
      const pauses = [], later = window.setTimeout;
      let attempts = 0, waiting = 0, most = 0;
      // What the form puts off is done at once, so that the test does not take as long.
      window.setTimeout = (run, pause = 0) => {
        pauses.push(pause);
        const isPutOff = pause > 0;
        waiting += isPutOff;
        most = Math.max(most, waiting);
        return later(() => {
          waiting -= isPutOff;
          run();
        });
      };
      await new Promise((done) => {
        new MutationObserver((records) => {
          for (const { addedNodes } of records) for (const node of addedNodes) {
            if (node.id === "submit" && ++attempts < 300) node.remove();
          }
          if (attempts >= 300) done();
        }).observe(root, { childList: true, subtree: true });
        for (let nth = 0; nth < 20; nth++) form.locale = nth % 2 ? "en" : "en-CA";
        root.getElementById("submit").remove();
      });
      window.setTimeout = later;
      return [Math.max(...pauses), most];
    });
"##;

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_goes_on_removing_elements_does_not_keep_the_form_busy() -> Result {
    let (longest, most): (f64, u32) = run(REMOVE).await?;
    // A browser takes a time of more than 24 days for none at all.
    assert!(longest <= 10_000.0, "{longest} milliseconds");
    assert_eq!(most, 1, "timers that wait at once");
    Ok(())
}

/// Fills in the fields, lets the page replace each by a copy, edits the copies, and returns what the form
/// then has: an empty or unchecked copy is no answer by itself, but an edited one is.
const EDIT: &str = r##"
    return customElements.whenDefined("lead-phone-form").then((form) => form.preload()).then(async () => {
      const found = [];
      for (const types of [undefined, ["home", "work", "mobile"]]) {
        const form = await create(first);
        form.phoneTypes = types;
        await turn();
        const root = form.shadowRoot;
        // The number is read when the form is hydrated.
        type(root, "514-222-3344");
        await until("it is hydrated", () => form.entry.number);
        const edit = (id, change, kind = "input") => {
          const control = root.getElementById(id);
          change(control);
          control.dispatchEvent(new Event(kind, { bubbles: true, composed: true }));
        };
        edit("extension", (control) => { control.value = "12" });
        if (types) edit("type", (control) => { control.value = "work" }, "change");
        else edit("mobile", (control) => { control.checked = true }, "change");
        for (const control of root.querySelectorAll("#extension, #mobile, #type")) {
          control.replaceWith(control.cloneNode(true));
        }
        edit("extension", (control) => { control.value = "" });
        if (types) edit("type", (control) => { control.value = "mobile" }, "change");
        else edit("mobile", (control) => { control.checked = false }, "change");
        type(root, "514-222-3355");
        form.messages = { submit: "Go" };
        await turn();
        const { number, extension, mobile, type: chosen } = form.entry;
        found.push([number, extension, mobile ?? chosen, root.querySelectorAll("#extension").length]);
        form.remove();
      }
      return found;
    });
"##;

#[tokio::test(flavor = "multi_thread")]
async fn what_is_edited_in_a_copy_of_a_control_is_what_the_form_has() -> Result {
    let found: Value = run(EDIT).await?;
    let expected = json!([["+15142223355", "", false, 1], ["+15142223355", "", "mobile", 1]]);
    assert_eq!(found, expected);
    Ok(())
}
