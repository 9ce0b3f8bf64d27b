// The flags beside the countries. A page's policy may forbid images, so a flag is an SVG that is made
// here, of the shapes in a file that is fetched when the first form asks for flags. It covers the two
// letters of its country, which stand in its place until then and where the file does not come.

import { setAttribute } from "./controls.js";
import { build } from "./elements.js";
import { fetchText } from "./words.js";

/** @typedef {import("./lead-phone-form.js").Entry} Entry */

const SVG = "http://www.w3.org/2000/svg";

/** The file with a line of shapes for each country. Its first lines describe them. */
let text = "";
/** Fetches it. It is dropped when it fails, so that a later form can try again.
 * @type {Promise<void> | undefined} */
let loading;
/** How often the flag of a country is drawn into the same box. A page may remove each, and to draw it
 * again each time would never end. */
const MOST_DRAWINGS = 9;
/** How often it was. @type {WeakMap<Element, number>} */
const drawings = new WeakMap();
/** The boxes of the countries in the list. One that the page has removed stays away.
 * @type {WeakMap<Element, Element>} */
const boxes = new WeakMap();

/** The forms that are followed. @type {WeakSet<HTMLElement>} */
const followed = new WeakSet();

/** Shows or hides the flags of a form, which is created or has been told of it.
 * @param {HTMLElement & { flags?: boolean, entry: Entry }} form */
export function showFlags(form) {
  // In the next frame the form is hydrated, and nothing has been painted before.
  requestAnimationFrame(async () => {
    const root = /** @type {ShadowRoot} */ (form.shadowRoot);
    const draw = () => {
      drawIn(root, form.flags ? form.entry.country : "");
      observer.takeRecords();
    };
    const observer = new MutationObserver(draw);
    draw();
    if (form.flags) {
      if (!followed.has(form)) {
        followed.add(form);
        // They live as long as the form. The first is for the list, and for a form that is drawn anew.
        observer.observe(root, { childList: true, subtree: true });
        root.addEventListener("scroll", draw, true);
        form.addEventListener("lead-phone-change", draw);
      }
      await (loading ??= load());
      draw();
    }
  });
}

async function load() {
  try {
    text = await fetchText("flags");
  } catch {
    // The browser's console says why.
    loading = undefined;
  }
}

/** Draws the flag of the chosen country, and those in the list that can be seen or that a scroll may
 * show next: all at once would delay the list.
 * @param {ShadowRoot} root @param {string} country none if it is empty */
function drawIn(root, country) {
  const box = root.querySelector(".flag");
  if (box) {
    show(box, country);
    const rows = [...root.querySelectorAll("[data-flag] ~ * > [role=option]")];
    // From the control, since WebKit measures from elsewhere in a page that is zoomed and scrolled.
    const from = box.getBoundingClientRect().top;
    // All places are read before anything is drawn, or each would cost a layout.
    for (const row of rows.filter((row) => Math.abs(row.getBoundingClientRect().top - from) < innerHeight)) {
      const known = boxes.get(row) ?? row.querySelector(".flag");
      const own = known ?? row.appendChild(/** @type {Element} */ (box.cloneNode()));
      boxes.set(row, own);
      show(own, row.id.slice(-2));
    }
  }
}

/** Shows the flag of a country, or none. @param {Element} box @param {string} country */
function show(box, country) {
  if ((box.getAttribute("data-flag") ?? "") !== country) {
    setAttribute(box, "data-flag", country);
    // WebKit shows the letters of before until another rule applies to the box.
    for (const isHidden of [true, false]) {
      box.toggleAttribute("hidden", isHidden);
    }
    box.replaceChildren();
    drawings.delete(box);
  }
  const times = drawings.get(box) ?? 0;
  const line = box.firstChild || times === MOST_DRAWINGS ? null : text.match(`\n${country};(.*)`);
  if (line) {
    drawings.set(box, times + 1);
    /** @type {import("./elements.js").MarkupElement[]} */
    const paths = (line[1] ?? "").split(";").map((shape) => [
      "path",
      { fill: `#${shape.slice(0, 3)}`, d: shape.slice(3) },
      [],
    ]);
    box.append(build(["svg", { viewBox: "0 0 180 120" }, paths], SVG));
  }
}
