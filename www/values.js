// Converts values that a host sets, which may be anything, for attributes and properties.

/** @param {string | null} text */
export function toInteger(text) {
  const integer = text !== null && /^\s*\d+\s*$/.test(text) ? Number(text) : NaN;
  return Number.isSafeInteger(integer) ? integer : null;
}

/** @param {string} text with spaces or commas between the members of the list */
export function toList(text) {
  return text.split(/[\s,]+/).filter(Boolean);
}

/** The nearest element that matches, also outside the shadow roots around the element.
 * @param {Element} element @param {string} selector @returns {Element | null | undefined} */
export function nearest(element, selector) {
  /** @type {any} */
  let at = element;
  let found;
  // The root of a removed tree may be a link, whose `host` is a text.
  while (at?.closest && !found) {
    found = at.closest(selector);
    at = at.getRootNode().host;
  }
  return found;
}

/** The nearest `lang`, or the browser's language. @param {Element} element */
export function languageOf(element) {
  // An empty `lang` means that the page does not know the language.
  return nearest(element, "[lang]")?.getAttribute("lang") || navigator.language;
}

/** Converts any value to an attribute's text, a list with spaces between its members.
 * @param {unknown} value */
export function toText(value) {
  let text = `[${typeof value}]`;
  try {
    if (typeof value !== "symbol") {
      text = Array.isArray(value) ? value.join(" ") : String(value);
    }
  } catch {
    // A proxy that is revoked, or a `toString` that throws.
  }
  // No setting can be read from such a text with slashes before it, not even a relative address.
  return /^\[(object|symbol|function)/.test(text) ? `//${text}` : text;
}
