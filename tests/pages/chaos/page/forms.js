// The forms of the page: each place has another kind.

const UPDATES = [4, 5, 7];
const TYPED = [6, 7];
const ASKS_AGAIN = [2, 3, 5, 7];

/** All forms of the page that a save may still belong to, and those that are in use. */
const all = [];
const inUse = [];
let nextId = 1000;

const addressOf = (slot) => `${api}/f${slot}`;
const phoneOf = (slot) => ({ id: nextId++, number: `+1613234567${slot}`, extension: null, mobile: false, type: "home" });

const giveToken = (watched, kind) => {
  const next = () => `${SECRET}-${watched.slot}-${watched.tokens++}`;
  watched.asksAgain ||= kind !== "text";
  watched.form.token = { text: next(), function: next, promise: async () => next() }[kind];
};

const make = (slot) => {
  const form = document.createElement("lead-phone-form");
  const watched = watch(slot, form);
  // Half of them by attributes, half by properties.
  if (slot % 2) {
    form.setAttribute("lead-id", 100 + slot);
    form.setAttribute("base-url", addressOf(slot));
    form.setAttribute("timeout", "500");
  } else {
    Object.assign(form, { leadId: 100 + slot, baseUrl: addressOf(slot), timeout: 500 });
  }
  giveToken(watched, ASKS_AGAIN.includes(slot) ? ["function", "promise"][slot % 2] : "text");
  if (TYPED.includes(slot)) form.phoneTypes = ["home", "work", "mobile"];
  if (UPDATES.includes(slot)) form.phone = phoneOf(slot);
  all.push(watched);
  inUse[slot] = watched;
  return watched;
};

const place = (name) => document.getElementById(`place-${name}`);
const controlOf = ({ form }, id) => form.shadowRoot?.getElementById(id);

/** The control that a user can fill in now. */
const usable = (watched, id, kinds = ["text", "tel"]) => {
  const control = controlOf(watched, id);
  const isOnly = watched.form.shadowRoot?.querySelectorAll(`#${id}`).length === 1;
  if (!control || !isOnly || !watched.form.isConnected || control.disabled || control.readOnly) return null;
  return kinds.includes(control.type) && !control.closest("[hidden]") ? control : null;
};
