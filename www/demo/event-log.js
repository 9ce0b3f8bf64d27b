import { element } from "./dom.js";

const EVENTS = /** @type {const} */ ([
  "lead-phone-ready",
  "lead-phone-submit",
  "lead-phone-created",
  "lead-phone-updated",
  "lead-phone-error",
]);

/** The oldest entries go first, so that a long day does not slow the page down. */
const MOST_ENTRIES = 200;

/** Shows what the forms of the page tell it. */
export class EventLog {
  #log;

  /**
   * @param {HTMLElement} log
   * @param {HTMLElement} clear
   */
  constructor(log, clear) {
    this.#log = log;
    clear.addEventListener("click", () => log.replaceChildren());
    for (const name of EVENTS) {
      // They bubble, so one listener hears all forms, those of tomorrow too.
      document.addEventListener(name, (event) => this.#add(event));
    }
  }

  /** @param {CustomEvent} event */
  #add({ type, detail }) {
    const now = new Date();
    const time = now.toLocaleTimeString("en-CA", { hour12: false });
    this.#log.prepend(
      element(
        "li",
        { class: type },
        element(
          "p",
          {},
          element("code", {}, type),
          element("time", { datetime: now.toISOString() }, time),
        ),
        // Only `ready` says nothing more.
        detail === null ? null : element("pre", {}, JSON.stringify(detail, null, 2)),
      ),
    );
    while (this.#log.childElementCount > MOST_ENTRIES) {
      this.#log.lastElementChild?.remove();
    }
  }
}
