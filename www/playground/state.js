// What the controls say, by their keys, and the fragment of the URL that keeps it. A secret is in
// the state, but never in the fragment.

import { isObject } from "./json.js";

/** @import { Control } from "./types.js" */

export class State {
  /** @type {Map<string, string>} */
  #values;
  /** @type {Map<string, string>} */
  #initial;
  /** @type {Map<string, Control>} */
  #controls = new Map();
  /** @type {Set<(keys: Set<string>) => void>} */
  #followers = new Set();

  /** @param {Control[]} controls @param {Record<string, string>} initial */
  constructor(controls, initial) {
    for (const control of controls) {
      this.#controls.set(control.key, control);
    }
    this.#initial = new Map(Object.entries(initial));
    this.#values = new Map(this.#initial);
  }

  /** The value of a control; `null` if nothing is set. @param {string} key */
  get(key) {
    return this.#values.get(key) ?? null;
  }

  /** @param {string} key @param {string | null} value */
  set(key, value) {
    if (this.#put(key, value)) {
      this.#tell(new Set([key]));
    }
  }

  /** Calls a function now and after each change, with the keys that have changed.
   * @param {(keys: Set<string>) => void} follow */
  follow(follow) {
    this.#followers.add(follow);
    follow(new Set(this.#controls.keys()));
  }

  /** Sets everything as it was at the beginning, and forgets the secrets. */
  reset() {
    for (const [key, { kind }] of this.#controls) {
      if (kind === "secret") {
        this.set(key, null);
      }
    }
    this.fragment = "";
  }

  /** The values that differ from the initial ones, as a query. */
  get fragment() {
    const query = new URLSearchParams();
    for (const [key, { kind }] of this.#controls) {
      const value = this.get(key);
      if (kind !== "secret" && value !== (this.#initial.get(key) ?? null)) {
        query.set(key, value ?? "");
      }
    }
    return query.toString();
  }

  /** Takes up a fragment. What it does not name gets its initial value; a secret stays. */
  set fragment(text) {
    const query = new URLSearchParams(text);
    const changed = [...this.#controls].filter(([key, { kind }]) => {
      if (kind === "secret") {
        return false;
      }
      return this.#put(key, query.get(key) ?? this.#initial.get(key) ?? null);
    });
    this.#tell(new Set(changed.map(([key]) => key)));
  }

  /** @param {string} key @param {string | null} value @returns {boolean} whether it has changed */
  #put(key, value) {
    const control = this.#controls.get(key);
    if (control === undefined) {
      return false;
    }
    const next = value === null || isNothing(value, control) ? null : value;
    if (this.get(key) === next) {
      return false;
    }
    if (next === null) {
      this.#values.delete(key);
    } else {
      this.#values.set(key, next);
    }
    return true;
  }

  /** @param {Set<string>} keys */
  #tell(keys) {
    if (keys.size > 0) {
      this.#followers.forEach((follow) => follow(keys));
    }
  }
}

/** Whether a text means that nothing is set. An empty list is a value, and so is the empty text of a
 * boolean attribute. A link may come from anybody, so a choice is one of the list.
 * @param {string} text @param {Control} control */
function isNothing(text, { kind, choices = [], isOpen = false }) {
  switch (kind) {
    case "choice":
      return text === "" || !(isOpen || choices.some(([value]) => value === text));
    case "list":
    case "boolean":
      return false;
    case "object":
      return !isObject(text);
    default:
      return text === "";
  }
}
