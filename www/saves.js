// The promises of `save()`, until the save that they wait for has ended.

import { soon } from "./events.js";

/** @typedef {import("./lead-phone-form.js").SaveResult} SaveResult */

export class Saves {
  #isSaving;
  #wasSaving = false;
  /** @type {((result: SaveResult) => void)[]} */
  #waiting = [];

  /** @param {() => boolean | undefined} isSaving whether a save is in progress */
  constructor(isSaving) {
    this.#isSaving = isSaving;
  }

  /** @returns {Promise<SaveResult>} */
  wait() {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Ends the promises, unless a save is on its way: a setting that cannot be read ends none.
   * @param {SaveResult["outcome"]} outcome @param {unknown} detail */
  end(outcome, detail) {
    if (!this.#isSaving()) {
      for (const resolve of this.#waiting.splice(0)) {
        resolve(/** @type {SaveResult} */ ({ outcome, detail }));
      }
    }
  }

  /** Called after anything may have changed. */
  changed() {
    const isSaving = Boolean(this.#isSaving());
    if (this.#wasSaving && !isSaving) {
      // The outcome comes in this task, if there is one.
      void soon(() => this.stop());
    }
    this.#wasSaving = isSaving;
  }

  /** Ends the promises of saves that have ended without an outcome. */
  stop() {
    this.end("stopped", null);
  }
}
