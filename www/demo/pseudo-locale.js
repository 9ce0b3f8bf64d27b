// A language for developers: English with accents on its letters and 40 percent longer. What is cut
// off, or is not from the words of the form, is seen at once.

/** The tag that systems use for it. */
export const PSEUDO_LOCALE = "en-XA";

const LETTERS = "AaCcDdEeGgIiLlNnOoRrSsTtUuYyZz";
const ACCENTED = "ÅåÇçĎďÉéĞğÎîĻļÑñÖöŔŕŠšŢţÛûÝýŽž";

/** What makes a text longer: words, so that lines break as in other languages. */
const MORE = " one two three four five six seven eight nine ten eleven twelve thirteen fourteen";

/** By how much a text gets longer. */
const LONGER = 0.4;

/** The `messages` of this language.
 * @param {Record<string, string>} texts `locales/en.json` */
export function pseudoMessages(texts) {
  const messages = Object.entries(texts).filter(([key]) => !key.endsWith("_comment"));
  return Object.fromEntries(messages.map(([key, text]) => [key, pseudo(text)]));
}

/** @param {string} text */
function pseudo(text) {
  // The names in braces stay.
  const parts = text.split(/(\{[^}]*\})/);
  const accented = parts.map((part) => (part.startsWith("{") ? part : withAccents(part)));
  return `[${accented.join("")}${MORE.slice(0, text.length * LONGER).trimEnd()}]`;
}

/** @param {string} text */
function withAccents(text) {
  return [...text].map((letter) => ACCENTED[LETTERS.indexOf(letter)] ?? letter).join("");
}
