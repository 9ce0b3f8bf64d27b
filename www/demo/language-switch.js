import { recall, remember } from "./memory.js";

/** The languages besides those in the page's own list. */
const OTHERS =
  "ar bg bn cs da de el es-ES fa fi fil fr-FR he hi hu id it ja " +
  "ko nb nl pa pl pt-BR pt-PT ro ru sk sv th tr uk ur vi zh-Hans zh-Hant";

/** Switches the language of the page's forms. A switch keeps the typed values. */
export class LanguageSwitch {
  #choice;

  /** @param {HTMLSelectElement} choice */
  constructor(choice) {
    this.#choice = choice;
    for (const tag of OTHERS.split(" ")) {
      const name = new Intl.DisplayNames(tag, { type: "language" }).of(tag);
      const option = new Option(name, tag);
      option.lang = tag;
      choice.append(option);
    }
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
