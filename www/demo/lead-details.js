import { announce, button, element } from "./dom.js";
import { PhoneRow } from "./phone-row.js";
import { editor } from "./editor.js";
import { fetchWritten } from "./numbers.js";

/** @import { Lead, MakePhoneForm, Phone } from "./types.js" */

/** A lead with its phones and the forms for them. */
export class LeadDetails {
  article;
  /** @type {Map<number, PhoneRow>} */
  #rows = new Map();
  #lead;
  #phoneForm;
  #heading;
  #list = element("ul", { class: "rows" });
  #empty = element("p", { class: "empty" }, "This lead has no phone yet.");
  #place = element("div");
  #add = button("Add phone", "primary", () => this.#open(true));

  /**
   * @param {Lead} lead
   * @param {MakePhoneForm} phoneForm
   */
  constructor(lead, phoneForm) {
    this.#lead = lead;
    this.#phoneForm = phoneForm;
    const title = `lead-${lead.id}-name`;
    const name = `${lead.first_name} ${lead.last_name}`;
    this.#heading = element("h2", { id: title, tabindex: "-1" }, name);
    this.article = element(
      "article",
      { "aria-labelledby": title },
      element(
        "header",
        { class: "who" },
        this.#heading,
        element(
          "dl",
          { class: "facts" },
          fact("Vehicle of interest", lead.vehicle),
          fact("Source", lead.source),
          fact("Lead number", String(lead.id)),
        ),
      ),
      element(
        "section",
        { class: "card", "aria-labelledby": `${title}-phones` },
        element(
          "div",
          { class: "title" },
          element("h3", { id: `${title}-phones` }, "Phones"),
          this.#add,
        ),
        this.#list,
        this.#empty,
        this.#place,
      ),
    );
    lead.phones.forEach((phone) => this.#row(phone));
    this.#empty.hidden = lead.phones.length > 0;
    this.#open(false);
  }

  /** Moves the focus to the heading of the lead. */
  focus() {
    this.#heading.focus({ preventScroll: true });
  }

  /** Shows a new or changed phone, as the API returned it. @param {Phone} phone */
  show(phone) {
    const row = this.#rows.get(phone.id);
    if (row) {
      row.update(phone);
      void fetchWritten(phone.number).then((number) => announce(`${number} is saved.`));
    } else {
      this.#row(phone);
    }
    this.#empty.hidden = true;
  }

  /** @param {Phone} phone */
  #row(phone) {
    const row = new PhoneRow(phone, (phone) => this.#phoneForm(this.#lead, phone));
    this.#rows.set(phone.id, row);
    this.#list.append(row.item);
  }

  /** Opens the form for a new phone. @param {boolean} takesFocus whether the number gets the focus */
  #open(takesFocus) {
    this.#add.hidden = true;
    const form = this.#phoneForm(this.#lead);
    const close = () => {
      this.#place.replaceChildren();
      this.#add.hidden = false;
      this.#add.focus();
    };
    this.#place.replaceChildren(editor("New phone", "Close", form, close, takesFocus));
  }
}

/** @param {string} name @param {string} value */
function fact(name, value) {
  return element("div", {}, element("dt", {}, name), element("dd", {}, value));
}
