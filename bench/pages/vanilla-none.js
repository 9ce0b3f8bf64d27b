// By hand and without numbering plans: what no form with them can weigh less than.

import { countryChoice, makeForms } from "./by-hand.js";
import codes from "./calling-codes.js";

const countries = codes.split(/\s/).map((word) => {
  const code = word.slice(2);
  return { country: word.slice(0, 2), code, value: code };
});

makeForms(countryChoice(countries), ({ number, country }) => () => {
  const text = number.value.trim();
  const digits = text.replace(/\D/g, "");
  const international = text.startsWith("+") ? digits : country.value + digits.replace(/^0/, "");
  return /^[1-9]\d{6,14}$/.test(international) && `+${international}`;
});
