// Reads the objects that are typed into the playground.

/** Reads a JSON object. Throws an error that says what is wrong with the text.
 * @param {string} text @returns {Record<string, unknown>} */
export function readObject(text) {
  /** @type {unknown} */
  let value;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(`This is not JSON: ${error instanceof Error ? error.message : error}.`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Error("This is JSON, but not an object in braces.");
  }
  if ("token" in value) {
    throw new Error("A token is not written into an object here. Use the field “token”.");
  }
  return /** @type {Record<string, unknown>} */ (value);
}

/** Whether a text is a JSON object. @param {string} text */
export function isObject(text) {
  try {
    return Boolean(readObject(text));
  } catch {
    return false;
  }
}
