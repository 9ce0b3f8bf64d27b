// Defines <lead-phone-form>. The form itself is WebAssembly; this class is what only
// JavaScript can be, a custom element: it keeps attributes and properties in step, hands
// both on, and loads the WebAssembly once for all forms of the page.

import { FILES, VERSION } from "./files.js";
import initialize, { Form, setPlanFetch } from "./glue.js";

/** @typedef {"initial" | "unauthenticated"} TokenReason */
/** @typedef {string | ((request: { reason: TokenReason }) => string | Promise<string>)} TokenSource */

/** How long a form waits for numbering plans before it does without, in milliseconds. */
const PLAN_TIMEOUT = 10_000;

const WASM = FILES["lead-phone-form.wasm"];

/** The WebAssembly, loading or loaded; forgotten when it fails, so that a later try can work.
 * @type {Promise<unknown> | undefined} */
let loading;

function load() {
  loading ??= fetchFile(WASM)
    .then((module_or_path) => initialize({ module_or_path }))
    .then(() => setPlanFetch(fetchPlan))
    .catch((error) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

/** The numbering plans of a world zone. @param {number} zone 2 to 9 */
async function fetchPlan(zone) {
  const file = FILES[`zone-${zone}.bin`];
  const response = file && (await fetchFile(file, AbortSignal.timeout(PLAN_TIMEOUT)));
  return response && new Uint8Array(await response.arrayBuffer());
}

/** A file next to this module. @param {import("./files.js").File} file @param {AbortSignal} [signal] */
async function fetchFile(file, signal) {
  const url = new URL(file.name, import.meta.url);
  const response = await fetch(url, {
    credentials: "same-origin",
    ...(signal && { signal }),
    ...(file.integrity && { integrity: file.integrity }),
  });
  if (!response.ok) {
    throw new Error(`${url.href} answered ${response.status}`);
  }
  return response;
}

/** The boxes of the form, empty: they keep its place, so that nothing around it moves when
 * it comes. A test holds them to the form. */
const PLACE = [
  ["2 1 11em", "calc(3.725em + 0.25rem)"],
  ["3 1 13em", "calc(4.95em + 0.5rem)"],
  ["1 1 8em", "calc(3.725em + 0.25rem)"],
  ["0 1 8.5em", "2.5em"],
  ["0 1 8em", "2.5em"],
  ["1 1 14em", "1.4em"],
];

/** @type {CSSStyleSheet | undefined} */
let sheet;

function placeStyle() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(
      `:host { display: block }
      :host([hidden]) { display: none }
      .room { display: grid; align-items: start }
      slot, .form { display: block; grid-area: 1 / 1; min-width: 0 }
      .form { display: grid; grid-template-columns: minmax(0, 1fr); visibility: hidden }
      .form, .row { gap: var(--lead-phone-gap, 0.75rem) }
      .row { display: flex; flex-wrap: wrap; align-items: start }`,
    );
  }
  return sheet;
}

function place() {
  const rows = [PLACE.slice(0, 3), PLACE.slice(3)].map((parts) =>
    box("row", ...parts.map(([flex = "", height = ""]) => {
      const part = box("");
      part.style.flex = flex;
      part.style.minHeight = height;
      return part;
    })),
  );
  return box("room", document.createElement("slot"), box("form", ...rows));
}

/** @param {string} name @param {HTMLElement[]} children */
function box(name, ...children) {
  const box = document.createElement("div");
  box.className = name;
  box.append(...children);
  return box;
}

/** @param {string | null} text */
function toInteger(text) {
  const integer = text !== null && /^\s*\d+\s*$/.test(text) ? Number(text) : NaN;
  return Number.isSafeInteger(integer) ? integer : null;
}

/** The id of a phone as the API returns it. @param {unknown} phone */
function phoneId(phone) {
  const id = phone instanceof Object ? Reflect.get(phone, "id") : null;
  return typeof id === "number" ? toInteger(String(id)) : null;
}

class LeadPhoneForm extends HTMLElement {
  static version = VERSION;

  static observedAttributes = [
    "lead-id",
    "phone-id",
    "base-url",
    "auth-scheme",
    "country",
    "preferred-countries",
    "timeout",
    "disabled",
    "token",
  ];

  /** Starts loading the WebAssembly before the first form is there. */
  static async preload() {
    await load();
  }

