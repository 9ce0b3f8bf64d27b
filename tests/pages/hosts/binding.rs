//! How templates bind to the form without a model of their own: its events tell, its properties are set.

use serde_json::{Value, json};
use thirtyfour::Key;

use super::{has_nothing_to_complain_of, scripts};
use crate::harness::{Result, Server, Stage, until};

/// A form in each library, which says what stands in it and which phone was saved last. `x-model` and
/// `v-model`, which the form does not know, do no harm.
const PAGE: &str = r#"{script}
    <main id=alpine x-data="{ entry: {}, phone: null, model: '' }">
      <lead-phone-form lead-id=1 base-url={api} x-model=model x-effect="$el.phone = phone"
        x-on:lead-phone-change="entry = $event.detail"
        x-on:lead-phone-created="phone = $event.detail"></lead-phone-form>
      <output x-text="`${entry.number} ${phone?.id}`"></output>
      <button x-on:click="phone = null">Another</button>
    </main>
    <main id=vue>
      <lead-phone-form lead-id=1 base-url={api} v-model=model :phone=phone
        @lead-phone-change="entry = $event.detail"
        @lead-phone-created="phone = $event.detail"></lead-phone-form>
      <output v-text="`${entry.number} ${phone?.id}`"></output>
      <button @click="phone = null">Another</button>
    </main>
    <script>
      const app = Vue.createApp({ data: () => ({ entry: {}, phone: null, model: '' }) });
      app.config.compilerOptions.isCustomElement = (tag) => tag === 'lead-phone-form';
      app.mount('#vue');
    </script>"#;

#[tokio::test(flavor = "multi_thread")]
async fn templates_of_alpine_and_vue_bind_by_events_and_properties() -> Result {
    let (tags, files) = scripts(&["vue/dist/vue.global.prod.js", "alpinejs/dist/cdn.js"])?;
    let libraries = Server::files(files).await?;
    let tags = tags
        .replace("src=", &format!("src={}/", libraries.origin))
        .replace("<script src", "<script defer src")
        .replacen("<script defer", "<script", 1);
    let widget = Server::widget().await?;
    let page = Stage::open(widget, Server::saving_api().await?, &(tags + PAGE)).await?;
    until("both are ready", async || Ok(page.heard("ready").await?.len() == 2)).await?;
    page.hydrated().await?;
    let set = "customElements.get('lead-phone-form').defaults = { token: 'a-token' };
        window.state = (library) => {
          const root = document.getElementById(library);
          const form = root.querySelector('lead-phone-form');
          return [root.querySelector('output').textContent, form.phoneId,
            form.shadowRoot.getElementById('number').value];
        }";
    page.run::<Value>(set, vec![]).await?;
    for library in ["alpine", "vue"] {
        let until_state = async |expected: Value| {
            let mut found = Value::Null;
            let wait = until("the template follows", async || {
                found = page.run("return state(arguments[0])", vec![json!(library)]).await?;
                Ok(found == expected)
            });
            wait.await.map_err(|error| format!("{library}: {error}: {expected}, not {found}"))
        };
        let focus = format!("document.querySelector('#{library} lead-phone-form').focus()");
        page.run::<Value>(&focus, vec![]).await?;
        page.press("514 222 3344").await?;
        until_state(json!(["+15142223344 undefined", null, "(514) 222-3344"])).await?;
        page.press(Key::Enter + "").await?;
        until_state(json!(["+15142223344 7", 7, "(514) 222-3344"])).await?;
        let another = format!("document.querySelector('#{library} button').click()");
        page.run::<Value>(&another, vec![]).await?;
        until_state(json!(["null undefined", null, ""])).await?;
    }
    assert!(page.heard("error").await?.is_empty());
    page.threw_nothing().await?;
    has_nothing_to_complain_of(&page).await?;
    page.close().await
}
