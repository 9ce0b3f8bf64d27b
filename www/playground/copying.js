// Buttons that copy a text.

import { announce } from "../demo/dom.js";

/** How long a button says that it has copied, in milliseconds. */
const SAYS_SO_FOR = 2000;

/** Lets a button copy a text, and say so for a moment.
 * @param {HTMLElement} button @param {() => string} text
 * @param {string} sentence for users of screen readers */
export function copyOnClick(button, text, sentence) {
  const label = button.textContent;
  let timer = 0;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text());
      button.textContent = "Copied";
      announce(sentence);
    } catch {
      button.textContent = "Not copied";
      announce("The browser does not allow this page to copy.");
    }
    clearTimeout(timer);
    timer = setTimeout(() => (button.textContent = label), SAYS_SO_FOR);
  });
}
