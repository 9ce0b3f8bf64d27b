// A dealership's page of leads. It uses <lead-phone-form> as any page can: through the element, a
// few of its properties, and its events.

import { EventLog } from "./event-log.js";
import { FaultPanel } from "./fault-panel.js";
import { LeadDetails } from "./lead-details.js";
import { LeadList } from "./lead-list.js";
import { LanguageSwitch } from "./language-switch.js";
import { ThemePanel } from "./theme-panel.js";
import { byId, element } from "./dom.js";

/**
 * Creates the form for a new phone of a lead or, if a phone is given, for editing that phone. To
 * embed the form, a page needs only this function and the two listeners below it.
 *
 * @type {import("./types.js").MakePhoneForm}
 */
function phoneForm(lead, phone) {
  const form = document.createElement("lead-phone-form");
  form.setAttribute("lead-id", String(lead.id));
  form.setAttribute("base-url", "/api/v2");
  language.apply(form);
  form.flags = true;
  // An address of the page's own server, which knows who is signed in.
  form.setAttribute("token-url", "/crm-token");
  if (phone) {
    form.phone = phone;
  }
  return form;
}

document.addEventListener("lead-phone-created", ({ detail }) => show(detail));
document.addEventListener("lead-phone-updated", ({ detail }) => show(detail));

const FIRST_LEAD = 3387562;

/** @type {Map<number, import("./types.js").Lead>} */
const leads = new Map();
/** Created when a lead is first selected, and kept, so that the values typed in its forms stay.
 * @type {Map<number, LeadDetails>} */
const details = new Map();
const list = new LeadList(byId("leads"), byId("leads-count"));
const main = byId("lead");
const language = new LanguageSwitch(/** @type {HTMLSelectElement} */ (byId("language")));

new ThemePanel(byId("theme"), byId("theme-rules"));
new EventLog(byId("events"), byId("events-clear"));
new FaultPanel(byId("faults"), byId("faults-waiting"), byId("faults-clear"));

/**
 * Shows what was saved. The event's detail is the API's answer, so nothing is fetched again.
 *
 * @param {object} answer
 */
function show(answer) {
  const phone = /** @type {import("./types.js").Phone} */ (answer);
  const lead = leads.get(phone.lead?.id ?? phone.lead_id ?? NaN);
  if (!lead) {
    return;
  }
  const known = lead.phones.findIndex(({ id }) => id === phone.id);
  if (known < 0) {
    lead.phones.push(phone);
  } else {
    lead.phones[known] = phone;
  }
  list.update(lead);
  details.get(lead.id)?.show(phone);
}

/** Selects the lead that the URL's hash names, so that a link or a reload selects it again. */
function select() {
  const named = Number(/^#lead-(\d+)$/.exec(location.hash)?.[1]);
  const lead = leads.get(named) ?? leads.get(FIRST_LEAD) ?? [...leads.values()][0];
  if (!lead) {
    return;
  }
  const shown = details.get(lead.id) ?? new LeadDetails(lead, phoneForm);
  if (!details.has(lead.id)) {
    details.set(lead.id, shown);
    main.append(shown.article);
  }
  for (const [id, { article }] of details) {
    article.hidden = id !== lead.id;
  }
  list.select(lead);
  document.title = `${lead.first_name} ${lead.last_name} – Northgate Motors`;
}

async function start() {
  const [response] = await Promise.all([fetch("/sandbox/leads"), language.load()]);
  if (!response.ok) {
    throw new Error(`/sandbox/leads answered ${response.status}`);
  }
  for (const lead of /** @type {import("./types.js").Lead[]} */ (await response.json())) {
    leads.set(lead.id, lead);
    list.add(lead);
  }
  select();
  window.addEventListener("hashchange", () => {
    select();
    details.get(list.selected)?.focus();
  });
}

byId("skip").addEventListener("click", (event) => {
  // The URL's hash must keep the lead.
  event.preventDefault();
  main.focus();
});

start().catch((error) => {
  console.error(error);
  const sentence = "The leads could not be read. Is the sandbox running? Reload to try again.";
  main.append(element("p", { class: "notice", role: "alert" }, sentence));
});

// Loads the form's WebAssembly now, so that the first form does not have to wait for it. If loading
// fails, the form shows that itself.
customElements
  .whenDefined("lead-phone-form")
  .then((form) => form.preload())
  .catch(() => {});
