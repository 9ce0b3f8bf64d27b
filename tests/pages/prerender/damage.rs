//! Pages, translators and password managers change the prerendered form. It still works, keeps the
//! typed text, and hydrates only its own elements.

use serde_json::{Value, json};
use thirtyfour::Key;

use super::stage::Stage;
use crate::harness::Result;

/// A change to the form. The script has `root`, its shadow root, and `number`; `again(change)`
/// runs a change at once, and again after each later change of the form.
struct Damage {
    name: &'static str,
    script: &'static str,
}

const DAMAGES: &[Damage] = &[
    Damage { name: "nothing", script: "" },
    Damage {
        name: "texts are wrapped, and wrapped again",
        script: "again(() => {
            for (const label of root.querySelectorAll('label')) {
              if (label.firstChild?.nodeType === 3) {
                const font = document.createElement('font');
                font.textContent = 'Übersetzt';
                label.firstChild.replaceWith(font);
              }
            }
          })",
    },
    Damage {
        name: "the input is wrapped, and wrapped again",
        script: "again(() => {
            const input = root.getElementById('number');
            if (input && input.parentNode.localName !== 'font') {
              const font = document.createElement('font');
              input.replaceWith(font);
              font.append(input);
            }
          })",
    },
    Damage {
        name: "an icon comes after the number, and comes again",
        script: "again(() => {
            const input = root.getElementById('number');
            if (input && input.nextSibling?.localName !== 'i') {
              input.after(document.createElement('i'));
            }
          })",
    },
    Damage {
        name: "two fields are swapped",
        script: "const field = (id) => root.getElementById(id).closest('[part~=field]');
            field('number').before(field('extension'))",
    },
    Damage {
        name: "two inputs are swapped",
        script: "const extension = root.getElementById('extension'), mark = new Comment();
            extension.replaceWith(mark);
            number.before(extension);
            mark.replaceWith(number)",
    },
    Damage {
        name: "a copy of the input comes before it",
        script: "const copy = number.cloneNode(true);
            copy.value = '6042223344';
            number.before(copy)",
    },
    Damage {
        name: "a copy of the input comes before the form",
        script: "root.prepend(number.cloneNode(true))",
    },
    Damage {
        name: "a label is removed",
        script: "root.querySelector('label[for=number]').remove()",
    },
    Damage {
        name: "another input is in the place of the number's",
        script: "const other = document.createElement('input');
            other.id = 'number';
            number.replaceWith(other)",
    },
    Damage {
        name: "a copy is in the place of the number's input",
        script: "number.replaceWith(number.cloneNode(true))",
    },
    Damage { name: "the number has no id", script: "number.id = ''" },
    Damage {
        name: "the form is wrapped",
        script: "const box = document.createElement('div'), all = root.firstElementChild;
            all.replaceWith(box);
            box.append(all)",
    },
    Damage {
        name: "the form is wrapped in its container",
        script: "const box = document.createElement('font'), inner = root.querySelector('form');
            inner.replaceWith(box);
            box.append(inner)",
    },
    Damage { name: "the form is gone", script: "root.replaceChildren()" },
    Damage {
        name: "its elements are gone",
        script: "root.querySelector('form').replaceChildren('nothing')",
    },
    Damage {
        name: "it is changed while it is put back",
        script: "customElements.define('a-stranger', class extends HTMLElement {
              disconnectedCallback() {
                root.querySelector('form')?.append(document.createElement('hr'));
              }
            });
            number.after(document.createElement('a-stranger'))",
    },
];

const AGAIN: &str = "const again = (change) => {
        new MutationObserver(change).observe(root, { childList: true, subtree: true });
        change();
      };";

#[tokio::test(flavor = "multi_thread")]
async fn it_works_and_adopts_no_other_element() -> Result {
    for Damage { name, script } in DAMAGES {
        let stage = Stage::open("", "").await?;
        stage.type_keys("51422" + Key::Left).await?;
        stage
            .run::<Value>(&format!(
                "window.before = [...root.querySelectorAll('form *')].filter((e) => e.id);
                 {AGAIN} {script};
                 window.focusIsLost = !root.activeElement; return null"
            ))
            .await?;
        stage.release().await?;
        // A copy that the page keeps itself is not part of the form.
        // An input that a page moves loses the focus, and so the caret.
        let (values, caret, same, errors): (Vec<String>, u32, bool, Vec<Value>) = stage
            .run(
                "return [[...root.querySelectorAll('#number')].map((input) => input.value),
                   window.focusIsLost ? 5 : number.selectionStart,
                   before.every((element) => root.getElementById(element.id) === element),
                   heard.filter(([name]) => name === 'error')]",
            )
            .await?;
        assert_eq!(errors, Vec::<Value>::new(), "{name}");
        assert_eq!((values, caret), (vec!["514-22".to_owned()], 5), "{name}");
        assert!(same, "{name}");
        stage.run::<Value>("number.focus(); return null").await?;
        stage.type_keys(Key::End + "23344" + Key::Enter).await?;
        stage.until("heard.some(([name]) => name === 'created')").await?;
        let requests = stage.api.requests();
        let sent: Value = serde_json::from_str(&requests[0].body)?;
        let expected =
            json!({"lead_id": 1, "extension": null, "mobile": false, "number": "+15142223344"});
        assert_eq!((requests.len(), sent), (1, expected), "{name}");
        stage.close().await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_is_put_back_keeps_the_focus_and_the_selection() -> Result {
    let stage = Stage::open("", "").await?;
    stage.type_keys("5142223344").await?;
    stage
        .run::<Value>(
            "root.getElementById('extension').value = '7';
             root.getElementById('mobile').click();
             root.querySelector('label[for=extension]').remove();
             number.focus(); number.setSelectionRange(3, 6); return null",
        )
        .await?;
    stage.release().await?;
    let (focus, selected, extension, mobile): (String, String, String, bool) = stage
        .run(
            "return [root.activeElement?.id ?? '',
               number.value.slice(number.selectionStart, number.selectionEnd),
               root.getElementById('extension').value, root.getElementById('mobile').checked]",
        )
        .await?;
    assert_eq!((focus.as_str(), extension.as_str(), mobile), ("number", "7", true));
    assert_eq!(selected.replace(|c: char| !c.is_ascii_digit(), ""), "222");
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_never_lets_it_be_is_told_that_it_has_failed() -> Result {
    let stage = Stage::open("", "").await?;
    stage.type_keys("51422").await?;
    stage
        .run::<Value>(
            "window.put = () => root.querySelector('form')?.append(new Stubborn());
             window.Stubborn = class extends HTMLElement { disconnectedCallback() { put() } };
             customElements.define('a-stubborn', Stubborn);
             put();
             return null",
        )
        .await?;
    stage.release().await?;
    stage
        .until("heard.some(([name, , detail]) => name === 'error' && detail.kind === 'internal')")
        .await?;
    let (value, locked): (String, bool) =
        stage.run("return [number.value, number.readOnly]").await?;
    assert_eq!((value.replace('-', "").as_str(), locked), ("51422", true));
    assert_eq!(stage.api.requests().len(), 0);
    // This skips the check of `Stage::close`: the developer tools report the failure too.
    stage.browser.close().await
}
