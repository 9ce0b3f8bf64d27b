// The form that the state describes: on the element of this page, and for the snippets.

import { readObject } from "./json.js";

/** @import { Control, LeadPhoneForm, Setting, Setup } from "./types.js" */
/** @import { State } from "./state.js" */

/** The value of a setting that is a property, and not an attribute.
 * @param {Setting} setting @param {State} state */
function valueOf({ key, kind }, state) {
  const text = state.get(key);
  return text === null ? undefined : kind === "object" ? readObject(text) : text;
}

/** Sets on the element what has changed.
 * @param {LeadPhoneForm} form @param {State} state @param {Setting[]} settings
 * @param {Control[]} customProperties @param {Set<string>} keys */
export function apply(form, state, settings, customProperties, keys) {
  for (const setting of settings.filter(({ key }) => keys.has(key))) {
    const text = state.get(setting.key);
    if (setting.place === "attribute") {
      setAttribute(form, setting.key, text);
    } else {
      const place = setting.place === "class" ? form.constructor : form;
      Reflect.set(place, setting.property, valueOf(setting, state));
    }
  }
  setAttribute(form, "dir", state.get("view.direction"));
  form.removeAttribute("style");
  for (const [name, value] of stylesOf(state, customProperties)) {
    form.style.setProperty(name, value);
  }
}

/** @param {Element} element @param {string} name @param {string | null} value */
function setAttribute(element, name, value) {
  if (value === null) {
    element.removeAttribute(name);
  } else if (element.getAttribute(name) !== value) {
    element.setAttribute(name, value);
  }
}

/** @param {State} state @param {Control[]} customProperties @returns {[string, string][]} */
function stylesOf(state, customProperties) {
  const width = state.get("view.width");
  /** @type {[string, string][]} */
  const styles = width === null ? [] : [["max-width", `${width}px`]];
  for (const { key } of customProperties) {
    const value = state.get(key);
    if (value !== null && isDeclaration(value)) {
      styles.push([key, value]);
    }
  }
  return styles;
}

/** Whether a text can be a custom property's value and nothing more.
 * @param {string} value */
function isDeclaration(value) {
  return !/[;{}"<>\\\n\r]/.test(value);
}

/** @param {State} state @param {Setting[]} settings @param {Control[]} customProperties
 * @returns {Setup} */
export function setupOf(state, settings, customProperties) {
  const set = settings.filter(({ key }) => state.get(key) !== null);
  const values = (/** @type {Setting["place"]} */ place) =>
    set
      .filter((setting) => setting.place === place && setting.kind !== "secret")
      .map((setting) => ({ property: setting.property, value: valueOf(setting, state) }));
  return {
    attributes: set
      .filter(({ place }) => place === "attribute")
      .map(({ key, property, kind }) => ({ name: key, property, kind, value: state.get(key) ?? "" })),
    objects: values("property"),
    hasToken: set.some(({ kind }) => kind === "secret"),
    hasListeners: state.get("code.listeners") !== null,
    statics: values("class"),
    direction: state.get("view.direction"),
    theme: state.get("view.theme"),
    styles: stylesOf(state, customProperties),
  };
}
