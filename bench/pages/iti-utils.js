// intl-tel-input, with its formatting and validation.

import intlTelInput from "intl-tel-input/intlTelInputWithUtils";
import "intl-tel-input/styles";

import { makeForms } from "./by-hand.js";

makeForms("", ({ number }) => {
  const field = intlTelInput(number, { initialCountry: "ca" });
  return () => field.isValidNumber() && field.getNumber();
});
