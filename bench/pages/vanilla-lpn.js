// By hand, with the shorter set of plans, which a quarter of wrong numbers pass.

import {
  AsYouType,
  getCountries,
  getCountryCallingCode,
  parsePhoneNumberFromString,
} from "libphonenumber-js/min";

import { makeFormsWith } from "./with-libphonenumber.js";

makeFormsWith({ AsYouType, getCountries, getCountryCallingCode, parsePhoneNumberFromString });
