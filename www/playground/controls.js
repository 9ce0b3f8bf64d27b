// A control: a field with its label, its description and what is wrong with it, bound to the state.

import { button, element } from "../demo/dom.js";
import { makeField } from "./fields.js";

/** @import { Control } from "./types.js" */
/** @import { State } from "./state.js" */

/** @param {Control} control @param {State} state @returns {HTMLElement} */
export function makeControl(control, state) {
  const { key, label, kind, property, description, example } = control;
  const id = `control-${key.replace(/\W/g, "-")}`;
  const field = makeField(control, id);
  field.input.name = key;
  const error = element("p", { id: `${id}-error`, class: "wrong" });
  const about = element("p", { id: `${id}-about`, class: "note" }, ...words(description ?? ""));
  field.input.setAttribute("aria-describedby", `${about.id} ${error.id}`);

  /** @param {string} problem */
  const report = (problem) => {
    error.textContent = problem;
    if (problem) {
      field.input.setAttribute("aria-invalid", "true");
    } else {
      field.input.removeAttribute("aria-invalid");
    }
  };
  const take = () => {
    try {
      const value = field.read();
      report("");
      state.set(key, value);
    } catch (problem) {
      report(problem instanceof Error ? problem.message : String(problem));
    }
  };
  field.input.addEventListener("input", take);
  field.write(state.get(key));
  state.follow((keys) => {
    if (keys.has(key) && !isSame(field.read, state.get(key))) {
      report("");
      field.write(state.get(key));
    }
  });

  const made = element(
    "div",
    { class: `control of-${kind}`, "data-control": key },
    element(
      "div",
      { class: "naming" },
      element("label", { for: id }, label),
      property === undefined || property === label ? null : element("code", {}, property),
    ),
    field.shown,
    about,
    error,
  );
  if (example) {
    const fill = button("Fill in an example", "quiet", () => {
      void example().then((value) => {
        state.set(key, JSON.stringify(value));
        field.input.dispatchEvent(new Event("change", { bubbles: true }));
      });
    });
    fill.setAttribute("aria-label", `Fill in an example of ${label}`);
    made.append(fill);
  }
  return made;
}

/** Whether the field has this value, so that writing it would only move the caret.
 * @param {() => string | null} read @param {string | null} value */
function isSame(read, value) {
  try {
    return read() === value;
  } catch {
    return false;
  }
}

/** The nodes of a description: what is between backticks is code. @param {string} text */
export function words(text) {
  return text
    .split("`")
    .map((part, index) => (index % 2 === 1 ? element("code", {}, part) : part))
    .filter((part) => part !== "");
}
