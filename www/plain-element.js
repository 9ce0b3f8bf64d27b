// The element where there is no browser: in Node, which renders pages, and in the simulated pages of
// unit tests (jsdom, happy-dom). It takes its settings, shows its own children, sends nothing and
// raises nothing. The package gives it to Node and to `require`.

import { getDefaults, setDefaults } from "./defaults.js";
import { ElementWithSettings, HOST } from "./element-with-settings.js";
import { emptyEntry } from "./entry.js";
import { VERSION } from "./files.js";
import { ATTRIBUTES } from "./settings.js";

class PlainLeadPhoneForm extends ElementWithSettings {
  static version = VERSION;
  static formAssociated = true;
  static observedAttributes = [...ATTRIBUTES, "token"];
  /** @type {string | URL | null | undefined} */
  static wasmUrl;

  static get defaults() {
    return getDefaults();
  }
  static set defaults(value) {
    setDefaults(value);
  }

  static async preload() {}

  /** The attributes that the simulated page has told of. @type {Set<string>} */
  #told = new Set();

  /** @override */
  connectedCallback() {
    // happy-dom does not tell of the attributes that an element had before it was defined.
    for (const { name, value } of [...this.attributes]) {
      if (PlainLeadPhoneForm.observedAttributes.includes(name) && !this.#told.has(name)) {
        this.attributeChangedCallback(name, null, value);
      }
    }
    super.connectedCallback();
  }

  /** @override @param {string} name @param {string | null} previous @param {string | null} value */
  attributeChangedCallback(name, previous, value) {
    this.#told.add(name);
    super.attributeChangedCallback(name, previous, value);
  }

  get dirty() {
    return false;
  }

  get entry() {
    return emptyEntry(this[HOST].read());
  }

  requestSubmit() {}

  async save() {
    return { outcome: "stopped", detail: null };
  }

  reset() {}
}

const { customElements } = globalThis;
if (customElements && !customElements.get("lead-phone-form")) {
  customElements.define("lead-phone-form", PlainLeadPhoneForm);
}
