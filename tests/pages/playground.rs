//! The playground: its controls, its snippets, its link, and how it is to use.

use std::collections::BTreeSet;
use std::fs;

use serde_json::{Value, json};
use thirtyfour::{By, Key};

use crate::accessibility::{add_axe, check};
use crate::harness::{Browser, Page, Result, Server, on_demo_at, on_files, until};

const PATH: &str = "/playground/";

/// Waits until the form is there, and opens all groups of controls.
async fn ready(page: &Browser) -> Result {
    until("the form is ready", async || {
        let log = page.find(By::Id("events")).await?.text().await?;
        Ok(log.contains("lead-phone-ready"))
    })
    .await?;
    page.run::<Value>(
        "document.querySelectorAll('details').forEach((group) => (group.open = true))",
        vec![],
    )
    .await
    .map(drop)
}

/// Changes a control as a user does, with both events.
async fn set(page: &Browser, key: &str, value: &str) -> Result {
    page.run::<Value>(
        "const input = document.querySelector(`[name='${arguments[0]}']`);
         if (input.type === 'checkbox') input.checked = arguments[1] === 'on';
         else input.value = arguments[1];
         input.dispatchEvent(new Event('input', { bubbles: true }));
         input.dispatchEvent(new Event('change', { bubbles: true }))",
        vec![json!(key), json!(value)],
    )
    .await
    .map(drop)
}

/// Presses a button from the keyboard.
async fn press(page: &Browser, id: &str) -> Result {
    page.run::<Value>("document.getElementById(arguments[0]).focus()", vec![json!(id)]).await?;
    page.press(Key::Enter + "").await
}

async fn code(page: &Browser) -> Result<String> {
    page.run("return document.getElementById('code').textContent", vec![]).await
}

/// What a host can see of a form: its attributes, its properties, and the style that it gets. It is
/// the body of a function of `form` and the manifest's fields.
const DESCRIBE: &str = "
    const style = getComputedStyle(form);
    const custom = ['accent', 'radius', 'gap'].map((name) =>
      style.getPropertyValue(`--lead-phone-${name}`).trim());
    return JSON.stringify({
      attributes: [...form.attributes].filter(({ name }) => name !== 'style')
        .map(({ name, value }) => [name, value]).sort(),
      style: form.style.cssText,
      computed: [style.direction, style.maxWidth, ...custom],
      properties: fields.map((name) => [name, form[name]]),
      defaults: form.constructor.defaults,
    }, null, 1)";

/// Defines what [`DESCRIBE`] needs.
const FORM: &str = "const fields = arguments[0], form = document.querySelector('lead-phone-form');";

fn declaration() -> Result<Value> {
    let all: Value = serde_json::from_str(include_str!("../../www/custom-elements.json"))?;
    Ok(all["modules"][0]["declarations"][0].clone())
}

fn names(list: &Value, wanted: impl Fn(&Value) -> bool) -> BTreeSet<String> {
    let members = list.as_array().into_iter().flatten().filter(|member| wanted(member));
    members.filter_map(|member| member["name"].as_str().map(str::to_owned)).collect()
}

/// The properties that can be read.
fn fields() -> Result<Value> {
    let fields = names(&declaration()?["members"], |member| {
        member["kind"] == "field" && member["static"] != true && member["name"] != "token"
    });
    Ok(json!(fields))
}

