// The properties of the element that have an attribute: their names, and how each reads its setting.

import { toInteger, toList } from "./values.js";

export const DEFAULT_BASE_URL = "https://crm.activix.ca/api/v2";

/** How a property reads its setting's text, which is `null` while the setting is not set.
 * @type {Partial<Record<string, (text: string | null) => unknown>>} */
const READERS = {
  "lead-id": toInteger,
  "phone-id": toInteger,
  timeout: (text) => toInteger(text) || 15000,
  "preferred-countries": (text) => toList((text ?? "CA US").toUpperCase()),
  countries: (text) => toList((text ?? "").toUpperCase()),
  "phone-types": (text) => toList(text ?? ""),
  fields: (text) => toList(text ?? "extension mobile"),
  disabled: readSwitch,
  flags: readSwitch,
};

/** The defaults of the properties that are texts. @type {Partial<Record<string, string>>} */
const TEXTS = {
  "base-url": DEFAULT_BASE_URL,
  "auth-scheme": "bearer",
  country: "CA",
  autocomplete: "off",
  loading: "eager",
};

/** Whether an attribute of this name is either there or not. @param {string} attribute */
export function isSwitch(attribute) {
  return READERS[attribute] === readSwitch;
}

/** @param {string | null} text */
function readSwitch(text) {
  return text !== null;
}

/** The property of an attribute. @param {string} attribute */
export function propertyOf(attribute) {
  return attribute.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
}

/** The value of an attribute's property. @param {string} attribute @param {string | null} text */
export function readProperty(attribute, text) {
  const read = READERS[attribute];
  return read ? read(text) : (text ?? TEXTS[attribute] ?? null);
}
