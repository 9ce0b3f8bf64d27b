// What can be chosen besides the element's settings: where and how the form is shown, and the next
// answer of the API.

import { ANSWERS, CONNECTIONS } from "./answers.js";

/** @import { Control } from "./types.js" */

/** The style sheets in www/demo/themes, by the class that each of them styles. */
export const THEMES = /** @type {const} */ ({
  bootstrap: "Bootstrap 5",
  material: "Material 3",
  tailwind: "Tailwind forms",
  fluent: "Fluent 2",
});

/** @type {[string, string][]} */
const WIDTHS = [240, 320, 375, 480, 640].map((width) => [String(width), `${width} px`]);

/** @type {Control[]} */
export const VIEW = [
  {
    key: "view.theme",
    label: "Theme",
    kind: "choice",
    choices: [["", "The form’s own"], ...Object.entries(THEMES)],
    initial: "",
  },
  {
    key: "view.width",
    label: "Width",
    kind: "choice",
    choices: [["", "All there is"], ...WIDTHS],
    initial: "",
  },
  {
    key: "view.direction",
    label: "Direction",
    kind: "choice",
    choices: [
      ["", "The language’s"],
      ["ltr", "Left to right"],
      ["rtl", "Right to left"],
    ],
    initial: "",
  },
  {
    key: "view.colors",
    label: "Colors",
    kind: "choice",
    choices: [
      ["", "The system’s"],
      ["light", "Light"],
      ["dark", "Dark"],
    ],
    initial: "",
  },
];

/** What is in the snippets besides the form itself. @type {Control[]} */
export const CODE = [{ key: "code.listeners", label: "With listeners", kind: "boolean" }];

/** Which snippet is shown. Its control is the list of tabs. @type {Control} */
export const SNIPPET = { key: "view.snippet", label: "Snippet", kind: "text" };

/** @type {Control[]} */
export const FAULT = [
  {
    key: "answer.kind",
    label: "Answer",
    kind: "choice",
    choices: [["", "The API’s own"], ...labels(ANSWERS)],
    initial: "",
  },
  {
    key: "answer.connection",
    label: "Connection",
    kind: "choice",
    choices: [["", "Complete"], ...labels(CONNECTIONS)],
    initial: "",
  },
  {
    key: "answer.delay",
    label: "Delay in milliseconds",
    kind: "integer",
    initial: "0",
  },
  {
    key: "answer.times",
    label: "How many answers",
    kind: "integer",
    initial: "1",
    description: "Browsers repeat a request once where a connection breaks.",
  },
  {
    key: "answer.after",
    label: "The API saves first",
    kind: "boolean",
    description: "The request is carried out, and only the answer is replaced.",
  },
  {
    key: "answer.cors",
    label: "No CORS headers",
    kind: "boolean",
    description: "The page cannot read the answer, where `base-url` is of another origin.",
  },
];

/** @param {Record<string, { label: string }>} choices @returns {[string, string][]} */
function labels(choices) {
  return Object.entries(choices).map(([key, { label }]) => [key, label]);
}
