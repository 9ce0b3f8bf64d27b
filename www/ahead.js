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

/** @typedef {import("./markup.js").MarkupElement} MarkupElement */

/** The form's elements as the markup has them, in the order of `querySelectorAll`. */
const ELEMENTS = flat(FORM);

/** Their places there, by their ids. */
const PLACES = Object.fromEntries(ELEMENTS.map(([, { id }], nth) => [id, nth]));

/** Those with a text: their places and the text's key. */
const TEXTS = ELEMENTS.flatMap(([, , [text]], nth) =>
  typeof text === "string" ? [/** @type {const} */ ([nth, text])] : [],
);

/** The place of the check box with its label. */
const MOBILE_FIELD = ELEMENTS.findIndex((markup) => markup[1].class === "mobile");

/** The country whose example and calling code are in the markup. */
const DRAWN_FOR = "CA";
const EXAMPLE = ELEMENTS.find((markup) => markup[1].id === "number")?.[1].placeholder ?? "";

/** Its name. The browser knows it too, but to ask it the first time takes longer than to draw
 * the form. @type {Partial<Record<string, string>>} */
const NAME = { en: "Canada", fr: "Canada", es: "Canadá" };

/** The ids of the controls that hold what is saved, and of all that can be typed into. */
const FIELDS = ["number", "extension", "mobile"];
const CONTROLS = ["country", ...FIELDS];

/** What a form hears until its component does. */
const HEARD = ["compositionstart", "compositionend", "focusin", "click", "keydown", "submit"];

/** The empty form in its container, made once: to copy it takes much less than to make it.
 * @type {HTMLElement | undefined} */
let empty;

/** A form that is drawn and waits for its component. */
export class FormAhead {
  #container = copy();
  /** Its elements, whoever takes them out of their places meanwhile. */
  #elements = this.#container.querySelectorAll("*");
  /** The words in force, by the texts' keys. @type {Record<string, string>} */
  #words = {};
  /** What the texts say, by their keys. @type {Record<string, string>} */
  #said = { ...WORDS.en };
  /** What was written into the controls, by their ids; anything else has been typed.
   * @type {Record<string, string | boolean>} */
  #written = { country: "", number: "", extension: "", mobile: false };
  #disabled = false;
  #composing = false;
  #submitted = false;
  /** Whether nothing can be typed any more. */
  #locked = false;
  /** @type {Element | undefined} */
  #typeField;

  constructor() {
    for (const kind of HEARD) {
      this.#container.addEventListener(kind, this);
    }
  }

  /** @param {Event} event */
  handleEvent(event) {
    const country = this.#control("country");
    const isOfCountry = event.target === country;
    switch (event.type) {
      case "submit":
        event.preventDefault();
        this.submit();
        break;
      case "keydown":
        // It would choose a country, once there is a list of them.
        if (isOfCountry && event instanceof KeyboardEvent && event.key === "Enter") {
          event.preventDefault();
        }
        break;
      case "focusin":
      case "click":
        // So that the next key begins a search, as it does later.
        if (isOfCountry && !this.#isTyped("country")) {
          country.select();
        }
        break;
      default:
        if (event.target === this.#control("number")) {
          this.#composing = event.type === "compositionstart";
        }
    }
  }

  /** Puts the form into a shadow root, in place of all else. @param {ShadowRoot} root */
  show(root) {
    if (this.#locked) {
      this.#unlock(true);
    }
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
    this.#elements[0]?.setAttribute("lang", own ? locale : "en");

    const code = country.toUpperCase();
    const isDrawnFor = code === DRAWN_FOR;
    this.#control("country").lang = locale;
    const name = (isDrawnFor && spoken && NAME[language]) || nameOf(code, locale);
    this.#offer("country", isDrawnFor ? `${name} +1` : name);
    this.#offerTypes(element.phoneTypes);
    if (element.disabled !== this.#disabled) {
      this.#disabled = element.disabled;
      for (const id of [...CONTROLS, "submit"]) {
        this.#control(id).disabled = this.#disabled;
      }
    }
    const { phone } = element;
    for (const id of FIELDS) {
      const value = phone && member(phone, id);
      this.#offer(id, id === "mobile" ? Boolean(value) : textOf(value));
    }
    const number = this.#control("number");
    number.placeholder = isDrawnFor && !number.value ? EXAMPLE : "";
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
    this.#control("number").focus();
  }

