// Defines <lead-phone-form>. The form itself is WebAssembly, but a custom element must be a
// JavaScript class. It passes on what the page sets, and loads the WebAssembly once for all forms.

import { Approach } from "./approach.js";
import { keepFields } from "./controls.js";
import { followers, getDefaults, readScriptTag, setDefaults } from "./defaults.js";
import { helpFocusTraps } from "./dialog-tab.js";
import { CHANGED, ElementWithSettings, HAD_TOKEN, HOST } from "./element-with-settings.js";
import { emptyEntry, entryOf } from "./entry.js";
import { nextTask, raise } from "./events.js";
import { freeze, tellFailure } from "./failure.js";
import { showFlags } from "./flags.js";
import { VERSION } from "./files.js";
import { load } from "./instance.js";
import { Internals } from "./internals.js";
import { applyDirection, fileFor } from "./language.js";
import { loadFor } from "./loading.js";
import { scriptsHaveRun } from "./page-scripts.js";
import { PrerenderedForm } from "./prerender.js";
import { attachRoot } from "./root.js";
import { Saves } from "./saves.js";
import { ATTRIBUTES, readPageLocale } from "./settings.js";
import { applyStyle } from "./style.js";
import { checkBrowser } from "./support.js";
import { Tree } from "./tree.js";
import { toText } from "./values.js";
import { PLACE, defineOnce, place } from "./versions.js";
import { weakly } from "./weakly.js";
import { findWords, isLoaded } from "./words.js";

/** The forms on the page that could not be loaded. @type {Set<LeadPhoneForm>} */
const unloaded = new Set();

class LeadPhoneForm extends ElementWithSettings {
  static version = VERSION;
  static [PLACE] = place;
  static formAssociated = true;
  static observedAttributes = ["lang", ...ATTRIBUTES, "token"];

  /** The properties that a form has until it is given others. */
  static get defaults() {
    return getDefaults();
  }
  static set defaults(value) {
    setDefaults(value);
  }

  /** The address of the WebAssembly, if it is not beside this module. The other files are expected
   * beside it. Read when loading starts. @type {string | URL | null | undefined} */
  static wasmUrl = readScriptTag("data-wasm-url");

  /** Loads the WebAssembly before the first form is on the page. */
  static async preload() {
    checkBrowser();
    const loading = load(LeadPhoneForm.wasmUrl);
    // A form that waits for these words says why they do not come.
    void findWords(fileFor(readPageLocale(document.documentElement)));
    await loading;
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
  /** Cached while the instance works. */
  #failure = "This form stopped working.";
  #internals = new Internals(this, () => ({ entry: this.entry, states: this.#form?.states ?? "" }));
  #saves = new Saves(() => this.#form?.saving);
  #approach = new Approach(this);
  /** @type {(event?: Event) => void} */
  #follow = (event) => (event ? keepFields(this.#root) : this[HOST].tellAll());
  #root = /** @type {ShadowRoot | undefined} */ (undefined);
  #tree = /** @type {Tree | undefined} */ (undefined);
  /** The WebAssembly instance that owns `#form`. @type {Awaited<ReturnType<typeof load>> | undefined} */
  #instance;
  /** Whether the form is drawn. */
  #mounted = false;

  /** @override */
  connectedCallback() {
    super.connectedCallback();
    helpFocusTraps(this);
    this.#followLanguage();
    followers.add(this.#follow);
    this.#follow();
    void this.#start();
  }

  disconnectedCallback() {
    unloaded.delete(this);
    followers.delete(this.#follow);
    // A move disconnects and connects the element in one task. Then the form stays.
    // Turbo clones a page that it has just removed, in a task that it has queued before.
    setTimeout(() => this.#leave());
  }

  /** Unmounts the form if the element is no longer on the page. */
  #leave() {
    if (!this.isConnected && this.#mounted) {
      this.#mounted = false;
      this.#form?.unmount();
      this.#tree?.stop();
      this.#depend();
    }
  }

  /** Called instead of the other two when the element is moved with `moveBefore`. */
  connectedMoveCallback() {
    this.#followLanguage();
  }

  /** Takes the language of the element's place on the page. A later change of its own `lang` is
   * noticed, one of an ancestor's `lang` only when the element is connected again. */
  #followLanguage() {
    this.#tell("page-locale", readPageLocale(this));
  }

  /** @override @param {string} name @param {unknown} value @param {boolean} [isAnother] */
  [CHANGED](name, value, isAnother) {
    if (name === "phone" && value) {
      this.#approach.now();
    }
    if (isAnother) {
      // The typed values were for another phone or lead.
      this.#prerendered?.reset(this[HOST].read());
    }
    this.#tell(name, value);
  }

  /** Passes a value that has been read to the form. @param {string} name @param {unknown} value */
  #tell(name, value) {
    if (this.#failed) {
      return;
    }
    if (!this.#form) {
      this.#prerendered?.follow(this[HOST].read());
      return;
    }
    this.#form.set(name, value);
    if (name === "flags") {
      showFlags(this);
    }
    // A failed instance cannot be asked for its message.
    if (["words", "messages"].includes(name) && !this.#instance?.failed) {
      this.#failure = this.#form.failure;
    }
    if (name.endsWith("locale")) {
      void this.#followWords();
    }
  }

  /** Passes the words of the locale to the form when they are there. */
  async #followWords() {
    const { language } = this[HOST].read();
    const words = await findWords(language);
    if (words && language === this[HOST].read().language) {
      this.#tell("words", words);
      applyDirection(this, words);
    }
  }

