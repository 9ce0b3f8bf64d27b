// React with react-international-phone, and the validation that its documentation recommends.

import { PhoneNumberUtil } from "google-libphonenumber";
import { PhoneInput, defaultCountries, parseCountry } from "react-international-phone";
import "react-international-phone/style.css";

import { makeForms } from "./in-react.jsx";

const library = PhoneNumberUtil.getInstance();

/** @param {string} number */
function isValid(number) {
  try {
    return library.isValidNumber(library.parseAndKeepRawInput(number));
  } catch {
    return false;
  }
}

const flags = defaultCountries.map((/** @type {any} */ country) => {
  const { iso2 } = parseCountry(country);
  return { iso2, src: `flags/${iso2.toUpperCase()}.svg` };
});

makeForms(
  ({ id, ...props }) => (
    <PhoneInput name="number" defaultCountry="ca" flags={flags} inputProps={{ id }} {...props} />
  ),
  isValid,
);
