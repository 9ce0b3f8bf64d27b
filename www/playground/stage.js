// The form that is shown, with everything that the state sets on it.

import { element } from "../demo/dom.js";
import { apply } from "./setup.js";

/** @import { Control, Setting } from "./types.js" */
/** @import { State } from "./state.js" */

export class Stage {
  /** The form that is shown. */
  form = document.createElement("lead-phone-form");
  #state;
  #settings;
  #customProperties;

  /**
   * @param {HTMLElement} place
   * @param {State} state
   * @param {Setting[]} settings
   * @param {Control[]} customProperties
   */
  constructor(place, state, settings, customProperties) {
    this.#state = state;
    this.#settings = settings;
    this.#customProperties = customProperties;
    this.form.append(fallback());
    state.follow((keys) => {
      this.#apply(keys);
      place.className = state.get("view.theme") ?? "";
      document.documentElement.className = state.get("view.colors") ?? "";
    });
    // Properties of the class are set before the first form is on the page.
    place.append(this.form);
  }

  /** Shows a new form in place of the one that is shown, as after a reload of the page. */
  restart() {
    const before = this.form;
    this.form = document.createElement("lead-phone-form");
    this.form.append(fallback());
    this.#apply(new Set(this.#settings.map(({ key }) => key)));
    before.replaceWith(this.form);
  }

  /** @param {Set<string>} keys */
  #apply(keys) {
    apply(this.form, this.#state, this.#settings, this.#customProperties, keys);
  }
}

/** Shown until the form is loaded, and if it cannot be loaded. */
function fallback() {
  const sentence = "The form is loading. If it does not appear, reload the page.";
  return element("p", { class: "hint" }, sentence);
}
