//! A table of settings. The prerendered form and the component must render each of them in the
//! same way.

use std::collections::BTreeMap;

use serde_json::Value;

use super::stage::Stage;
use crate::harness::{Result, until};

/// A setting.
struct Case {
    script: &'static str,
    /// The parts that the component renders differently from the prerendered form, by design.
    differs: &'static [&'static str],
    /// The settings that are reported to the host, each in one error.
    errors: &'static [&'static str],
}

const fn read(script: &'static str) -> Case {
    Case { script, differs: &[], errors: &[] }
}

/// The calling code and the example of another country than Canada come with the WebAssembly.
const fn with_example(script: &'static str) -> Case {
    Case { script, differs: &["country", "placeholder"], errors: &[] }
}

/// The component formats a number.
const fn with_number(script: &'static str) -> Case {
    Case { script, differs: &["number"], errors: &[] }
}

/// The list of types can be used once the form is hydrated.
const fn with_types(script: &'static str) -> Case {
    Case { script, differs: &["type disabled"], errors: &[] }
}

const fn wrong(script: &'static str, error: &'static [&'static str]) -> Case {
    Case { script, differs: &[], errors: error }
}

/// The parts that always differ: only the component shows texts about the number and the settings.
const SAID_BY_THE_COMPONENT: [&str; 3] = ["help", "errors", "status"];

const CASES: &[Case] = &[
    read(""),
    // The page's language and the form's own.
    read("form.lang = 'fr'"),
    read("form.lang = 'fr_CA'"),
    read("form.lang = 'FR-ca'"),
    read("form.lang = ' es '"),
    read("form.lang = 'es_419'"),
    read("form.lang = 'de'"),
    read("form.lang = 'not a language'"),
    read("form.lang = '12'"),
    read("form.lang = ''"),
    read("form.lang = 'fr'; form.locale = 'es-MX'"),
    read("form.locale = 'fr_CA'"),
    read("form.locale = ' FR '"),
    read("form.locale = 'de_DE'"),
    read("form.locale = 'ar'"),
    read("form.locale = 'zh-Hant-TW'"),
    read("form.lang = 'fr'; form.locale = 'es'; form.locale = null"),
    read("form.lang = 'fr'; form.locale = 'es'; form.locale = undefined"),
    wrong("form.locale = ''", &["locale"]),
    wrong("form.locale = '12'", &["locale"]),
    wrong("form.locale = {}", &["locale"]),
    wrong("form.locale = 'fr'; form.locale = 'no language'", &["locale"]),
    // Countries.
    read("form.country = 'CA'"),
    read("form.country = ' ca '"),
    with_example("form.country = 'fr'"),
    with_example("form.country = '\\n us\\t'"),
    with_example("form.country = 'GB'; form.lang = 'fr'"),
    with_example("form.country = 'EG'; form.locale = 'ar'"),
    with_example("form.setAttribute('country', 'mx')"),
    read("form.country = 'FR'; form.country = null"),
    read("form.country = 'FR'; form.country = undefined"),
    wrong("form.country = ''", &["country"]),
    wrong("form.country = 'XX'", &["country"]),
    wrong("form.country = '001'", &["country"]),
    wrong("form.country = 'ß'", &["country"]),
    wrong("form.country = 'France'", &["country"]),
    wrong("form.country = 7", &["country"]),
    wrong("form.country = 'FR'; form.country = 'XX'", &["country"]),
    wrong("form.setAttribute('preferred-countries', 'CA XX')", &["preferred-countries"]),
    read("form.preferredCountries = ' mx, ca'"),
    read("form.countries = ['US', 'CA']"),
    read("form.countries = ' mx, ca'"),
    with_example("form.countries = 'us, mx'"),
    with_example("form.countries = ['FR', 'BE', 'FR']; form.locale = 'fr-CA'"),
    with_example("form.setAttribute('countries', 'fr us'); form.country = 'us'"),
    with_example("form.country = 'US'; form.countries = ['FR', 'CA']"),
    read("form.country = 'FR'; form.countries = ['CA', 'US']"),
    with_example("form.countries = ['CA']; form.country = 'US'; form.countries = undefined"),
    read("form.countries = []"),
    read("form.countries = ''"),
    read("form.countries = null"),
    read("form.countries = ['US']; form.countries = undefined"),
    wrong("form.countries = 'FR XX'", &["countries"]),
    wrong("form.countries = {}", &["countries"]),
    wrong("form.countries = ['US']; form.countries = 7", &["countries"]),
    // Phones of both revisions.
    read("form.phone = null"),
    read("form.phone = undefined"),
    read("form.phone = ''"),
    read("form.phone = { id: 7 }"),
    with_number(
        "form.phone = { id: 7, number: '+15142223344', extension: 12, mobile: true, valid: true,
        lead: { id: 1 } }",
    ),
    with_number("form.phone = { id: 7, number: '+15142223344', extension: null, mobile: false }"),
    with_number("form.phone = { id: 7, number: '+15142223344', type: 'mobile', lead_id: 1 }"),
    read("form.phone = { id: 7, type: 'mobile' }"),
    read("form.phone = { id: 7, type: 'home', mobile: true }"),
    read("form.phone = { id: 7, type: 'mobile', mobile: null }"),
    read("form.phone = { id: 7, type: 'home' }"),
    read("form.phone = { id: 7, mobile: 'yes', extension: 1.5, number: 5, type: 5 }"),
    read("form.phone = { id: 7, extension: '007', number: '' }"),
    read("form.phone = { id: 7, extension: -1 }"),
    read("form.phone = { id: 7, extension: {}, number: ['1'], mobile: 1 }"),
    read("form.phone = { id: 7, extension: 9007199254740991 }"),
    read("form.phone = { id: 7, extension: 9007199254740992 }"),
    read("form.phone = { id: 7, get mobile() { throw new Error('no') }, extension: 3 }"),
    read("form.phone = { id: 7, extension: 3 }; form.phone = null"),
    read("form.phone = { id: 7, extension: 3 }; form.phoneId = 8"),
    // The country of a number is found with the numbering plans.
    Case {
        script: "form.phone = { id: 7, number: '+33612345678' }",
        differs: &["country", "number"],
        errors: &[],
    },
    Case {
        script: "form.countries = 'CA'; form.phone = { id: 7, number: '+12125550123' }",
        differs: &["country", "number"],
        errors: &[],
    },
    wrong("form.phone = {}", &["phone"]),
    wrong("form.phone = 'a phone'", &["phone"]),
    wrong("form.phone = [{ id: 7, mobile: true }]", &["phone"]),
    wrong("form.phone = { data: { id: 7, mobile: true } }", &["phone"]),
    wrong("form.phone = { id: '7', mobile: true }", &["phone"]),
    wrong("form.phone = { id: 0, mobile: true }", &["phone"]),
    wrong("form.phone = { get id() { throw new Error('no') }, mobile: true }", &["phone"]),
    wrong("form.phone = { id: 7, extension: 3 }; form.phone = { id: 1.5 }", &["phone"]),
    // Types of phones.
    with_types("form.phoneTypes = ['home', 'work', 'mobile']"),
    with_types("form.phoneTypes = 'home,work,\\n fax'; form.lang = 'fr_CA'"),
    with_types("form.setAttribute('phone-types', 'fax home fax')"),
    with_types("form.phoneTypes = 'home work'; form.phoneId = 7"),
    with_types("form.phoneTypes = 'home work'; form.phone = { id: 7, type: 'work' }"),
    with_types("form.phoneTypes = 'home work'; form.phone = { id: 7, type: 'pager' }"),
    with_types("form.phoneTypes = 'home work'; form.phone = { id: 7, mobile: true }"),
    with_types("form.phoneTypes = 'work été'; form.messages = { 'type-work': 'Bureau' }"),
    read("form.phoneTypes = ''"),
    read("form.phoneTypes = null"),
    read("form.phoneTypes = 'home'; form.phoneTypes = undefined"),
    wrong("form.phoneTypes = '1'", &["phone-types"]),
    wrong("form.phoneTypes = 'home;work'", &["phone-types"]),
    wrong("form.phoneTypes = 'home'; form.phoneTypes = {}", &["phone-types"]),
    // Words of the host.
    read("form.messages = { submit: 'Add', mobile: 'Cell', 'type-home': 'unseen' }"),
    read("form.messages = { submit: '', country: null, number: undefined }"),
    read("form.messages = { number: 'Telefon' }; form.locale = 'de'"),
    read("form.messages = { duplicate: 'Schon da.' }; form.locale = 'de'"),
    read("form.messages = {}; form.locale = 'de'"),
    read("form.messages = { submit: 'Add' }; form.messages = null"),
    read("form.messages = { submit: 'Add' }; form.messages = undefined"),
    wrong("form.messages = 'Add'", &["messages"]),
    wrong("form.messages = ['Add']", &["messages"]),
    wrong("form.messages = { get submit() { throw new Error('no') } }", &["messages"]),
    wrong("form.messages = { submit: 5 }", &["messages"]),
    wrong("form.messages = { submit: 'Add' }; form.messages = 5", &["messages"]),
    // Only the component knows all keys.
    Case {
        script: "form.messages = { unknown: 'x', submit: 'Add' }",
        differs: &["submit"],
        errors: &["messages"],
    },
    // Switches.
    read("form.disabled = true"),
    read("form.setAttribute('disabled', 'false')"),
    read("form.disabled = true; form.disabled = null"),
    read("form.flags = true"),
    read("form.setAttribute('flags', 'false')"),
    read("form.flags = true; form.flags = null"),
    with_example("form.flags = 'yes'; form.country = 'fr'"),
    read("form.autocomplete = 'on'"),
    read("form.autocomplete = ' ON '"),
    read("form.autocomplete = 'on'; form.autocomplete = undefined"),
    wrong("form.autocomplete = ''", &["autocomplete"]),
    wrong("form.autocomplete = 'tel'", &["autocomplete"]),
    // Settings that are not rendered.
    read("form.leadId = null; form.phoneId = ' 007 '"),
    wrong("form.leadId = 'x'", &["lead-id"]),
    wrong("form.leadId = 0", &["lead-id"]),
    wrong("form.phoneId = -1", &["phone-id"]),
    wrong("form.timeout = 'soon'", &["timeout"]),
    wrong("form.timeout = 2147483648", &["timeout"]),
    read("form.timeout = ' 500 '; form.authScheme = ' Basic '; form.baseUrl = '/api'"),
    wrong("form.authScheme = 'digest'", &["auth-scheme"]),
    read("form.loading = ' Eager '"),
    wrong("form.loading = 'later'", &["loading"]),
    wrong("form.setAttribute('loading', '')", &["loading"]),
    wrong("form.baseUrl = 'ftp://elsewhere'", &["base-url"]),
    wrong("form.locale = '12'; form.country = 'XX'", &["locale", "country"]),
];

