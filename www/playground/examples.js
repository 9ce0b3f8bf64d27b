// Examples for the properties that are objects.

/** @import { Lead } from "../demo/types.js" */

/** @type {Partial<Record<string, () => Promise<unknown>>>} */
const EXAMPLES = {
  phone: firstPhone,
  messages: async () => ({
    submit: "Add to the lead",
    created: "Done: {number}",
    product: "the portal",
  }),
  defaults: async () => ({ country: "FR", preferredCountries: "FR BE" }),
};

/** @param {string} property */
export function exampleOf(property) {
  return EXAMPLES[property];
}

/** A phone that the sandbox has, so that an update succeeds. */
async function firstPhone() {
  const response = await fetch("/sandbox/leads");
  const leads = /** @type {Lead[]} */ (await response.json());
  const phone = leads.flatMap(({ phones }) => phones)[0];
  return phone ?? { id: 34566, number: "+15141234455", extension: 555, mobile: false };
}
