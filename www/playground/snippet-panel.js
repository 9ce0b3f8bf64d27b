// The code that makes the form, in a tab for each framework.

import { element } from "../demo/dom.js";
import { copyOnClick } from "./copying.js";
import { highlight } from "./highlight.js";
import { SNIPPETS } from "./snippets/index.js";
import { SNIPPET } from "./view.js";

/** @import { Setup } from "./types.js" */
/** @import { State } from "./state.js" */

export class SnippetPanel {
  #state;
  #setup;
  #code;
  /** @type {Map<string, HTMLButtonElement>} */
  #tabs = new Map();

  /**
   * @param {{ tabs: HTMLElement, panel: HTMLElement, code: HTMLElement, copy: HTMLElement }} parts
   * @param {State} state
   * @param {() => Setup} setup
   */
  constructor({ tabs, panel, code, copy }, state, setup) {
    this.#state = state;
    this.#setup = setup;
    this.#code = code;
    for (const [key, { label }] of Object.entries(SNIPPETS)) {
      const tab = element(
        "button",
        { type: "button", role: "tab", id: `tab-${key}`, "aria-controls": panel.id },
        label,
      );
      tab.addEventListener("click", () => this.#select(key));
      this.#tabs.set(key, tab);
      tabs.append(tab);
    }
    tabs.addEventListener("keydown", (event) => this.#move(event));
    copyOnClick(copy, () => code.textContent ?? "", "The code is copied.");
    state.follow(() => {
      for (const [key, tab] of this.#tabs) {
        const isSelected = key === this.#key;
        tab.ariaSelected = String(isSelected);
        tab.tabIndex = isSelected ? 0 : -1;
      }
      panel.setAttribute("aria-labelledby", `tab-${this.#key}`);
      this.#write();
    });
  }

  get #key() {
    const key = this.#state.get(SNIPPET.key) ?? "html";
    return key in SNIPPETS ? key : "html";
  }

  /** @param {string} key */
  #select(key) {
    this.#state.set(SNIPPET.key, key === "html" ? null : key);
    const tab = this.#tabs.get(key);
    tab?.focus();
    tab?.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /** Moves between the tabs by the keys that tabs have. @param {KeyboardEvent} event */
  #move(event) {
    const keys = [...this.#tabs.keys()];
    const at = keys.indexOf(this.#key);
    const step = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    const next = step === undefined ? undefined : keys.at(step % keys.length);
    if (next !== undefined) {
      event.preventDefault();
      this.#select(next);
    }
  }

  #write() {
    const code = SNIPPETS[this.#key]?.write(this.#setup()) ?? "";
    if (this.#code.textContent !== code) {
      this.#code.replaceChildren(...highlight(code));
    }
  }
}

