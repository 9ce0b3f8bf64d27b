// `entry`: what stands in the form now.

/** @typedef {import("./lead-phone-form.js").Entry} Entry */

/** The entry of a form, from the values that the component gives, in this order.
 * @param {any[]} values @returns {Entry} */
export function entryOf([
  number,
  country,
  extension,
  type,
  mobile,
  possible,
  valid,
  reason,
  numberType,
  dirty,
]) {
  const kind = type === null ? { mobile } : { type };
  return { number, country, extension, ...kind, possible, valid, reason, numberType, dirty };
}

/** What stands in a form that nothing is known of. @param {import("./settings.js").Settings} settings
 * @returns {Entry} */
export function emptyEntry({ country, phone, phoneTypes }) {
  const type = phoneTypes.length ? (phone?.type ?? phoneTypes[0] ?? "") : null;
  return entryOf([
    phone?.number ?? null,
    country,
    phone?.extension ?? "",
    type,
    phone?.mobile ?? false,
    false,
    false,
    null,
    null,
    false,
  ]);
}
