// The settings for every form of the page: `LeadPhoneForm.defaults`, and attributes of the script's
// tag. A form has them where it has no setting of its own.

/** @typedef {Record<string, unknown>} Values by the names of properties */

/** The forms that are on the page. Each is called after a change, and when the page is left.
 * @type {Set<(event?: Event) => void>} */
export const followers = new Set();
globalThis.addEventListener?.("pagehide", tellFollowers);

/** Reads an attribute of the script's tag. @param {string} name */
export function readScriptTag(name) {
  return globalThis.document?.querySelector(`script[${name}]`)?.getAttribute(name);
}

/** The current values. A change of a member is noticed too. */
let current = watched({
  baseUrl: readScriptTag("data-base-url"),
  tokenUrl: readScriptTag("data-token-url"),
});

export function getDefaults() {
  return current;
}

/** @param {Values | null | undefined} values */
export function setDefaults(values) {
  try {
    current = watched({ ...values });
  } catch {
    // A proxy that is revoked, or a getter that throws.
    current = watched({});
  }
  tellFollowers();
}

/** @param {Values} values @returns {Values} */
function watched(values) {
  return new Proxy(values, {
    set: (target, name, value) => Reflect.set(target, name, value) && tellFollowers(),
    deleteProperty: (target, name) => Reflect.deleteProperty(target, name) && tellFollowers(),
  });
}

/** Makes every form look at what all forms of the page share. @param {Event} [event] */
export function tellFollowers(event) {
  for (const follow of [...followers]) {
    follow(event);
  }
  return true;
}
