// The form's place on the page, kept from the element's definition until the form is there.

/** The boxes of the form, empty: they keep its place, so that nothing around it moves when
 * it comes. A test holds them to the form. */
const PLACE = [
  ["2 1 10em", "calc(3.725em + 0.25rem)"],
  ["3 1 13em", "calc(4.95em + 0.5rem)"],
  ["1 1 8em", "calc(3.725em + 0.25rem)"],
  ["0 1 8.5em", "2.5em"],
  ["0 1 8em", "2.5em"],
  ["1 1 14em", "1.4em"],
];

const STYLE = `
  :host { display: block }
  :host([hidden]) { display: none }
  .room { display: grid; align-items: start }
  slot, .form { grid-area: 1 / 1; min-width: 0 }
  slot { display: block }
  .form { display: grid; grid-template-columns: minmax(0, 1fr); line-height: 1.4; visibility: hidden }
  .form, .row { gap: var(--lead-phone-gap, 0.75rem) }
  .row { display: flex; flex-wrap: wrap; align-items: start }`;

/** The style sheet of each document. A document cannot use another's.
 * @type {WeakMap<Document, CSSStyleSheet[]>} */
const sheets = new WeakMap();

/** @param {Document} document */
function style(document) {
  let style = sheets.get(document);
  if (!style) {
    const view = document.defaultView;
    style = view ? [new view.CSSStyleSheet()] : [];
    style[0]?.replaceSync(STYLE);
    sheets.set(document, style);
  }
  return style;
}

/** In place of the check box: the list of types. */
const TYPE = ["0 1 15em", "2.5em"];

/** Shows the element's own children in the form's place. @param {ShadowRoot} root */
export function showChildren(root) {
  const second = PLACE.slice(3);
  if (root.host.hasAttribute("phone-types")) {
    second[0] = TYPE;
  }
  const rows = [PLACE.slice(0, 3), second].map((parts) => {
    const boxes = parts.map(([flex = "", height = ""]) => {
      const part = box("");
      part.style.flex = flex;
      part.style.minHeight = height;
      return part;
    });
    return box("row", ...boxes);
  });
  root.adoptedStyleSheets = style(root.ownerDocument);
  root.replaceChildren(box("room", document.createElement("slot"), box("form", ...rows)));
}

/** @param {string} name @param {HTMLElement[]} children */
function box(name, ...children) {
  const box = document.createElement("div");
  box.className = name;
  box.append(...children);
  return box;
}
