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

/** Called when the page is left. WebKit resets the fields that it must not fill in by itself when it
 * shows the page again, so each is reset to what it holds. @param {ShadowRoot | undefined} root */
export function keepFields(root) {
  for (const field of root?.querySelectorAll("input") ?? []) {
    field.defaultValue = field.value;
  }
}

/** Sets an attribute, or removes it. @param {Element | null | undefined} element @param {string} name
 * @param {string | false} value */
export function setAttribute(element, name, value) {
  if (value) {
    element?.setAttribute(name, value);
  } else {
    element?.removeAttribute(name);
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
