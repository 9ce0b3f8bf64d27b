import { button, element } from "./dom.js";

/** @import { LeadPhoneForm } from "./types.js" */

/**
 * A form in its place on the page, with a heading and a way out. It gets the keyboard once its
 * number can be typed.
 *
 * @param {string} title
 * @param {string} wayOut
 * @param {LeadPhoneForm} form
 * @param {() => void} close
 */
export function editor(title, wayOut, form, close) {
  // Shown until the form is there, and where it cannot load.
  form.append(
    element("p", { class: "hint" }, "The phone form is on its way. If it stays away, reload."),
  );
  const heading = element("h4", {}, title);
  const out = button(wayOut, "quiet", close);
  const opener = document.activeElement;
  const takeKeyboard = () => {
    // Unless it went elsewhere meanwhile.
    if (document.activeElement === opener || document.activeElement === document.body) {
      form.focus();
    }
  };
  form.addEventListener("lead-phone-ready", takeKeyboard, { once: true });
  const made = element(
    "div",
    { class: "editor" },
    element("div", { class: "title" }, heading, out),
    form,
  );
  made.addEventListener("keydown", (event) => {
    // Typed numbers are not lost to a slip of the finger.
    if (event.key === "Escape" && !event.isComposing && !form.dirty) {
      close();
    }
  });
  return made;
}
