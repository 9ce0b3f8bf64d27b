// Checks whether the browser has the features that the form needs.

/** Throws an error that names the missing features, if any. docs/src/serving.md lists the oldest browsers
 * that have all of them. */
export function checkBrowser() {
  const needs = {
    WebAssembly: globalThis.WebAssembly,
    "constructed style sheets": canConstructSheets(),
    popovers: "popover" in HTMLElement.prototype,
    "light-dark()": CSS.supports("color", "light-dark(red, red)"),
  };
  const lacking = Object.entries(needs).filter(([, has]) => !has);
  if (lacking.length) {
    throw new Error(`this browser is too old. It has no ${lacking.map(([name]) => name).join(", ")}.`);
  }
}

function canConstructSheets() {
  try {
    new CSSStyleSheet().replaceSync("");
    return "adoptedStyleSheets" in Document.prototype;
  } catch {
    return false;
  }
}
