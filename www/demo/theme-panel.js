import { recall, remember } from "./memory.js";

/** Switches the page's colors and the look of its forms, which a page styles with custom properties
 * and `::part`. Each choice is a class of the root element. The rules are in page.css, and this panel
 * shows the ones that style the form. */
export class ThemePanel {
  #choices;
  #rules;

  /**
   * @param {HTMLElement} panel
   * @param {HTMLElement} rules
   */
  constructor(panel, rules) {
    this.#choices = [...panel.querySelectorAll("input")];
    this.#rules = rules;
    const before = recall("theme")?.split(" ");
    for (const choice of this.#choices) {
      choice.checked = before?.includes(choice.value) ?? choice.defaultChecked;
    }
    panel.addEventListener("change", () => {
      remember("theme", this.#chosen().join(" "));
      this.#apply();
    });
    this.#apply();
  }

  #chosen() {
    return this.#choices.filter(({ checked }) => checked).map(({ value }) => value);
  }

  #apply() {
    const chosen = this.#chosen();
    for (const { value } of this.#choices) {
      document.documentElement.classList.toggle(value, chosen.includes(value));
    }
    this.#rules.textContent = chosen.flatMap(rulesOf).join("\n\n");
  }
}

/** The text of the rules for a class that style the form, from the page's style sheets.
 * @param {string} name */
function rulesOf(name) {
  return [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSStyleRule)
    .filter(({ selectorText }) => selectorText.startsWith(`:root.${name}`))
    .map(({ selectorText, style }) => {
      const lines = [...style].map((name) => `  ${name}: ${style.getPropertyValue(name).trim()};`);
      return [`${selectorText} {`, ...lines, "}"].join("\n");
    });
}
