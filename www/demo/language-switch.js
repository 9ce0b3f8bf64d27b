import { fetchTags, nameOf } from "./languages.js";
import { recall, remember } from "./memory.js";
import { PSEUDO_LOCALE, pseudoMessages } from "./pseudo-locale.js";

/** Switches the language of the page's forms. A switch keeps the typed values. */
export class LanguageSwitch {
  #choice;
  /** The words of the pseudo-locale. @type {Record<string, string>} */
  #pseudo = {};

  /** @param {HTMLSelectElement} choice */
  constructor(choice) {
    this.#choice = choice;
    choice.addEventListener("change", () => {
      remember("locale", choice.value);
      for (const form of document.querySelectorAll("lead-phone-form")) {
        this.apply(form);
      }
    });
  }

  /** Adds the languages that are not in the page's own list, and takes up the last choice. */
  async load() {
    const english = await fetch("/locales/en.json");
    this.#pseudo = pseudoMessages(await english.json());
    const own = [...this.#choice.options].map(({ lang }) => lang);
    for (const tag of await fetchTags()) {
      if (!own.includes(tag)) {
        const option = new Option(nameOf(tag), tag);
        option.lang = tag;
        this.#choice.append(option);
      }
    }
    this.#choice.append(new Option("English, 40 % longer, for developers", PSEUDO_LOCALE));
    const before = recall("locale");
    if ([...this.#choice.options].some(({ value }) => value === before)) {
      this.#choice.value = String(before);
    }
  }

  /** Gives a form the chosen language. @param {import("./types.js").LeadPhoneForm} form */
  apply(form) {
    const isPseudo = this.#choice.value === PSEUDO_LOCALE;
    form.locale = isPseudo ? "en" : this.#choice.value;
    form.messages = isPseudo ? this.#pseudo : {};
  }
}
