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
    empty.append(build(FORM));
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
 * Whether a shadow root has the form as it was made: these very elements, each in its place
 * and with its id, and no other element in it or with an id of theirs.
 *
 * @param {ShadowRoot} root
 * @param {HTMLElement} container
 * @param {ArrayLike<Element>} elements those of the copy
 * @param {Record<string, string>} words of the texts, by their keys
 */
export function isIntact(root, container, elements, words) {
  return (
    container.parentNode === root &&
    holds(container, elements[0]) &&
    CHILDREN.every((places, nth) => {
      const element = elements[nth];
      return element && holds(element, ...places.map((place) => elements[place]));
    }) &&
    Object.entries(PLACES).every(([id, nth]) => elements[nth]?.id === id) &&
    TEXTS.every(([nth, key]) => {
      const nodes = elements[nth]?.childNodes;
      // A form may be in another window's document, whose `Text` is another.
      return nodes?.length === 1 && nodes[0]?.nodeType === 3 && nodes[0].nodeValue === words[key];
    }) &&
    root.querySelectorAll(WITH_ID).length === Object.keys(PLACES).length
  );
}

/**
 * Whether the elements are in their places, whatever else is beside them.
 *
 * @param {HTMLElement} container
 * @param {ArrayLike<Element>} elements
 */
function areInPlace(container, elements) {
  const own = new Set(Array.from(elements));
  /** @param {Element | undefined} parent @param {(Element | undefined)[]} children */
  const are = (parent, children) => {
    const found = Array.from(parent?.children ?? []).filter((child) => own.has(child));
    return found.length === children.length && found.every((child, nth) => child === children[nth]);
  };
  return (
    are(container, [elements[0]]) &&
    CHILDREN.every((places, nth) => are(elements[nth], places.map((place) => elements[place])))
  );
}

/**
 * Takes out of a form whatever is not its own, the texts too, which are to be written again.
 * Its elements stay where they are, or they would lose the focus.
 *
 * @param {ShadowRoot} root
 * @param {HTMLElement} container
 * @param {ArrayLike<Element>} elements
 * @returns {boolean} `false`, and nothing is taken out, where the elements are not in place
 */
export function tidy(root, container, elements) {
  if (container.parentNode !== root || !areInPlace(container, elements)) {
    return false;
  }
  /** @type {Set<Node>} */
  const own = new Set([container, ...Array.from(elements)]);
  const strangers = [...own].flatMap((element) => [...element.childNodes]);
  for (const node of [...strangers, ...root.querySelectorAll(WITH_ID)]) {
    if (!own.has(node)) {
      node.parentNode?.removeChild(node);
    }
  }
  return true;
}

/** Whether these are an element's only child elements, in this order, and without a text
 * beside them. @param {Element} parent @param {(Element | undefined)[]} children */
function holds(parent, ...children) {
  const { childNodes } = parent;
  return children.length
    ? childNodes.length === children.length &&
        children.every((child, nth) => child === childNodes[nth])
    : !parent.firstElementChild;
}

/** An element of the markup and all in it.
 * @param {MarkupElement} markup @returns {MarkupElement[]} */
function flat(markup) {
  return [markup, ...markup[2].flatMap((node) => (typeof node === "string" ? [] : flat(node)))];
}
