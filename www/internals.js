// What a page sees of the form besides its events: its value in the page's own form, its states for
// style sheets, its role and name, and `lead-phone-change`.

import { setValue, valueOf } from "./controls.js";
import { raise, soon } from "./events.js";

/** The controls whose values a browser restores, by their ids. */
const RESTORED = ["country", "number", "extension", "mobile", "type"];

/** @typedef {import("./lead-phone-form.js").Entry} Entry */

export class Internals {
  #element;
  #read;
  #internals;
  /** @type {Entry | undefined} */
  #entry;
  /** The last entry that the page was told, as text. */
  #told = "";
  /** What the browser was told last: comparing costs less than telling it again for each key. */
  #states = "";
  #value = "";
  /** The type that a browser has kept. @type {unknown} */
  #type;
  /** What is typed into the form that this one is a clone of. @type {string | undefined} */
  #cloned;
  #isQueued = false;
  #isFramed = false;

  /** @param {HTMLElement} element @param {() => { entry: Entry, states: string }} read */
  constructor(element, read) {
    this.#element = element;
    this.#read = read;
    if (element.shadowRoot?.querySelector("[data-typed]")) {
      this.#cloned = this.#values();
    }
    // In Node there are none.
    this.#internals = element.attachInternals?.();
    try {
      if (this.#internals) {
        this.#internals.role = "form";
      }
    } catch {
      // jsdom has internals that cannot have a role.
    }
  }

  /** Remembers the entry, which the page is not told. */
  begin() {
    this.#show();
    this.#told = JSON.stringify(this.#entry);
    // Only the component, which is drawn in this task, has the list of types.
    setTimeout(() => {
      if (this.#cloned && this.#isOfAttributes()) {
        this.restore(this.#cloned);
      }
      this.#put("type", this.#type);
    });
  }

  /** Whether a clone of the element, which has its attributes alone, is for the same phone. */
  #isOfAttributes() {
    const element = /** @type {any} */ (this.#element);
    return element.phoneId == element.getAttribute("phone-id");
  }

  #values() {
    const values = RESTORED.map((id) => {
      const control = /** @type {HTMLInputElement | null} */ (this.#element.shadowRoot?.getElementById(id));
      return control && valueOf(control);
    });
    return JSON.stringify(values);
  }

  /** Called after anything may have changed. */
  changed() {
    if (!this.#isQueued) {
      this.#isQueued = true;
      void soon(() => this.#show());
    }
    if (!this.#isFramed) {
      this.#isFramed = true;
      requestAnimationFrame(() => this.#tell());
    }
  }

  #show() {
    this.#isQueued = false;
    const { entry, states } = this.#read();
    this.#entry = entry;
    const internals = this.#internals;
    const root = this.#element.shadowRoot;
    if (!internals || !root) {
      return;
    }
    // Firefox 125 has no states.
    if (states !== this.#states) {
      this.#states = states;
      internals.states?.clear();
      states.split(" ").filter(Boolean).forEach((state) => internals.states?.add(state));
    }
    // Its name where the page gives none.
    const name = root.querySelector("[for=number]")?.textContent ?? null;
    if (name !== internals.ariaLabel) {
      internals.ariaLabel = name;
    }
    const kept = entry.dirty ? this.#values() : null;
    root.firstElementChild?.toggleAttribute("data-typed", entry.dirty && this.#isOfAttributes());
    const value = `${entry.number} ${kept}`;
    if (value !== this.#value) {
      this.#value = value;
      internals.setFormValue(entry.number, kept);
    }
  }

  #tell() {
    this.#isFramed = false;
    const text = JSON.stringify(this.#entry);
    if (text !== this.#told) {
      this.#told = text;
      raise(this.#element, "change", this.#entry);
    }
  }

  /** Puts what a browser has kept into the controls again. @param {unknown} state */
  restore(state) {
    const values = JSON.parse(String(state));
    RESTORED.forEach((id, nth) => this.#put(id, values[nth]));
    this.#type = values.at(-1);
  }

  /** @param {string} id @param {any} value */
  #put(id, value) {
    /** @type {any} */
    const control = this.#element.shadowRoot?.getElementById(id);
    if (control && value != null) {
      setValue(control, value);
      control.dispatchEvent(new Event(id === "country" ? "change" : "input", { bubbles: true }));
    }
  }
}
