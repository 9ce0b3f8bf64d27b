// The values of the prerendered controls.

/** @param {HTMLInputElement} control @returns {string | boolean} */
export function valueOf(control) {
  return control.type === "checkbox" ? control.checked : control.value;
}

/** @param {HTMLInputElement} control @param {string | boolean | undefined} value */
export function setValue(control, value) {
  if (value === undefined) {
    return;
  }
  if (control.type === "checkbox") {
    control.checked = Boolean(value);
  } else {
    control.value = String(value);
  }
}

/** The values of fields when their page was left. @type {WeakMap<Element, string>} */
const left = new WeakMap();

/** Keeps the values of a page that is shown again as it was left. There WebKit empties the fields that
 * it must not fill in by itself. @param {ShadowRoot?} root @param {string} kind of event */
export function keepFields(root, kind) {
  for (const field of root?.querySelectorAll("input") ?? []) {
    if (kind === "pagehide") {
      left.set(field, field.value);
    } else if (left.has(field)) {
      // It empties them after the event.
      setTimeout(() => {
        field.value = left.get(field) ?? field.value;
      });
    }
  }
}

/** @param {string} country @param {string} locale */
export function nameOf(country, locale) {
  try {
    return new Intl.DisplayNames([locale], { type: "region" }).of(country) ?? country;
  } catch {
    return country;
  }
}
