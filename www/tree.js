// Keeps the elements of a form where they were drawn. Pages, extensions and translators remove, wrap,
// move and copy them. The component draws beside them, so it needs them in their places.

import { soon } from "./events.js";

const CHANGES = {
  childList: true,
  subtree: true,
  attributeFilter: ["id", "type"],
  attributeOldValue: true,
};

/** The most attempts to put the elements back. Each may start scripts of the page that move them. */
const TRIES = 4;

/** The time in milliseconds after which a missing element is put back at once again, and the longest
 * pause before it is put back. */
const QUIET = 10_000;

export class Tree {
  #root;
  #draw;
  /** What the component draws in. @type {Element | undefined} */
  #container;
  /** The children of each element, as they were drawn. @type {WeakMap<Node, Node[]>} */
  #drawn = new WeakMap();
  /** The drawn elements that have an id. @type {Map<string, Element>} */
  #ids = new Map();
  #observer = new MutationObserver((records) => this.#hear(records));
  /** Changes of attributes that are not taken back yet. @type {MutationRecord[]} */
  #attributes = [];
  /** Whether the page has changed something since the last look, and since the last drawing. */
  #isNew = false;
  #isChanged = false;
  /** Texts that are not where they were drawn, with their words. @type {Map<Text, [Node, string]>} */
  #displaced = new Map();
  #isMending = false;
  /** Whether the component draws, and its changes are not learned yet. */
  #isDrawing = false;
  /** Whether elements were put back in this task. */
  #isMended = false;
  /** The controls, and copies of them, that somebody has edited. @type {WeakSet<Node>} */
  #edited = new WeakSet();
  /** Whether nothing else may be beside the elements and texts. */
  #isExact = false;
  /** The control with the focus, until something else has it. @type {HTMLInputElement | undefined} */
  #focused;
  /** Whether it was taken out of its place since it has the focus, which ends the focus. */
  #isMoved = false;
  /** How long to wait before a missing element is put back: the page may remove it again and again. */
  #pause = 0;
  #paused = 0;
  /** The timer that waits for it, or 0. */
  #timer = 0;

