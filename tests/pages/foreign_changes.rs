//! Pages, extensions and translators change the elements of a form that is in use. It goes on with
//! what was typed, and no other form hears of it.

mod copies_and_removals;

use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::harness::{Result, Server, Stage};

/// What a page does to a form: each with `form`, `root` and `number`. `again` does something at once
/// and after each later change in the form.
const CHANGES: &str = r##"
    const again = (root, change) => {
      new MutationObserver(change).observe(root, { childList: true, subtree: true, attributes: true });
      change();
    };
    const wrap = (node) => {
      const font = document.createElement("font");
      node.replaceWith(font);
      font.append(node);
    };
    const changes = { "nothing": () => {} };
    for (const selector of ["#number", "#mobile", "#submit", "label", ".about", "[part=row]", "form",
        "#status"]) {
      const find = (root) => root.querySelector(selector);
      changes[selector + " is removed"] = ({ root }) => find(root).remove();
      changes[selector + " is wrapped"] = ({ root }) => wrap(find(root));
      changes[selector + " is kept wrapped"] = ({ root }) => again(root, () => {
        const node = find(root);
        if (node && node.parentNode.localName !== "font") wrap(node);
      });
      changes[selector + " is moved to the end"] = ({ root }) => root.append(find(root));
      changes[selector + " is copied before it"] = ({ root }) =>
        find(root).before(find(root).cloneNode(true));
      changes[selector + " is a copy"] = ({ root }) =>
        find(root).replaceWith(find(root).cloneNode(true));
    }
    Object.assign(changes, {
      "all is removed": ({ root }) => root.replaceChildren(),
      "all is text": ({ root }) => { root.innerHTML = "Gone" },
      "all is a copy": ({ root }) => { root.innerHTML = root.innerHTML },
      "all is a copy that is submitted": ({ root }) => {
        root.innerHTML = root.innerHTML;
        root.getElementById("submit").click();
      },
      "all is a copy with a value of long ago": ({ root, number }) => {
        number.setAttribute("value", "604");
        root.innerHTML = root.innerHTML;
      },
      "the number is set without an event, its row removed, and the form focused": ({ form, root, number }) => {
        type(root, "514-2");
        number.value = "514-222";
        root.querySelector("[part=row]").remove();
        form.focus();
      },
      "the form is empty": ({ root }) => root.querySelector("form").replaceChildren(),
      "the rows are swapped": ({ root }) => root.querySelector("form").append(root.querySelector("[part=row]")),
      "what is removed is gone from the page for good": async ({ root, turn }) => {
        const row = root.querySelector("[part=row]");
        row.remove();
        await turn();
        row.querySelector("#number").remove();
      },
      "the fields are elsewhere on the page": ({ root }) => {
        const place = document.createElement("div");
        document.body.append(place);
        place.append(...root.querySelectorAll("input"));
      },
      "what is added is removed": ({ root }) => new MutationObserver((records) => {
        for (const { addedNodes } of records) for (const node of addedNodes) node.remove();
      }).observe(root, { childList: true, subtree: true }),
      "what is added is wrapped": ({ root }) => new MutationObserver((records) => {
        for (const { addedNodes } of records) {
          for (const node of addedNodes) {
            if (node.localName !== "font" && node.parentNode?.localName !== "font") wrap(node);
          }
        }
      }).observe(root, { childList: true, subtree: true }),
      "texts are kept wrapped": ({ root }) => again(root, () => {
        const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), all = [];
        while (texts.nextNode()) all.push(texts.currentNode);
        for (const text of all) {
          if (text.parentNode.localName === "font") continue;
          const font = document.createElement("font");
          font.textContent = text.data;
          text.replaceWith(font);
        }
      }),
      "an icon is kept after each input": ({ root }) => again(root, () => {
        for (const input of root.querySelectorAll("input")) {
          if (input.nextSibling?.localName !== "i") input.after(document.createElement("i"));
        }
      }),
      "the number is a file": ({ number }) => { number.type = "file" },
      "the number is a check box": ({ number }) => { number.type = "checkbox" },
      "the number is hidden": ({ number }) => { number.type = "hidden" },
      "the extension is a file": ({ root }) => { root.getElementById("extension").type = "file" },
      "the check box is a text": ({ root }) => { root.getElementById("mobile").type = "text" },
      "no element has an id": ({ root }) => {
        for (const node of root.querySelectorAll("[id]")) node.removeAttribute("id");
      },
      "an open list is removed": async ({ root, turn }) => {
        const country = root.getElementById("country");
        await until("the list is not open", () => {
          if (root.getElementById("countries")) return true;
          country.focus();
          country.click();
        });
        root.getElementById("countries").remove();
      },
      "the options of an open list are removed": async ({ root, turn }) => {
        const country = root.getElementById("country");
        await until("the list is not open", () => {
          if (root.getElementById("countries")) return true;
          country.focus();
          country.click();
        });
        root.getElementById("countries").replaceChildren();
        country.value = "fr";
        country.dispatchEvent(new Event("input", { bubbles: true }));
        await turn();
        country.value = "";
        country.dispatchEvent(new Event("input", { bubbles: true }));
        await turn();
        country.blur();
      },
    });
