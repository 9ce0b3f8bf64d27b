// The field of each kind of control: how it is made, read and written. Its value is the text of a
// setting, or `null` where the setting is not set.

import { element } from "../demo/dom.js";
import { readObject } from "./json.js";

/** @import { Control } from "./types.js" */

/**
 * @typedef {object} Field
 * @property {HTMLElement} shown
 * @property {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} input what the label is for
 * @property {() => string | null} read throws an error that says what is wrong
 * @property {(value: string | null) => void} write
 */

/** @param {Control} control @param {string} id @returns {Field} */
export function makeField(control, id) {
  switch (control.kind) {
    case "boolean":
      return checkbox(id);
    case "choice":
      return choice(control, id);
    case "color":
      return color(control, id);
    case "object":
      return object(id);
    default:
      return text(control, id);
  }
}

/** @param {string} id @returns {Field} */
function checkbox(id) {
  const input = element("input", { type: "checkbox", id, class: "switch" });
  return {
    shown: input,
    input,
    read: () => (input.checked ? "" : null),
    write: (value) => (input.checked = value !== null),
  };
}

/** @param {Control} control @param {string} id @returns {Field} */
function choice({ choices = [], initial }, id) {
  const input = element("select", { id });
  if (initial === undefined || !choices.some(([value]) => value === initial)) {
    input.append(new Option("Not set", ""));
  }
  for (const [value, label] of choices) {
    // The default is not set, so that the snippet does not repeat it.
    input.append(new Option(label, value === initial ? "" : value));
  }
  return {
    shown: input,
    input,
    read: () => input.value || null,
    write(value) {
      // A link may have a value that is not in the list.
      if (![...input.options].some((option) => option.value === (value ?? ""))) {
        input.append(new Option(value ?? "", value ?? ""));
      }
      input.value = value ?? "";
    },
  };
}

/** A field for any color of CSS, with the browser's own beside it.
 * @param {Control} control @param {string} id @returns {Field} */
function color(control, id) {
  const field = text(control, id);
  const picker = element("input", {
    type: "color",
    class: "picker",
    "aria-label": `${control.label}, from a palette`,
  });
  picker.addEventListener("input", () => {
    field.input.value = picker.value;
    field.input.dispatchEvent(new Event("input"));
  });
  const write = (/** @type {string | null} */ value) => {
    field.write(value);
    picker.classList.toggle("unset", value === null);
    if (value !== null && /^#[0-9a-f]{6}$/i.test(value)) {
      picker.value = value;
    }
  };
  return { ...field, shown: element("div", { class: "with-picker" }, picker, field.input), write };
}

/** @param {string} id @returns {Field} */
function object(id) {
  const input = element("textarea", { id, rows: "4", spellcheck: "false", autocomplete: "off" });
  return {
    shown: input,
    input,
    read() {
      const typed = input.value.trim();
      return typed === "" ? null : JSON.stringify(readObject(typed));
    },
    write: (value) => (input.value = value === null ? "" : JSON.stringify(readObject(value), null, 2)),
  };
}

/** @param {Control} control @param {string} id @returns {Field} */
function text({ kind, initial }, id) {
  const input = element("input", { id, autocomplete: "off", spellcheck: "false" });
  input.type = kind === "secret" ? "password" : "text";
  if (kind === "integer") {
    input.inputMode = "numeric";
  }
  // An empty list is not the default, so the field has the default in it, and not as a hint.
  const isFilled = kind === "list" && initial !== undefined;
  const unset = isFilled ? initial : "";
  input.placeholder = initial ?? "";
  return {
    shown: input,
    input,
    read: () => (input.value === unset || (input.value === "" && !isFilled) ? null : input.value),
    write: (value) => (input.value = value ?? unset),
  };
}
