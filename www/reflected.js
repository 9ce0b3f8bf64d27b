// The properties that reflect attributes: each property reads its attribute and writes to it.

import { languageOf, toInteger, toList, toText } from "./values.js";

/** In Node, where a server may render the page, there is no `HTMLElement`. */
const Element = globalThis.HTMLElement ?? Object;

/** An element with a property for each attribute that is a setting. */
export class ReflectedElement extends Element {
  /** @param {string} name @param {unknown} value */
  #reflect(name, value) {
    if (value === undefined || value === null) {
      this.removeAttribute(name);
    } else if (this.getAttribute(name) !== toText(value)) {
      this.setAttribute(name, toText(value));
    }
  }

  get leadId() {
    return toInteger(this.getAttribute("lead-id"));
  }
  set leadId(value) {
    this.#reflect("lead-id", value);
  }

  get phoneId() {
    return toInteger(this.getAttribute("phone-id"));
  }
  set phoneId(value) {
    this.#reflect("phone-id", value);
  }

  get baseUrl() {
    return this.getAttribute("base-url") ?? "https://crm.activix.ca/api/v2";
  }
  set baseUrl(value) {
    this.#reflect("base-url", value);
  }

  get authScheme() {
    return this.getAttribute("auth-scheme") ?? "bearer";
  }
  set authScheme(value) {
    this.#reflect("auth-scheme", value);
  }

  get country() {
    return this.getAttribute("country") ?? "CA";
  }
  set country(value) {
    this.#reflect("country", value);
  }

  get locale() {
    return this.getAttribute("locale") ?? languageOf(this);
  }
  set locale(value) {
    this.#reflect("locale", value);
  }

  get autocomplete() {
    return this.getAttribute("autocomplete") ?? "off";
  }
  set autocomplete(value) {
    this.#reflect("autocomplete", value);
  }

  /** @returns {string[]} */
  get preferredCountries() {
    return toList((this.getAttribute("preferred-countries") ?? "CA US").toUpperCase());
  }
  /** @param {string[] | string | null | undefined} value */
  set preferredCountries(value) {
    this.#reflect("preferred-countries", value);
  }

  /** @returns {string[]} */
  get countries() {
    return toList((this.getAttribute("countries") ?? "").toUpperCase());
  }
  /** @param {string[] | string | null | undefined} value */
  set countries(value) {
    this.#reflect("countries", value);
  }

  /** @returns {string[]} */
  get phoneTypes() {
    return toList(this.getAttribute("phone-types") ?? "");
  }
  /** @param {string[] | string | null | undefined} value */
  set phoneTypes(value) {
    this.#reflect("phone-types", value);
  }

  get timeout() {
    return toInteger(this.getAttribute("timeout")) || 15000;
  }
  set timeout(value) {
    this.#reflect("timeout", value);
  }

  get disabled() {
    return this.hasAttribute("disabled");
  }
  set disabled(value) {
    this.toggleAttribute("disabled", Boolean(value));
  }
}
