// The snippet for Yew, with the crate's component.

import { CLASS, indent, literal, staticLines, styleText, tag, toList } from "./text.js";

/** @import { Setup } from "../types.js" */

/** @type {import("../types.js").WriteSnippet} */
export function yew(setup) {
  const { attributes, objects, hasToken, hasListeners, direction, theme, styles, statics } = setup;
  const items = ["LeadPhoneForm"];
  const phone = objects.find(({ property }) => property === "phone");
  if (phone || hasListeners) {
    items.push("Phone");
  }
  if (hasListeners) {
    items.push("FormError");
  }
  if (objects.some(({ property }) => property === "messages")) {
    items.push("MessageId");
  }
  if (attributes.some(({ property }) => property === "authScheme")) {
    items.push("Scheme");
  }
  if (hasToken) {
    items.push("TokenSource");
  }
  items.sort();
  const names = [
    ...(attributes.some(({ kind }) => kind === "list") ? ["AttrValue"] : []),
    ...(hasListeners ? ["Callback"] : []),
    "Html",
    "component",
    "html",
  ];
  if (phone || hasToken) {
    names.push("use_memo");
  }
  const width = styles.filter(([name]) => !name.startsWith("--"));
  const custom = styles.filter(([name]) => name.startsWith("--"));
  const around = [
    ...(theme === null ? [] : [`class="${theme}"`]),
    ...(direction === null ? [] : [`dir="${direction}"`]),
    ...(width.length === 0 ? [] : [`style=${quoted(styleText(width))}`]),
  ];
  const form = tag("<LeadPhoneForm", props(setup), " />");
  const drawn =
    around.length === 0 ? form : [tag("<div", around, ">"), indent(form), "</div>"].join("\n");
  return [
    ...comments("In a script of the page:", staticLines(statics, CLASS)),
    ...comments(
      "In the style sheet of the page:",
      custom.length === 0
        ? []
        : [`${theme === null ? "" : `.${theme} `}lead-phone-form { ${styleText(custom)} }`],
    ),
    ...(hasToken ? ["use gloo_net::http::Request;"] : []),
    `use lead_phone_form::component::${items.length === 1 ? items[0] : `{${items.join(", ")}}`};`,
    `use yew::{${names.join(", ")}};`,
    "",
    ...(hasToken
      ? [
          "async fn ask() -> Result<String, gloo_net::Error> {",
          '    Request::get("/crm-token").send().await?.text().await',
          "}",
          "",
        ]
      : []),
    "#[component]",
    "fn LeadPhone() -> Html {",
    ...(phone
      ? [
          "    let phone = use_memo((), |()| {",
          `        let phone = js_sys::JSON::parse(${raw(JSON.stringify(phone.value))}).ok();`,
          "        phone.as_ref().and_then(Phone::read)",
          "    });",
        ]
      : []),
    ...(hasToken
      ? [
          "    let token = use_memo((), |()| {",
          "        TokenSource::function(|_| async { ask().await.map_err(|error| error.to_string().into()) })",
          "    });",
        ]
      : []),
    ...(hasListeners
      ? [
          "    let onsaved = Callback::from(|phone: Phone| web_sys::console::log_1(phone.object()));",
          "    let onerror = Callback::from(|error: FormError| {",
          "        web_sys::console::log_1(&error.message.into());",
          "    });",
        ]
      : []),
    "    html! {",
    indent(drawn.replace(/^( {2})+/gm, (spaces) => spaces + spaces), "        "),
    "    }",
    "}",
  ].join("\n");
}

/** @param {string} about @param {string[]} lines */
function comments(about, lines) {
  const all = lines.flatMap((line) => line.split("\n"));
  return all.length === 0 ? [] : [about, ...all].map((line) => `// ${line}`);
}

/** @param {Setup} setup @returns {string[]} */
function props({ attributes, objects, hasToken, hasListeners }) {
  const all = attributes.flatMap(({ property, kind, value }) => {
    const name = property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    // These have types of their own in Rust.
    switch (name) {
      case "auth_scheme":
        return value === "basic" ? ["auth_scheme={Scheme::Basic}"] : [];
      case "autocomplete":
        return value === "on" ? ["autocomplete=true"] : [];
      case "loading":
        return value === "lazy" ? ["lazy=true"] : [];
    }
    switch (kind) {
      case "boolean":
        return [`${name}=true`];
      case "integer":
        return [`${name}={${Number.parseInt(value, 10) || 0}${name === "timeout" ? "_u32" : "_u64"}}`];
      case "list": {
        const members = toList(value).map((member) => `AttrValue::from(${quoted(member)})`);
        const list = members.length > 0 ? `vec![${members.join(", ")}]` : "Vec::<AttrValue>::new()";
        return [`${name}={${list}}`];
      }
      default:
        return [`${name}=${quoted(value)}`];
    }
  });
  for (const { property, value } of objects) {
    if (property === "phone") {
      all.push("phone={(*phone).clone()}");
    } else if (property === "messages") {
      const texts = Object.entries(Object(value))
        .filter(([key]) => /^[a-z-]+$/.test(key))
        .map(([key, text]) => `(MessageId::${variant(key)}, ${quoted(String(text))}.into())`);
      all.push(`messages={vec![${texts.join(", ")}]}`);
    } else {
      all.push(`${property}={${literal(value)}}`);
    }
  }
  if (hasToken) {
    all.push("token={(*token).clone()}");
  }
  if (hasListeners) {
    all.push("oncreated={&onsaved}", "onupdated={&onsaved}", "{onerror}");
  }
  return all;
}

/** The name of a text's variant in Rust. @param {string} key */
function variant(key) {
  return key.replace(/(^|-)(.)/g, (_, _hyphen, letter) => letter.toUpperCase());
}

/** A string in Rust. @param {string} text */
function quoted(text) {
  const inside = text.replace(/["\\]/g, "\\$&");
  return `"${inside.replace(/[\0-\x1f]/g, (it) => `\\u{${it.charCodeAt(0).toString(16)}}`)}"`;
}

/** A raw string in Rust. @param {string} text */
function raw(text) {
  let hashes = "#";
  while (text.includes(`"${hashes}`)) {
    hashes += "#";
  }
  return `r${hashes}"${text}"${hashes}`;
}
