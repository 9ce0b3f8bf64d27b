// The prerendered form. The user can type into it before the WebAssembly is loaded. The component
// later hydrates it, with its values, focus and caret. Until then it interprets and sends nothing.

import { nameOf, setAttribute, setValue, valueOf } from "./controls.js";
import { EXAMPLE, FLAG, MOBILE_FIELD, PLACES, TEXTS, build, copy } from "./elements.js";
import { emptyEntry } from "./entry.js";
import { TYPE_FIELD, WORDS } from "./markup.js";
import { baseOf, labelsOf } from "./words.js";

/**
 * Hydrates the form in a container. `typed` lists the ids of the controls that the user has changed.
 * `composing` is true during an IME composition in the number field, `submitted` if a save waits.
 * @typedef {(container: Element, typed: string, composing: boolean, submitted: boolean) => void}
 *   Hydrate
 */

/** @typedef {import("./settings.js").Settings} Settings */

/** The country whose example number and calling code are known before the WebAssembly is loaded. */
const DRAWN_FOR = "CA";

/** Its name in Spanish and in the form's other languages. The browser knows the names too, but the
 * first call of `Intl.DisplayNames` takes longer than drawing the form. */
const NAME = "Canada";
const NAME_IN_SPANISH = "Canadá";

/** The empty values of the controls. */
const EMPTY = { country: "", number: "", extension: "", mobile: false };
const CONTROLS = Object.keys(EMPTY);
/** The autofill tokens of the controls that a browser may fill in. */
const AUTOCOMPLETE = { number: "tel", extension: "tel-extension" };

/** The events that a prerendered form handles until it is hydrated. */
const HEARD = ["compositionstart", "compositionend", "focusin", "click", "keydown", "submit"];

/** A form that is drawn and waits for the component to hydrate it. */
export class PrerenderedForm {
  #container = copy();
  /** Its elements, even if the page has moved them. */
  #elements = [...this.#container.querySelectorAll("*")];
  /** @type {Settings} */
  #settings;
  /** Puts the elements back that the page has moved. */
  #tree;
  /** The texts to show, by their keys. @type {Record<string, string>} */
  #words = {};
  /** The texts that are on the page, by their keys. @type {Record<string, string>} */
  #said = { ...WORDS.en };
  /** The values that this class wrote into the controls, by their ids. Any other value was typed.
   * @type {Record<string, string | boolean>} */
  #written = { ...EMPTY };
  #composing = false;
  #submitted = false;
  /** Whether the controls are read-only, because the WebAssembly could not be loaded. */
  #locked = false;
  /** @type {Element | undefined} */
  #typeField;

  /** @param {Settings} settings @param {import("./tree.js").Tree} tree */
  constructor(settings, tree) {
    this.#settings = settings;
    this.#tree = tree;
    for (const kind of HEARD) {
      this.#container.addEventListener(kind, this);
    }
    this.follow(settings);
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
        this.#press(event, isOfCountry);
        break;
      case "click":
        if (this.#control("submit").contains(/** @type {Node} */ (event.target))) {
          event.preventDefault();
          this.submit();
        }
      // falls through
      case "focusin":
        // The next key then begins a search, as in the hydrated form.
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

  /** Saves for Enter in a field but the country's, as a sandbox may forbid it. @param {Event} event @param {boolean} isOfCountry */
  #press(event, isOfCountry) {
    const { key, keyCode, isComposing } = /** @type {Partial<KeyboardEvent>} */ (event);
    const isField = /** @type {Element} */ (event.target).localName === "input";
    if (key === "Enter" && isField && !isComposing && keyCode !== 229) {
      event.preventDefault();
      if (!isOfCountry) {
        this.submit();
      }
    }
  }

  /** Puts the form into a shadow root, in place of anything else. @param {ShadowRoot} root */
  show(root) {
    this.#tree.learn(() => this.#showIn(root));
    this.#tree.settle(this.#container);
  }

