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

/** The ids of the controls that hold what is saved, and of all that can be typed into. */
const FIELDS = ["number", "extension", "mobile"];
const CONTROLS = ["country", ...FIELDS];

/** A form that is drawn and waits for its component. */
export class FormAhead {
  #container = document.createElement("div");
  /** Ends what listens to it. */
  #listening = new AbortController();
  /** The texts, by their keys. @type {[Text, string][]} */
  #texts = [];
  /** The words in force, by the texts' keys. @type {Record<string, string>} */
  #words = {};
  /** Each element with what was built into it. @type {[Element, Node[]][]} */
  #built = [];
  /** What was written into the controls, by their ids; anything else has been typed.
   * @type {Map<string, string | boolean>} */
  #written = new Map();
  #composing = false;
  #submitted = false;
  /** Whether nothing can be typed any more. */
  #locked = false;
  #mobileField;
  #typeField;
  #example;

  constructor() {
    const form = this.#build(FORM);
    this.#built.unshift([this.#container, [form]]);
    this.#container.append(form);
    this.#mobileField = this.#find(".mobile");
    this.#typeField = this.#build(TYPE_FIELD);
    this.#example = this.#control("number")?.getAttribute("placeholder") ?? "";
    const { signal } = this.#listening;
    /** @param {string} kind @param {(event: Event) => void} handler */
    const listen = (kind, handler) =>
      this.#container.addEventListener(kind, handler, { signal });
    for (const kind of ["compositionstart", "compositionend"]) {
      listen(kind, ({ target }) => {
        if (target === this.#control("number")) {
          this.#composing = kind === "compositionstart";
        }
      });
    }
    // So that the next key begins a search, as it does later.
    for (const kind of ["focusin", "click"]) {
      listen(kind, ({ target }) => {
        if (target === this.#control("country") && !this.#isTyped("country")) {
          this.#control("country")?.select();
        }
      });
    }
    listen("keydown", (event) => {
      // It would choose a country, once there is a list of them.
      const isEnter = event instanceof KeyboardEvent && event.key === "Enter";
      if (isEnter && event.target === this.#control("country")) {
        event.preventDefault();
      }
    });
    listen("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
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
    this.#say();
    this.#unlock(false);
    root.replaceChildren(children, ...(this.dirty ? [this.#container] : []));
  }

  /** Takes up what the element's attributes and properties say. @param {Shown} element */
  follow(element) {
    const { locale, country, messages } = element;
    const language = (locale.split("-")[0] ?? "").toLowerCase();
    const spoken = Object.hasOwn(WORDS, language) ? WORDS[language] : undefined;
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

    const code = country.toUpperCase();
    this.#control("country")?.setAttribute("lang", locale);
    if (!this.#isTyped("country")) {
      const name = (code === DRAWN_FOR && spoken && NAME[language]) || nameOf(code, locale);
      this.#write("country", code === DRAWN_FOR ? `${name} +1` : name);
    }
    this.#control("number")?.setAttribute("placeholder", code === DRAWN_FOR ? this.#example : "");
    this.#offerTypes(element.phoneTypes);
    for (const control of this.#container.querySelectorAll("input, button")) {
      control.toggleAttribute("disabled", element.disabled);
    }
    this.#fill(element.phone);
  }

  /** Forgets what was typed. @param {Shown} element */
  reset(element) {
    for (const id of CONTROLS) {
      this.#write(id, "");
    }
    this.#submitted = false;
    this.follow(element);
  }

  focus() {
    this.#control("number")?.focus();
  }

  /** A save; it waits for the component. */
  submit() {
    if (!this.#locked && !this.#control("number")?.disabled) {
      this.#submitted = true;
      this.#say();
    }
  }

  /** Whether something typed is not saved. */
  get dirty() {
    return CONTROLS.some((id) => this.#isTyped(id));
  }

  /** Whether a save waits for the component. */
  get submitted() {
    return this.#submitted;
  }

  /** Hands the form over to its component. @returns {Taken} */
  handOver() {
    const submitted = this.#submitted;
    this.#submitted = false;
    this.#listening.abort();
    this.#offerTypes([]);
    this.#say();
    this.#putInOrder();
    // How Yew marks where a component begins and ends.
    this.#container.prepend(new Comment("<[]>"));
    this.#container.append(new Comment("</[]>"));
    const typed = CONTROLS.filter((id) => this.#isTyped(id)).join(" ");
    return { container: this.#container, typed, composing: this.#composing, submitted };
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
    const children = nodes.map((node) => this.#build(node));
    element.append(...children);
    this.#built.push([element, children]);
    return element;
  }

  /** Takes out what an extension of the browser or a translation has put in: Yew knows its
   * way only among its own. */
  #putInOrder() {
    for (const [element, nodes] of this.#built) {
      for (const node of [...element.childNodes]) {
        if (!nodes.includes(node)) {
          node.remove();
        }
      }
      nodes.forEach((node, nth) => {
        const there = element.childNodes[nth] ?? null;
        if (there !== node) {
          element.insertBefore(node, there);
        }
      });
    }
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
    for (const [element, attribute] of /** @type {const} */ ([
      [this.#button, "aria-disabled"],
      [this.#find("form"), "aria-busy"],
    ])) {
      if (this.#submitted) {
        element?.setAttribute(attribute, "true");
      } else {
        element?.removeAttribute(attribute);
      }
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
    for (const id of FIELDS) {
      const value = phone && member(phone, id);
      if (!this.#isTyped(id)) {
        this.#write(id, id === "mobile" ? Boolean(value) : textOf(value));
      }
    }
  }

  /** @param {string} id @param {string | boolean} value */
  #write(id, value) {
    const control = this.#control(id);
    if (control?.type === "checkbox") {
      control.checked = Boolean(value);
    } else if (control) {
      control.value = String(value);
    }
    this.#written.set(id, this.#valueOf(id));
  }

  /** @param {string} id @returns {string | boolean} */
  #valueOf(id) {
    const control = this.#control(id);
    return control?.type === "checkbox" ? control.checked : (control?.value ?? "");
  }

  /** Whether a control has another value than was written, by whomever: password managers
   * and the like set one without an event. @param {string} id */
  #isTyped(id) {
    return this.#written.has(id) && this.#written.get(id) !== this.#valueOf(id);
  }

  /** Whether the controls can be used. @param {boolean} unlocked */
  #unlock(unlocked) {
    this.#locked = !unlocked;
    for (const control of this.#container.querySelectorAll("input")) {
      if (control.type === "checkbox") {
        control.disabled = !unlocked || Boolean(this.#button?.disabled);
      } else {
        control.readOnly = !unlocked;
      }
    }
    if (this.#button instanceof HTMLButtonElement) {
      this.#button.hidden = !unlocked;
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

/** @param {unknown} value */
function textOf(value) {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** @param {string} country @param {string} locale */
function nameOf(country, locale) {
  try {
    return new Intl.DisplayNames([locale], { type: "region" }).of(country) ?? country;
  } catch {
    return country;
  }
}
