// The shadow root of a form.

import { keepFocus } from "./focus.js";
import { keepKeys } from "./keys.js";

/** @param {Element} element */
export function attachRoot(element) {
  // A clone of a form has a root, with a clone of what is in it.
  const root = element.shadowRoot ?? element.attachShadow({ mode: "open", delegatesFocus: true, clonable: true });
  // Where the component does not handle a submit, the browser would send the form itself: after a failure,
  // and for a copy that the page has put in its place.
  root.addEventListener("submit", (event) => event.preventDefault());
  keepKeys(root);
  keepFocus(root);
  return root;
}
