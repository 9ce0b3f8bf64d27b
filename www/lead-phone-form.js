// Defines <lead-phone-form>. The form itself is WebAssembly; this class is what only
// JavaScript can be, a custom element: it keeps attributes and properties in step, hands
// both on, and loads the WebAssembly once for all forms of the page.

import { FormAhead } from "./ahead.js";
import { freeze } from "./failure.js";
import { VERSION } from "./files.js";
import { isLoaded, load } from "./instance.js";
import { keepPrintableKeys } from "./keys.js";
import { scriptsHaveRun } from "./page-scripts.js";
import { ReflectedElement } from "./reflected.js";
import { applyStyle } from "./style.js";
import { checkBrowser } from "./support.js";
import { languageOf, phoneId, toInteger, toText } from "./values.js";

/** @typedef {"initial" | "unauthenticated"} TokenReason */
/** @typedef {string | ((request: { reason: TokenReason }) => string | Promise<string>)} TokenSource */

/** The forms on the page that could not be loaded. @type {Set<LeadPhoneForm>} */
const unloaded = new Set();

class LeadPhoneForm extends ReflectedElement {
  static version = VERSION;

  /** Where the WebAssembly is, with the other files beside it, if that is not beside this
   * module. Read when loading starts. @type {string | URL | null | undefined} */
  static wasmUrl = globalThis.document
    ?.querySelector("script[data-wasm-url]")
    ?.getAttribute("data-wasm-url");

  static observedAttributes = [
    "lang",
    "locale",
    "lead-id",
    "phone-id",
    "base-url",
    "auth-scheme",
    "country",
    "autocomplete",
    "preferred-countries",
    "phone-types",
    "timeout",
    "disabled",
    "token",
  ];

  /** Starts loading the WebAssembly before the first form is there. */
  static async preload() {
    checkBrowser();
    await load(LeadPhoneForm.wasmUrl);
    LeadPhoneForm.#tryAgain();
  }