  /** @type {Form | undefined} */
  #form;
  /** What is not an attribute, kept until the form takes it over. @type {Map<string, unknown>} */
  #waiting = new Map();
  /** @type {object | null} */
  #phone = null;
  /** Whether `phone` has set `phone-id`, so that `phone = null` takes it back. */
  #idIsFromPhone = false;
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
    void this.#start();
  }

  disconnectedCallback() {
    // An element that is moved is disconnected and connected in one go: its form stays.
    queueMicrotask(() => {
      if (!this.isConnected && this.#mounted) {
        this.#mounted = false;
        this.#form?.unmount();
        this.#showChildren();
      }
    });
  }

  /** Moved with `moveBefore`: nothing to do. */
  connectedMoveCallback() {}

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
    } else if (value !== previous) {
      if (name === "phone-id" && toInteger(value) !== phoneId(this.#phone)) {
        this.#phone = null;
        this.#idIsFromPhone = false;
        this.#waiting.delete("phone");
      }
      this.#set(name, value);
    }
  }

  /** @param {string} name @param {unknown} value */
  #set(name, value) {
    if (this.#form) {
      this.#form.set(name, value);
    } else if (!LeadPhoneForm.observedAttributes.includes(name) || name === "token") {
      this.#waiting.set(name, value);
    }
  }

  async #start() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    if (!this.#mounted) {
      this.#showChildren();
    }
    try {
      await load();
    } catch (error) {
      this.#failedToLoad(error);
      return;
    }
    // Meanwhile the element may have been removed, or connected again and started.
    if (!this.isConnected || this.#mounted) {
      return;
    }
    this.#mounted = true;
    const form = this.#form ?? this.#create();
    root.replaceChildren();
    form.mount(root);
  }

  #create() {
    const form = new Form(this);
    this.#form = form;
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

  /** The element's own children, until the form is there. */
  #showChildren() {
    const root = this.shadowRoot;
    if (root) {
      root.adoptedStyleSheets = [placeStyle()];
      root.replaceChildren(place());
    }
  }

  /** @param {unknown} error */
  #failedToLoad(error) {
    const cause = error instanceof Error ? error.message : String(error);
    const message = `The phone form could not be loaded: ${cause}`;
    this.dispatchEvent(
      new CustomEvent("lead-phone-error", {
        bubbles: true,
        composed: true,
        detail: { kind: "load", operation: null, status: null, message, errors: null },
      }),
    );
  }

  /** @param {string} name @param {unknown} value */
  #reflect(name, value) {
    if (value === undefined || value === null) {
      this.removeAttribute(name);
    } else if (this.getAttribute(name) !== String(value)) {
      this.setAttribute(name, String(value));
    }
  }

  get leadId() {
    return toInteger(this.getAttribute("lead-id"));
  }
  set leadId(value) {
    this.#reflect("lead-id", value);
  }

  get phoneId() {
    return toInteger(this.getAttribute("phone-id"));
  }
  set phoneId(value) {
    this.#reflect("phone-id", value);
  }

  get baseUrl() {
    return this.getAttribute("base-url") ?? "https://crm.activix.ca/api/v2";
  }
  set baseUrl(value) {
    this.#reflect("base-url", value);
  }

  get authScheme() {
    return this.getAttribute("auth-scheme") ?? "bearer";
  }
  set authScheme(value) {
    this.#reflect("auth-scheme", value);
  }

  get country() {
    return this.getAttribute("country") ?? "CA";
  }
  set country(value) {
    this.#reflect("country", value);
  }

  /** @returns {string[]} */
  get preferredCountries() {
    const text = this.getAttribute("preferred-countries") ?? "CA US";
    return text.toUpperCase().split(/[\s,]+/).filter(Boolean);
  }
  /** @param {string[] | string | null | undefined} value */
  set preferredCountries(value) {
    this.#reflect("preferred-countries", Array.isArray(value) ? value.join(" ") : value);
  }

  get timeout() {
    return toInteger(this.getAttribute("timeout")) || 15000;
  }
  set timeout(value) {
    this.#reflect("timeout", value);
  }

  get disabled() {
    return this.hasAttribute("disabled");
  }
  set disabled(value) {
    this.toggleAttribute("disabled", Boolean(value));
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
      this.#reflect("phone-id", id);
    } else if (this.#idIsFromPhone) {
      this.#idIsFromPhone = false;
      this.removeAttribute("phone-id");
    }
  }

  /** Whether something typed is not saved. */
  get dirty() {
    return this.#form?.dirty ?? false;
  }

  focus() {
    this.#form?.focus();
  }

  requestSubmit() {
    this.#form?.submit();
  }

  reset() {
    this.#form?.reset();
  }
}

const PROPERTIES = [
  "leadId",
  "phoneId",
  "baseUrl",
  "authScheme",
  "country",
  "preferredCountries",
  "timeout",
  "disabled",
  "token",
  "phone",
];

// Loading the script twice is harmless.
if (!customElements.get("lead-phone-form")) {
  customElements.define("lead-phone-form", LeadPhoneForm);
}
