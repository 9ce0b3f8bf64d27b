// A form whose instance has failed: nothing works it any more.

/**
 * Says so, and keeps what was typed on the page, to be read and copied.
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
