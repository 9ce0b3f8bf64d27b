// The languages that the form has words in. The demo's server lists them.

/** The tags, in the order of the alphabet. @returns {Promise<string[]>} */
export async function fetchTags() {
  const response = await fetch("/demo/locales");
  if (!response.ok) {
    throw new Error(`/demo/locales answered ${response.status}`);
  }
  return response.json();
}

/** The name of a language in itself. @param {string} tag */
export function nameOf(tag) {
  return new Intl.DisplayNames(tag, { type: "language" }).of(tag) ?? tag;
}
