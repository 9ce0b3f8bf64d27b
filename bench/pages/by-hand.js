// A form without a framework, as one writes it by hand.

import { run, save } from "./host.js";

/** @typedef {{ number: HTMLInputElement, extension: HTMLInputElement, mobile: HTMLInputElement, country: HTMLSelectElement }} Fields */

let made = 0;

/**
 * Makes the page's forms. `country` is the markup of the choice of a country, if there is one;
 * `prepare` sets a form up and returns what reads its number: E.164, or nothing where it is none.
 * @param {string} country
 * @param {(fields: Fields) => () => string | null | undefined | false} prepare
 */
export function makeForms(country, prepare) {
  run((count, place, ready) => {
    for (let index = 0; index < count; index += 1) {
      place.append(makeForm(country, prepare));
      ready();
    }
  });
}

/**
 * @param {string} country
 * @param {(fields: Fields) => () => string | null | undefined | false} prepare
 */
function makeForm(country, prepare) {
  const form = document.createElement("form");
  const id = `number-${(made += 1)}`;
  form.noValidate = true;
  form.innerHTML = `${country}
    <label for="${id}">Phone number</label>
    <input id="${id}" name="number" type="tel" autocomplete="tel">
    <label>Extension <input name="extension" inputmode="numeric" maxlength="7"></label>
    <label><input name="mobile" type="checkbox"> Mobile phone</label>
    <button>Save</button>
    <output></output>`;
  const fields = /** @type {Fields} */ (/** @type {unknown} */ (form.elements));
  const button = /** @type {HTMLButtonElement} */ (form.querySelector("button"));
  const output = /** @type {HTMLOutputElement} */ (form.querySelector("output"));
  const read = prepare(fields);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const number = read();
    fields.number.setAttribute("aria-invalid", String(!number));
    if (!number) {
      output.value = "This is not a phone number.";
      return;
    }
    button.disabled = true;
    output.value = "Saving…";
    try {
      await save({
        number,
        extension: fields.extension.value,
        mobile: fields.mobile.checked,
      });
      output.value = "Saved.";
    } catch (error) {
      output.value = String(error);
    }
    button.disabled = false;
  });
  return form;
}

/**
 * The markup of a choice of countries by name, with Canada chosen.
 * @param {{ country: string, code: string, value: string }[]} countries
 */
export function countryChoice(countries) {
  const names = new Intl.DisplayNames("en", { type: "region" });
  const options = countries
    .map(({ country, code, value }) => ({ country, code, value, name: names.of(country) ?? country }))
    .sort((one, other) => one.name.localeCompare(other.name))
    .map(({ country, code, value, name }) => {
      const chosen = country === "CA" ? " selected" : "";
      return `<option value="${value}"${chosen}>${name} (+${code})</option>`;
    });
  return `<label>Country <select name="country" autocomplete="tel-country-code">
    ${options.join("")}</select></label>`;
}
