// The snippet for Vue 3, a component in one file.

import { CLASS, EVENTS, LISTENER, TOKEN, htmlAttributes, indent, literal, staticLines, tag } from "./text.js";

/** @type {import("../types.js").WriteSnippet} */
export function vue(setup) {
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
    ...htmlAttributes(setup),
    ...objects.map(({ property }) => `:${property}="${property}"`),
    ...(hasToken ? [':token="token"'] : []),
    ...(hasListeners ? EVENTS.map((name) => `@${name}="log"`) : []),
  ];
  const form = tag("<lead-phone-form", attributes, " />");
  return [
    "<script setup>",
    "// The compiler has to know the tag: isCustomElement: (tag) => tag === \"lead-phone-form\"",
    ...script,
    "</script>",
    "",
    "<template>",
    indent(theme === null ? form : [`<div class="${theme}">`, indent(form), "</div>"].join("\n")),
    "</template>",
  ].join("\n");
}
