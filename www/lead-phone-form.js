// Defines <lead-phone-form>. The form itself is WebAssembly, but a custom element must be a
// JavaScript class. This class keeps attributes and properties in step, passes both to the form,
// and loads the WebAssembly once for all forms of the page.

import { raise } from "./events.js";
import { freeze, tellFailure } from "./failure.js";
import { VERSION } from "./files.js";
import { isLoaded, load, loadWords } from "./instance.js";
import { keepPrintableKeys } from "./keys.js";
import { scriptsHaveRun } from "./page-scripts.js";
import { PrerenderedForm } from "./prerender.js";
import { ReflectedElement } from "./reflected.js";
import {
  ATTRIBUTES,
  readAttribute,
  readMessages,
  readPageLocale,
  readPhone,
  readSettings,
} from "./settings.js";
import { applyStyle } from "./style.js";
import { checkBrowser } from "./support.js";
import { toText } from "./values.js";

/** @typedef {"initial" | "unauthenticated"} TokenReason */
/** @typedef {string | ((request: { reason: TokenReason }) => string | Promise<string>)} TokenSource */

/** The forms on the page that could not be loaded. @type {Set<LeadPhoneForm>} */
const unloaded = new Set();

class LeadPhoneForm extends ReflectedElement {
  static version = VERSION;

  /** The address of the WebAssembly, if it is not beside this module. The other files are expected
   * beside it. Read when loading starts. @type {string | URL | null | undefined} */
  static wasmUrl = globalThis.document
    ?.querySelector("script[data-wasm-url]")
    ?.getAttribute("data-wasm-url");

  static observedAttributes = ["lang", ...ATTRIBUTES, "token"];

  /** Loads the WebAssembly before the first form is on the page. */
  static async preload() {
    checkBrowser();
    await load(LeadPhoneForm.wasmUrl);
    LeadPhoneForm.#tryAgain();
  }

