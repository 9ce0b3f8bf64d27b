// What the form says of itself: its states, the properties that can only be read, and the methods.

import { button, element } from "../demo/dom.js";
import { words } from "./controls.js";

/** @import { Declaration, LeadPhoneForm, Member } from "./types.js" */
/** @import { EventLog } from "../demo/event-log.js" */

export class LivePanel {
  #form;
  /** @type {(() => void)[]} */
  #readers = [];

  /**
   * @param {{ states: HTMLElement, values: HTMLElement, methods: HTMLElement, ofClass: HTMLElement }} places
   * @param {Declaration} declaration
   * @param {() => LeadPhoneForm} form the form that is shown
   * @param {EventLog} log
   */
  constructor(places, declaration, form, log) {
    this.#form = form;
    for (const state of declaration.cssStates) {
      places.states.append(this.#state(state));
    }
    for (const member of declaration.members) {
      const on = () => (member.static ? form().constructor : form());
      if (member.kind === "method") {
        (member.static ? places.ofClass : places.methods).append(method(member, on, log));
      } else if (member.readonly) {
        (member.static ? places.ofClass : places.values).append(this.#value(member, on));
      }
    }
    for (const { name } of declaration.events) {
      document.addEventListener(name, () => this.update());
    }
  }

  /** Reads everything again, after the form has drawn what has changed. */
  update() {
    requestAnimationFrame(() => this.#readers.forEach((read) => read()));
  }

  /** @param {{ name: string, description?: string }} state */
  #state({ name, description }) {
    const chip = element("li", { class: "chip", title: description ?? "" }, name);
    const word = element("span", { class: "unseen" }, " is off");
    chip.append(word);
    this.#readers.push(() => {
      const isOn = matchesState(this.#form(), name);
      chip.classList.toggle("on", isOn);
      word.textContent = isOn ? " is on" : " is off";
    });
    return chip;
  }

  /** @param {Member} member @param {() => object} on */
  #value({ name, description }, on) {
    const value = element("pre", {});
    this.#readers.push(() => {
      value.textContent = JSON.stringify(Reflect.get(on(), name), null, 2) ?? "undefined";
    });
    return element(
      "div",
      { class: "value", "data-control": name },
      element("p", { class: "naming" }, element("code", {}, name)),
      value,
      element("p", { class: "note" }, ...words(description ?? "")),
    );
  }
}

/** A button that calls a method and writes its result into the log.
 * @param {Member} member @param {() => object} on @param {EventLog} log */
function method({ name, description }, on, log) {
  const call = button(`${name}()`, "secondary code", async () => {
    try {
      const result = await Reflect.apply(Reflect.get(on(), name), on(), []);
      log.add(`${name}()`, result ?? null);
    } catch (error) {
      log.add(`${name}()`, String(error));
    }
  });
  return element(
    "div",
    { class: "method", "data-control": name },
    call,
    element("p", { class: "note" }, ...words(description ?? "")),
  );
}

/** @param {Element} form @param {string} state */
function matchesState(form, state) {
  try {
    return form.matches(`:state(${state})`);
  } catch {
    // An older browser has no states.
    return false;
  }
}
