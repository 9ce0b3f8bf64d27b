// The form ahead of the WebAssembly: it is there at once and can be typed into, and the
// component takes its elements over as they are, with what is in them, the focus and the
// caret. Until then it reads nothing and sends nothing.

import { FORM, TYPE_FIELD, WORDS } from "./markup.js";

/**
 * What the component needs to know when it takes over.
 * @typedef {object} Taken
 * @property {HTMLElement} container where the form is
 * @property {string} typed the ids of the controls that the user has changed
 * @property {boolean} composing whether a word is being composed
 * @property {boolean} submitted whether the user has asked for a save
 */

/**
 * What a form shows of its element.
 * @typedef {object} Shown
 * @property {string} locale
 * @property {string} country
 * @property {boolean} disabled
 * @property {string[]} phoneTypes
 * @property {object} messages
 * @property {object | null} phone
 */

/** The country whose example and calling code are in the markup. */
const DRAWN_FOR = "CA";

/** Its name. The browser knows it too, but to ask it the first time takes longer than to draw
 * the form. @type {Partial<Record<string, string>>} */
const NAME = { en: "Canada", fr: "Canada", es: "Canadá" };

/** A form that is drawn and waits for its component. */
export class FormAhead {
  #container = document.createElement("div");
  /** Ends what listens to it. */
  #listening = new AbortController();
  /** The texts, by their keys. @type {[Text, string][]} */
  #texts = [];
  /** The words in force, by the texts' keys. @type {Record<string, string>} */
  #words = {};
  /** The ids of the controls that the user has changed. @type {Set<string>} */
  #typed = new Set();
  #composing = false;
  #submitted = false;
  #mobileField;
  #typeField;
  #example;