"##;

/// What both scripts use.
const TOOLS: &str = r#"
    const [api, first, names] = arguments;
    const turn = () => new Promise((resolve) => setTimeout(resolve));
    const create = async (lead) => {
      const form = document.createElement("lead-phone-form");
      form.leadId = lead;
      form.baseUrl = api;
      form.token = "a-token";
      const ready = new Promise((done) => form.addEventListener("lead-phone-ready", done));
      document.body.append(form);
      await ready;
      // It is hydrated in the next turn, as the WebAssembly is there.
      await turn();
      await turn();
      return form;
    };
    const type = (root, text) => {
      const number = root.getElementById("number");
      number.value = text;
      number.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    };
    const until = async (what, is) => {
      const end = performance.now() + 20_000;
      while (!is()) {
        if (performance.now() > end) throw new Error(what);
        await turn();
      }
    };
    // The errors of doing this with a form for each of these changes at once.
    const all = async (what, some) => {
      const errors = some.map((name) => what(name, first + names.indexOf(name)).then(
        (error) => error && `${name}: ${error}`, (error) => `${name}: ${error.message}`));
      return (await Promise.all(errors)).filter(Boolean);
    };
    // The same, one after the other: only one form has the focus.
    const each = async (what, some) => {
      const errors = [];
      for (const name of some) errors.push(await all(what, [name]));
      return errors.flat();
    };
"#;

/// Changes forms, saves two numbers with each, and returns what went wrong.
const SAVE: &str = r##"
    const save = async (name, lead) => {
      const form = await create(lead);
      const root = form.shadowRoot;
      let end;
      for (const kind of ["created", "error", "refused"]) {
        form.addEventListener("lead-phone-" + kind, ({ detail }) => {
          end = kind === "created" ? detail.number : `${kind}: ${detail.message}`;
        });
      }
      root.getElementById("extension").value = "12";
      type(root, "514-222");
      await changes[name]({ form, root, number: root.getElementById("number"), turn });
      await turn();
      // Each of these draws.
      form.messages = { submit: "Go" };
      await turn();
      form.phoneTypes = ["home", "work"];
      await turn();
      form.phoneTypes = undefined;
      await turn();
      await until("the number is lost: " + root.getElementById("number")?.value,
        () => root.getElementById("number")?.value === "514-222");
      form.requestSubmit();
      await until("it was not refused", () => end);
      if (!end.startsWith("refused")) return end;
      for (const [text, number] of [["514-222-3344", "+15142223344"], ["514-222-3355", "+15142223355"]]) {
        await turn();
        end = undefined;
        type(root, text);
        form.requestSubmit();
        await until("it was not saved", () => end);
        if (end !== number) return end;
      }
      await turn();
      const left = root.querySelectorAll("#number").length;
      if (left > 1) return left + " numbers";
      form.remove();
    };
    return (async () => {
      await customElements.whenDefined("lead-phone-form").then((form) => form.preload());
      window.other = await create(1);
      const hasList = (name) => name.includes("list");
      const errors = await each(save, names.filter(hasList));
      // Not all at once: they take the focus from each other.
      for (let rest = names.filter((name) => !hasList(name)); rest.length;) {
        errors.push(...await all(save, rest.splice(0, 8)));
      }
      return errors;
    })();
"##;

/// Changes forms while their numbers are typed, and returns where the focus and the caret are instead.
const FOCUS: &str = r##"
    const focus = async (name, lead) => {
      const form = await create(lead);
      const root = form.shadowRoot;
      type(root, "514-222");
      root.getElementById("number").focus();
      root.getElementById("number").setSelectionRange(2, 5);
      await changes[name]({ form, root, number: root.getElementById("number"), turn });
      let now;
      const stays = () => {
        const number = root.getElementById("number");
        now = `${root.activeElement?.id}: ${number?.value}, ${number?.selectionStart} to ${number?.selectionEnd}`;
        return now === "number: 514-222, 2 to 5";
      };
      for (const change of [() => {}, () => { form.messages = { submit: "Go" } }]) {
        change();
        await until(now, stays).catch(() => { throw new Error(now) });
      }
      form.remove();
    };
    return each(focus, names);
"##;

