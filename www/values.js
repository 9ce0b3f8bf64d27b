// From what a host sets, which may be anything, to what attributes and properties hold.

/** @param {string | null} text */
export function toInteger(text) {
  const integer = text !== null && /^\s*\d+\s*$/.test(text) ? Number(text) : NaN;
  return Number.isSafeInteger(integer) ? integer : null;
}

/** @param {string} text with spaces or commas between the members of the list */
export function toList(text) {
  return text.split(/[\s,]+/).filter(Boolean);
}

/** The nearest `lang`, in what hosts a shadow root too, or else the browser's language.
 * @param {Element} element */
export function languageOf(element) {
  /** @type {Element | null} */
  let at = element;
  while (at) {
    const lang = at.closest("[lang]")?.getAttribute("lang");
    if (lang !== undefined) {
      // Empty where the page says that it does not know.
      return lang || navigator.language;
    }
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return navigator.language;
}

/** As an attribute has it; a host may set anything. @param {unknown} value */
export function toText(value) {
  try {
    return String(value);
  } catch {
    return typeof value;
  }
}
