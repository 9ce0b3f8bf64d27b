// By hand, with all plans: what a very good engineer would write.

import {
  AsYouType,
  getCountries,
  getCountryCallingCode,
  parsePhoneNumberFromString,
} from "libphonenumber-js/max";

import { makeFormsWith } from "./with-libphonenumber.js";

makeFormsWith({ AsYouType, getCountries, getCountryCallingCode, parsePhoneNumberFromString });
