import { recall, remember } from "./memory.js";

/** Switches the language of the page's forms. A switch keeps the typed values. */
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

  /** The locale for new forms. */
  get locale() {
    return this.#choice.value;
  }
}
