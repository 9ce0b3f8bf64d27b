// Reads and normalizes the settings of a host, once for the prerendered form and the component, so
// that both get the same values. `null` means that a setting is not set, and `undefined` that it
// cannot be read.

import { isRegion } from "./regions.js";
import { fileFor } from "./language.js";
import { languageOf, toInteger, toList } from "./values.js";

/**
 * The fields of a phone that the form reads.
 * @typedef {object} Phone
 * @property {number} id
 * @property {string | null} number
 * @property {string} extension
 * @property {boolean | null} mobile
 * @property {string | null} type
 * @property {boolean | null} valid
 */

/**
 * The settings of an element that the script needs, most of them to draw the prerendered form.
 * @typedef {object} Settings
 * @property {string} locale
 * @property {string} language the tag of its words
 * @property {string} country the one that is chosen at first
 * @property {boolean} disabled
 * @property {boolean} autocomplete
 * @property {boolean} isLazy whether the WebAssembly is fetched when the form is approached
 * @property {string[]} phoneTypes
 * @property {string[]} fields the optional fields that are shown
 * @property {boolean} flags whether a flag is beside each country
 * @property {boolean} updates whether a save updates a phone
 * @property {Record<string, string>} messages
 * @property {Phone | null} phone
 */

/** The attributes that are settings. `token` is not one, because any script could read it. */
export const ATTRIBUTES = [
  "locale",
  "lead-id",
  "phone-id",
  "base-url",
  "token-url",
  "auth-scheme",
  "country",
  "autocomplete",
  "preferred-countries",
  "countries",
  "phone-types",
  "fields",
  "flags",
  "loading",
  "timeout",
  "disabled",
];

/** How an attribute's text is read. Attributes that are not listed keep their text.
 * @type {Partial<Record<string, (text: string) => string | undefined>>} */
const READERS = {
  "lead-id": readId,
  "phone-id": readId,
  timeout: readId,
  locale: readLocale,
  country: readCountry,
  "preferred-countries": readCountries,
  countries: readCountries,
  "phone-types": (text) => readList(text, readWord),
  fields: (text) => readList(text, (word) => readOneOf(word, ["extension", "mobile"])),
  autocomplete: (text) => readOneOf(text, ["on", "off"]),
  "auth-scheme": (text) => readOneOf(text, ["bearer", "basic"]),
  loading: (text) => readOneOf(text, ["eager", "lazy"]),
};

/** Reads the settings of an element. A value that cannot be read is replaced by the default.
 * @param {Element} element @param {(name: string) => string | null} textOf
 * @param {Record<string, string>} messages @param {Phone | null} phone @returns {Settings} */
export function readSettings(element, textOf, messages, phone) {
  /** @param {string} name */
  const read = (name) => readAttribute(name, textOf(name));
  const country = read("country") ?? "CA";
  const countries = toList(read("countries") ?? "");
  const locale = read("locale") ?? readPageLocale(element);
  return {
    locale,
    language: fileFor(locale),
    country: countries.includes(country) ? country : (countries[0] ?? country),
    disabled: textOf("disabled") !== null,
    autocomplete: read("autocomplete") === "on",
    isLazy: read("loading") === "lazy",
    phoneTypes: toList(read("phone-types") ?? ""),
    fields: toList(read("fields") ?? "extension mobile"),
    flags: textOf("flags") !== null,
    updates: Boolean(phone ?? read("phone-id")),
    messages,
    phone,
  };
}

/** The longest text of a setting. */
const LONGEST = 10_000;

/** A text that could not be read, as the component reports it: one that it cannot read either.
 * @param {string | null} text */
export function shortened(text) {
  return text && text.length > LONGEST ? `//[${text.slice(0, 80)}` : text;
}

/** Reads an attribute. @param {string} name @param {string | null} text */
export function readAttribute(name, text) {
  const read = READERS[name];
  if (text && text.length > LONGEST) {
    return undefined;
  }
  return text !== null && read ? read(text) : text;
}

/** Reads the locale of an element's place on its page. It is English if the page's cannot be read.
 * @param {Element} element */
export function readPageLocale(element) {
  return readLocale(languageOf(element)) ?? "en";
}

/** Reads `phone`. The value may be anything, including an object whose getters throw or an object of
 * another window. @param {unknown} value @returns {Phone | null | undefined} */
export function readPhone(value) {
  // Preact sets an empty text for null.
  if ((value ?? "") === "") {
    return null;
  }
  /** @param {string} name @param {string} type */
  const member = (name, type) => {
    try {
      const found = Reflect.get(Object(value), name);
      return typeof found === type ? found : null;
    } catch {
      return null;
    }
  };
  const id = member("id", "number");
  const type = member("type", "string");
  const extension = member("extension", "number");
  return isInteger(id) && id > 0
    ? {
        id,
        number: member("number", "string"),
        extension: isInteger(extension) ? String(extension) : (member("extension", "string") ?? ""),
        // The API's later revision has `type` in place of `mobile`.
        mobile: member("mobile", "boolean") ?? (type && type === "mobile"),
        type,
        valid: member("valid", "boolean"),
      }
    : undefined;
}

/** Reads `messages`. The value may be anything. A member that is `null` or `undefined` is ignored.
 * Only the component knows all keys. @param {unknown} value
 * @returns {Record<string, string> | undefined} */
export function readMessages(value) {
  try {
    const object = value ?? {};
    const members = Object.entries(object).filter(([, words]) => words != null);
    return typeof object === "object" &&
      !Array.isArray(object) &&
      members.every(([, words]) => typeof words === "string")
      ? Object.fromEntries(members)
      : undefined;
  } catch {
    return undefined;
  }
}

/** @param {unknown} value */
function isInteger(value) {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

/** @param {string} text */
function readId(text) {
  const id = toInteger(text);
  return id ? String(id) : undefined;
}

/** Accepts an underscore too, since much software writes `fr_CA`. @param {string} text */
function readLocale(text) {
  try {
    return Intl.getCanonicalLocales(text.trim().replaceAll("_", "-"))[0];
  } catch {
    return undefined;
  }
}

/** @param {string} text */
function readCountry(text) {
  const code = text.trim();
  return /^[a-z]{2}$/i.test(code) && isRegion(code.toUpperCase()) ? code.toUpperCase() : undefined;
}

/** @param {string} text */
function readCountries(text) {
  return readList(text, readCountry);
}

/** Reads a word for the type of a phone. @param {string} text */
function readWord(text) {
  return /^[a-z\u0080-\u{10ffff}][\w\u0080-\u{10ffff}-]*$/iu.test(text) ? text : undefined;
}

/** @param {string} text @param {string[]} words */
function readOneOf(text, words) {
  const word = text.trim().toLowerCase();
  return words.includes(word) ? word : undefined;
}

/** Reads a list and removes duplicates. @param {string} text @param {(text: string) => string | undefined} read */
function readList(text, read) {
  const members = toList(text).map(read);
  return members.includes(undefined) ? undefined : [...new Set(members)].join(" ");
}
