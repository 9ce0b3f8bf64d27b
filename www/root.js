// The shadow root of a form.

import { keepFocus } from "./focus.js";
import { keepKeys } from "./keys.js";

/** @param {Element} element */
export function attachRoot(element) {
  const root = element.attachShadow({ mode: "open", delegatesFocus: true });
  keepKeys(root);
  keepFocus(root);
  return root;
}
