// What the snippets of several frameworks have in common.

/** @import { Setup } from "../types.js" */

/** The longest line of code in a snippet. */
const LONGEST_LINE = 80;

/** The longest object that is written into one line. */
const SHORT_OBJECT = 60;

/** An opening tag with its attributes, one on each line where they do not fit into one.
 * @param {string} start such as `<lead-phone-form` @param {string[]} attributes
 * @param {string} end such as ` />` @param {string} indentation */
export function tag(start, attributes, end, indentation = "") {
  const line = indentation + [start, ...attributes].join(" ") + end;
  if (line.length <= LONGEST_LINE && !line.includes("\n")) {
    return line;
  }
  const lines = attributes.map((attribute) => `${indentation}  ${attribute}`);
  return [indentation + start, ...lines, indentation + end.trimStart()].join("\n");
}

/** Indents each line that is not empty. @param {string} text @param {string} indentation */
export function indent(text, indentation = "  ") {
  return text.replace(/^(?=.)/gm, indentation);
}

/** A value as JavaScript. @param {unknown} value */
export function literal(value) {
  const lines = JSON.stringify(value, null, 2)
    .replace(/^(\s*)"([A-Za-z_$][\w$]*)":/gm, "$1$2:")
    // In a page, these would end the script, or keep it from ending.
    .replace(/<(?=!--|\/?script)/gi, "\\x3c");
  const line = lines.replace(/\n\s*/g, " ");
  return line.length <= SHORT_OBJECT ? line : lines;
}

/** A text in an attribute of HTML. @param {string} text */
export function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

/** The members of a list in an attribute. @param {string} text */
export function toList(text) {
  return text.split(/[\s,]+/).filter(Boolean);
}

/** The attributes as HTML writes them. @param {Setup} setup @returns {string[]} */
export function htmlAttributes({ attributes, direction, styles }) {
  const all = attributes.map(({ name, kind, value }) =>
    kind === "boolean" ? name : `${name}="${escaped(value)}"`,
  );
  if (direction !== null) {
    all.push(`dir="${direction}"`);
  }
  if (styles.length > 0) {
    all.push(`style="${escaped(styleText(styles))}"`);
  }
  return all;
}

/** @param {Setup["styles"]} styles */
export function styleText(styles) {
  return styles.map(([name, value]) => `${name}: ${value}`).join("; ");
}

/** The function that asks the page's own server for a token, in place of a token. */
export const TOKEN = 'async () => (await fetch("/crm-token")).text()';

/** The events that end a save. */
export const EVENTS = ["lead-phone-created", "lead-phone-updated", "lead-phone-error"];

/** The listener of these events, in place of what a page does with them. */
export const LISTENER = "const log = ({ type, detail }) => console.log(type, detail);";

/** The lines that set something for every form of the page.
 * @param {Setup["statics"]} statics @param {string} of the class */
export function staticLines(statics, of) {
  return statics.map(({ property, value }) => `${of}.${property} = ${literal(value)};`);
}

/** The class of the element, in a script that has imported it. */
export const CLASS = 'customElements.get("lead-phone-form")';
