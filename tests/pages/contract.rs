//! `custom-elements.json` describes the running element. The step `javascript` compares the type
//! declarations with it, so that behaviour, manifest and types stay the same.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::harness::{Page, Result, on_form};

fn manifest() -> Result<Value> {
    let all: Value = serde_json::from_str(include_str!("../../www/custom-elements.json"))?;
    Ok(all["modules"][0]["declarations"][0].clone())
}

/// The names of the wanted members of a list in the manifest.
fn names(list: &Value, wanted: impl Fn(&Value) -> bool) -> BTreeSet<String> {
    let members = list.as_array().into_iter().flatten().filter(|member| wanted(member));
    members.filter_map(|member| member["name"].as_str().map(str::to_owned)).collect()
}

/// Runs a script with `Form`, the element's class, and returns its result as a set.
async fn set(page: &Page, body: &str) -> Result<BTreeSet<String>> {
    page.in_form(&format!("const Form = customElements.get('lead-phone-form'); {body}")).await
}

/// `members`: the name and the descriptor of each member of the element's class.
const MEMBERS: &str = "
    const members = [];
    for (let at = Form.prototype; at !== HTMLElement.prototype; at = Object.getPrototypeOf(at)) {
      for (const [name, member] of Object.entries(Object.getOwnPropertyDescriptors(at))) {
        if (name !== 'constructor' && !name.endsWith('Callback')) members.push([name, member]);
      }
    }";

#[tokio::test(flavor = "multi_thread")]
async fn attributes_properties_and_methods_are_those_of_the_manifest() -> Result {
    on_form("{form}", async |page| {
        let manifest = manifest()?;
        // Every element has `lang`, and `token` is observed only to be removed.
        let attributes =
            "return Form.observedAttributes.filter((n) => n !== 'lang' && n !== 'token')";
        assert_eq!(set(page, attributes).await?, names(&manifest["attributes"], |_| true));

        let members = &manifest["members"];
        let is = |member: &Value, kind: &str, fixed: bool| {
            member["kind"] == *kind && member["static"].as_bool().unwrap_or_default() == fixed
        };
        let methods = [MEMBERS, "return members.filter((m) => m[1].value).map((m) => m[0])"];
        let expected = names(members, |member| is(member, "method", false));
        assert_eq!(set(page, &methods.concat()).await?, expected);
        let fields = [MEMBERS, "return members.filter((m) => m[1].get).map((m) => m[0])"];
        let expected = names(members, |member| is(member, "field", false));
        assert_eq!(set(page, &fields.concat()).await?, expected);
        let fixed =
            [MEMBERS, "return members.filter((m) => m[1].get && !m[1].set).map((m) => m[0])"];
        let expected = names(members, |m| is(m, "field", false) && m["readonly"] == true);
        assert_eq!(set(page, &fixed.concat()).await?, expected);
        let on_class = "return Object.getOwnPropertyNames(Form).filter((name) =>
            !['length', 'name', 'prototype', 'observedAttributes'].includes(name))";
        let expected = names(members, |member| member["static"] == true);
        assert_eq!(set(page, on_class).await?, expected);
        let version: String =
            page.run("return customElements.get('lead-phone-form').version", vec![]).await?;
        assert_eq!(version, env!("CARGO_PKG_VERSION"));
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn properties_follow_their_attributes_write_none_and_have_the_manifests_defaults() -> Result {
    on_form("{form}", async |page| {
        let manifest = manifest()?;
        let attributes = manifest["attributes"].as_array().ok_or("no attributes")?;
        for attribute in attributes {
            let (name, field) = (&attribute["name"], &attribute["fieldName"]);
            let members = manifest["members"].as_array().into_iter().flatten();
            let member = members.into_iter().find(|member| member["name"] == *field);
            let member = member.ok_or_else(|| format!("no field {field}"))?;
            assert_eq!(&member["attribute"], name);
            let sample = match name.as_str() {
                Some("lead-id" | "phone-id" | "timeout") => json!(4711),
                Some("preferred-countries" | "countries" | "phone-types" | "fields") => {
                    json!(["MX", "FR"])
                }
                Some("disabled" | "flags") => json!(true),
                _ => json!("sample"),
            };
            let text = match &sample {
                Value::Array(_) => "MX FR".to_owned(),
                Value::Bool(_) => String::new(),
                Value::String(text) => text.clone(),
                other => other.to_string(),
            };
            let (default, held, written, restored, followed): (Value, Value, bool, Value, Value) =
                page.run(
                    "const [name, field, sample, text] = arguments;
                     const form = document.createElement('lead-phone-form');
                     const first = form[field];
                     form[field] = sample;
                     const second = form[field], written = form.hasAttributes();
                     form[field] = undefined;
                     const third = form[field];
                     form.setAttribute(name, text);
                     return [first, second, written, third, form[field]]",
                    vec![name.clone(), field.clone(), sample.clone(), json!(text)],
                )
                .await?;
            assert_eq!((&held, written), (&sample, false), "{field}");
            assert_eq!(restored, default, "{field}");
            assert_eq!(followed, sample, "{name}");
            if let Some(expected) = member["default"].as_str() {
                assert_eq!(default, serde_json::from_str::<Value>(expected)?, "{field}");
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn events_and_custom_properties_are_those_of_the_manifest() -> Result {
    let record = "<script>
        window.raised = new Set();
        const dispatch = EventTarget.prototype.dispatchEvent;
        EventTarget.prototype.dispatchEvent = function (event) {
          if (this.localName === 'lead-phone-form') raised.add(event.type);
          return dispatch.call(this, event);
        };
      </script>{form}";
    on_form(record, async |page| {
        let manifest = manifest()?;
        page.in_shadow("#number").await?.send_keys("514 555 01" + Key::Enter).await?;
        page.until("root.querySelector('#save-anyway')").await?;
        page.in_form::<Value>("form.reset()").await?;
        page.in_shadow("#number").await?.send_keys("514 222 3344" + Key::Enter).await?;
        page.until_heard("created").await?;
        page.in_form::<Value>("form.phone = heard.at(-1)[2]; form.requestSubmit()").await?;
        page.until_heard("updated").await?;
        page.in_form::<Value>("form.leadId = 'x'").await?;
        page.until_heard("error").await?;
        let raised = set(page, "return [...raised]").await?;
        assert_eq!(raised, names(&manifest["events"], |_| true));

        let properties =
            "const rules = root.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]);
            return rules.flatMap((rule) => rule.cssText.match(/--lead-phone-[a-z-]+/g) ?? [])
              .filter((name, index, all) => all.indexOf(name) === index)";
        assert_eq!(set(page, properties).await?, names(&manifest["cssProperties"], |_| true));
        Ok(())
    })
    .await
}