  adoptedCallback() {
    if (this.#root) {
      applyStyle(this.#root);
    }
  }

  /** @override @param {string} name @param {string | null} previous @param {string | null} value */
  attributeChangedCallback(name, previous, value) {
    if (name === "lang") {
      this.#followLanguage();
    } else {
      super.attributeChangedCallback(name, previous, value);
    }
  }

  formResetCallback() {
    this.reset();
  }

  /** @param {unknown} state */
  formStateRestoreCallback(state) {
    this.#internals.restore(state);
  }

  async #start() {
    if (this.#failed) {
      return;
    }
    let instance, words;
    try {
      checkBrowser();
      const root = (this.#root ??= attachRoot(this));
      applyStyle(root);
      if (!this.#mounted && !isLoaded(this[HOST].read().language)) {
        this.#prerender(root);
      }
      // The script that imports this module runs next and may set `wasmUrl`.
      await undefined;
      if (this.#prerendered && this[HOST].read().isLazy) {
        await this.#approach.is;
      }
      ({ instance, words } = await loadFor(
        () => ({ language: this[HOST].read().language, wasmUrl: LeadPhoneForm.wasmUrl }),
        // The prerendered labels change in place as soon as the words are there.
        () => void this.#followWords(),
        // The page's observers are told of these words before the form is hydrated.
        () => (this.#prerendered ? nextTask() : undefined),
      ));
    } catch (error) {
      this.#failedToLoad(error);
      return;
    }
    LeadPhoneForm.#tryAgain();
    const root = this.#root;
    const prerendered = this.#prerendered;
    // The element may have been removed, or connected again. A requested save is still carried out.
    const wanted = this.isConnected || prerendered?.submitted;
    if (!root || !wanted || this.#mounted || this.#failed) {
      return;
    }
    this.#instance ??= instance;
    if (this.#instance.failed) {
      this.#fail();
      return;
    }
    this.#mounted = this.isConnected;
    this.#depend();
    this.#keepTree(root);
    const form = this.#form ?? this.#create(this.#instance, words);
    if (prerendered) {
      this.#prerendered = undefined;
      if (!prerendered.hydrate(root, (...values) => form.hydrate(root, ...values))) {
        form.unmount();
        this.#fail();
        return;
      }
      void this.#tellReady();
      setTimeout(() => this.#saves.stop());
    } else {
      root.replaceChildren();
      form.mount(root);
      applyDirection(this, words);
      if (this.#usable) {
        // A hydrated component does not raise the event itself.
        void this.#tellReady();
      }
    }
  }

  /** Draws the prerendered form, which the user can type into at once. @param {ShadowRoot} root */
  #prerender(root) {
    const settings = this[HOST].read();
    this.#prerendered ??= new PrerenderedForm(settings, this.#keepTree(root));
    this.#prerendered.follow(settings);
    this.#prerendered.show(root);
    // The words that are on their way may be from right to left.
    applyDirection(this, settings.language);
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

  /** @param {Awaited<ReturnType<typeof load>>} instance @param {string} words */
  #create(instance, words) {
    const form = instance.form(
      this,
      weakly(this, (element, outcome, detail) => element.#told(outcome, detail)),
      weakly(this, raise),
      weakly(this, (element, step) => element.#tree && element.#tree.step(step)),
    );
    this.#form = form;
    form.set("page-locale", readPageLocale(this));
    // The words come before the settings: errors about settings are shown in them.
    form.set("words", words);
    this[HOST].tellAll(true);
    if (this[HAD_TOKEN]) {
      this.#tell("token-attribute", true);
    }
    this.#internals.begin();
    return form;
  }

  /** Not in `#create`: the functions made there would keep this one. @param {ShadowRoot} root */
  #keepTree(root) {
    // A setting that stays the same draws the form again.
    return (this.#tree ??= new Tree(root, () => this.#followLanguage()));
  }

  /** Hears of a failure of the instance while the form is drawn or a save is on its way. */
  #depend() {
    const dependents = this.#instance?.dependents;
    if (!this.#failed && (this.#mounted || this.#form?.saving)) {
      dependents?.add(this.#fail);
    } else {
      dependents?.delete(this.#fail);
    }
  }

  /** Called by the form: after a change with the id of the phone that is edited, or after a save.
   * @param {import("./saves.js").SaveResult["outcome"]} [outcome] @param {unknown} [detail] */
  #told(outcome, detail) {
    if (outcome) {
      this.#saves.end(outcome, detail);
    } else {
      this[HOST].edited = detail;
      this.#saves.changed();
      this.#internals.changed();
      this.#depend();
    }
  }

  /** @param {unknown} error */
  #failedToLoad(error) {
    if (this.isConnected) {
      unloaded.add(this);
    }
    const cause = error instanceof Error ? error.message : toText(error);
    this.#usable = false;
    if (this.#root) {
      this.#prerendered?.fallback(this.#root);
    }
    this.#saves.end("error", tellFailure(this, "load", `The phone form could not be loaded: ${cause}`));
  }

  /** Ends the form after its instance has failed. The user can still copy the typed values. */
  #fail = () => {
    // What was typed may be in an element that the page has removed.
    this.#tree?.mend(true);
    this.#tree?.stop();
    this.#failed = true;
    this.#form = undefined;
    this.#depend();
    if (this.#root) {
      freeze(this.#root, this.#failure);
    }
    this.#saves.end("error", tellFailure(this, "internal", this.#failure));
  };

  /** Whether something typed is not saved. */
  get dirty() {
    // A failed form cannot tell, so it counts as dirty.
    return this.#failed || ((this.#form ?? this.#prerendered)?.dirty ?? false);
  }

  /** What stands in the form now. @returns {import("./lead-phone-form.js").Entry} */
  get entry() {
    const values = this.#form?.entry;
    return values ? entryOf(values) : (this.#prerendered?.entry ?? emptyEntry(this[HOST].read()));
  }

  focus() {
    this.#approach.now();
    (this.#form ?? this.#prerendered)?.focus();
  }

  requestSubmit() {
    this.#approach.now();
    (this.#form ?? this.#prerendered)?.submit();
  }

  /** Saves, as the button does. The promise never rejects. */
  save() {
    const saved = this.#saves.wait();
    this.requestSubmit();
    if (this.#form ?? !this.#prerendered?.submitted) {
      this.#saves.stop();
    }
    return saved;
  }

  reset() {
    this.#form?.reset();
    this.#prerendered?.reset(this[HOST].read());
  }
}

defineOnce(LeadPhoneForm);
