// The form's style sheet, one for all forms of a document. A constructed style sheet is
// allowed under any Content Security Policy, where a `<style>` element is not.

import { STYLE } from "./style-sheet.js";

/** The style sheet of each document. A document cannot use another's.
 * @type {WeakMap<Document, CSSStyleSheet>} */
const sheets = new WeakMap();

/** Gives a form's shadow root its style. @param {ShadowRoot} root */
export function applyStyle(root) {
  const { ownerDocument } = root;
  let sheet = sheets.get(ownerDocument);
  if (!sheet) {
    // A document that is not shown has no window, and no style is needed.
    const { CSSStyleSheet } = ownerDocument.defaultView ?? {};
    if (!CSSStyleSheet) {
      return;
    }
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    sheets.set(ownerDocument, sheet);
  }
  root.adoptedStyleSheets = [sheet];
}
