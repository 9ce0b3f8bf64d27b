import { button, element } from "./dom.js";

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

/** Orders faults for the next answers of the sandbox, which applies them one after the other. */
export class FaultPanel {
  #waiting;

  /**
   * @param {HTMLElement} choices
   * @param {HTMLElement} waiting
   * @param {HTMLElement} clear
   */
  constructor(choices, waiting, clear) {
    this.#waiting = waiting;
    for (const [label, order] of FAULTS) {
      choices.append(
        button(label, "choice", () => {
          void this.#ask({ method: "POST", body: JSON.stringify(order) });
        }),
      );
    }
    clear.addEventListener("click", () => void this.#ask({ method: "DELETE" }));
    for (const name of ["lead-phone-created", "lead-phone-updated", "lead-phone-error"]) {
      document.addEventListener(name, () => void this.#ask());
    }
    void this.#ask();
  }

  /** Sends an order, if there is one, and shows the orders that wait. @param {RequestInit} [order] */
  async #ask(order) {
    try {
      if (order) {
        await fetch("/sandbox/faults", order);
      }
      const response = await fetch("/sandbox/faults");
      this.#show(/** @type {Fault[]} */ (await response.json()));
    } catch {
      const sentence = "The sandbox does not answer.";
      this.#waiting.replaceChildren(element("p", { class: "hint" }, sentence));
    }
  }

  /** @param {Fault[]} orders */
  #show(orders) {
    this.#waiting.replaceChildren(
      orders.length === 0
        ? element("p", { class: "hint" }, "Nothing waits: answers are the API’s own.")
        : element("ol", {}, ...orders.map((order) => element("li", {}, describe(order)))),
    );
  }
}

/** Describes an order by its content: it may come from elsewhere than from a button of this panel.
 * @param {Fault} order */
function describe(order) {
  const parts = [
    order.delay ? `after ${order.delay / 1000} s` : "",
    order.status ? String(order.status) : "",
    order.drop ? "no answer" : "",
    order.cut ? "cut off" : "",
    (order.times ?? 1) > 1 ? `× ${order.times}` : "",
  ];
  return parts.filter(Boolean).join(" ") || "something else";
}
