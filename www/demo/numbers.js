// Numbers as people write them. The API has them in E.164, and the host's server knows how each
// country writes its own.

/** @type {Map<string, Promise<string>>} */
const written = new Map();

/** A number in E.164, as people write it; unchanged if the server does not know.
 * @param {string} number @returns {Promise<string>} */
export function fetchWritten(number) {
  const known = written.get(number) ?? ask(number);
  written.set(number, known);
  return known;
}

/** @param {string} number */
async function ask(number) {
  try {
    const response = await fetch(`/demo/numbers/${encodeURIComponent(number)}`);
    return response.ok ? await response.text() : number;
  } catch {
    return number;
  }
}