/// The visible state of a form, by name, and the errors that its host got.
type Look = BTreeMap<String, Value>;

/// Creates a form for each case, and reads their visible state.
const PAGE: &str = "
    window.make = () => cases.map(() => {
      const form = document.createElement('lead-phone-form');
      form.leadId = 1;
      form.told = [];
      form.addEventListener('lead-phone-error', ({ detail }) => form.told.push(detail.message));
      document.body.append(form);
      return form;
    });
    window.apply = (forms) => forms.forEach((form, nth) => cases[nth](form));
    window.look = (forms) => forms.map((form) => {
      const root = form.shadowRoot;
      const [country, number, extension, mobile, type, submit] =
        ['country', 'number', 'extension', 'mobile', 'type', 'submit'].map((id) => root.getElementById(id));
      const text = (selector) =>
        [...root.querySelectorAll(selector)].map((element) => element.textContent).join('|');
      return {
        lang: root.querySelector('form').lang,
        labels: [...root.querySelectorAll('label')].map((label) => [label.htmlFor, label.textContent]),
        country: country.value,
        'country lang': country.lang,
        number: number.value,
        placeholder: number.placeholder,
        extension: extension.value,
        mobile: mobile?.checked ?? null,
        type: type && [...type.options].map((option) => [option.value, option.text, option.selected]),
        'type disabled': type?.disabled ?? null,
        disabled: [country, number, extension, mobile, submit].map((control) => control?.disabled),
        autocomplete: [country, number, extension].map((control) => control.autocomplete),
        submit: [submit.textContent, submit.getAttribute('aria-disabled')],
        flag: root.querySelector('.flag').getAttribute('data-flag'),
        help: text('[part=help]'),
        errors: text('[part=error]'),
        status: text('[part=status]'),
        told: form.told,
      };
    });";