  /** Starts the forms that could not be loaded before, now that the WebAssembly is loaded. */
  static #tryAgain() {
    for (const form of [...unloaded]) {
      unloaded.delete(form);
      void form.#start();
    }
  }

  /** @type {import("./glue.js").Form | undefined} */
  #form;
  /** Whether the form's WebAssembly instance has failed, and the form with it. */
  #failed = false;
  /** The prerendered form, until the component hydrates it. @type {PrerenderedForm | undefined} */
  #prerendered;
  /** Whether the user can type a number. */
  #usable = false;
  /** Whether `lead-phone-ready` has been raised. */
  #ready = false;
  /** The failure message, cached while the instance works. */
  #failure = "This form stopped working.";
  /** Stops waiting for a failure of the instance. */
  #release = () => {};
  /** Values that are not attributes, kept until there is a component. @type {Map<string, unknown>} */
  #waiting = new Map();
  /** `phone` and `messages`, as the host has set them and as they are read.
   * @type {object | null} */
  #phone = null;
  /** @type {import("./settings.js").Phone | null} */
  #readPhone = null;
  /** @type {Record<string, string>} */
  #messages = {};
  /** @type {Record<string, string> | undefined} */
  #readMessages = {};
  /** Whether `phone` has set `phone-id`, so that `phone = null` takes it back. */
  #idIsFromPhone = false;
  /** The WebAssembly instance that owns `#form`. @type {Awaited<ReturnType<typeof load>> | undefined} */
  #instance;
  /** Whether the form is drawn. */
  #mounted = false;

  connectedCallback() {
    // Properties that were set before the element was defined hide the accessors. They are set again
    // here, because a constructor may not add attributes.
    for (const [name, value] of Object.entries(this)) {
      if (name in LeadPhoneForm.prototype) {
        Reflect.deleteProperty(this, name);
        Reflect.set(this, name, value);
      }
    }
    this.#followLanguage();
    void this.#start();
  }

  disconnectedCallback() {
    unloaded.delete(this);
    // A move disconnects and connects the element in one task. Then the form stays.
    queueMicrotask(() => this.#leave());
  }

  /** Unmounts the form if the element is no longer on the page. */
  #leave() {
    if (!this.isConnected && this.#mounted) {
      this.#mounted = false;
      this.#release();
      this.#form?.unmount();
    }
  }

  /** Called instead of the other two when the element is moved with `moveBefore`. */
  connectedMoveCallback() {
    this.#followLanguage();
  }

  /** Takes the language of the element's place on the page. A later change of the element's own
   * `lang` is noticed. A change of an ancestor's `lang` is noticed only when the element is
   * connected again. */
  #followLanguage() {
    this.#tell("page-locale", readPageLocale(this));
  }

  /** The settings that the prerendered form draws. */
  #settings() {
    return readSettings(this, this.#readMessages ?? {}, this.#readPhone);
  }

  /** Passes a value that has been read to the form. The failure message may depend on the value, so
   * it is cached again. @param {string} name @param {unknown} value */
  #tell(name, value) {
    if (!this.#form) {
      this.#prerendered?.follow(this.#settings());
      return;
    }
    this.#form.set(name, value);
    if (!this.#instance?.failed) {
      this.#failure = this.#form.failure;
    }
    if (name.endsWith("locale")) {
      void this.#followWords();
    }
  }

  /** Passes the words of the locale to the form when they are there. Until then it keeps those that
   * it has. */
  async #followWords() {
    const { language } = this.#settings();
    const words = await loadWords(language);
    if (language === this.#settings().language) {
      this.#tell("words", words);
    }
  }

  adoptedCallback() {
    if (this.shadowRoot) {
      applyStyle(this.shadowRoot);
    }
  }

  /**
   * @param {string} name
   * @param {string | null} previous
   * @param {string | null} value
   */
  attributeChangedCallback(name, previous, value) {
    if (name === "token") {
      if (value !== null) {
        this.removeAttribute("token");
        this.#set("token-attribute", true);
      }
    } else if (name === "lang") {
      this.#followLanguage();
    } else if (value !== previous) {
      const read = readAttribute(name, value);
      const before = readAttribute(name, previous);
      if (name === "phone-id" && Number(read ?? 0) !== (this.#readPhone?.id ?? 0)) {
        this.#phone = null;
        this.#readPhone = null;
        this.#idIsFromPhone = false;
        this.#waiting.delete("phone");
      }
      const isAnother =
        name === "phone-id" ? read !== undefined && read != before : name === "lead-id" && read && before && read !== before;
      if (isAnother) {
        // The typed values were for another phone or lead.
        this.#prerendered?.reset(this.#settings());
      }
      this.#set(name, read ?? value);
    }
  }

  /** @param {string} name @param {unknown} value */
  #set(name, value) {
    if (this.#failed) {
      return;
    }
    if (!this.#form && !ATTRIBUTES.includes(name)) {
      this.#waiting.set(name, value);
    }
    this.#tell(name, value);
  }

  async #start() {
    if (this.#failed) {
      return;
    }
    let instance, language, words;
    try {
      checkBrowser();
      const root = this.shadowRoot ?? this.#attachRoot();
      applyStyle(root);
      if (!this.#mounted && !isLoaded(this.#settings().language)) {
        this.#prerender(root);
      }
      // The script that imports this module runs next and may set `wasmUrl`.
      await undefined;
      do {
        ({ language } = this.#settings());
        // Without its words, the component would draw the prerendered labels in English.
        const loading = load(LeadPhoneForm.wasmUrl);
        const fetching = loadWords(language);
        instance = await loading;
        words = await fetching;
      } while (instance.failed || language !== this.#settings().language);
    } catch (error) {
      this.#failedToLoad(error);
      return;
    }
    LeadPhoneForm.#tryAgain();
    const root = this.shadowRoot;
    const prerendered = this.#prerendered;
    // While this waited, the element may have been removed, or connected again and started. A
    // save that was requested before is still carried out.
    const wanted = this.isConnected || prerendered?.submitted;
    if (!root || !wanted || this.#mounted || this.#failed) {
      return;
    }
    this.#instance ??= instance;
    if (this.#instance.failed) {
      this.#fail();
      return;
    }
    if (this.isConnected) {
      this.#mounted = true;
      const fail = () => this.#fail();
      const { dependents } = this.#instance;
      dependents.add(fail);
      this.#release = () => dependents.delete(fail);
    }
    const form = this.#form ?? this.#create(this.#instance, words);
    if (prerendered) {
      this.#prerendered = undefined;
      if (!prerendered.hydrate(root, (...values) => form.hydrate(root, ...values))) {
        form.unmount();
        this.#fail();
        return;
      }
      void this.#tellReady();
    } else {
      root.replaceChildren();
      form.mount(root);
      if (this.#usable) {
        // A hydrated component does not raise the event itself.
        void this.#tellReady();
      }
    }
  }

  #attachRoot() {
    const root = this.attachShadow({ mode: "open" });
    keepPrintableKeys(root);
    return root;
  }

  /** Draws the prerendered form, which the user can type into at once. @param {ShadowRoot} root */
  #prerender(root) {
    const settings = this.#settings();
    this.#prerendered ??= new PrerenderedForm(settings);
    this.#prerendered.follow(settings);
    this.#prerendered.show(root);
    void this.#tellReady();
  }

  async #tellReady() {
    this.#usable = true;
    await scriptsHaveRun();
    if (this.#usable && !this.#ready && this.isConnected) {
      this.#ready = true;
      raise(this, "ready");
    }
  }

  /** @param {Awaited<ReturnType<typeof load>>} instance @param {string | undefined} words */
  #create(instance, words) {
    const form = instance.form(this);
    this.#form = form;
    form.set("page-locale", readPageLocale(this));
    // The words and the messages come before the others: errors about settings are shown in them.
    form.set("words", words);
    this.#tell("messages", this.#readMessages ?? this.#messages);
    for (const name of ATTRIBUTES) {
      const value = this.getAttribute(name);
      if (value !== null) {
        form.set(name, readAttribute(name, value) ?? value);
      }
    }
    for (const [name, value] of this.#waiting) {
      form.set(name, value);
    }
    this.#waiting.clear();
    return form;
  }

  /** @param {unknown} error */
  #failedToLoad(error) {
    if (this.isConnected) {
      unloaded.add(this);
    }
    const cause = error instanceof Error ? error.message : toText(error);
    this.#usable = false;
    if (this.shadowRoot) {
      this.#prerendered?.fallback(this.shadowRoot);
    }
    tellFailure(this, "load", `The phone form could not be loaded: ${cause}`);
  }

  /** Ends the form after its instance has failed. The user can still copy the typed values. */
  #fail() {
    this.#release();
    this.#failed = true;
    this.#form = undefined;
    if (this.shadowRoot) {
      freeze(this.shadowRoot, this.#failure);
    }
    tellFailure(this, "internal", this.#failure);
  }

  /** Write-only: reads as undefined. @returns {TokenSource | undefined} */
  get token() {
    return undefined;
  }
  set token(value) {
    this.#set("token", value);
  }

  /** @returns {object | null} */
  get phone() {
    return this.#phone;
  }
  set phone(value) {
    const phone = readPhone(value);
    this.#phone = phone ? value : null;
    this.#readPhone = phone ?? null;
    // The component refuses an object without an id, as `readPhone` has refused this value.
    this.#set("phone", phone === undefined ? {} : phone);
    if (phone) {
      this.#idIsFromPhone = true;
      this.phoneId = phone.id;
    } else if (this.#idIsFromPhone) {
      this.#idIsFromPhone = false;
      this.removeAttribute("phone-id");
    }
  }

  /** The host's own texts, by their keys. A change inside the object is not noticed. */
  get messages() {
    return this.#messages;
  }
  set messages(value) {
    this.#messages = value ?? {};
    this.#readMessages = readMessages(value);
    this.#tell("messages", this.#readMessages ?? value);
  }

  /** Whether something typed is not saved. */
  get dirty() {
    // A failed form cannot tell, so it counts as dirty.
    return this.#failed || ((this.#form ?? this.#prerendered)?.dirty ?? false);
  }

  focus() {
    (this.#form ?? this.#prerendered)?.focus();
  }

  requestSubmit() {
    (this.#form ?? this.#prerendered)?.submit();
  }

  reset() {
    this.#form?.reset();
    this.#prerendered?.reset(this.#settings());
  }
}

// The check makes it harmless to load the script twice. In Node there is no registry.
const { customElements } = globalThis;
if (customElements && !customElements.get("lead-phone-form")) {
  customElements.define("lead-phone-form", LeadPhoneForm);
}
