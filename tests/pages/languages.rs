//! The page's language, the form's `locale`, and the host's `messages`.

use serde_json::{Value, json};
use thirtyfour::{By, Key};

use crate::harness::{Browser, Result, Server, Stage, on_demo, until};

/// A French page with forms in several places.
const PAGE: &str = r#"<script>document.documentElement.lang = "fr-CA"</script>
    <lead-phone-form lead-id="3387562" base-url="{api}"></lead-phone-form>
    <div lang="es-MX"><div id="host"></div></div>
    <script>
      document.querySelector("lead-phone-form").messages = { submit: "Ajouter" };
      const inner = document.getElementById("host").attachShadow({ mode: "open" });
      inner.append(document.createElement("lead-phone-form"));
    </script>{script}"#;

async fn until_said(browser: &Browser, selector: &str, words: &str) -> Result {
    until(words, async || Ok(browser.text_of(selector).await? == words)).await
}

async fn open() -> Result<Stage> {
    let api = Server::api(|_| (403, json!({"message": "Duplicate phone."}))).await?;
    let stage = Stage::open(Server::widget().await?, api, PAGE).await?;
    until_said(&stage, "label[for=number]", "Numéro de téléphone").await?;
    stage.hydrated().await?;
    Ok(stage)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_french_page_has_a_french_form_whose_events_say_what_it_shows() -> Result {
    let stage = open().await?;
    // Set before the element was defined.
    until_said(&stage, "#submit", "Ajouter").await?;
    stage.in_form::<Value>("form.token = 'marker-token'").await?;
    stage.in_shadow("#number").await?.send_keys("514 222-3344" + Key::Enter).await?;
    let shown = "Ce prospect a déjà ce numéro.";
    until_said(&stage, "#number-error", shown).await?;
    let told = stage.heard("error").await?;
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!((&told[0]["kind"], &told[0]["message"]), (&json!("duplicate"), &json!(shown)));

    // The error is shown in the new language, and the text stays.
    stage.in_form::<Value>("form.locale = 'es-MX'").await?;
    until_said(&stage, "#number-error", "Este prospecto ya tiene este número.").await?;
    until_said(&stage, "#submit", "Ajouter").await?;
    stage.in_form::<Value>("form.messages = undefined").await?;
    until_said(&stage, "#submit", "Guardar número").await?;
    let number = stage.in_shadow("#number").await?.prop("value").await?.unwrap_or_default();
    assert_eq!(number.replace(|c: char| !c.is_ascii_digit(), ""), "5142223344");
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_nearest_lang_counts_and_the_forms_own_locale_before_it() -> Result {
    let stage = open().await?;
    let inner = "const inner = document.getElementById('host').shadowRoot.firstChild;
        const label = () => inner.shadowRoot.querySelector('label[for=number]')?.textContent;";
    let label = async || stage.run::<String>(&format!("{inner} return label()"), vec![]).await;
    until("through the host", async || Ok(label().await? == "Número de teléfono")).await?;
    // A form that is moved takes the language of its new place.
    let put = format!("{inner} document.body.append(inner); window.moved = inner;");
    stage.run::<Value>(&put, vec![]).await?;
    until("moved", async || {
        let moved = "return moved.shadowRoot.querySelector('label[for=number]').textContent";
        Ok(stage.run::<String>(moved, vec![]).await? == "Numéro de téléphone")
    })
    .await?;

    for (script, label) in [
        ("form.lang = 'en'", "Phone number"),
        ("form.locale = 'es'", "Número de teléfono"),
        ("form.removeAttribute('lang')", "Número de teléfono"),
        ("form.locale = null", "Numéro de téléphone"),
        ("form.lang = ''; form.locale = 'is'", "Phone number"),
    ] {
        stage.in_form::<Value>(script).await?;
        until_said(&stage, "label[for=number]", label).await?;
    }
    let read: (String, bool, String, bool) = stage
        .in_form(
            "form.locale = undefined; form.removeAttribute('lang'); form.autocomplete = 'on';
         return [form.locale, form.hasAttribute('locale'), form.autocomplete,
           form.hasAttribute('autocomplete')]",
        )
        .await?;
    assert_eq!(read, ("fr-CA".to_owned(), false, "on".to_owned(), false));
    let html: String = stage.in_form("return form.outerHTML").await?;
    assert!(!html.contains("messages") && !html.contains("Ajouter"), "{html}");
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unreadable_locale_is_said_in_the_pages_language() -> Result {
    let stage = open().await?;
    stage.in_form::<Value>("form.locale = 'fr.CA'; form.locale = 'fr.CA'").await?;
    let shown =
        "Ce formulaire est mal configuré\u{a0}: locale ne peut pas être «\u{a0}fr.CA\u{a0}».";
    let errors = "return form.shadowRoot.getElementById('form-error')?.textContent ?? ''";
    until("shown", async || Ok(stage.in_form::<String>(errors).await? == shown)).await?;
    let told = stage.heard("error").await?;
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(told[0]["message"], shown);
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_fails_says_so_in_the_language_that_it_had() -> Result {
    let stage = open().await?;
    stage.in_form::<Value>("form.locale = 'es-MX'").await?;
    until_said(&stage, "label[for=number]", "Número de teléfono").await?;
    // The exception comes from an import of the WebAssembly whose type has no error.
    let fail = "const number = form.shadowRoot.getElementById('number');
        Object.defineProperty(number, 'value', { get() { throw new Error('no') } });
        number.dispatchEvent(new Event('input', { bubbles: true }))";
    stage.in_form::<Value>(fail).await?;
    let shown = "return form.shadowRoot.getElementById('form-error')?.textContent ?? ''";
    until("shown", async || {
        Ok(stage.in_form::<String>(shown).await?.starts_with("Este formulario dejó de funcionar."))
    })
    .await?;
    let told = stage.heard("error").await?;
    assert_eq!(told[0]["message"], stage.in_form::<String>(shown).await?);
    stage.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_has_themes_and_languages_and_keeps_them() -> Result {
    on_demo(async |page| {
        until("the form is there", async || Ok(page.in_shadow("#number").await.is_ok())).await?;
        until_said(page, "#submit", "Save number").await?;
        page.in_shadow("#number").await?.send_keys("514 22").await?;
        let choose = "const list = document.getElementById('language'); list.value = 'fr-CA';
            list.dispatchEvent(new Event('change'))";
        page.run::<Value>(choose, vec![]).await?;
        until_said(page, "#submit", "Enregistrer le numéro").await?;
        let typed = page.in_shadow("#number").await?.prop("value").await?.unwrap_or_default();
        assert_eq!(typed.replace(|c: char| !c.is_ascii_digit(), ""), "51422");

        page.find(By::Css("button[popovertarget=theme]")).await?.click().await?;
        for value in ["dark", "brand", "parts"] {
            page.find(By::Css(format!("#theme input[value={value}]"))).await?.click().await?;
        }
        let rules = page.find(By::Id("theme-rules")).await?.text().await?;
        assert!(
            rules.contains("--lead-phone-accent") && rules.contains("::part(submit)"),
            "{rules}"
        );
        let look = "const style = getComputedStyle(document.querySelector('lead-phone-form')
              .shadowRoot.getElementById('submit'));
            return [document.documentElement.className, style.textTransform,
              getComputedStyle(document.documentElement).colorScheme]";
        let looks: Vec<String> = page.run(look, vec![]).await?;
        assert_eq!(looks, ["dark brand parts", "uppercase", "dark"]);

        assert_eq!(page.console().await?, Vec::<String>::new());
        page.refresh().await?;
        page.keep_console().await?;
        let kept = "return [document.documentElement.className,
            document.getElementById('language').value]";
        until("kept", async || {
            let kept: Vec<String> = page.run(kept, vec![]).await?;
            Ok(kept == ["dark brand parts", "fr-CA"])
        })
        .await?;
        assert_eq!(page.console().await?, Vec::<String>::new());
        Ok(())
    })
    .await
}
