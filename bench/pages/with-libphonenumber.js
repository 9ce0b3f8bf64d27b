// By hand, with libphonenumber-js.

import { countryChoice, makeForms } from "./by-hand.js";

/** What is used of it. @typedef {{ AsYouType: any, getCountries: () => string[], getCountryCallingCode: (country: string) => string, parsePhoneNumberFromString: (text: string, country: string) => any }} Library */

/**
 * Makes the page's forms with one of the library's sets of plans.
 * @param {Library} library
 */
export function makeFormsWith(library) {
  const { AsYouType, getCountries, getCountryCallingCode, parsePhoneNumberFromString } = library;
  const countries = getCountries().map((country) => {
    return { country, code: getCountryCallingCode(country), value: country };
  });
  makeForms(countryChoice(countries), ({ number, country }) => {
    number.addEventListener("input", () => {
      const text = number.value;
      // Formatted at its end only, or the caret would jump.
      if (number.selectionStart !== text.length) {
        return;
      }
      const typed = new AsYouType(country.value);
      number.value = typed.input(text);
      if (text.startsWith("+")) {
        country.value = typed.getCountry() ?? country.value;
      }
    });
    return () => {
      const read = parsePhoneNumberFromString(number.value, country.value);
      return read?.isValid() && read.number;
    };
  });
}
