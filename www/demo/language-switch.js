import { fetchTags, nameOf } from "./languages.js";
import { recall, remember } from "./memory.js";

/** Switches the language of the page's forms. A switch keeps the typed values. */
export class LanguageSwitch {
  #choice;

  /** @param {HTMLSelectElement} choice */
  constructor(choice) {
    this.#choice = choice;
    choice.addEventListener("change", () => {
      remember("locale", this.locale);
      for (const form of document.querySelectorAll("lead-phone-form")) {
        form.locale = this.locale;
      }
    });
  }

  /** Adds the languages that are not in the page's own list, and takes up the last choice. */
  async load() {
    const own = [...this.#choice.options].map(({ lang }) => lang);
    for (const tag of await fetchTags()) {
      if (!own.includes(tag)) {
        const option = new Option(nameOf(tag), tag);
        option.lang = tag;
        this.#choice.append(option);
      }
    }
    const before = recall("locale");
    if ([...this.#choice.options].some(({ value }) => value === before)) {
      this.#choice.value = String(before);
    }
  }

  /** The locale for new forms. */
  get locale() {
    return this.#choice.value;
  }
}
