import { element } from "./dom.js";

/** @import { Lead } from "./types.js" */

/** The links to the leads. */
export class LeadList {
  /** The id of the selected lead. */
  selected = NaN;
  /** @type {Map<number, { link: HTMLElement, phones: HTMLElement }>} */
  #entries = new Map();
  #list;
  #count;

  /**
   * @param {HTMLElement} list
   * @param {HTMLElement} count
   */
  constructor(list, count) {
    this.#list = list;
    this.#count = count;
  }

  /** @param {Lead} lead */
  add(lead) {
    const phones = element("span", { class: "phones" });
    const link = element(
      "a",
      { href: `#lead-${lead.id}` },
      element("span", { class: "name" }, `${lead.first_name} ${lead.last_name}`),
      element("span", { class: "vehicle" }, lead.vehicle),
      element("span", { class: "origin" }, element("span", {}, lead.source), phones),
    );
    this.#entries.set(lead.id, { link, phones });
    this.#list.append(element("li", {}, link));
    this.#count.textContent = String(this.#entries.size);
    this.update(lead);
  }

  /** @param {Lead} lead */
  update(lead) {
    const entry = this.#entries.get(lead.id);
    if (entry) {
      const count = lead.phones.length;
      entry.phones.textContent = count === 1 ? "1 phone" : `${count || "No"} phones`;
      entry.phones.classList.toggle("none", count === 0);
    }
  }

  /** @param {Lead} lead */
  select(lead) {
    this.selected = lead.id;
    for (const [id, { link }] of this.#entries) {
      if (id === lead.id) {
        link.setAttribute("aria-current", "true");
        link.scrollIntoView({ block: "nearest", inline: "nearest" });
      } else {
        link.removeAttribute("aria-current");
      }
    }
  }
}
