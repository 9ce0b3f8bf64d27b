import { button } from "./dom.js";
import { FaultOrders } from "./fault-orders.js";

/** @import { Fault } from "./types.js" */

/** @type {[label: string, order: Fault][]} */
const FAULTS = [
  // Twice, because after the first 401 the form asks for another token and tries again.
  ["401", { times: 2, status: 401, body: { message: "Unauthenticated." } }],
  ["403 duplicate", { status: 403, body: { message: "Duplicate phone." } }],
  ["404", { status: 404, body: { message: "No query results for model LeadPhone." } }],
  [
    "422 number",
    {
      status: 422,
      body: {
        message: "The given data was invalid.",
        errors: { number: ["The number format is invalid."] },
      },
    },
  ],
  [
    "429, retry after 5 s",
    { status: 429, headers: { "Retry-After": "5" }, body: { message: "Too Many Attempts." } },
  ],
  ["500", { status: 500, body: { message: "Server Error" } }],
  ["Slow, 3 s", { delay: 3000 }],
  // Twice, because browsers repeat a request when a reused connection breaks.
  ["No answer", { times: 2, drop: true }],
  ["Cut off", { cut: true }],
];

/** Buttons that order faults for the next answers of the sandbox, which applies them in their order. */
export class FaultPanel {
  /**
   * @param {HTMLElement} choices
   * @param {HTMLElement} list
   * @param {HTMLElement} clear
   */
  constructor(choices, list, clear) {
    const orders = new FaultOrders(list);
    for (const [label, order] of FAULTS) {
      choices.append(button(label, "choice", () => void orders.order(order)));
    }
    clear.addEventListener("click", () => void orders.clear());
  }
}
