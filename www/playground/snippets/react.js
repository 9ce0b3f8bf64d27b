// The snippet for React 18 and 19, with the package's component.

import { CLASS, EVENTS, LISTENER, TOKEN, indent, literal, staticLines, tag, toList } from "./text.js";

/** @import { Setup } from "../types.js" */

/** @type {import("../types.js").WriteSnippet} */
export function react(setup) {
  const { objects, hasToken, hasListeners, statics, theme } = setup;
  const imports = [
    ...(statics.length > 0 ? ['import "lead-phone-form";'] : []),
    'import { LeadPhoneForm } from "lead-phone-form/react";',
    ...(theme === null ? [] : [`import "./${theme}.css";`]),
  ];
  // Outside of the component they are the same at each render.
  const constants = [
    ...staticLines(statics, CLASS),
    ...objects.map(({ property, value }) => `const ${property} = ${literal(value)};`),
    ...(hasToken ? [`const token = ${TOKEN};`] : []),
    ...(hasListeners ? [LISTENER] : []),
  ];
  const form = tag("<LeadPhoneForm", props(setup), " />");
  const drawn =
    theme === null ? form : [`<div className="${theme}">`, indent(form), "</div>"].join("\n");
  const body = drawn.includes("\n")
    ? ["  return (", indent(drawn, "    "), "  );"]
    : [`  return ${drawn};`];
  return [
    ...imports,
    "",
    ...(constants.length > 0 ? [...constants, ""] : []),
    "export function LeadPhone() {",
    ...body,
    "}",
  ].join("\n");
}

/** @param {Setup} setup @returns {string[]} */
function props({ attributes, objects, hasToken, hasListeners, direction, styles }) {
  const all = attributes.map(({ property, kind, value }) => {
    switch (kind) {
      case "boolean":
        return property;
      case "integer":
        return `${property}={${/^\d+$/.test(value) ? value : quoted(value)}}`;
      case "list":
        return `${property}={[${toList(value).map(quoted).join(", ")}]}`;
      default:
        return `${property}=${/["&\\]/.test(value) ? `{${quoted(value)}}` : quoted(value)}`;
    }
  });
  all.push(...objects.map(({ property }) => `${property}={${property}}`));
  if (hasToken) {
    all.push("token={token}");
  }
  if (direction !== null) {
    all.push(`dir="${direction}"`);
  }
  if (styles.length > 0) {
    const members = styles.map(([name, value]) => `${member(name)}: ${quoted(value)}`);
    all.push(`style={{ ${members.join(", ")} }}`);
  }
  if (hasListeners) {
    all.push(...EVENTS.map((name) => `${member(name.replace("lead-phone", "on"))}={log}`));
  }
  return all;
}

/** The name of a style's member. @param {string} name */
function member(name) {
  const isCustom = name.startsWith("--");
  return isCustom ? quoted(name) : name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
}

/** A string in JavaScript. @param {string} text */
function quoted(text) {
  return JSON.stringify(text);
}
