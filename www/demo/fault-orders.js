import { element } from "./dom.js";

/** @import { Fault } from "./types.js" */

/** The faults that are ordered from the sandbox, and a list of them on the page. */
export class FaultOrders {
  #list;

  /** @param {HTMLElement} list */
  constructor(list) {
    this.#list = list;
    for (const name of ["lead-phone-created", "lead-phone-updated", "lead-phone-error"]) {
      // An answer uses up an order.
      document.addEventListener(name, () => void this.#ask());
    }
    void this.#ask();
  }

  /** Orders a fault for the next answers. @param {Fault} order */
  async order(order) {
    await this.#ask({ method: "POST", body: JSON.stringify(order) });
  }

  /** Takes back all orders. */
  async clear() {
    await this.#ask({ method: "DELETE" });
  }

  /** Sends a request, if there is one, and shows the orders. @param {RequestInit} [request] */
  async #ask(request) {
    try {
      const sent = request && (await fetch("/sandbox/faults", request));
      if (sent && !sent.ok) {
        const { message } = /** @type {{ message: string }} */ (await sent.json());
        this.#say(message);
        return;
      }
      const response = await fetch("/sandbox/faults");
      this.#show(/** @type {Fault[]} */ (await response.json()));
    } catch {
      this.#say("The sandbox does not answer. Is the demo still running?");
    }
  }

  /** @param {string} sentence */
  #say(sentence) {
    this.#list.replaceChildren(element("p", { class: "hint" }, sentence));
  }

  /** @param {Fault[]} orders */
  #show(orders) {
    if (orders.length === 0) {
      this.#say("No fault is ordered. The API gives its own answers.");
      return;
    }
    this.#list.replaceChildren(
      element("ol", {}, ...orders.map((order) => element("li", {}, describe(order)))),
    );
  }
}

/** Describes an order by its content: it may come from elsewhere than from this page.
 * @param {Fault} order */
function describe(order) {
  const parts = [
    order.delay ? `after ${order.delay / 1000} s` : "",
    order.status ? String(order.status) : "",
    order.drop ? "no answer" : "",
    order.cut ? "cut off" : "",
    order.stall ? "stalls" : "",
    order.after ? "saved first" : "",
    order.cors === false ? "no CORS headers" : "",
    (order.times ?? 1) > 1 ? `× ${order.times}` : "",
  ];
  return parts.filter(Boolean).join(" ") || "the API’s own";
}
