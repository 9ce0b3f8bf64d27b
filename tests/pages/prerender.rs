//! The prerendered form: a person can type into it at once, and sees no change when the component
//! hydrates it.

mod damage;
mod settings;
mod stage;

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::harness::Result;
use stage::Stage;

#[tokio::test(flavor = "multi_thread")]
async fn what_is_typed_the_caret_and_the_focus_stay() -> Result {
    let stage = Stage::open("", "").await?;
    stage.type_keys("51422" + Key::Left).await?;
    let (value, dirty, focus): (String, bool, String) = stage
        .run("window.before = number; return [number.value, form.dirty, root.activeElement.id]")
        .await?;
    assert_eq!((value.as_str(), dirty, focus.as_str()), ("51422", true, "number"));
    stage.release().await?;
    let (same, value, caret, focus, dirty): (bool, String, u32, String, bool) = stage
        .run(
            "return [number === before, number.value, number.selectionStart,
               root.activeElement.id, form.dirty]",
        )
        .await?;
    // The same digits are left of the caret.
    assert!(same && dirty);
    assert_eq!((value.as_str(), caret, focus.as_str()), ("514-22", 5, "number"));
    stage.type_keys(Key::End + "23344" + Key::Enter).await?;
    stage.until("heard.some(([name]) => name === 'created')").await?;
    let names: Vec<String> = stage.run("return heard.map(([name]) => name)").await?;
    assert_eq!(names, ["ready", "submit", "created"]);
    let requests = stage.api.requests();
    let sent: Value = serde_json::from_str(&requests[0].body)?;
    assert_eq!((requests.len(), &sent["number"]), (1, &json!("+15142223344")));
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_save_waits_for_the_component_even_off_the_page() -> Result {
    for (script, said) in [("", "Saving…"), ("form.lang = 'fr'", "Enregistrement…")] {
        let stage = Stage::open("", script).await?;
        stage.type_keys("5142223344" + Key::Enter + Key::Enter).await?;
        let button: String = stage.run("return root.getElementById('submit').innerText").await?;
        // The button has its other label too, which is not seen.
        assert_eq!(button.trim(), said);
        assert_eq!(stage.api.requests().len(), 0);
        if !script.is_empty() {
            stage.run::<Value>("form.remove()").await?;
        }
        stage.release().await?;
        stage.until("heard.some(([name]) => name === 'created')").await?;
        assert_eq!(stage.api.requests().len(), 1);
        stage.close().await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn all_that_was_typed_is_saved_in_whatever_order() -> Result {
    let stage = Stage::open("", "").await?;
    stage.type_keys("5142223344").await?;
    stage.browser.in_shadow("#extension").await?.send_keys("12").await?;
    stage.run::<Value>("root.getElementById('mobile').click(); return null").await?;
    // The caret stays in the middle of a number that is complete, too.
    stage.run::<Value>("number.focus(); number.setSelectionRange(5, 5); return null").await?;
    stage.release().await?;
    let (value, caret): (String, u32) =
        stage.run("return [number.value, number.selectionStart]").await?;
    assert_eq!((value.as_str(), caret), ("(514) 222-3344", 8));
    stage.type_keys(Key::Enter + "").await?;
    stage.until("heard.some(([name]) => name === 'created')").await?;
    let sent: Value = serde_json::from_str(&stage.api.requests()[0].body)?;
    let expected = json!({"lead_id": 1, "extension": 12, "mobile": true, "number": "+15142223344"});
    assert_eq!(sent, expected);
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_country_that_was_typed_is_chosen_first() -> Result {
    let stage = Stage::open("", "").await?;
    // The first key replaces the country name in the field.
    stage.run::<Value>("root.getElementById('country').focus(); return null").await?;
    let keys = "Mexico" + Key::Enter + Key::Tab + "5512345678" + Key::Enter;
    stage.browser.action_chain().send_keys(keys).perform().await?;
    stage.release().await?;
    stage.until("heard.some(([name]) => name === 'submit')").await?;
    let number: String =
        stage.run("return heard.find(([name]) => name === 'submit')[2].body.number").await?;
    assert_eq!(number, "+525512345678");
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_others_put_into_the_form_does_not_hurt_it() -> Result {
    let stage = Stage::open("", "").await?;
    stage.type_keys("51422").await?;
    stage
        .run::<Value>(
            "const label = root.querySelector('label'), font = document.createElement('font');
             label.firstChild.replaceWith(font); font.textContent = 'Land';
             number.after(document.createElement('span'));
             root.querySelector('form').prepend(document.createElement('i'));
             // A password manager's value, without an event.
             root.getElementById('extension').value = '7';
             // A word that is composed elsewhere.
             root.getElementById('extension').dispatchEvent(
               new CompositionEvent('compositionstart', { bubbles: true }));
             return null",
        )
        .await?;
    stage.release().await?;
    let (value, label, extension, strangers): (String, String, String, u32) = stage
        .run(
            "return [number.value, root.querySelector('label').textContent,
               root.getElementById('extension').value, root.querySelectorAll('font, i, #number + span').length]",
        )
        .await?;
    let expected = ("514-22", "Country", "7", 0);
    assert_eq!((value.as_str(), label.as_str(), extension.as_str(), strangers), expected);
    assert_eq!(stage.run::<u32>("return heard.length").await?, 1);
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_runs_between_the_check_and_the_hydration() -> Result {
    let stage = Stage::open("", "").await?;
    stage.type_keys("51422").await?;
    // A `MutationObserver` is called after the first change that hydration makes.
    stage
        .run::<Value>(
            "new MutationObserver((_, observer) => {
               observer.disconnect();
               window.found = number.value;
               for (const row of root.querySelectorAll('[part=row]')) row.prepend(' a ');
               root.querySelector('[part=row]').append(' z ');
             }).observe(root, { childList: true, subtree: true });
             return null",
        )
        .await?;
    stage.release().await?;
    // The component has formatted the number.
    let (found, value): (String, String) = stage.run("return [found, number.value]").await?;
    assert_eq!((found.as_str(), value.as_str()), ("514-22", "514-22"));
    stage.type_keys("23344" + Key::Enter).await?;
    stage.until("heard.some(([name]) => name === 'created')").await?;
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn it_looks_the_same_before_and_after() -> Result {
    // Everything that can be seen or read out, and where it is. It stays in the page: an answer of
    // this length is more than WebKit's driver can always read.
    let look = "const look = () => [...root.querySelectorAll('form *')].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const { color, font, backgroundColor } = getComputedStyle(element);
        return [element.localName, element.id, element.textContent, element.value ?? '',
          element.placeholder ?? '', element.disabled ?? false, element.lang,
          ...[...element.attributes].filter((a) => a.name.startsWith('aria') || a.name === 'role')
            .map((a) => a.name + '=' + a.value),
          [x, y, width, height].map(Math.round).join(), color, font, backgroundColor].join('|');
      });";
    let keep = format!("{look} window.before = look(); return before.length");
    let differ = format!(
        "{look} const after = look();
         return Array.from({{ length: Math.max(before.length, after.length) }}, (_, index) => index)
           .filter((index) => before[index] !== after[index])
           .map((index) => [before[index] ?? '', after[index] ?? ''])"
    );
    let words = "form.messages = { submit: 'Ajouter', mobile: 'Cell' }; form.locale = 'fr'";
    for (attributes, script, label) in [
        ("", "", "Country"),
        ("lang=fr", "", "Pays"),
        ("lang=es", "", "País"),
        ("lang=de disabled", "", "Land"),
        ("", words, "Pays"),
        ("", "form.phone = { id: 7, number: '12', extension: 9, mobile: true }", "Country"),
    ] {
        let stage = Stage::open(attributes, script).await?;
        // The words of some languages have to be fetched.
        stage.until(&format!("root.querySelector('label').textContent === '{label}'")).await?;
        let elements: usize = stage.run(&keep).await?;
        assert!(elements > 20, "{elements}");
        stage.release().await?;
        let different: Vec<(String, String)> = stage.run(&differ).await?;
        assert_eq!(different, [], "{attributes} {script}");
        stage.close().await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn another_lead_or_phone_empties_it() -> Result {
    let stage = Stage::open("", "").await?;
    let set = [
        ("form.leadId = 2", ""),
        ("form.phoneId = 7", ""),
        ("form.phone = { id: 8, number: '+15142223344' }", "+15142223344"),
        ("form.phone = null", ""),
        ("form.reset()", ""),
    ];
    for (change, value) in set {
        stage.type_keys("514").await?;
        stage.run::<Value>(&format!("{change}; return null")).await?;
        let (found, dirty): (String, bool) = stage.run("return [number.value, form.dirty]").await?;
        assert_eq!((found.as_str(), dirty), (value, false), "{change}");
    }
    // A value that is not an id does not empty the form, nor does the same id.
    stage.type_keys("514").await?;
    stage
        .run::<Value>("form.setAttribute('lead-id', ' 2'); form.leadId = 'x'; return null")
        .await?;
    assert_eq!(stage.run::<String>("return number.value").await?, "514");
    stage.run::<Value>("form.leadId = 2; form.reset(); return null").await?;
    stage.release().await?;
    assert_eq!(stage.run::<String>("return number.value").await?, "");
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_stays_where_the_component_does_not_come() -> Result {
    let stage = Stage::open("", "").await?;
    stage.type_keys("5142223344").await?;
    stage.set_down(true);
    stage.browser.run::<Value>("release(); return null", vec![]).await?;
    stage.until("heard.some(([name]) => name === 'error')").await?;
    let (value, locked, selected, children): (String, bool, String, bool) = stage
        .run(
            "number.select();
             return [number.value, number.readOnly,
               number.value.slice(number.selectionStart, number.selectionEnd),
               root.querySelector('slot').assignedNodes()[0].data === 'Call us']",
        )
        .await?;
    assert_eq!((value.as_str(), selected.as_str()), ("5142223344", "5142223344"));
    assert!(locked && children);
    // A later load does not send the number by itself.
    stage.type_keys(Key::Enter + "").await?;
    stage.run::<Value>("form.requestSubmit(); return null").await?;
    stage.set_down(false);
    stage.browser.hydrated().await?;
    let value: String = stage.run("return number.value").await?;
    assert_eq!((value.as_str(), stage.api.requests().len()), ("(514) 222-3344", 0));
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_word_is_composed_to_its_end() -> Result {
    let stage = Stage::open("", "").await?;
    let compose = "const say = (kind, data) =>
          number.dispatchEvent(new CompositionEvent(kind, { bubbles: true, data }));
        const input = () => number.dispatchEvent(
          new InputEvent('input', { bubbles: true, isComposing: true }));";
    stage
        .run::<Value>(&format!(
            "{compose} number.focus(); say('compositionstart', '');
             number.value = '５１４２２'; input(); return null"
        ))
        .await?;
    stage.release().await?;
    // The form does not write to the field during IME composition.
    assert_eq!(stage.run::<String>("return number.value").await?, "５１４２２");
    stage
        .run::<Value>(&format!(
            "{compose} number.value = '51422'; input(); say('compositionend', '51422'); return null"
        ))
        .await?;
    stage.until("number.value === '514-22'").await?;
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_hosts_one_key_shortcuts_stay_quiet_before_and_after() -> Result {
    let stage = Stage::open("", "").await?;
    let strike = "keys.length = 0;
        for (const kind of ['keydown', 'keypress', 'keyup']) {
          for (const [key, ctrlKey] of
              [['5'], ['j'], ['é'], ['😀'], ['Escape'], ['Enter'], ['s', true]]) {
            number.dispatchEvent(
              new KeyboardEvent(kind, { key, ctrlKey, bubbles: true, composed: true }));
          }
        }
        return keys";
    let expected = ["Escape", "Enter", "s"].repeat(3);
    assert_eq!(stage.run::<Vec<String>>(strike).await?, expected);
    // When a browser fills in a form, it raises events with these names that are not key events.
    let fill = "const failed = [];
        window.addEventListener('error', (event) => failed.push(event.message));
        for (const kind of ['keydown', 'keypress', 'keyup']) {
          number.dispatchEvent(new Event(kind, { bubbles: true }));
        }
        return failed";
    assert_eq!(stage.run::<Vec<String>>(fill).await?, Vec::<String>::new());
    stage.release().await?;
    assert_eq!(stage.run::<Vec<String>>(strike).await?, expected);
    assert_eq!(stage.run::<Vec<String>>(fill).await?, Vec::<String>::new());
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_of_the_hosts_countries_is_shown_from_the_start() -> Result {
    for (attributes, name, label) in [
        ("countries='FR BE'", "France", "France +33"),
        ("countries='fr, be' country=BE locale=fr-CA", "Belgique", "Belgique +32"),
        ("countries='US CA'", "Canada +1", "Canada +1"),
    ] {
        let stage = Stage::open(attributes, "").await?;
        let shown = "root.querySelector('#country').value";
        assert_eq!(stage.run::<String>(&format!("return {shown}")).await?, name);
        stage.release().await?;
        stage.until(&format!("{shown} === '{label}'")).await?;
        stage.close().await?;
    }

    // What is typed before hydration is read for this country.
    let stage = Stage::open("countries='FR BE'", "").await?;
    stage.type_keys("06 12 34 56 78" + Key::Enter).await?;
    stage.release().await?;
    stage.until("heard.some(([name]) => name === 'created')").await?;
    let sent: Value = serde_json::from_str(&stage.api.requests()[0].body)?;
    assert_eq!(sent["number"], "+33612345678");
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_printed_token_is_no_error_where_the_token_comes_before_the_component() -> Result {
    let stage = Stage::open("", "").await?;
    let add = "document.body.insertAdjacentHTML('beforeend', `
        <lead-phone-form lead-id=2 token=printed></lead-phone-form>
        <lead-phone-form lead-id=3 token=printed></lead-phone-form>`);
        return new Promise((done) => setTimeout(done))";
    stage.run::<Value>(add).await?;
    stage.run::<Value>("document.querySelector('[lead-id=\"2\"]').token = 'a-token'").await?;
    stage.release().await?;
    stage.until("heard.some(([name, lead]) => name === 'error' && lead === 3)").await?;
    let leads = "return heard.filter(([name]) => name === 'error').map(([, lead]) => lead)";
    assert_eq!(stage.run::<Value>(leads).await?, json!([3]));
    stage.close().await
}
