// What the form needs of a browser.

/** Whether it lacks nothing, once that is known. */
let complete = false;

/** Throws where this browser lacks something, and says what. The oldest browsers that lack
 * nothing are in the README. */
export function checkBrowser() {
  if (complete) {
    return;
  }
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
  complete = true;
}

function canConstructSheets() {
  try {
    new CSSStyleSheet().replaceSync("");
    return "adoptedStyleSheets" in Document.prototype;
  } catch {
    return false;
  }
}
