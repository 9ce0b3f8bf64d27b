import { element } from "./dom.js";

const EVENTS = [
  "lead-phone-ready",
  "lead-phone-submit",
  "lead-phone-created",
  "lead-phone-updated",
  "lead-phone-error",
  "lead-phone-refused",
];

/** The most entries to keep, so that a long session does not slow down the page. */
const MOST_ENTRIES = 200;

/** Shows the events of all forms on the page. */
export class EventLog {
  #log;

  /**
   * @param {HTMLElement} log
   * @param {HTMLElement} clear
   * @param {string[]} [names] of the events
   */
  constructor(log, clear, names = EVENTS) {
    this.#log = log;
    clear.addEventListener("click", () => log.replaceChildren());
    for (const name of names) {
      // The events bubble, so one listener gets those of all forms, including later ones.
      document.addEventListener(name, (event) =>
        this.add(name, /** @type {CustomEvent} */ (event).detail),
      );
    }
  }

  /** Adds an entry at the top. @param {string} type @param {unknown} detail */
  add(type, detail) {
    // Typing raises a change for each key. The last one says what is in the form.
    const last = this.#log.firstElementChild;
    if (type === "lead-phone-change" && last?.classList.contains(type)) {
      last.remove();
    }
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
        // Only `lead-phone-ready` has no detail.
        detail === null ? null : element("pre", {}, JSON.stringify(detail, null, 2)),
      ),
    );
    while (this.#log.childElementCount > MOST_ENTRIES) {
      this.#log.lastElementChild?.remove();
    }
  }
}
