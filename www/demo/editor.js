import { button, element } from "./dom.js";

/** @import { LeadPhoneForm } from "./types.js" */

/**
 * Wraps a form with a heading and a button that closes it.
 *
 * @param {string} title
 * @param {string} wayOut
 * @param {LeadPhoneForm} form
 * @param {() => void} close
 * @param {boolean} [takesFocus] whether the form gets the focus as soon as the user can type into it
 */
export function editor(title, wayOut, form, close, takesFocus = true) {
  // The fallback: shown until the form is drawn, and if it cannot be loaded.
  const sentence = "The form is loading. If it does not appear, reload the page.";
  form.append(element("p", { class: "hint" }, sentence));
  const heading = element("h4", {}, title);
  const out = button(wayOut, "quiet", close);
  const opener = document.activeElement;
  const takeFocus = () => {
    // Do not take the focus if the user has moved it meanwhile.
    if (document.activeElement === opener || document.activeElement === document.body) {
      form.focus();
    }
  };
  if (takesFocus) {
    form.addEventListener("lead-phone-ready", takeFocus, { once: true });
  }
  const made = element(
    "div",
    { class: "editor" },
    element("div", { class: "title" }, heading, out),
    form,
  );
  made.addEventListener("keydown", (event) => {
    // Escape does not discard typed values.
    if (event.key === "Escape" && !event.isComposing && !form.dirty) {
      close();
    }
  });
  return made;
}
