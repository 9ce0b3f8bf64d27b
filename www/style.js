// The form's style sheet, which all forms of a document share. It is a constructed style sheet,
// because any Content Security Policy allows that. A policy may forbid a `<style>` element.

import { STYLE } from "./style-sheet.js";

/** The style sheet of each document. A document cannot use the sheet of another one.
 * @type {WeakMap<Document, CSSStyleSheet>} */
const sheets = new WeakMap();

/** Applies the style sheet to a form's shadow root. @param {ShadowRoot} root */
export function applyStyle(root) {
  const { ownerDocument } = root;
  let sheet = sheets.get(ownerDocument);
  if (!sheet) {
    // A document that is not shown has no window and needs no style.
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
