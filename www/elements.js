// The elements of the prerendered form: copies of what the markup says, and whether a page, a
// translator or a password manager has left them as they were made.

import { FORM, WORDS } from "./markup.js";

/** @typedef {import("./markup.js").MarkupElement} MarkupElement */

/** The form's elements as the markup has them, in the order of `querySelectorAll`. */
const ELEMENTS = flat(FORM);

/** Their places there, by their ids. @type {Record<string, number>} */
export const PLACES = Object.fromEntries(
  ELEMENTS.flatMap(([, { id }], nth) => (id === undefined ? [] : [[id, nth]])),
);

/** Those with a text: their places and the text's key. */
export const TEXTS = ELEMENTS.flatMap(([, , [text]], nth) =>
  typeof text === "string" ? [/** @type {const} */ ([nth, text])] : [],
);

/** The place of the check box with its label. */
export const MOBILE_FIELD = ELEMENTS.findIndex((markup) => markup[1].class === "mobile");

/** The example in the markup. */
export const EXAMPLE = ELEMENTS[PLACES["number"] ?? 0]?.[1].placeholder ?? "";

/** Of each element, the places of the elements in it. */
const CHILDREN = ELEMENTS.map(([, , nodes]) =>
  nodes.flatMap((node) => (typeof node === "string" ? [] : ELEMENTS.indexOf(node))),
);

/** What finds all elements with an id. */
const WITH_ID = Object.keys(PLACES)
  .map((id) => `#${id}`)
  .join();

/** The empty form in its container, made once: to copy it takes much less than to make it.
 * @type {HTMLElement | undefined} */
let empty;

/** A copy of the empty form, in its container. */
export function copy() {
  if (!empty) {
    empty = document.createElement("div");
    // How Yew marks where a component begins and ends.
    empty.append(new Comment("<[]>"), build(FORM), new Comment("</[]>"));
  }
  return /** @type {HTMLElement} */ (empty.cloneNode(true));
}

/** Makes an element of the markup. @param {MarkupElement} markup @returns {Element} */
export function build([name, attributes, nodes]) {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    element.setAttribute(attribute, value);
  }
  element.append(
    ...nodes.map((node) => (typeof node === "string" ? (WORDS.en[node] ?? "") : build(node))),
  );
  return element;
}

/**
 * Whether the elements are where they were made, whatever else is beside them.
 *
 * @param {ShadowRoot} root
 * @param {HTMLElement} container
 * @param {(Element | undefined)[]} elements those of the copy
 * @param {Element} [typeField] what may be in the place of the check box with its label
 */
export function areInPlace(root, container, elements, typeField) {
  const own = new Set([...elements, typeField]);
  return (
    container.parentNode === root &&
    container.children.length === 1 &&
    container.children[0] === elements[0] &&
    Object.entries(PLACES).every(([id, nth]) => elements[nth]?.id === id) &&
    CHILDREN.every((places, nth) => {
      const found = Array.from(elements[nth]?.children ?? []).filter((child) => own.has(child));
      return (
        found.length === places.length &&
        found.every((child, at) => {
          const place = places[at] ?? 0;
          return child === elements[place] || (place === MOBILE_FIELD && child === typeField);
        })
      );
    })
  );
}

/**
 * Takes out of a form whatever is not its own, the texts too, which are to be written again.
 * The elements stay where they are, or they would lose the focus.
 *
 * @param {ShadowRoot} root
 * @param {HTMLElement} container
 * @param {(Element | undefined)[]} elements
 */
export function tidy(root, container, elements) {
  /** @type {Set<Node | undefined>} */
  const own = new Set([container, ...elements]);
  const nodes = elements.flatMap((element) => [...(element?.childNodes ?? [])]);
  for (const node of [...nodes, ...root.querySelectorAll(WITH_ID)]) {
    if (!own.has(node)) {
      node.parentNode?.removeChild(node);
    }
  }
}

/**
 * Whether there is nothing of others in a form, nor beside it an element with an id of its.
 *
 * @param {ShadowRoot} root
 * @param {(Element | undefined)[]} elements
 */
export function isTidy(root, elements) {
  return (
    root.querySelectorAll(WITH_ID).length === Object.keys(PLACES).length &&
    elements.every((element, nth) => {
      const { children, childNodes } = element ?? {};
      const nodes = ELEMENTS[nth]?.[2];
      return childNodes?.length === nodes?.length && children?.length === CHILDREN[nth]?.length;
    })
  );
}

/** An element of the markup and all in it.
 * @param {MarkupElement} markup @returns {MarkupElement[]} */
function flat(markup) {
  return [markup, ...markup[2].flatMap((node) => (typeof node === "string" ? [] : flat(node)))];
}
