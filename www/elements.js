// Creates the elements of the prerendered form from the markup, and checks whether a page, a
// translator or a password manager has changed them since.

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

/** For each element, the indexes of its child elements. */
const CHILDREN = ELEMENTS.map(([, , nodes]) =>
  nodes.flatMap((node) => (typeof node === "string" ? [] : ELEMENTS.indexOf(node))),
);

/** The selector for all elements with an id. */
const WITH_ID = Object.keys(PLACES)
  .map((id) => `#${id}`)
  .join();

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

/**
 * Whether the elements are where they were built. Other nodes beside them do not matter.
 *
 * @param {ShadowRoot} root
 * @param {HTMLElement} container
 * @param {(Element | undefined)[]} elements the elements of the copy
 * @param {Element} [typeField] the field that may replace the one with the check box
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
 * Removes all nodes from a form that are not its own elements. This includes the texts, which the
 * caller writes again. The elements themselves are not moved, because that would lose the focus.
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
 * Whether a form holds only its own nodes, and no other element in the root has one of its ids.
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

/** An element of the markup and all its descendants.
 * @param {MarkupElement} markup @returns {MarkupElement[]} */
function flat(markup) {
  return [markup, ...markup[2].flatMap((node) => (typeof node === "string" ? [] : flat(node)))];
}