  constructor() {
    this.#container.append(this.#build(FORM));
    this.#mobileField = this.#find(".mobile");
    this.#typeField = this.#build(TYPE_FIELD);
    this.#example = this.#control("number")?.getAttribute("placeholder") ?? "";
    const { signal } = this.#listening;
    /** @param {string} kind @param {(event: Event) => void} handler */
    const listen = (kind, handler) =>
      this.#container.addEventListener(kind, handler, { signal });
    listen("input", ({ target }) => target instanceof Element && this.#typed.add(target.id));
    listen("compositionstart", () => (this.#composing = true));
    listen("compositionend", () => (this.#composing = false));
    listen("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    for (const kind of ["keydown", "keypress", "keyup"]) {
      listen(kind, keepPrintableKeys);
    }
  }

  /** Puts the form into a shadow root, in place of all else. @param {ShadowRoot} root */
  show(root) {
    this.#unlock(true);
    if (this.#container.parentNode === root) {
      // Left where it is, or it would lose the focus.
      root.querySelector("slot")?.remove();
    } else {
      root.replaceChildren(this.#container);
    }
  }

  /** Shows the element's own children again, and below them what has been typed, to be read
   * and copied. @param {ShadowRoot} root */
  giveWay(root) {
    const children = document.createElement("slot");
    this.#submitted = false;
    this.#unlock(false);
    root.replaceChildren(children, ...(this.#typed.size ? [this.#container] : []));
  }

  /** Takes up what the element's attributes and properties say. @param {Shown} element */
  follow(element) {
    const { locale, country, messages } = element;
    const language = (locale.split("-")[0] ?? "").toLowerCase();
    const spoken = WORDS[language];
    let own = Boolean(spoken);
    this.#words = { ...WORDS.en, ...spoken };
    for (const key of Object.keys(this.#words)) {
      const word = member(messages, key);
      if (typeof word === "string") {
        this.#words[key] = word;
        own = true;
      }
    }
    this.#say();
    this.#find("form")?.setAttribute("lang", own ? locale : "en");

    const place = this.#control("country");
    const code = country.toUpperCase();
    if (place && !this.#typed.has("country")) {
      place.lang = locale;
      place.value =
        code === DRAWN_FOR ? `${NAME[language] ?? nameOf(code, locale)} +1` : nameOf(code, locale);
    }
    this.#control("number")?.setAttribute("placeholder", code === DRAWN_FOR ? this.#example : "");
    this.#offerTypes(element.phoneTypes);
    for (const control of this.#container.querySelectorAll("input, button")) {
      control.toggleAttribute("disabled", element.disabled);
    }
    this.#fill(element.phone);
  }

  /** Forgets what was typed. @param {object | null} phone what stands in the fields then */
  reset(phone) {
    this.#typed.clear();
    this.#submitted = false;
    this.#fill(phone);
    this.#say();
  }

  focus() {
    this.#control("number")?.focus();
  }

  /** A save; it waits for the component. */
  submit() {
    if (!this.#control("number")?.disabled) {
      this.#submitted = true;
      this.#say();
    }
  }

  /** Whether something typed is not saved. */
  get dirty() {
    return this.#typed.size > 0;
  }

  /** Whether a save waits for the component. */
  get submitted() {
    return this.#submitted;
  }

  /** Hands the form over to its component. @returns {Taken} */
  handOver() {
    this.#listening.abort();
    this.#unlock(true);
    this.#offerTypes([]);
    this.#button?.removeAttribute("aria-disabled");
    // How Yew marks where a component begins and ends.
    this.#container.prepend(new Comment("<[]>"));
    this.#container.append(new Comment("</[]>"));
    return {
      container: this.#container,
      typed: [...this.#typed].join(" "),
      composing: this.#composing,
      submitted: this.#submitted,
    };
  }

  /** @param {import("./markup.js").Markup} markup @returns {Element | Text} */
  #build(markup) {
    if (typeof markup === "string") {
      const text = new Text();
      this.#texts.push([text, markup]);
      return text;
    }
    const [name, attributes, nodes] = markup;
    const element = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) {
      element.setAttribute(attribute, value);
    }
    element.append(...nodes.map((node) => this.#build(node)));
    return element;
  }

  /** @param {string} selector */
  #find(selector) {
    return this.#container.querySelector(selector);
  }

  /** @param {string} id @returns {HTMLInputElement | null} */
  #control(id) {
    return this.#container.querySelector(`#${id}`);
  }

  get #button() {
    return this.#control("submit");
  }

  /** Writes the words. */
  #say() {
    for (const [text, key] of this.#texts) {
      const said = key === "submit" && this.#submitted ? "saving" : key;
      text.data = this.#words[said] ?? "";
    }
    if (this.#submitted) {
      this.#button?.setAttribute("aria-disabled", "true");
    } else {
      this.#button?.removeAttribute("aria-disabled");
    }
  }

  /** The list of types in the check box's place; the component makes the real one.
   * @param {string[]} types */
  #offerTypes(types) {
    const list = this.#typeField instanceof Element && this.#typeField.querySelector("select");
    if (types.length && list) {
      list.disabled = true;
      list.replaceChildren(
        ...types.map((type) => new Option(this.#words[`type-${type}`] ?? type, type)),
      );
      this.#mobileField?.replaceWith(this.#typeField);
    } else if (this.#mobileField && this.#typeField.parentNode) {
      this.#typeField.replaceWith(this.#mobileField);
    }
  }

  /** Writes what a phone has where the user has not. @param {object | null} phone */
  #fill(phone) {
    for (const id of ["number", "extension"]) {
      const control = this.#control(id);
      const value = phone && member(phone, id);
      if (control && !this.#typed.has(id)) {
        control.value = typeof value === "string" || typeof value === "number" ? `${value}` : "";
      }
    }
    const mobile = this.#control("mobile");
    if (mobile && !this.#typed.has("mobile")) {
      mobile.checked = Boolean(phone && member(phone, "mobile"));
    }
  }

  /** Whether the controls can be used. @param {boolean} unlocked */
  #unlock(unlocked) {
    for (const control of this.#container.querySelectorAll("input")) {
      control.readOnly = !unlocked;
    }
    if (this.#button instanceof HTMLButtonElement) {
      this.#button.hidden = !unlocked;
    }
  }
}

/** From outside a shadow root a key's target is the element, not a field, so a host's one-key
 * shortcuts would take it for a key typed nowhere. @param {Event} event */
function keepPrintableKeys(event) {
  if (event instanceof KeyboardEvent && [...event.key].length === 1) {
    if (!event.ctrlKey && !event.altKey && !event.metaKey) {
      event.stopPropagation();
    }
  }
}

/** A member of what a host has passed in, which may be anything.
 * @param {object} object @param {string} name @returns {unknown} */
function member(object, name) {
  try {
    return Reflect.get(object, name);
  } catch {
    return undefined;
  }
}

/** @param {string} country @param {string} locale */
function nameOf(country, locale) {
  try {
    return new Intl.DisplayNames([locale], { type: "region" }).of(country) ?? country;
  } catch {
    return country;
  }
}
