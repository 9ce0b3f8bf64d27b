// The snippet for a plain page.

import { CLASS, EVENTS, LISTENER, TOKEN, escaped, htmlAttributes, indent, literal, staticLines, tag } from "./text.js";

/** @type {import("../types.js").WriteSnippet} */
export function html(setup) {
  const { objects, hasToken, hasListeners, theme } = setup;
  // A script of the page would be too late for this one: the form is loaded before it runs.
  const moved = setup.statics.find(({ property }) => property === "wasmUrl");
  const statics = setup.statics.filter((member) => member !== moved);
  const source = ['type="module"', 'src="/lead-phone-form/lead-phone-form.js"'];
  if (moved) {
    source.push(`data-wasm-url="${escaped(String(moved.value))}"`);
  }
  const head = [tag("<script", source, "></script>")];
  if (theme !== null) {
    head.push(`<link rel="stylesheet" href="/www/demo/themes/${theme}.css">`);
  }
  const indentation = theme === null ? "" : "  ";
  const form = tag("<lead-phone-form", htmlAttributes(setup), "></lead-phone-form>", indentation);
  const script = [
    ...staticLines(statics, CLASS),
    ...(objects.length > 0 || hasToken || hasListeners
      ? ['const form = document.querySelector("lead-phone-form");']
      : []),
    ...objects.map(({ property, value }) => `form.${property} = ${literal(value)};`),
    ...(hasToken ? [`form.token = ${TOKEN};`] : []),
    ...(hasListeners
      ? [LISTENER, ...EVENTS.map((name) => `form.addEventListener("${name}", log);`)]
      : []),
  ];
  return [
    ...head,
    ...(theme === null ? [form] : [`<div class="${theme}">`, form, "</div>"]),
    ...(script.length === 0
      ? []
      : ['<script type="module">', indent(script.join("\n")), "</script>"]),
  ].join("\n");
}
