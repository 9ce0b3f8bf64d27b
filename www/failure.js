// A form that could not be loaded, or whose instance has failed.

import { raise } from "./events.js";

/**
 * Says that an instance has failed, and keeps what was typed on the page, to be read and copied.
 *
 * @param {ShadowRoot} root
 * @param {string} sentence
 */
export function freeze(root, sentence) {
  // Nobody else is there to keep the browser from sending the form.
  root.addEventListener("submit", (event) => event.preventDefault());
  for (const control of root.querySelectorAll("input, select, button, textarea")) {
    if (control instanceof HTMLInputElement && control.type !== "checkbox") {
      control.readOnly = true;
    } else {
      control.toggleAttribute("disabled", true);
    }
  }
  let place = root.getElementById("form-error");
  if (!place) {
    place = document.createElement("div");
    place.setAttribute("part", "error");
    place.setAttribute("role", "alert");
    root.append(place);
  }
  place.textContent = sentence;
  root.querySelector("[role=status]")?.replaceChildren();
  root.querySelector("[role=timer]")?.replaceChildren();
}

/**
 * Tells the host.
 *
 * @param {HTMLElement} element
 * @param {"load" | "internal"} kind
 * @param {string} message
 */
export function tellFailure(element, kind, message) {
  raise(element, "error", { kind, operation: null, status: null, message, errors: null });
}
