// Creates the elements of the prerendered form from the markup.

import { FORM, WORDS } from "./markup.js";

/** @typedef {import("./markup.js").MarkupElement} MarkupElement */

/** The form's elements in the markup, in the order of `querySelectorAll`. */
const ELEMENTS = flat(FORM);

/** The index in that order, by the element's id. @type {Record<string, number>} */
export const PLACES = Object.fromEntries(
  ELEMENTS.flatMap(([, { id }], nth) => (id === undefined ? [] : [[id, nth]])),
);

/** The elements that hold a text: the index of each and the text's key. */
export const TEXTS = ELEMENTS.flatMap(([, , [text]], nth) =>
  typeof text === "string" ? [/** @type {const} */ ([nth, text])] : [],
);

/** The index of the field with the check box and its label. */
export const MOBILE_FIELD = ELEMENTS.findIndex((markup) => markup[1].part?.endsWith("-mobile"));

/** The index of the box for the country's flag, which is before its control. */
export const FLAG = (PLACES["country"] ?? 0) - 1;

/** The example number in the markup. */
export const EXAMPLE = ELEMENTS[PLACES["number"] ?? 0]?.[1].placeholder ?? "";

/** The empty form in its container. It is built once, because a copy is much faster.
 * @type {HTMLElement | undefined} */
let empty;

/** Copies the empty form, in its container. */
export function copy() {
  if (!empty) {
    empty = document.createElement("div");
    // Yew marks the start and the end of a component with these comments.
    empty.append(new Comment("<[]>"), build(FORM), new Comment("</[]>"));
  }
  return /** @type {HTMLElement} */ (empty.cloneNode(true));
}

/** Builds an element of the markup. @param {MarkupElement} markup @param {string} namespace
 * @returns {Element} */
export function build([name, attributes, nodes], namespace = "http://www.w3.org/1999/xhtml") {
  const element = document.createElementNS(namespace, name);
  for (const [attribute, value] of Object.entries(attributes)) {
    element.setAttribute(attribute, value);
  }
  element.append(
    ...nodes.map((node) => (typeof node === "string" ? (WORDS.en[node] ?? "") : build(node, namespace))),
  );
  return element;
}

/** An element of the markup and all its descendants.
 * @param {MarkupElement} markup @returns {MarkupElement[]} */
function flat(markup) {
  return [markup, ...markup[2].flatMap((node) => (typeof node === "string" ? [] : flat(node)))];
}
