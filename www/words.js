// The words of each language: a file beside the WebAssembly, which has none.

import { FILES } from "./files.js";
import { fetchBeside, isRunning } from "./instance.js";
import { LINES, WORDS } from "./markup.js";

/** The words that a form gets if those of its language do not come. */
const FALLBACK = "en";

/** The words of each language that a form has needed, or their promise while they are fetched. They
 * are dropped when they fail, so that a later try can succeed.
 * @type {Record<string, string | Promise<string>>} */
const words = {};

/** The hashes that are not in the script, by the keys of their files.
 * @type {Promise<Record<string, string>> | undefined} */
let hashes;

/** Whether a form in this language can be created without waiting. @param {string} language */
export function isLoaded(language) {
  return isRunning() && typeof words[language] === "string";
}

/** Returns the words of a language, or loads them: in English where they do not come. Call `load`
 * first. @param {string} language */
export function loadWords(language) {
  return (words[language] ??= fetchWords(language));
}

/** The same as a promise, of nothing where none come: then `loadWords` tells it elsewhere.
 * @param {string} language @returns {Promise<string | undefined>} */
export async function findWords(language) {
  try {
    return await loadWords(language);
  } catch {
    return undefined;
  }
}

/** @param {string} language @returns {Promise<string>} */
async function fetchWords(language) {
  try {
    return (words[language] = await fetchText(language));
  } catch (error) {
    delete words[language];
    const why = `${FILES[language]?.name ?? language}: ${error}`;
    if (language === FALLBACK) {
      throw new Error(why);
    }
    console.warn(`The phone form is in English. ${why}`);
    return loadWords(FALLBACK);
  }
}

/** Fetches a text beside the WebAssembly. @param {string} key its key in `FILES` */
export async function fetchText(key) {
  const file = FILES[key];
  const integrity = file && (file.integrity || (await loadHashes())[key]);
  // Nothing is fetched whose hash is not known.
  if (!integrity) {
    throw new Error("this build has no such file.");
  }
  return (await fetchBeside(file, integrity)).text();
}

/** Each of the many languages has a hash, which pages in other languages do without, and so do the
 * flags. */
function loadHashes() {
  return (hashes ??= fetchHashes());
}

async function fetchHashes() {
  try {
    const file = FILES["hashes"];
    return file ? await (await fetchBeside(file)).json() : {};
  } catch (error) {
    hashes = undefined;
    throw error;
  }
}

/** The labels of a language, as far as they are there. @param {string} language
 * @returns {Record<string, string> | undefined} */
export function labelsOf(language) {
  const loaded = words[language];
  if (typeof loaded === "string") {
    const lines = loaded.split("\n");
    return Object.fromEntries(Object.entries(LINES).map(([key, line]) => [key, lines[line] ?? ""]));
  }
  return WORDS[language] ?? WORDS[baseOf(language)];
}

/** The first part of a tag, which is the language's. @param {string} tag */
export function baseOf(tag) {
  return tag.split("-")[0] ?? "";
}
