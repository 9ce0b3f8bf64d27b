// `entry`, as far as it is known before the WebAssembly is loaded.

/** What stands in a form that nothing is known of. @param {import("./settings.js").Settings} settings
 * @returns {import("./lead-phone-form.js").Entry} */
export function emptyEntry({ country, phone, phoneTypes }) {
  const kind = phoneTypes.length
    ? { type: phone?.type ?? phoneTypes[0] ?? "" }
    : { mobile: phone?.mobile ?? false };
  return {
    number: phone?.number ?? null,
    country,
    extension: phone?.extension ?? "",
    ...kind,
    possible: false,
    valid: false,
    reason: null,
    numberType: null,
    dirty: false,
  };
}
