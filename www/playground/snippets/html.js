// The snippet for a plain page.

import { CLASS, TOKEN, htmlAttributes, indent, literal, staticLines, tag } from "./text.js";

/** @type {import("../types.js").WriteSnippet} */
export function html(setup) {
  const { objects, hasToken, statics, theme } = setup;
  const head = ['<script type="module" src="/lead-phone-form/lead-phone-form.js"></script>'];
  if (theme !== null) {
    head.push(`<link rel="stylesheet" href="/www/demo/themes/${theme}.css">`);
  }
  const indentation = theme === null ? "" : "  ";
  const form = tag("<lead-phone-form", htmlAttributes(setup), "></lead-phone-form>", indentation);
  const script = [
    ...staticLines(statics, CLASS),
    ...(objects.length > 0 || hasToken
      ? ['const form = document.querySelector("lead-phone-form");']
      : []),
    ...objects.map(({ property, value }) => `form.${property} = ${literal(value)};`),
    ...(hasToken ? [`form.token = ${TOKEN};`] : []),
  ];
  return [
    ...head,
    ...(theme === null ? [form] : [`<div class="${theme}">`, form, "</div>"]),
    ...(script.length === 0
      ? []
      : ['<script type="module">', indent(script.join("\n")), "</script>"]),
  ].join("\n");
}
