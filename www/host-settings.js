// The settings of one form: what its attributes, its properties and the page's defaults say. Each
// setting has the value that was given last, by its attribute or by its property. No attribute is
// written, so a page that lays its markup over the element again changes nothing.

import { getDefaults } from "./defaults.js";
import { isSwitch, propertyOf, readProperty } from "./properties.js";
import { ATTRIBUTES, readAttribute, readMessages, readPhone, readSettings, shortened } from "./settings.js";
import { fetchToken, isTrusted, trust } from "./token-url.js";
import { languageOf, toText } from "./values.js";

/** @typedef {"initial" | "unauthenticated"} TokenReason */
/** @typedef {string | ((request: { reason: TokenReason }) => string | Promise<string>)} TokenSource */

export class HostSettings {
  #element;
  #changed;
  /** The texts that the attributes and properties have given, by the names of the attributes.
   * @type {Map<string, string | null>} */
  #given = new Map();
  /** `phone` and `messages`, as the host has set them and as they are read.
   * @type {object | null} */
  #phone = null;
  /** @type {import("./settings.js").Phone | null} */
  #readPhone = null;
  /** What the component gets as `phone`. @type {object | null} */
  #tellPhone = null;
  /** @type {Record<string, string> | undefined} */
  #messages;
  /** @type {TokenSource | null | undefined} */
  #token;
  /** The id of the phone that the form has created and the user edits. @type {unknown} */
  edited;
  /** Whether a `fieldset` of the page is disabled. */
  #isInDisabledFieldset = false;
  #fetchToken = () => fetchToken(this.#text("token-url") ?? "");

  /** @param {Element} element
   * @param {(name: string, value: unknown, isAnother?: boolean) => void} changed told each change, and
   * whether it is for another phone or lead */
  constructor(element, changed) {
    this.#element = element;
    this.#changed = changed;
  }

  /** The text of a setting, or `null` while it is not set. @param {string} name */
  #text(name) {
    const given = this.#given.get(name);
    if (given !== undefined) {
      return given;
    }
    const value = getDefaults()[propertyOf(name)];
    return (value ?? false) === false ? null : toText(value);
  }

  /** The value of an attribute's property. @param {string} name */
  property(name) {
    const text = this.#text(name);
    const id = this.edited ?? this.#readPhone?.id;
    if (name === "phone-id" && id) {
      return id;
    }
    return name === "locale" ? (text ?? languageOf(this.#element)) : readProperty(name, text);
  }

  /** Sets the property of an attribute. @param {string} name @param {unknown} value */
  setProperty(name, value) {
    if (name === "base-url") {
      trust(value);
    }
    this.#give(name, toSetting(name, value));
  }

  /** @param {boolean} isDisabled */
  setFieldset(isDisabled) {
    if (isDisabled !== this.#isInDisabledFieldset) {
      this.#isInDisabledFieldset = isDisabled;
      this.#changed("disabled", this.#value("disabled"));
    }
  }

  /** The text of a setting as it is in force. @param {string} name */
  #textInForce(name) {
    const text = this.#text(name);
    return name === "disabled" && this.#isInDisabledFieldset ? "" : text;
  }

  /** Follows a change of an attribute. @param {string} name @param {string | null} value */
  setAttribute(name, value) {
    this.#give(name, value ?? undefined);
  }

  /** @param {string} name @param {string | null | undefined} text `undefined` restores the default */
  #give(name, text) {
    const before = this.#text(name);
    if (text === undefined) {
      this.#given.delete(name);
    } else {
      this.#given.set(name, text);
    }
    const now = this.#text(name);
    const isChanged = before !== now;
    const was = readAttribute(name, before);
    const id = readAttribute(name, now);
    const phone = this.#readPhone;
    let isAnother = name === "lead-id" && Boolean(id && was && id !== was);
    if (name === "phone-id" && id !== undefined) {
      // Frameworks set a property to `undefined` again and again.
      const isSet = isChanged || text !== undefined;
      isAnother = phone ? isSet && Number(id) !== phone.id : id != was;
    }
    if (isAnother && name === "phone-id") {
      this.#phone = null;
      this.#readPhone = null;
      this.#tellPhone = null;
    }
    if (isChanged || isAnother) {
      if (name.endsWith("url")) {
        this.#tellToken();
      }
      this.#changed(name, this.#value(name), isAnother);
    }
  }

  /** A setting as the component gets it. @param {string} name */
  #value(name) {
    if (name === "phone-id" && this.#readPhone) {
      return String(this.#readPhone.id);
    }
    const text = this.#textInForce(name);
    // The component reports a text that cannot be read.
    return readAttribute(name, text) ?? shortened(text);
  }

  /** Tells everything, after the page's defaults have changed or to a new component. */
  tellAll(isNew = false) {
    // The messages come first: errors about settings are shown in them.
    this.#changed("messages", this.#readMessages() ?? this.messages);
    for (const name of ATTRIBUTES) {
      const value = this.#value(name);
      if (value !== null || !isNew) {
        this.#changed(name, value);
      }
    }
    this.#tellToken();
    if (isNew && this.#tellPhone) {
      this.#changed("phone", this.#tellPhone);
    }
  }

  #tellToken() {
    const token = this.token;
    const base = this.#given.get("base-url");
    const isUntrusted = token === this.#fetchToken && base && !isTrusted(base);
    this.#changed("untrusted-base-url", isUntrusted ? base : null);
    this.#changed("token", token);
  }

  /** What the component gets as `token`: the host's, or a function that asks the page's server. */
  get token() {
    const url = this.#text("token-url") ? this.#fetchToken : undefined;
    return this.#token ?? (this.#given.get("token-url") ? url : (getDefaults()["token"] ?? url));
  }
  set token(value) {
    this.#token = /** @type {TokenSource | null | undefined} */ (value);
    this.#tellToken();
  }

  get phone() {
    return this.#phone;
  }
  set phone(value) {
    const phone = readPhone(value);
    const before = this.property("phone-id");
    const isTakenBack = this.#readPhone && !phone;
    this.#phone = phone ? value : null;
    this.#readPhone = phone ?? null;
    // The component refuses an object without an id, as `readPhone` has refused this value.
    this.#tellPhone = phone === undefined ? {} : phone;
    const isAnother = Boolean(isTakenBack) || before !== this.property("phone-id");
    this.#changed("phone", this.#tellPhone, isAnother);
    if (isTakenBack) {
      this.#changed("phone-id", this.#value("phone-id"));
    }
  }

  /** The host's own texts, by their keys. A change inside the object is not noticed.
   * @returns {Record<string, string>} */
  get messages() {
    return this.#messages ?? /** @type {any} */ (getDefaults()["messages"]) ?? {};
  }
  set messages(value) {
    this.#messages = value ?? undefined;
    this.#changed("messages", this.#readMessages() ?? value);
  }

  #readMessages() {
    return readMessages(this.messages);
  }

  /** The settings that the prerendered form draws. */
  read() {
    return readSettings(this.#element, (name) => this.#textInForce(name), this.#readMessages() ?? {}, this.#readPhone);
  }
}

/** A property's value as a setting's text. `undefined` restores the default; `null` is a setting that
 * is not set.
 * @param {string} name @param {unknown} value */
function toSetting(name, value) {
  if (value === undefined) {
    return undefined;
  }
  if (isSwitch(name)) {
    return value ? "" : null;
  }
  return value === null ? (name.endsWith("-id") ? null : undefined) : toText(value);
}
