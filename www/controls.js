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

/** @param {string} country @param {string} locale */
export function nameOf(country, locale) {
  try {
    return new Intl.DisplayNames([locale], { type: "region" }).of(country) ?? country;
  } catch {
    return country;
  }
}