/// Leaves the number right after each change, and returns what has the focus instead.
const LEAVE: &str = r##"
    changes["the flag has changed"] = ({ root }) =>
      root.querySelector(".flag").replaceChildren(document.createElement("svg"));
    const next = document.body.appendChild(document.createElement("input"));
    const leave = async (name, lead) => {
      const form = await create(lead);
      const root = form.shadowRoot;
      // Without another field, nothing has the focus.
      const isMoved = !/^(#mobile|#status|[.]about|the flag|an icon|texts|nothing)/.test(name);
      for (const go of isMoved ? [() => next.focus()] : [() => next.focus(), () => root.activeElement.blur()]) {
        next.blur();
        type(root, "514-222-3344");
        root.getElementById("number").focus();
        root.getElementById("number").select();
        const change = changes[name]({ form, root, number: root.getElementById("number"), turn });
        go();
        const left = document.activeElement;
        await change;
        form.messages = { submit: "Go" };
        await turn();
        await turn();
        if (left === form || left !== document.activeElement) {
          return `${left.localName}, then ${document.activeElement.localName}`;
        }
      }
      form.remove();
    };
    return each(leave, Object.keys(changes).filter((name) => !/open list|focused/.test(name)));
"##;

#[tokio::test(flavor = "multi_thread")]
async fn a_field_that_is_left_stays_left_whatever_the_page_has_just_changed() -> Result {
    let stage =
        Stage::open(Server::widget().await?, Server::saving_api().await?, "{script}").await?;
    stage.set_script_timeout(std::time::Duration::from_secs(90)).await?;
    let script = [CHANGES, TOOLS, LEAVE].concat();
    let wrong: Vec<String> =
        stage.run(&script, vec![json!(stage.api.origin), json!(1), json!([])]).await?;
    assert_eq!(wrong, Vec::<String>::new());
    stage.threw_nothing().await?;
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_in_use_goes_on_whatever_the_page_does_to_its_elements() -> Result {
    let stage =
        Stage::open(Server::widget().await?, Server::saving_api().await?, "{script}").await?;
    stage.set_script_timeout(std::time::Duration::from_secs(90)).await?;
    let script = [CHANGES, TOOLS, SAVE].concat();
    let focus = [CHANGES, TOOLS, FOCUS].concat();
    let names = [CHANGES, "return Object.keys(changes)"].concat();
    let names: Vec<String> = stage.run(&names, vec![]).await?;
    let arguments = vec![json!(stage.api.origin), json!(2), json!(names)];
    let wrong: Vec<String> = stage.run(&script, arguments).await?;
    assert_eq!(wrong, Vec::<String>::new());
    // A control whose type has changed has lost its selection, and an open list had the focus.
    let is_kept = |name: &&String| {
        !["the number is", " open list", "elsewhere"].iter().any(|part| name.contains(part))
    };
    let kept: Vec<_> = names.iter().filter(is_kept).collect();
    let arguments = vec![json!(stage.api.origin), json!(1000), json!(kept)];
    let wrong: Vec<String> = stage.run(&focus, arguments).await?;
    assert_eq!(wrong, Vec::<String>::new());
    if let Some(event) = stage.heard("error").await?.first() {
        return Err(format!("the page heard of {event}").into());
    }
    stage.threw_nothing().await?;
    let of_other = "return other.shadowRoot.getElementById('number').value";
    assert_eq!(stage.run::<String>(of_other, vec![]).await?, "");
    // Each create has the extension that was set once, without an event.
    let mut extensions = Vec::new();
    for request in stage.api.requests() {
        let body: Value = serde_json::from_str(&request.body)?;
        extensions.push(body["extension"].as_u64());
    }
    extensions.sort();
    assert_eq!(extensions, [vec![None; names.len()], vec![Some(12); names.len()]].concat());
    stage.close().await
}

/// Keeps all texts of a form wrapped, as the translators of browsers do, and returns for each number
/// the sentences that have another one.
const TRANSLATE: &str = r##"
    return customElements.whenDefined("lead-phone-form").then((form) => form.preload()).then(async () => {
      const form = await create(first);
      const root = form.shadowRoot;
      again(root, () => {
        const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), all = [];
        while (texts.nextNode()) all.push(texts.currentNode);
        for (const text of all) {
          if (text.parentNode.closest("font, [translate=no]")) continue;
          const font = document.createElement("font");
          font.textContent = "¿" + text.data + "?";
          text.replaceWith(font);
        }
      });
      let created = 0;
      form.addEventListener("lead-phone-created", () => created++);
      const shows = (id, words) => until(`${words} in #${id}: ${root.getElementById(id).textContent}`,
        () => root.getElementById(id).textContent.includes(words));
      for (const end of ["3344", "3355", "3366"]) {
        type(root, "514222" + end);
        await shows("number-help", "514-222-" + end);
        form.requestSubmit();
        await until("it is saved", () => created);
        created = 0;
        await shows("status", "514-222-" + end);
      }
      form.locale = "fr";
      await shows("submit", "Enregistrer");
      if (!root.querySelector("font")) throw new Error("the page is not translated");
    }).catch((error) => error.message);
"##;

/// Runs a script with [`CHANGES`] and [`TOOLS`] in a page of its own, and returns what it returns.
async fn run<T: DeserializeOwned>(script: &str) -> Result<T> {
    let stage =
        Stage::open(Server::widget().await?, Server::saving_api().await?, "{script}").await?;
    let arguments = vec![json!(stage.api.origin), json!(1), json!([])];
    let returned = stage.run(&[CHANGES, TOOLS, script].concat(), arguments).await?;
    stage.threw_nothing().await?;
    stage.close().await?;
    Ok(returned)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_is_kept_translated_shows_no_other_number() -> Result {
    let error: Option<String> = run(TRANSLATE).await?;
    assert_eq!(error, None);
    Ok(())
}
