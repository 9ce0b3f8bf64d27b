// What every page does around its form, so that the pages differ by the form alone: how many
// forms there are, when they are ready, and the request that saves.

const LEAD = 3387562;
const TOKEN = "sandbox-token";

/** @typedef {{ number: string, extension: string, mobile: boolean }} Phone */

/**
 * Saves a phone and raises `phone-created`.
 * @param {Phone} phone
 */
export async function save({ number, extension, mobile }) {
  const answer = await fetch("/api/v2/lead-phones", {
    method: "POST",
    headers: { Authorization: `Bearer ${TOKEN}`, "Content-Type": "application/json" },
    body: JSON.stringify({
      lead_id: LEAD,
      number,
      extension: extension ? Number(extension) : null,
      mobile,
    }),
  });
  if (!answer.ok) {
    throw new Error(`The phone was not saved (${answer.status}).`);
  }
  document.dispatchEvent(new CustomEvent("phone-created", { detail: await answer.json() }));
  document.documentElement.dataset.saved = String(performance.now());
}

/**
 * Makes as many forms as the page's address asks for, and says when all of them can be typed
 * into. `create` makes so many more, and calls `ready` once for each.
 * @param {(count: number, place: HTMLElement, ready: () => void) => void} create
 */
export function run(create) {
  const place = /** @type {HTMLElement} */ (document.getElementById("forms"));
  /** @param {number} count */
  const createForms = (count) =>
    /** @type {Promise<void>} */ (new Promise((resolve) => {
      let left = count;
      create(count, place, () => {
        left -= 1;
        if (left === 0) {
          resolve();
        }
      });
    }));
  Object.assign(globalThis, { createForms });
  const asked = Number(new URLSearchParams(location.search).get("forms") ?? 1);
  createForms(asked).then(() => {
    document.documentElement.dataset.ready = String(performance.now());
  });
}
