//! The files of words: which are fetched, what a form says until they come, and if they do not.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::Value;

use crate::harness::{Result, Server, Stage, until};

/// Holds back each file of words but the English one until `window.release()`, and keeps every text that the label of
/// the number has had in `window.said`.
const HELD: &str = r#"<script>
    const real = window.fetch;
    const released = new Promise((resolve) => { window.release = resolve; });
    window.fetch = async (url, ...rest) => {
      if (/locale-(?!en)/.test(url)) await released;
      return real(url, ...rest);
    };
    window.said = [];
    window.watch = (root) => {
      const say = () => said.push(root.querySelector("label[for=number]").textContent);
      say();
      new MutationObserver(say).observe(root, { childList: true, characterData: true, subtree: true });
    };
    </script>{script}"#;

/// A form on a page in this language.
fn page(language: &str, before: &str) -> String {
    format!(
        "{before}<script>document.documentElement.lang = '{language}'</script>
         <lead-phone-form lead-id=1 base-url='{{api}}'></lead-phone-form>"
    )
}

async fn open(widget: Server, html: &str) -> Result<Stage> {
    Stage::open(widget, Server::saving_api().await?, html).await
}

/// The languages of the files of words that were requested, in order.
fn requested(stage: &Stage) -> Vec<String> {
    let requests = stage.widget.requests().into_iter();
    let paths =
        requests.filter_map(|request| Some(request.path.split_once("/locale-")?.1.to_owned()));
    paths.map(|rest| rest.chars().take_while(|c| *c != '.').collect()).collect()
}

async fn until_labelled(stage: &Stage, label: &str) -> Result {
    until(label, async || Ok(stage.text_of("label[for=number]").await? == label)).await
}