  /** @param {ShadowRoot} root */
  #showIn(root) {
    if (this.#locked) {
      this.#unlock(true);
    }
    if (this.#container.parentNode === root) {
      // The form is not moved, because that would lose the focus.
      root.querySelector("slot")?.remove();
    } else {
      root.replaceChildren(this.#container);
    }
  }

  /** Shows the element's own children again. If the user has typed something, the locked form follows
   * below them, so that the user can read and copy it. @param {ShadowRoot} root */
  fallback(root) {
    const children = document.createElement("slot");
    this.#submitted = false;
    this.#unlock(false);
    this.#tree.learn(() => {
      this.#say();
      root.replaceChildren(children, ...(this.dirty ? [this.#container] : []));
    });
  }

  /** Draws the form again with these settings. @param {Settings} settings */
  follow(settings) {
    this.#tree.learn(() => this.#draw(settings));
  }

  /** @param {Settings} settings */
  #draw(settings) {
    const { locale, language, country, messages, phone } = settings;
    this.#settings = settings;
    const labels = labelsOf(language);
    this.#words = { ...WORDS.en, ...labels, ...messages };
    this.#say();
    const isOwn = labels || Object.keys(messages).length;
    this.#elements[0]?.setAttribute("lang", isOwn ? locale : "en");

    this.#control("country").lang = locale;
    const isDrawnFor = country === DRAWN_FOR;
    const base = baseOf(locale);
    const drawn = base === "es" ? NAME_IN_SPANISH : NAME;
    const name = isDrawnFor && WORDS[base] ? drawn : nameOf(country, locale);
    // After a right-to-left name, the plus sign would change sides without this mark.
    const mark = /[\u0590-\u08ff]/.test(name) ? "\u200e" : "";
    // The calling codes of other countries come with the WebAssembly.
    this.#offer("country", isDrawnFor ? `${name} ${mark}+1` : name);
    setAttribute(this.#elements[FLAG], "data-flag", settings.flags && country);
    this.#offer("number", phone?.number ?? "");
    this.#offer("extension", phone?.extension ?? "");
    this.#offer("mobile", phone?.mobile ?? false);
    this.#offerTypes(settings.phoneTypes);
    for (const id of [...CONTROLS, "submit"]) {
      const control = this.#control(id);
      if (control.disabled !== settings.disabled) {
        control.disabled = settings.disabled;
      }
    }
    for (const [id, token] of Object.entries(AUTOCOMPLETE)) {
      this.#control(id).setAttribute("autocomplete", settings.autocomplete ? token : "off");
    }
    const { fields } = settings;
    this.#control("extension").parentElement?.toggleAttribute("hidden", !fields.includes("extension"));
    for (const field of [this.#elements[MOBILE_FIELD], this.#typeField]) {
      field?.toggleAttribute("hidden", !fields.includes("mobile"));
    }
    const number = this.#control("number");
    number.placeholder = isDrawnFor && !number.value ? EXAMPLE : "";
    this.#control("extension").placeholder = /** @type {string} */ (this.#words["optional"]);
  }

  /** Discards the typed values. @param {Settings} settings */
  reset(settings) {
    for (const id of CONTROLS) {
      this.#write(id, "");
    }
    this.#submitted = false;
    this.follow(settings);
  }

  focus() {
    this.#control("number").focus();
  }

  /** Requests a save, which waits for the component. */
  submit() {
    if (!this.#locked && !this.#settings.disabled) {
      this.#submitted = true;
      this.#tree.learn(() => this.#say());
    }
  }

  /** What stands in the form, as far as it is known without the numbering plans.
   * @returns {import("./lead-phone-form.js").Entry} */
  get entry() {
    return {
      ...emptyEntry(this.#settings),
      extension: this.#control("extension").value,
      dirty: this.dirty,
    };
  }

  /** Whether something typed is not saved. */
  get dirty() {
    return CONTROLS.some((id) => this.#isTyped(id));
  }

  /** Whether a save waits for the component. */
  get submitted() {
    return this.#submitted;
  }

  /**
   * Hydrates the form. What the page has changed is put back first, because Yew needs each element
   * where it was drawn.
   *
   * Yew hydrates in a microtask, so `hydrate` first queues it and then has the elements put back. The page
   * is changed only after that, so that its `MutationObserver`s run when the form is already hydrated.
   *
   * @param {ShadowRoot} root
   * @param {Hydrate} hydrate
   * @returns {boolean} whether the form is as Yew needs it
   */
  hydrate(root, hydrate) {
    const tree = this.#tree;
    const submitted = this.#submitted;
    for (const kind of HEARD) {
      this.#container.removeEventListener(kind, this);
    }
    tree.takeValues();
    const typed = CONTROLS.filter((id) => this.#isTyped(id)).join(" ");
    // To put a field back ends a composition.
    const composing = this.#composing && !tree.isChanged;
    tree.learn(() => hydrate(this.#container, typed, composing, submitted));
    tree.learn(() => {
      this.#showIn(root);
      this.#submitted = false;
      this.#offerTypes([]);
      this.#say();
    });
    const isWhole = tree.restore();
    if (!isWhole) {
      // The component takes its elements off the page. The user can still copy what was typed.
      this.#container.replaceWith(this.#container.cloneNode(true));
    }
    return isWhole;
  }

  /** @param {string} id */
  #control(id) {
    return /** @type {HTMLInputElement} */ (this.#elements[PLACES[id] ?? 0]);
  }

  /** Writes the texts that have changed, and the button's attributes while a save waits. */
  #say() {
    for (const [nth, key] of TEXTS) {
      const word = this.#words[key] ?? "";
      const element = this.#elements[nth];
      if (element && word !== this.#said[key]) {
        this.#said[key] = word;
        element.replaceChildren(word);
      }
    }
    for (const attribute of ["aria-disabled", "data-second"]) {
      setAttribute(this.#control("submit"), attribute, this.#submitted && "true");
    }
  }

  /** Shows a disabled list of phone types in place of the check box, until the component draws its own.
   * @param {string[]} phoneTypes */
  #offerTypes(phoneTypes) {
    const { phone, updates } = this.#settings;
    const mobileField = this.#elements[MOBILE_FIELD];
    if (phoneTypes.length) {
      // A new phone has the first type. If the phone to update is not known, neither is its type.
      const held = phone ? (phone.type ?? "") : updates ? "" : (phoneTypes[0] ?? "");
      this.#typeField ??= build(TYPE_FIELD);
      this.#typeField.querySelector("label")?.replaceChildren(this.#words["type"] ?? "");
      const list = this.#typeField.querySelector("select");
      list?.toggleAttribute("disabled", true);
      list?.replaceChildren(
        ...(phoneTypes.includes(held) ? phoneTypes : [held, ...phoneTypes]).map((type) => {
          const key = `type-${type}`;
          const word = Object.hasOwn(WORDS.en, key) ? this.#words[key] : type;
          return new Option(word, type, false, type === held);
        }),
      );
      mobileField?.replaceWith(this.#typeField);
    } else if (mobileField) {
      this.#typeField?.replaceWith(mobileField);
    }
  }

  /** Writes a value into a control, unless the user has typed into it.
   * @param {string} id @param {string | boolean} value */
  #offer(id, value) {
    if (value !== this.#written[id] && !this.#isTyped(id)) {
      this.#write(id, value);
    }
  }

  /** @param {string} id @param {string | boolean} value */
  #write(id, value) {
    const control = this.#control(id);
    setValue(control, value);
    this.#written[id] = valueOf(control);
  }

  /** Whether the value of a control differs from the written one. Comparing is the only way to know:
   * password managers set values without an event. @param {string} id */
  #isTyped(id) {
    return this.#written[id] !== valueOf(this.#control(id));
  }

  /** Unlocks or locks the controls. @param {boolean} unlocked */
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