#[tokio::test(flavor = "multi_thread")]
async fn each_member_of_the_manifest_each_theme_and_each_language_has_a_control() -> Result {
    on_demo_at(PATH, async |page| {
        ready(page).await?;
        let declaration = declaration()?;
        let of_attributes =
            names(&declaration["members"], |member| member["attribute"].is_string());
        let members = names(&declaration["members"], |_| true);
        let mut expected: BTreeSet<_> = members.difference(&of_attributes).cloned().collect();
        expected.extend(names(&declaration["attributes"], |_| true));
        expected.extend(names(&declaration["cssProperties"], |_| true));
        let found: BTreeSet<String> = page
            .run(
                "return [...document.querySelectorAll('[data-control]')]
                   .map((control) => control.dataset.control)
                   .filter((name) => !name.includes('.'))",
                vec![],
            )
            .await?;
        assert_eq!(found, expected);
        let states: BTreeSet<String> = page
            .run(
                "return [...document.querySelectorAll('#states li')]
                   .map((chip) => chip.firstChild.textContent)",
                vec![],
            )
            .await?;
        assert_eq!(states, names(&declaration["cssStates"], |_| true));

        for (key, folder, end) in
            [("view.theme", "www/demo/themes", ".css"), ("locale", "locales", ".json")]
        {
            let offered: BTreeSet<String> = page
                .run(
                    "return [...document.querySelector(`[name='${arguments[0]}']`).options]
                       .map(({ value }) => value).filter(Boolean)",
                    vec![json!(key)],
                )
                .await?;
            let mut files = BTreeSet::new();
            for file in fs::read_dir(format!("{}/../../{folder}", env!("CARGO_MANIFEST_DIR")))? {
                let name = file?.file_name().to_string_lossy().into_owned();
                files.extend(name.strip_suffix(end).map(str::to_owned));
            }
            // The fields of the design systems, to compare the themes with.
            files.remove("originals");
            assert_eq!(offered, files, "{key}");
        }

        let kinds: Value = page
            .run(
                "const [declaration, types] = arguments;
                 return import('/www/playground/manifest.js').then(({ settingsOf }) => {
                   declaration.attributes = types.map((text, index) =>
                     ({ name: `new-${index}`, fieldName: `new${index}`, type: { text } }));
                   return settingsOf(declaration).slice(0, types.length).map(({ kind }) => kind);
                 })",
                vec![
                    declaration,
                    json!(["boolean", "number | null", "\"a\" | \"b\"", "string", "string[]"]),
                ],
            )
            .await?;
        assert_eq!(kinds, json!(["boolean", "integer", "choice", "text", "list"]));
        Ok(())
    })
    .await
}

/// What the code of each framework has in it after the settings of the test below, in the order of
/// the tabs.
const PARTS: [(&str, [&str; 4]); 6] = [
    ("html", ["lead-id=\"33875620\"", "-created\", log)", "bootstrap.css", "/crm-token"]),
    ("react", ["leadId={33875620}", "fields={[]}", "messages={messages}", "onCreated={log}"]),
    ("vue", ["fields=\"\"", ":messages=\"messages\"", "-error=\"log\"", ":token=\"token\""]),
    ("svelte", ["{messages}", "{token}", "dir=\"rtl\"", "onlead-phone-error={log}"]),
    ("angular", ["[messages]", "styleUrl", "created)=\"log($event)\"", "[token]"]),
    ("yew", ["lead_id={33875620_u64}", "disabled=true", "MessageId::Submit", "{onerror}"]),
];

