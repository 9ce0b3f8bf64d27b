// Notices when a form is first approached, for those that are loaded only then.

const KINDS = ["focusin", "pointerover", "pointerdown"];

export class Approach {
  now = () => {};
  /** Resolved once the form is approached. */
  is = new Promise((resolve) => {
    this.now = () => resolve(undefined);
  });

  /** @param {Element} element */
  constructor(element) {
    for (const kind of KINDS) {
      element.addEventListener(kind, () => this.now());
    }
  }
}
