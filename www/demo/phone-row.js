import { button, element } from "./dom.js";
import { editor } from "./editor.js";
import { fetchWritten } from "./numbers.js";

/** @import { LeadPhoneForm, Phone } from "./types.js" */

const DATE = new Intl.DateTimeFormat("en-CA", { dateStyle: "medium" });

/** One phone of a lead, shown as text or in a form. */
export class PhoneRow {
  item = element("li");
  #phone;
  #form;

  /**
   * @param {Phone} phone
   * @param {(phone: Phone) => LeadPhoneForm} form
   */
  constructor(phone, form) {
    this.#phone = phone;
    this.#form = form;
    this.#read();
  }

  /** Closes the form and shows the updated phone. @param {Phone} phone */
  update(phone) {
    this.#phone = phone;
    const focused = this.item.contains(document.activeElement);
    this.#read(focused);
  }

  /** Shows the phone as text. @param {boolean} [focus] whether the Edit button gets the focus */
  #read(focus = false) {
    const { number, extension, updated_at, valid } = this.#phone;
    const mobile = this.#phone.mobile ?? this.#phone.type === "mobile";
    const edit = button("Edit", "secondary", () => void this.#edit());
    const shown = element("bdi", { class: "number", dir: "ltr" });
    void fetchWritten(number).then((written) => {
      shown.textContent = written;
      edit.setAttribute("aria-label", `Edit ${written}`);
    });
    this.item.replaceChildren(
      element(
        "div",
        { class: "phone" },
        element(
          "p",
          { class: "dial" },
          shown,
          extension === null ? null : element("span", { class: "extension" }, `ext. ${extension}`),
        ),
        element(
          "p",
          { class: "about" },
          mobile ? element("span", { class: "badge" }, "Mobile") : null,
          valid ? null : element("span", { class: "badge doubt" }, "Not in use?"),
          element(
            "time",
            { datetime: updated_at },
            `Updated ${DATE.format(new Date(updated_at))}`,
          ),
        ),
        edit,
      ),
    );
    if (focus) {
      edit.focus();
    }
  }

  async #edit() {
    const title = `Edit ${await fetchWritten(this.#phone.number)}`;
    const form = this.#form(this.#phone);
    this.item.replaceChildren(editor(title, "Cancel", form, () => this.#read(true)));
  }
}