  /** @param {ShadowRoot} root @param {() => void} draw draws the form again */
  constructor(root, draw) {
    this.#root = root;
    this.#draw = draw;
    this.#focused = /** @type {HTMLInputElement | undefined} */ (root.activeElement ?? undefined);
    for (const kind of ["focusin", "focusout"]) {
      root.addEventListener(kind, (event) => this.#follow(/** @type {FocusEvent} */ (event)), true);
    }
    for (const kind of ["input", "change"]) {
      root.addEventListener(kind, ({ target }) => this.#edited.add(/** @type {Node} */ (target)), true);
    }
  }

  /** Called by the component: with null before it hydrates, with false before a change, with true before
   * a drawing, and with the container after it. @param {boolean | Element | null} step */
  step(step) {
    if (step === null) {
      return this.restore();
    }
    if (typeof step !== "boolean") {
      return this.settle(step);
    }
    if (step) {
      // Before the page's observers hear of the drawing: Yew may tell of its end in a later task.
      void soon(() => this.#learnDrawing());
    }
    const result = this.mend(step);
    this.#isDrawing ||= step;
    return result;
  }

  /** Remembers where everything is, right after a drawing. @param {Element} container */
  settle(container) {
    if (container === this.#container) {
      this.#learnDrawing();
      this.#note(this.#observer.takeRecords());
    } else {
      this.#isDrawing = false;
      this.#container = container;
      this.#observer.observe(this.#root, CHANGES);
      this.#drawn.set(this.#root, [container]);
      this.#add(container);
    }
    // A translator has replaced these. Once such a text has other words, it is shown again.
    for (const [text, [parent, words]] of this.#displaced) {
      if (text.data !== words) {
        this.#displaced.delete(text);
        this.#put(parent);
      }
    }
    this.#observer.takeRecords();
  }

  /** Learns what a change of the prerendered form does to its elements. @param {() => void} change */
  learn(change) {
    this.#note(this.#observer.takeRecords());
    change();
    this.#isDrawing = true;
    this.#learnDrawing();
  }

  /** Makes the prerendered form exactly what was drawn, for Yew to hydrate it.
   * @returns {boolean} whether it is */
  restore() {
    this.#isExact = true;
    const isWhole = !this.mend(true) || !(this.#restore(this.#root, true) || this.#copies().length);
    this.#isExact = false;
    // What hydration changes is learned when it is over.
    this.#isDrawing = isWhole;
    return isWhole;
  }

  /** Whether the page has changed something since the last drawing. */
  get isChanged() {
    this.#note(this.#observer.takeRecords());
    return this.#isChanged;
  }

  /** Stops, when the form leaves the page or has failed. */
  stop() {
    this.#observer.disconnect();
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#container = undefined;
    this.#isDrawing = false;
  }

  /**
   * Puts everything back that is not where it was drawn. What is only wrapped may stay until the next
   * drawing: to move the field that is typed into would end a composition.
   *
   * @param {boolean} isDrawing whether a drawing follows
   * @returns {number} 0 if nothing was changed, 2 if a control has lost its value, else 1
   */
  mend(isDrawing) {
    this.#learnDrawing();
    this.#note(this.#observer.takeRecords());
    if (!this.#container || this.#isMending || !(isDrawing ? this.#isChanged : this.#isNew)) {
      return 0;
    }
    this.#isMending = true;
    this.#isNew = false;
    this.#isChanged &&= !isDrawing;
    let result = 0;
    for (const { target, attributeName, oldValue } of this.#attributes.splice(0).reverse()) {
      if (this.#drawn.has(target) && attributeName) {
        const element = /** @type {Element} */ (target);
        if (oldValue === null) {
          element.removeAttribute(attributeName);
        } else {
          element.setAttribute(attributeName, oldValue);
        }
        result = attributeName === "type" ? 2 : result || 1;
      }
    }
    this.takeValues();
    for (let tries = TRIES; tries && this.#restore(this.#root, isDrawing); tries -= 1) {
      result ||= 1;
    }
    this.#removeCopies();
    this.#learnMoves(this.#observer.takeRecords());
    this.#refocus();
    this.#isMending = false;
    if (result && !this.#isMended) {
      this.#isMended = true;
      setTimeout(() => {
        this.#isMended = false;
      });
    }
    return result;
  }

  /** @param {MutationRecord[]} records */
  #hear(records) {
    this.#note(this.#learnDrawing(records) ? [] : records);
    this.#refocus();
    const isWrong = () => this.#attributes.length || this.#copies().length || this.#isGone(this.#root);
    if (!this.#timer && isWrong()) {
      const now = performance.now();
      this.#pause = now - this.#paused > QUIET ? 0 : Math.min(2 * this.#pause + 50, QUIET);
      this.#paused = now + this.#pause;
      this.#timer = setTimeout(() => {
        this.#timer = 0;
        this.#draw();
      }, this.#pause);
    }
  }

  /** @param {MutationRecord[]} records */
  #note(records) {
    const foreign = records.filter((record) => !isOfFlag(record));
    if (foreign.length) {
      this.#isNew = true;
      this.#isChanged = true;
      this.#attributes.push(...foreign.filter(({ attributeName }) => attributeName));
      this.#learnMoves(foreign);
    }
  }

  /** @param {MutationRecord[]} records */
  #learnMoves(records) {
    const control = this.#focused ?? null;
    this.#isMoved ||= records.some((record) =>
      [...record.removedNodes].some((node) => node.contains(control)),
    );
  }

  /** Learns what the drawing has changed. @param {MutationRecord[]} records
   * @returns {boolean} whether there was one */
  #learnDrawing(records = []) {
    const isDrawing = this.#isDrawing;
    this.#isDrawing = false;
    if (isDrawing) {
      const all = records.concat(this.#observer.takeRecords());
      all.filter((record) => !isOfFlag(record)).forEach((record) => this.#learn(record));
    }
    return isDrawing;
  }

  /** @param {MutationRecord} record */
  #learn({ target, addedNodes, removedNodes }) {
    const own = new Set(this.#drawn.get(target));
    for (const node of removedNodes) {
      own.delete(node);
      for (const [id, element] of this.#ids) {
        if (node.contains(element)) {
          this.#ids.delete(id);
        }
      }
    }
    for (const node of addedNodes) {
      own.add(node);
      this.#add(node);
    }
    this.#drawn.set(
      target,
      [...target.childNodes].filter((node) => own.has(node)),
    );
  }

  /** @param {Node} node */
  #add(node) {
    const { id } = /** @type {Element} */ (node);
    if (id) {
      this.#ids.set(id, /** @type {Element} */ (node));
    }
    this.#drawn.set(node, [...node.childNodes]);
    node.childNodes.forEach((child) => this.#add(child));
  }

  /** The child elements of an element, as they were drawn. @param {Node} parent */
  #elementsOf(parent) {
    return (this.#drawn.get(parent) ?? []).filter((child) => "localName" in child);
  }

  /** Whether an element is missing below this one. @param {Node} parent @returns {boolean} */
  #isGone(parent) {
    return this.#elementsOf(parent).some((child) => !parent.contains(child) || this.#isGone(child));
  }

  /** Puts elements back, and the parts of a sentence. Returns whether one was elsewhere.
   * @param {Node} parent @param {boolean} isDrawing @returns {boolean} */
  #restore(parent, isDrawing) {
    const own = this.#drawn.get(parent) ?? [];
    const elements = this.#elementsOf(parent);
    const isSentence = /** @type {Element} */ (parent).localName === "bdi";
    const isExact = this.#isExact && parent !== this.#root;
    const needed = new Set(isSentence || isExact ? own : elements);
    const found = [...parent.childNodes].filter((child) => isExact || needed.has(child));
    const isInPlace = isDrawing
      ? needed.size === found.length && [...needed].every((child, nth) => child === found[nth])
      : elements.every((child) => parent.contains(child));
    if (!isInPlace) {
      this.#put(parent);
    } else if (isDrawing) {
      for (const child of own) {
        if (child instanceof Text && child.parentNode !== parent) {
          this.#displaced.set(child, [parent, child.data]);
        }
      }
    }
    const isBelow = elements.filter((child) => this.#restore(child, isDrawing)).length > 0;
    return !isInPlace || isBelow;
  }

  /** Puts the children of an element back, and moves none that is in its place. @param {Node} parent */
  #put(parent) {
    const own = this.#drawn.get(parent) ?? [];
    for (const child of [...parent.childNodes]) {
      // A host may have put a style sheet of its own beside the form.
      if (parent !== this.#root && !own.includes(child)) {
        child.remove();
      }
    }
    /** @type {Node | null} */
    let next = null;
    for (const child of [...own].reverse()) {
      if (child.parentNode !== parent || (child.nextSibling !== next && parent !== this.#root)) {
        parent.insertBefore(child, next);
      }
      next = child;
    }
  }

  /** Takes what was typed into copies of missing controls. */
  takeValues() {
    for (const copy of this.#copies()) {
      const control = /** @type {HTMLInputElement} */ (this.#ids.get(copy.id));
      if (!this.#root.contains(control) && copy.type === control.type) {
        // A copy of the markup may have an attribute with a value of long ago, and a list its first one.
        const { value, defaultValue = value } = copy;
        const isEdited = this.#edited.has(copy);
        control.value = isEdited ? value : (value !== defaultValue && value) || control.value;
        control.checked = copy.checked || (!isEdited && control.checked);
      }
    }
  }

  /** The elements that have the id of an element of the form. */
  #copies() {
    return /** @type {HTMLInputElement[]} */ ([...this.#root.querySelectorAll("[id]")]).filter(
      (copy) => this.#ids.has(copy.id) && !this.#drawn.has(copy),
    );
  }

  /** Removes these copies, each with all around it that is not the form's. */
  #removeCopies() {
    for (const copy of this.#copies()) {
      /** @type {Node} */
      let top = copy;
      while (top.parentNode && top.parentNode !== this.#root && !this.#drawn.has(top.parentNode)) {
        top = top.parentNode;
      }
      top.parentNode?.removeChild(top);
    }
  }

  /** @param {FocusEvent} event */
  #follow(event) {
    const isLeft = event.type === "focusout";
    if (this.#isMending || (this.#isMended && isLeft && !event.relatedTarget)) {
      // An element that is put back is not left, nor if the page moves it again at once.
      event.stopImmediatePropagation();
    } else if (!isLeft || event.relatedTarget) {
      // What is left for another element of the page is left at once.
      this.#focused = /** @type {HTMLInputElement} */ (isLeft ? undefined : event.target);
      this.#isMoved = false;
    } else {
      // In some browsers a removed element loses the focus like this. It gets it back in this task.
      setTimeout(() => {
        if (!this.#root.activeElement && this.#focused && this.#root.contains(this.#focused)) {
          this.#focused = undefined;
        }
      });
    }
  }

  /** Gives the focus back to a control that has lost it because it was moved. */
  #refocus() {
    const control = this.#focused;
    const { activeElement } = /** @type {Document | ShadowRoot} */ (this.#root.host.getRootNode());
    const isFree = !activeElement || activeElement === document.body;
    if (control && this.#isMoved && isFree && this.#root.contains(control)) {
      this.#isMoved = false;
      const { selectionStart, selectionEnd } = control;
      control.focus({ preventScroll: true });
      if (selectionStart !== null && control.setSelectionRange) {
        control.setSelectionRange(selectionStart, selectionEnd);
      }
    }
  }
}

/** Whether a change is one of a flag, which `flags.js` draws whenever it can be seen.
 * @param {MutationRecord} record */
function isOfFlag({ target, addedNodes }) {
  return [target, ...addedNodes].some((node) => /** @type {Element} */ (node).className === "flag");
}