#[tokio::test(flavor = "multi_thread")]
async fn a_control_changes_the_form_and_the_code_and_the_link_keeps_all_but_the_token() -> Result {
    on_demo_at(PATH, async |page| {
        ready(page).await?;
        let lead = page.find(By::Name("lead-id")).await?;
        lead.send_keys("0" + Key::Tab).await?;
        assert_eq!(page.in_form::<Value>("return form.leadId").await?, json!(33_875_620));
        for (key, value) in [
            ("locale", "fr"),
            ("fields", ""),
            ("disabled", "on"),
            ("messages", r#"{ "submit": "Add <it>" }"#),
            ("defaults", r#"{ "country": "FR" }"#),
            ("view.theme", "bootstrap"),
            ("view.width", "375"),
            ("view.direction", "rtl"),
            ("--lead-phone-radius", "1px"),
            ("token", "a-secret"),
            ("code.listeners", "on"),
        ] {
            set(page, key, value).await?;
        }
        page.until("root.querySelector('#submit').textContent.includes('Add <it>')").await?;
        page.until("root.querySelector('#number').disabled").await?;
        page.until("root.querySelector('[part~=field-extension]').hidden").await?;
        page.until("form.closest('.bootstrap') && form.country === 'FR'").await?;

        press(page, "tab-html").await?;
        for (name, parts) in PARTS {
            let code = code(page).await?;
            let missing: Vec<_> = parts.iter().filter(|part| !code.contains(*part)).collect();
            assert!(missing.is_empty(), "{name} lacks {missing:?}: {code}");
            assert!(!code.contains("a-secret"), "{code}");
            page.press(Key::Right + "").await?;
        }
        page.press(Key::Left + "").await?;
        assert!(code(page).await?.contains("fn LeadPhone"), "the arrows move between the tabs");

        let describe = format!("{FORM} {DESCRIBE}");
        let before: String = page.run(&describe, vec![fields()?]).await?;
        let address = page.current_url().await?;
        let fragment = address.fragment().unwrap_or_default();
        assert!(fragment.contains("view.snippet=yew"), "{fragment}");
        assert!(!fragment.contains("secret") && !fragment.contains("token"), "{fragment}");
        page.refresh().await?;
        ready(page).await?;
        page.until("root.querySelector('#number')?.disabled").await?;
        until("everything is as before", async || {
            Ok(page.run::<String>(&describe, vec![fields()?]).await? == before)
        })
        .await?;
        assert!(code(page).await?.contains("fn LeadPhone"));

        set(page, "defaults", r#"{ "token": "a-secret" }"#).await?;
        let wrong = page.find(By::Id("control-defaults-error")).await?.inner_html().await?;
        assert!(wrong.contains("field “token”"), "{wrong}");
        press(page, "reset").await?;
        page.until("form.leadId === 3387562 && !form.disabled && form.country === 'CA'").await?;
        assert_eq!(page.current_url().await?.fragment(), None);
        Ok(())
    })
    .await
}

/// Forms with each kind of setting, as fragments of the playground's address.
const FORMS: [&str; 6] = [
    "view.theme=%22%3E%3Cscript%3E&view.direction=x&view.width=9%22&--lead-phone-gap=1em%3B+a%3A+b",
    "lead-id=&phone-id=7&auth-scheme=basic&country=FR&timeout=500&autocomplete=on&loading=lazy",
    "fields=&preferred-countries=&countries=CA+US&phone-types=home+work&locale=ar&disabled=",
    "phone=%7B%22id%22%3A5%2C%22number%22%3A%22%2B15142223344%22%2C%22extension%22%3A12%7D\
     &messages=%7B%22submit%22%3A%22%3C%2Fscript%3E%3C!--%3Cscript%3E%20%5C%22%26%22%7D",
    "view.theme=material&view.width=320&view.direction=rtl&--lead-phone-accent=%238a1c3b\
     &--lead-phone-gap=2em&lead-id=x%22+%3E%3Cb%26amp%3B",
    "defaults=%7B%22country%22%3A%22MX%22%2C%22locale%22%3A%22es%22%7D&token-url=",
];

#[tokio::test(flavor = "multi_thread")]
async fn the_html_makes_the_same_form_on_an_empty_page() -> Result {
    on_demo_at(PATH, async |page| {
        ready(page).await?;
        let fields = fields()?;
        let mut files = Vec::new();
        let mut expected: Vec<String> = Vec::new();
        for (index, form) in FORMS.iter().enumerate() {
            // A form that is lazy reads its phone when it is approached, so each one is new.
            page.run::<Value>(
                "location.hash = arguments[0];
                 return new Promise((resolve) => setTimeout(resolve)).then(() =>
                   document.getElementById('restart').click())",
                vec![json!(form)],
            )
            .await?;
            let html = code(page).await?;
            let later = "new Promise((resolve) => setTimeout(resolve))";
            let described = format!("{FORM} return {later}.then(() => {{ {DESCRIBE} }})");
            expected.push(page.run(&described, vec![fields.clone()]).await?);
            // These files are at another origin than the empty page.
            let html = ["/lead-phone-form/", "/www/"].iter().fold(html, |html, path| {
                html.replace(&format!("=\"{path}"), &format!("=\"{}", page.demo.url(path)))
            });
            let html = format!("<!doctype html><html lang=en-CA><meta charset=utf-8>{html}");
            files.push((format!("{index}.html"), html.into_bytes()));
        }
        let frames: String =
            (0..files.len()).map(|index| format!("<iframe src={index}.html></iframe>")).collect();
        files.push(("index.html".to_owned(), frames.into_bytes()));
        let server = Server::files(files).await?;
        page.goto(&server.origin).await?;
        for (index, expected) in expected.iter().enumerate() {
            let describe = format!(
                "const [index, fields] = arguments, {{ document }} = frames[index];
                 const form = document.querySelector('lead-phone-form'); {DESCRIBE}"
            );
            let mut found = String::new();
            let same = until("the same form", async || {
                found = page.run(&describe, vec![json!(index), fields.clone()]).await?;
                Ok(found == *expected)
            });
            if same.await.is_err() {
                assert_eq!(found, *expected, "{}", FORMS[index]);
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_ordered_answer_gives_its_event_in_the_log() -> Result {
    on_demo_at(PATH, async |page| {
        ready(page).await?;
        set(page, "answer.kind", "duplicate").await?;
        set(page, "answer.delay", "1").await?;
        press(page, "order").await?;
        until("it is ordered", async || {
            Ok(page.find(By::Id("ordered")).await?.text().await?.contains("403"))
        })
        .await?;
        page.in_shadow("#number").await?.send_keys("5142223344" + Key::Enter).await?;
        until("the log has the error", async || {
            let log = page.find(By::Id("events")).await?.text().await?;
            Ok(log.contains("lead-phone-error") && log.contains("\"duplicate\""))
        })
        .await?;
        page.in_shadow("#number").await?.send_keys(Key::Enter + "").await?;
        until("the log has the phone", async || {
            let log = page.find(By::Id("events")).await?.text().await?;
            Ok(log.contains("lead-phone-created") && !log.contains("sandbox-token"))
        })
        .await?;
        until("the state is shown", async || {
            page.run(
                "return document.querySelector('#states .on')?.firstChild.data === 'saved'",
                vec![],
            )
            .await
        })
        .await?;
        page.run::<Value>("document.querySelector('[data-control=save] button').click()", vec![])
            .await?;
        until("the log has the method's result", async || {
            Ok(page.find(By::Id("events")).await?.text().await?.contains("save()"))
        })
        .await
    })
    .await
}

/// The parts of the page that are wider than their place, which may scroll by itself.
const TOO_WIDE: &str = "
    const scrolls = (part) => part.closest('#snippet, .tabs, .log, .ground');
    return [...document.querySelectorAll('body *')]
      .filter((part) => !scrolls(part) && !part.closest('.unseen, .skip'))
      .filter((part) => part.getBoundingClientRect().right > innerWidth + 0.5)
      .map((part) => part.id || part.className || part.localName)
      .concat(document.scrollingElement.scrollWidth > innerWidth ? ['page'] : [])";

async fn resize(page: &Page, width: u32) -> Result {
    page.enter_default_frame().await?;
    page.run::<Value>(
        "document.querySelector('iframe').style.width = `${arguments[0]}px`",
        vec![json!(width)],
    )
    .await?;
    page.enter_frame(0).await?;
    until("the page has its width", async || {
        page.run("return innerWidth === arguments[0]", vec![json!(width)]).await
    })
    .await
}

/// The widths, colors and themes in which the page is looked at.
const SHOWN: [(u32, &str, &str); 4] =
    [(320, "light", ""), (375, "light", ""), (375, "dark", "fluent"), (1000, "dark", "")];

#[tokio::test(flavor = "multi_thread")]
async fn it_is_accessible_and_nothing_overflows_in_the_light_and_in_the_dark() -> Result {
    let frame = "<!doctype html><html lang=en><title>A frame</title><body style='margin: 0'>
        <iframe title=Playground src='{playground}' style='border: 0; width: 375px; height: 800px'>
        </iframe>";
    let files = vec![("index.html".to_owned(), frame.as_bytes().to_vec())];
    let change = |_: &str, html: Vec<u8>, demo: &crate::harness::Demo| {
        Ok(String::from_utf8(html)?.replace("{playground}", &demo.url(PATH)).into_bytes())
    };
    on_files(files, change, async |page| {
        page.enter_frame(0).await?;
        ready(page).await?;
        add_axe(page).await?;
        // The playground and the themes have colours of their own; those of the form alone are tried elsewhere.
        page.run::<Value>("window.theirColors = true", vec![]).await?;
        for (width, colors, theme) in SHOWN {
            resize(page, width).await?;
            set(page, "view.colors", colors).await?;
            set(page, "view.theme", theme).await?;
            let wide: Vec<String> = page.run(TOO_WIDE, vec![]).await?;
            assert_eq!(wide, Vec::<String>::new(), "{width} pixels");
            if width != 320 {
                check(page, &format!("{width} pixels, {colors}, {theme}")).await?;
            }
        }
        Ok(())
    })
    .await
}