  /** A save; it waits for the component. */
  submit() {
    if (!this.#locked && !this.#control("number").disabled) {
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
    for (const kind of HEARD) {
      this.#container.removeEventListener(kind, this);
    }
    this.#offerTypes([]);
    this.#putInOrder();
    // How Yew marks where a component begins and ends.
    this.#container.prepend(new Comment("<[]>"));
    this.#container.append(new Comment("</[]>"));
    const typed = CONTROLS.filter((id) => this.#isTyped(id)).join(" ");
    return { container: this.#container, typed, composing: this.#composing, submitted };
  }

  /** Takes out what an extension of the browser or a translation has put in: Yew knows its
   * way only among its own. */
  #putInOrder() {
    hold(this.#container, [...this.#elements].slice(0, 1));
    this.#elements.forEach((element, nth) => {
      const markup = ELEMENTS[nth]?.[2] ?? [];
      const nodes = markup.map((node) => ELEMENTS.findIndex((other) => other === node));
      hold(element, nodes.flatMap((place) => this.#elements[place] ?? []));
    });
    // The texts went too.
    this.#said = {};
    this.#say();
  }

  /** @param {string} id */
  #control(id) {
    return /** @type {HTMLInputElement} */ (this.#elements[PLACES[id] ?? 0]);
  }

  /** Writes the words. */
  #say() {
    for (const [nth, key] of TEXTS) {
      const word = this.#words[key === "submit" && this.#submitted ? "saving" : key] ?? "";
      const element = this.#elements[nth];
      if (element && word !== this.#said[key]) {
        this.#said[key] = word;
        element.replaceChildren(word);
      }
    }
    for (const [element, attribute] of /** @type {const} */ ([
      [this.#control("submit"), "aria-disabled"],
      [this.#elements[0], "aria-busy"],
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
    const mobileField = this.#elements[MOBILE_FIELD];
    if (types.length) {
      this.#typeField ??= build(TYPE_FIELD);
      this.#typeField.querySelector("label")?.replaceChildren(this.#words["type"] ?? "");
      const list = this.#typeField.querySelector("select");
      list?.toggleAttribute("disabled", true);
      list?.replaceChildren(
        ...types.map((type) => new Option(this.#words[`type-${type}`] ?? type, type)),
      );
      mobileField?.replaceWith(this.#typeField);
    } else if (mobileField) {
      this.#typeField?.replaceWith(mobileField);
    }
  }

  /** Writes what a control is to have, where the user has written nothing.
   * @param {string} id @param {string | boolean} value */
  #offer(id, value) {
    if (value !== this.#written[id] && !this.#isTyped(id)) {
      this.#write(id, value);
    }
  }

  /** @param {string} id @param {string | boolean} value */
  #write(id, value) {
    const control = this.#control(id);
    if (control.type === "checkbox") {
      control.checked = Boolean(value);
    } else {
      control.value = String(value);
    }
    this.#written[id] = this.#valueOf(id);
  }

  /** @param {string} id @returns {string | boolean} */
  #valueOf(id) {
    const control = this.#control(id);
    return control.type === "checkbox" ? control.checked : control.value;
  }

  /** Whether a control has another value than was written, by whomever: password managers
   * and the like set one without an event. @param {string} id */
  #isTyped(id) {
    return this.#written[id] !== this.#valueOf(id);
  }

  /** Whether the controls can be used. @param {boolean} unlocked */
  #unlock(unlocked) {
    const button = this.#control("submit");
    this.#locked = !unlocked;
    for (const id of CONTROLS) {
      const control = this.#control(id);
      if (control.type === "checkbox") {
        control.disabled = !unlocked || button.disabled;
      } else {
        control.readOnly = !unlocked;
      }
    }
    button.hidden = !unlocked;
  }
}

/** An element of the markup and all in it.
 * @param {MarkupElement} markup @returns {MarkupElement[]} */
function flat(markup) {
  return [markup, ...markup[2].flatMap((node) => (typeof node === "string" ? [] : flat(node)))];
}

function copy() {
  if (!empty) {
    empty = document.createElement("div");
    empty.append(build(FORM));
  }
  return /** @type {HTMLElement} */ (empty.cloneNode(true));
}

/** @param {MarkupElement} markup @returns {Element} */
function build([name, attributes, nodes]) {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    element.setAttribute(attribute, value);
  }
  element.append(
    ...nodes.map((node) => (typeof node === "string" ? (WORDS.en[node] ?? "") : build(node))),
  );
  return element;
}

/** Makes these and no others the nodes of an element. One that is there already is not moved, or
 * it would lose the focus. @param {Element} element @param {Node[]} nodes */
function hold(element, nodes) {
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
