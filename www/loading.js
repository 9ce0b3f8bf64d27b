// Loads what a form needs before it can be drawn by the component.

import { load } from "./instance.js";
import { loadWords } from "./words.js";

/** Loads the WebAssembly, and the words of the form's language, which may become another one meanwhile.
 * @param {() => { language: string, wasmUrl: string | URL | null | undefined }} read
 * @param {() => void} follow called when the words of a language are on their way
 * @param {() => Promise<void> | undefined} pause called when all is there */
export async function loadFor(read, follow, pause) {
  let instance, language, words;
  do {
    const settings = read();
    language = settings.language;
    const loading = load(settings.wasmUrl);
    const fetching = loadWords(language);
    follow();
    instance = await loading;
    words = await fetching;
    await pause();
  } while (instance.failed || language !== read().language);
  return { instance, words };
}
