// The part of the element that the page sets: its attributes and its properties.

import { HostSettings } from "./host-settings.js";
import { propertyOf } from "./properties.js";
import { ATTRIBUTES } from "./settings.js";

// Symbols, because the names of members are the page's to use.

/** The settings. */
export const HOST = Symbol();
/** The method that is called when a setting has changed. */
export const CHANGED = Symbol();
/** Whether there was a `token` attribute, and no token. */
export const HAD_TOKEN = Symbol();

/** In Node, where a server may render the page, there is no `HTMLElement`. */
const Element = globalThis.HTMLElement ?? Object;

export class ElementWithSettings extends Element {
  static {
    for (const name of ATTRIBUTES) {
      Object.defineProperty(this.prototype, propertyOf(name), {
        configurable: true,
        /** @this {ElementWithSettings} */
        get() {
          return this[HOST].property(name);
        },
        /** @this {ElementWithSettings} @param {unknown} value */
        set(value) {
          this[HOST].setProperty(name, value);
        },
      });
    }
  }

  [HOST] = new HostSettings(this, (name, value, isAnother) => this[CHANGED](name, value, isAnother));
  #hadToken = false;

  connectedCallback() {
    // Properties that were set before the element was defined hide the accessors.
    const early = /** @type {Record<string, unknown>} */ (this);
    for (const [name, value] of Object.entries(early)) {
      if (name in Object.getPrototypeOf(early)) {
        delete early[name];
        early[name] = value;
      }
    }
  }

  /** @param {string} _name @param {unknown} _value @param {boolean} [_isAnother] whether it is for
   * another phone or lead */
  [CHANGED](_name, _value, _isAnother) {}

  /** @param {string} name @param {string | null} previous @param {string | null} value */
  attributeChangedCallback(name, previous, value) {
    if (name === "token") {
      if (value !== null) {
        this.removeAttribute("token");
        // A server may have printed the property, which a script of the same task sets.
        setTimeout(() => this.#tellTokenAttribute());
      }
    } else if (value !== previous) {
      this[HOST].setAttribute(name, value);
      if (name === "disabled") {
        this.formDisabledCallback();
      }
    }
  }

  /** A token may have come since, in an application that takes over a server's HTML. */
  get [HAD_TOKEN]() {
    return this.#hadToken && !this[HOST].token;
  }

  #tellTokenAttribute() {
    this.#hadToken = true;
    if (this[HAD_TOKEN]) {
      this[CHANGED]("token-attribute", true);
    }
  }

  formDisabledCallback() {
    this[HOST].setFieldset(this.matches(":disabled") && !this.hasAttribute("disabled"));
  }

  /** Write-only: reads as undefined. @returns {import("./host-settings.js").TokenSource | undefined} */
  get token() {
    return undefined;
  }
  set token(value) {
    this[HOST].token = value;
  }

  /** @returns {object | null} */
  get phone() {
    return this[HOST].phone;
  }
  set phone(value) {
    this[HOST].phone = value;
  }

  get messages() {
    return this[HOST].messages;
  }
  set messages(value) {
    this[HOST].messages = value;
  }
}