  /** The files are there now, for the forms too for which they were not. */
  static #tryAgain() {
    for (const form of [...unloaded]) {
      unloaded.delete(form);
      void form.#start();
    }
  }

  /** @type {import("./glue.js").Form | undefined} */
  #form;
  /** Whether the instance that the form lived in has failed, and the form with it. */
  #failed = false;
  /** The form that shows until the component is there. @type {FormAhead | undefined} */
  #ahead;
  /** Whether the number can be typed, and whether the host knows. */
  #usable = false;
  #ready = false;
  /** What is said then, from the time before. */
  #failure = "This phone form has failed.";
  /** Ends the wait for that. */
  #release = () => {};
  /** What is not an attribute, kept until the form takes it over. @type {Map<string, unknown>} */
  #waiting = new Map();
  /** @type {object | null} */
  #phone = null;
  /** @type {Record<string, string>} */
  #messages = {};
  /** Whether `phone` has set `phone-id`, so that `phone = null` takes it back. */
  #idIsFromPhone = false;
  /** What the form lives in. @type {Awaited<ReturnType<typeof load>> | undefined} */
  #instance;
  /** Whether the form is drawn. */
  #mounted = false;

  constructor() {
    super();
    // Properties that were set before the element was defined hide the accessors.
    for (const name of PROPERTIES) {
      if (Object.hasOwn(this, name)) {
        const value = Reflect.get(this, name);
        Reflect.deleteProperty(this, name);
        this.#early.push([name, value]);
      }
    }
  }

  /** Set again once connected: a constructor may not add attributes. @type {[string, unknown][]} */
  #early = [];

  connectedCallback() {
    for (const [name, value] of this.#early.splice(0)) {
      Reflect.set(this, name, value);
    }
    this.#followLanguage();
    void this.#start();
  }

  disconnectedCallback() {
    unloaded.delete(this);
    // An element that is moved is disconnected and connected in one go: its form stays.
    queueMicrotask(() => this.#leave());
  }

  /** Takes the form off, where it is off the page. */
  #leave() {
    if (!this.isConnected && this.#mounted) {
      this.#mounted = false;
      this.#release();
      this.#form?.unmount();
    }
  }

  /** Moved with `moveBefore`. */
  connectedMoveCallback() {
    this.#followLanguage();
  }

  /** Takes the language of the element's place. An ancestor's `lang` that changes later is not
   * noticed before the element is connected again; its own is. */
  #followLanguage() {
    this.#tell("page-locale", languageOf(this));
  }

  /** Sets something, on which the form's words may depend. @param {string} name @param {unknown} value */
  #tell(name, value) {
    if (!this.#form) {
      this.#ahead?.follow(this);
      return;
    }
    this.#form.set(name, value);
    if (!this.#instance?.failed) {
      this.#failure = this.#form.failure;
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
      if (name === "phone-id" && toInteger(value) !== phoneId(this.#phone)) {
        this.#phone = null;
        this.#idIsFromPhone = false;
        this.#waiting.delete("phone");
      }
      const isKey = name === "phone-id" || (name === "lead-id" && previous !== null && value !== null);
      const isReadable = value === null || toInteger(value) !== null;
      if (isKey && isReadable && toInteger(previous) !== toInteger(value)) {
        // What was typed was for another phone or lead.
        this.#ahead?.reset(this);
      }
      this.#set(name, value);
    }
  }

  /** @param {string} name @param {unknown} value */
  #set(name, value) {
    if (this.#failed) {
      return;
    }
    const isAttribute = LeadPhoneForm.observedAttributes.includes(name) && name !== "token";
    if (!this.#form && !isAttribute) {
      this.#waiting.set(name, value);
    }
    this.#tell(name, value);
  }

  async #start() {
    if (this.#failed) {
      return;
    }
    let instance;
    try {
      checkBrowser();
      const root = this.shadowRoot ?? this.#attachRoot();
      applyStyle(root);
      if (!this.#mounted && !isLoaded()) {
        this.#drawAhead(root);
      }
      // The script that imports this module comes next, and may set `wasmUrl`.
      await undefined;
      do {
        instance = await load(LeadPhoneForm.wasmUrl);
      } while (instance.failed);
    } catch (error) {
      this.#failedToLoad(error);
      return;
    }
    LeadPhoneForm.#tryAgain();
    const root = this.shadowRoot;
    const ahead = this.#ahead;
    // Meanwhile the element may have been removed, or connected again and started. A save
    // that was asked for before is not forgotten.
    const wanted = this.isConnected || ahead?.submitted;
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
    const form = this.#form ?? this.#create(this.#instance);
    if (ahead) {
      this.#ahead = undefined;
      ahead.show(root);
      const { container, typed, composing, submitted } = ahead.handOver();
      form.hydrate(root, container, typed, composing, submitted);
      void this.#tellReady();
    } else {
      root.replaceChildren();
      form.mount(root);
      if (this.#usable) {
        // The form itself tells only where it was the first that could be typed into.
        void this.#tellReady();
      }
    }
  }

  #attachRoot() {
    const root = this.attachShadow({ mode: "open" });
    keepPrintableKeys(root);
    return root;
  }

  /** Draws what can be typed into at once. @param {ShadowRoot} root */
  #drawAhead(root) {
    this.#ahead ??= new FormAhead();
    this.#ahead.follow(this);
    this.#ahead.show(root);
    void this.#tellReady();
  }

  async #tellReady() {
    this.#usable = true;
    await scriptsHaveRun();
    if (this.#usable && !this.#ready && this.isConnected) {
      this.#ready = true;
      this.dispatchEvent(new CustomEvent("lead-phone-ready", { bubbles: true, composed: true }));
    }
  }

  /** @param {Awaited<ReturnType<typeof load>>} instance */
  #create(instance) {
    const form = instance.form(this);
    this.#form = form;
    // First what the others' errors are said in.
    this.#followLanguage();
    this.#tell("locale", this.getAttribute("locale"));
    this.#tell("messages", this.#messages);
    for (const name of LeadPhoneForm.observedAttributes) {
      const value = this.getAttribute(name);
      if (value !== null) {
        form.set(name, value);
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
      this.#ahead?.giveWay(this.shadowRoot);
    }
    this.#raise("load", `The phone form could not be loaded: ${cause}`);
  }

  /** The form is of no more use. What was typed stays on the page, to be read and copied. */
  #fail() {
    this.#release();
    this.#failed = true;
    this.#form = undefined;
    if (this.shadowRoot) {
      freeze(this.shadowRoot, this.#failure);
    }
    this.#raise("internal", this.#failure);
  }

  /** @param {"load" | "internal"} kind @param {string} message */
  #raise(kind, message) {
    this.dispatchEvent(
      new CustomEvent("lead-phone-error", {
        bubbles: true,
        composed: true,
        detail: { kind, operation: null, status: null, message, errors: null },
      }),
    );
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
    value ??= null;
    const id = phoneId(value);
    this.#phone = id === null ? null : value;
    this.#set("phone", value);
    if (id !== null) {
      this.#idIsFromPhone = true;
      this.phoneId = id;
    } else if (this.#idIsFromPhone) {
      this.#idIsFromPhone = false;
      this.removeAttribute("phone-id");
    }
  }

  /** The host's own words by the keys of texts. A change within the object is not noticed. */
  get messages() {
    return this.#messages;
  }
  set messages(value) {
    this.#messages = value ?? {};
    this.#tell("messages", this.#messages);
  }

  /** Whether something typed is not saved. */
  get dirty() {
    // Of a form that has failed nobody knows.
    return this.#failed || ((this.#form ?? this.#ahead)?.dirty ?? false);
  }

  focus() {
    (this.#form ?? this.#ahead)?.focus();
  }

  requestSubmit() {
    (this.#form ?? this.#ahead)?.submit();
  }

  reset() {
    this.#form?.reset();
    this.#ahead?.reset(this);
  }
}

/** The properties that a host can set. */
const PROPERTIES = [ReflectedElement, LeadPhoneForm]
  .flatMap(({ prototype }) => Object.entries(Object.getOwnPropertyDescriptors(prototype)))
  .flatMap(([name, { set }]) => (set ? name : []));

// Loading the script twice is harmless. In Node nothing is defined.
const { customElements } = globalThis;
if (customElements && !customElements.get("lead-phone-form")) {
  customElements.define("lead-phone-form", LeadPhoneForm);
}