/// Saves a number, which only a hydrated form does.
async fn until_saved(stage: &Stage) -> Result {
    let save = "form.token = 'token'; root.getElementById('number').value = '514 222 3344';
        form.requestSubmit()";
    stage.in_form::<Value>(save).await?;
    until("it is saved", async || Ok(stage.heard("created").await?.len() == 1)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_fetches_the_words_of_its_language_once() -> Result {
    let mut stage = open(Server::widget().await?, &page("en-CA", "{script}")).await?;
    until_saved(&stage).await?;
    assert_eq!(requested(&stage), ["en"]);

    stage.reopen(&page("fr-CA", "{script}<lead-phone-form></lead-phone-form>")).await?;
    until_labelled(&stage, "Numéro de téléphone").await?;
    stage.hydrated().await?;
    assert_eq!(requested(&stage), ["en", "fr"]);
    for (locale, label) in [
        ("es", "Número de teléfono"),
        ("de", "Telefonnummer"),
        ("tlh", "Phone number"),
        ("fr", "Numéro de téléphone"),
        ("es-MX", "Número de teléfono"),
    ] {
        stage.in_form::<Value>(&format!("form.locale = '{locale}'")).await?;
        until_labelled(&stage, label).await?;
    }
    // The hashes of most languages are a file of their own.
    assert_eq!(requested(&stage), ["en", "fr", "es", "hashes", "de", "en"]);
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_french_form_is_french_while_its_words_are_late() -> Result {
    let stage = open(Server::widget().await?, &page("fr", HELD)).await?;
    until_labelled(&stage, "Numéro de téléphone").await?;
    stage.in_form::<Value>("watch(root)").await?;
    // The WebAssembly is there, and waits for them.
    stage.hydrated().await?;
    stage.in_shadow("#number").await?.send_keys("514").await?;
    stage.in_form::<Value>("form.token = 'token'; form.requestSubmit(); release()").await?;
    let optional: String =
        stage.in_form("return root.getElementById('extension').placeholder").await?;
    assert_eq!(optional, "Facultatif");
    let error = "Trop court : 10 chiffres attendus (Canada), il y en a 3.";
    until(error, async || Ok(stage.text_of("#number-error").await? == error)).await?;
    let said: Vec<String> = stage.in_form("return [...new Set(said)]").await?;
    assert_eq!(said, ["Numéro de téléphone"]);
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_in_another_language_says_the_old_words_until_the_new_ones_come() -> Result {
    let stage = open(Server::widget().await?, &page("en", HELD)).await?;
    stage.hydrated().await?;
    stage.in_form::<Value>("watch(root); form.locale = 'es'").await?;
    // A form that is put on the page now has the labels of its language from the beginning.
    let added = "const added = document.createElement('lead-phone-form');
        added.locale = 'fr';
        form.before(added);
        watch(added.shadowRoot);
        return said";
    let said: Vec<String> = stage.in_form(added).await?;
    assert_eq!(said, ["Phone number", "Numéro de téléphone"]);
    stage.in_form::<Value>("release()").await?;
    until("both have their words", async || {
        let labels =
            "return [...document.querySelectorAll('lead-phone-form')].map(({ shadowRoot }) =>
            shadowRoot.querySelector('form').lang)";
        Ok(stage.run::<Vec<String>>(labels, vec![]).await? == ["fr", "es"])
    })
    .await?;
    let said: Vec<String> = stage.in_form("return [...new Set(said)]").await?;
    assert_eq!(said, ["Phone number", "Numéro de téléphone", "Número de teléfono"]);

    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn words_that_come_after_the_language_has_changed_again_are_not_taken() -> Result {
    let stage = open(Server::widget().await?, &page("en", HELD)).await?;
    stage.hydrated().await?;
    stage.in_form::<Value>("watch(root); form.locale = 'es'; form.locale = 'en'").await?;
    // This form waits for the same words.
    let added = "const added = document.createElement('lead-phone-form');
        Object.assign(added, { locale: 'es', leadId: 1, token: 'token' });
        form.after(added);
        added.requestSubmit();
        release()";
    stage.in_form::<Value>(added).await?;
    until("the words are there", async || {
        let error = "return document.querySelectorAll('lead-phone-form')[1].shadowRoot
            .getElementById('number-error')?.textContent ?? ''";
        Ok(stage.run::<String>(error, vec![]).await? == "Ingrese un número de teléfono.")
    })
    .await?;
    let said: Vec<String> = stage.in_form("return [...new Set(said)]").await?;
    assert_eq!(said, ["Phone number"]);
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn without_its_words_a_form_is_english_and_the_console_says_why() -> Result {
    let down = Arc::new(AtomicBool::new(true));
    let is_down = Arc::clone(&down);
    let widget = Server::widget_answering(move |name, answer| {
        if name.starts_with("locale-fr") && is_down.load(Ordering::SeqCst) {
            *answer = (503, answer.1.clone(), vec![]);
        }
    });
    let stage = open(widget.await?, &page("fr", "{script}")).await?;
    until_labelled(&stage, "Phone number").await?;
    assert_eq!(stage.in_form::<String>("return root.querySelector('form').lang").await?, "en");
    assert_eq!(requested(&stage), ["fr", "en"]);
    let console = stage.console().await?;
    // The browser says the status and the hash in lines of its own.
    let says_why = |line: &&String| line.contains("locale-fr.") && line.contains("TypeError");
    assert_eq!(console.iter().filter(says_why).count(), 1, "{console:?}");
    assert_eq!(stage.names().await?, ["ready"]);

    // A later try succeeds.
    down.store(false, Ordering::SeqCst);
    stage.in_form::<Value>("form.locale = 'fr-CA'").await?;
    until_labelled(&stage, "Numéro de téléphone").await?;
    assert_eq!(stage.in_form::<String>("return root.querySelector('form').lang").await?, "fr-CA");
    until_saved(&stage).await?;
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_english_words_a_form_says_that_it_could_not_be_loaded() -> Result {
    let widget = Server::widget_answering(|name, answer| {
        if name.starts_with("locale-") {
            *answer = (503, answer.1.clone(), vec![]);
        }
    });
    let stage = open(widget.await?, &page("de", "{script}")).await?;
    let error = stage.until_heard("error").await?;
    assert_eq!(error["kind"], "load");
    let message = error["message"].as_str().unwrap_or_default();
    assert!(message.contains("locale-en."), "{message}");
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn each_locale_has_the_nearest_words() -> Result {
    let stage = open(Server::widget().await?, &page("en", "{script}")).await?;
    stage.hydrated().await?;
    for (locale, tag) in [
        ("fr", "fr"),
        ("fr_CA", "fr"),
        ("fr-FR", "fr-FR"),
        ("fr-BE", "fr-FR"),
        ("es-MX", "es"),
        ("es-419", "es"),
        ("es-ES", "es-ES"),
        ("pt", "pt-BR"),
        ("pt-BR", "pt-BR"),
        ("pt-AO", "pt-PT"),
        ("zh", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh-TW", "zh-Hant"),
        ("zh-Hant-HK", "zh-Hant"),
        ("yue", "zh-Hant"),
        ("no", "nb"),
        ("nn-NO", "nb"),
        ("tl", "fil"),
        ("iw", "he"),
        ("in", "id"),
        ("pa-IN", "pa"),
        ("pa-PK", "en"),
        ("hi-Latn", "en"),
        ("sr", "en"),
        ("en-GB", "en"),
        ("de-CH-1996-u-co-phonebk", "de"),
    ] {
        // The name of the button, in the file that the repository has.
        let file = format!("{}/../../locales/{tag}.json", env!("CARGO_MANIFEST_DIR"));
        let texts: Value = serde_json::from_str(&std::fs::read_to_string(file)?)?;
        let label = texts["submit"].as_str().unwrap_or_default();
        stage.in_form::<Value>(&format!("form.locale = '{locale}'")).await?;
        until(locale, async || Ok(stage.text_of("#submit > :first-child").await? == label)).await?;
        let optional: Value =
            stage.in_form("return root.getElementById('extension').placeholder").await?;
        assert_eq!(optional, texts["optional"], "{locale}");
        stage.in_form::<Value>("form.locale = 'ko'").await?;
        until("ko", async || Ok(stage.text_of("#submit > :first-child").await? == "번호 저장"))
            .await?;
    }
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn words_from_right_to_left_turn_the_form_where_the_page_has_no_direction() -> Result {
    let mut stage = open(Server::widget().await?, &page("ar", HELD)).await?;
    let direction = "return getComputedStyle(root.querySelector('form')).direction";
    let is = async |stage: &Stage, expected: &str| {
        until(expected, async || Ok(stage.in_form::<String>(direction).await? == expected)).await
    };
    // Before its words are there, so that nothing changes sides when they come.
    is(&stage, "rtl").await?;
    stage.in_form::<Value>("release()").await?;
    until_labelled(&stage, "رقم الهاتف").await?;
    stage.hydrated().await?;
    is(&stage, "rtl").await?;
    // Country and number are one control, whose outer corners are round.
    let corners: Vec<bool> = stage
        .in_form(
            "return ['number', 'country'].flatMap((id) => {
               const style = getComputedStyle(root.getElementById(id));
               return [style.borderTopLeftRadius, style.borderBottomRightRadius]
                 .map((radius) => radius !== '0px');
             })",
        )
        .await?;
    assert_eq!(corners, [true, false, false, true]);
    stage.in_form::<Value>("form.locale = 'en'").await?;
    is(&stage, "ltr").await?;
    stage
        .reopen(&page(
            "he",
            "<div dir=ltr>{script}</div><script>document.body.dir = 'ltr'</script>",
        ))
        .await?;
    until_labelled(&stage, "מספר טלפון").await?;
    stage.hydrated().await?;
    is(&stage, "ltr").await?;
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn each_file_has_the_plural_categories_of_its_language() -> Result {
    let stage = open(Server::widget().await?, "").await?;
    // Those that integers have, and all.
    let categories = "const rules = new Intl.PluralRules(arguments[0]);
        return [Array.from({ length: 200 }, (_, count) => rules.select(count)),
          rules.resolvedOptions().pluralCategories]";
    let mut counted = 0;
    for file in std::fs::read_dir(format!("{}/../../locales", env!("CARGO_MANIFEST_DIR")))? {
        let path = file?.path();
        let tag = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
        let texts: BTreeMap<String, String> =
            serde_json::from_str(&std::fs::read_to_string(&path)?)?;
        let (needed, known): (BTreeSet<String>, BTreeSet<String>) =
            stage.run(categories, vec![tag.into()]).await?;
        let stems = texts.keys().filter_map(|key| key.strip_suffix("-other"));
        for stem in stems {
            counted += 1;
            let of_stem =
                |key: &String| Some(key.strip_prefix(stem)?.strip_prefix('-')?.to_owned());
            let found: BTreeSet<String> =
                texts.keys().filter_map(of_stem).filter(|end| known.contains(end)).collect();
            assert!(found.is_superset(&needed), "{tag}: {stem} has only {found:?}");
        }
    }
    assert!(counted > 100, "{counted}");
    stage.close().await
}
