// Builds the page from elements and text, never from HTML.

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string>} [attributes]
 * @param {(Node | string | null)[]} children null is skipped
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    made.setAttribute(attribute, value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/**
 * @param {string} label
 * @param {string} look
 * @param {() => void} act
 */
export function button(label, look, act) {
  const made = element("button", { type: "button", class: look }, label);
  made.addEventListener("click", act);
  return made;
}

/** The element with this id. Throws if the page has none. @param {string} id */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) {
    throw new Error(`The page has no #${id}.`);
  }
  return found;
}

/** Announces a sentence to users of screen readers. @param {string} sentence */
export function announce(sentence) {
  byId("announcement").textContent = sentence;
}
