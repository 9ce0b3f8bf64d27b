// The snippet for Svelte 5.

import { CLASS, EVENTS, LISTENER, TOKEN, htmlAttributes, indent, literal, staticLines, tag } from "./text.js";

/** @type {import("../types.js").WriteSnippet} */
export function svelte(setup) {
  const { objects, hasToken, hasListeners, statics, theme } = setup;
  const script = [
    'import "lead-phone-form";',
    ...(theme === null ? [] : [`import "./${theme}.css";`]),
    ...staticLines(statics, CLASS),
    ...objects.map(({ property, value }) => `const ${property} = ${literal(value)};`),
    ...(hasToken ? [`const token = ${TOKEN};`] : []),
    ...(hasListeners ? [LISTENER] : []),
  ];
  const attributes = [
    // Svelte reads braces in a text as an expression.
    ...htmlAttributes(setup).map((text) => text.replace(/[{}]/g, (brace) => `{"${brace}"}`)),
    ...objects.map(({ property }) => `{${property}}`),
    ...(hasToken ? ["{token}"] : []),
    ...(hasListeners ? EVENTS.map((name) => `on${name}={log}`) : []),
  ];
  const form = tag("<lead-phone-form", attributes, "></lead-phone-form>");
  return [
    "<script>",
    indent(script.join("\n")),
    "</script>",
    "",
    theme === null ? form : [`<div class="${theme}">`, indent(form), "</div>"].join("\n"),
  ].join("\n");
}
