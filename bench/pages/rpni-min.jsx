// React with react-phone-number-input and its shorter set of plans, as it is installed.

import PhoneInput, { isValidPhoneNumber } from "react-phone-number-input";
import "react-phone-number-input/style.css";

import { makeForms } from "./in-react.jsx";

makeForms(
  // Flags from beside the page: by default they come from somebody else's server.
  (props) => <PhoneInput name="number" defaultCountry="CA" flagUrl="flags/{XX}.svg" {...props} />,
  isValidPhoneNumber,
);
