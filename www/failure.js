// What a form does when it could not be loaded, or when its WebAssembly instance has failed.

import { raise } from "./events.js";

/**
 * Shows the failure message and locks the controls. The typed values stay on the page, so that the
 * user can read and copy them.
 *
 * @param {ShadowRoot} root
 * @param {string} sentence
 */
export function freeze(root, sentence) {
  for (const control of root.querySelectorAll("input, select, button, textarea")) {
    if (control.matches("input:not([type=checkbox])")) {
      control.toggleAttribute("readonly", true);
    } else {
      control.toggleAttribute("disabled", true);
    }
  }
  let place = root.getElementById("form-error");
  if (!place) {
    place = document.createElement("div");
    place.id = "form-error";
    place.setAttribute("part", "error");
    const live = root.querySelector("[aria-live=assertive]");
    if (!live) {
      place.setAttribute("role", "alert");
    }
    (live ?? root).append(place);
  }
  place.textContent = sentence;
  root.querySelectorAll("[role=status], [role=timer]").forEach((said) => said.replaceChildren());
}

/**
 * Raises `lead-phone-error`, so that the host learns of the failure.
 *
 * @param {HTMLElement} element
 * @param {"load" | "internal"} kind
 * @param {string} message
 */
export function tellFailure(element, kind, message) {
  const detail = { kind, operation: null, status: null, message, errors: null };
  raise(element, "error", detail);
  return detail;
}