/// Waits until the component has rendered all these forms, with the examples that need numbering
/// plans.
async fn settled(stage: &Stage, forms: &str) -> Result<Vec<Look>> {
    let mut looks = Vec::new();
    until("all examples are there", async || {
        looks = stage.browser.run::<Vec<Look>>(&format!("return look({forms})"), vec![]).await?;
        let awaited =
            CASES.iter().zip(&looks).filter(|(case, _)| case.differs.contains(&"placeholder"));
        Ok(awaited.into_iter().all(|(_, look)| look["placeholder"] != ""))
    })
    .await?;
    Ok(looks)
}

fn without<'a>(look: &'a Look, names: &[&str]) -> BTreeMap<&'a str, &'a Value> {
    look.iter()
        .map(|(name, value)| (name.as_str(), value))
        .filter(|(name, _)| !names.contains(name) && *name != "told")
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn each_setting_is_drawn_the_same_before_and_after_hydration() -> Result {
    let cases: Vec<String> =
        CASES.iter().map(|case| format!("(form) => {{ {} }}", case.script)).collect();
    let script = format!("window.cases = [{}]; {PAGE}", cases.join(", "));
    // Set before the element is defined.
    let stage = Stage::open("", &format!("{script} window.early = make(); apply(early)")).await?;
    // Set while the prerendered form is there.
    stage.run::<Value>("window.late = make(); apply(late); return null").await?;
    // The words of these languages have to be fetched.
    let in_their_words = "[...early, ...late].every((form) =>
        !/^(de|ar|zh)/i.test(String(form.locale ?? form.lang)) ||
        form.shadowRoot.querySelector('label').textContent !== 'Country')";
    stage.until(in_their_words).await?;
    let early: Vec<Look> = stage.run("return look(early)").await?;
    let late: Vec<Look> = stage.run("return look(late)").await?;
    stage.release().await?;
    let hydrated = settled(&stage, "early").await?;
    let hydrated_late = settled(&stage, "late").await?;
    // Set when the component is there.
    stage.run::<Value>("window.after = make(); return null").await?;
    stage.until("after.every((form) => form.shadowRoot?.querySelector('form'))").await?;
    // A flag is drawn in the next frame.
    let frame =
        "new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))";
    stage.run::<Value>(&format!("apply(after); return {frame}")).await?;
    let after = settled(&stage, "after").await?;

    let mut faults = Vec::new();
    for (nth, case) in CASES.iter().enumerate() {
        let mut expect = |what: &str, is_so: bool, found: String| {
            if !is_so {
                faults.push(format!("{}: {what}: {found}", case.script));
            }
        };
        let component = &hydrated[nth];
        for (when, before, component) in
            [("early", &early[nth], component), ("late", &late[nth], &hydrated_late[nth])]
        {
            let said = |name: &&String| SAID_BY_THE_COMPONENT.contains(&name.as_str());
            let other: Vec<&String> = (before.keys())
                .filter(|name| !said(name) && *name != "told" && before[*name] != component[*name])
                .collect();
            let found =
                other.iter().map(|name| format!("{name} {} → {}", before[*name], component[*name]));
            expect(when, other == case.differs, found.collect::<Vec<_>>().join(", "));
        }
        for (when, other) in [("late", &hydrated_late[nth]), ("after", &after[nth])] {
            let (a, b) = (without(component, &[]), without(other, &[]));
            expect(when, a == b, format!("{a:?}\n   {b:?}"));
        }
        for look in [component, &hydrated_late[nth], &after[nth]] {
            let told = look["told"].as_array().cloned().unwrap_or_default();
            let names_each = told.len() == case.errors.len()
                && case
                    .errors
                    .iter()
                    .all(|name| told.iter().any(|told| told.to_string().contains(name)));
            expect("is told", names_each, format!("{told:?}"));
        }
        // A value that cannot be read is rendered like a missing one.
        if !case.errors.is_empty() {
            let (a, b) = (without(component, &["errors"]), without(&hydrated[0], &["errors"]));
            expect("the default", a == b, format!("{a:?}\n   {b:?}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    stage.close().await
}
