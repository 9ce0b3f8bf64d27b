// Which of the form's languages a locale gets.

import { setAttribute } from "./controls.js";
import { FILES } from "./files.js";
import { nearest } from "./values.js";

/** The language of a locale if the form has none of its own, or by another code. */
const NEAREST = new Map([["nn", "nb"], ["no", "nb"], ["tl", "fil"], ["yue", "zh"]]);

/** The languages that are written from right to left. */
const RIGHT_TO_LEFT = ["ar", "fa", "he", "ur"];

/** The tags that were found before: each form asks several times. @type {Map<string, string>} */
const found = new Map();

/** The tag of the file with the words for a locale. @param {string} locale a BCP 47 tag */
export function fileFor(locale) {
  const tag = found.get(locale) ?? findFile(locale);
  found.set(locale, tag);
  return tag;
}

/** @param {string} locale */
function findFile(locale) {
  try {
    const { language, script, region } = new Intl.Locale(locale).maximize();
    const code = NEAREST.get(language) ?? language;
    const candidates = [`${code}-${script}`, regional(code, region, locale) || code, code];
    const file = candidates.find((tag) => FILES[tag] && scriptOf(tag) === script);
    return file ?? "en";
  } catch {
    return "en";
  }
}

/** The file of a region, where the words of its countries are not in the file of the language.
 * @param {string} code @param {string | undefined} likely the most likely region
 * @param {string} locale */
function regional(code, likely, locale) {
  const { region } = new Intl.Locale(locale);
  /** @type {Record<string, string | false>} */
  const tags = {
    // Without a region, French is Canada's.
    fr: (region ?? "CA") !== "CA" && "fr-FR",
    es: region === "ES" && "es-ES",
    pt: likely === "BR" ? "pt-BR" : "pt-PT",
  };
  return tags[code];
}

/** @param {string} tag */
function scriptOf(tag) {
  return new Intl.Locale(tag).maximize().script;
}

/** Sets the direction of a form by its words, unless the page around the element says which one it is.
 * @param {Element} element @param {string} words the first line, the tag of their language, is enough */
export function applyDirection(element, words) {
  const container = element.shadowRoot?.querySelector("form")?.parentElement;
  const [language = ""] = words.split("\n", 1);
  const isReversed = RIGHT_TO_LEFT.includes(language) && !nearest(element, "[dir]");
  setAttribute(container, "dir", isReversed && "rtl");
}
