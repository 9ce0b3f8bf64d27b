import { recall, remember } from "./memory.js";

/** The language of the page's forms, which follow it at any time and lose nothing typed. */
export class LanguageSwitch {
  #choice;

  /** @param {HTMLSelectElement} choice */
  constructor(choice) {
    this.#choice = choice;
    const before = recall("locale");
    if ([...choice.options].some(({ value }) => value === before)) {
      choice.value = String(before);
    }
    choice.addEventListener("change", () => {
      remember("locale", this.locale);
      for (const form of document.querySelectorAll("lead-phone-form")) {
        form.locale = this.locale;
      }
    });
  }

  /** What a new form gets. */
  get locale() {
    return this.#choice.value;
  }
}
