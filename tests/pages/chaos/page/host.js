// What the host does with a form.

const forget = (watched) => {
  watched.typed = null;
  watched.fields = {};
  watched.pressed = {};
};
/** The host's values are not known, but what was typed stays. */
const unsure = (watched) => {
  const { text, number } = watched.fields;
  watched.fields = watched.pressed = { text, number };
};
const put = (watched, where) => {
  if (!watched.isGone) where(watched.form);
};
const choose = async (watched, text) => {
  const country = usable(watched, "country");
  if (!country) return;
  country.focus();
  country.value = text;
  input(country);
  await turn();
  raise(country, new KeyboardEvent("keydown", { key: "Enter", bubbles: true, composed: true, cancelable: true }));
  await turn();
  country.blur();
};
/** Another number is read for the country, so only the digits are known. */
const readAnew = (watched) => {
  if (watched.fields.text && !watched.fields.text.startsWith("+")) unsure(watched);
};

const HOST = {
  reset: (watched) => { watched.form.reset?.(); forget(watched) },
  "reset of the page's form": () => { place("a").closest("form").reset(); all.forEach(forget) },
  disable: ({ form }) => { form.disabled = true },
  enable: ({ form }) => { form.disabled = false },
  "fieldset is disabled": () => { place("a").disabled = true },
  "fieldset is enabled": () => { place("a").disabled = false },
  "locale fr": ({ form }) => { form.locale = "fr" },
  "locale unset": ({ form }) => { form.locale = undefined },
  "locale attribute": ({ form }) => form.setAttribute("locale", "de_DE"),
  messages: ({ form }) => { form.messages = { submit: "Go", created: "{number}!" } },
  "messages unset": ({ form }) => { form.messages = undefined },
  "country FR": (watched) => { watched.form.country = "FR"; readAnew(watched) },
  "country unset": (watched) => { watched.form.country = undefined; readAnew(watched) },
  countries: ({ form }) => { form.countries = ["CA", "FR"] },
  "countries unset": ({ form }) => { form.countries = undefined },
  fields: (watched) => { watched.form.fields = ["mobile"]; unsure(watched) },
  "fields unset": (watched) => { watched.form.fields = undefined; unsure(watched) },
  types: (watched) => { watched.form.phoneTypes = ["mobile", "work"]; unsure(watched) },
  "types unset": (watched) => { watched.form.phoneTypes = undefined; unsure(watched) },
  flags: ({ form }) => { form.flags = !form.flags },
  "timeout wrong": ({ form }) => form.setAttribute("timeout", "soon"),
  timeout: ({ form }) => { form.setAttribute("timeout", "501"); form.timeout = 500 },
  "base-url wrong": ({ form }) => { form.baseUrl = "ftp://nowhere" },
  "base-url elsewhere": ({ form, slot }) => { form.baseUrl = `${addressOf(slot)}/elsewhere` },
  "base-url": ({ form, slot }) => { form.baseUrl = addressOf(slot) },
  "token text": (watched) => giveToken(watched, "text"),
  "token function": (watched) => giveToken(watched, "function"),
  "token promise": (watched) => giveToken(watched, "promise"),
  "token that throws": ({ form, slot }) => {
    form.token = slot % 2 ? throws : () => Promise.reject(new Error(`${OWN} ${SECRET}`));
  },
  "token null": ({ form }) => { form.token = null },
  "token attribute": ({ form }) => form.setAttribute("token", SECRET),
  lead: (watched) => { watched.form.leadId = nextId++; forget(watched) },
  "lead unset": (watched) => { watched.form.leadId = null },
  phone: (watched) => { watched.form.phone = phoneOf(watched.slot); forget(watched) },
  "phone again": (watched) => {
    const { phone } = watched.form;
    watched.form.phone = phone && { ...phone, extension: 77 };
    if (watched.typed) unsure(watched); else forget(watched);
  },
  "phone null": (watched) => { watched.form.phone = null; forget(watched) },
  "phone-id attribute": (watched) => { watched.form.setAttribute("phone-id", nextId++); forget(watched) },
  "phone-id removed": (watched) => { watched.form.removeAttribute("phone-id"); forget(watched) },
  remove: ({ form }) => form.remove(),
  append: (watched) => put(watched, (form) => place(["a", "b"][step % 2]).append(form)),
  move: (watched) => put(watched, (form) => place("b").prepend(form)),
  moveBefore: (watched) => put(watched, (form) => {
    const b = place("b");
    form.isConnected && b.moveBefore ? b.moveBefore(form, null) : b.append(form);
  }),
  wrap: (watched) => put(watched, (form) => {
    const around = document.createElement("section");
    if (form.isConnected) form.replaceWith(around);
    else place("a").append(around);
    around.append(form);
  }),
  "remove and append": (watched) => put(watched, (form) => { form.remove(); place("a").append(form) }),
  "another form": (watched) => {
    watched.isGone = true;
    watched.form.remove();
    place("a").append(make(watched.slot).form);
  },
  cancel: (watched) => { watched.cancels = true },
  allow: (watched) => { watched.cancels = false },
  "listeners throw": (watched) => { watched.throwing = true },
  "listeners are calm": (watched) => { watched.throwing = false },
  "remove in an event": (watched) => { watched.leaving = true },
  "dispatchEvent throws": ({ form }) => { form.dispatchEvent = throws },
  defaults: () => {
    const LeadPhoneForm = customElements.get("lead-phone-form");
    if (LeadPhoneForm) LeadPhoneForm.defaults = { locale: "es", messages: { submit: "Ya" }, timeout: 500 };
  },
  "defaults unset": () => {
    const LeadPhoneForm = customElements.get("lead-phone-form");
    if (LeadPhoneForm) LeadPhoneForm.defaults = {};
  },
  focus: ({ form }) => form.focus(),
  blur: ({ form }) => form.shadowRoot?.activeElement?.blur(),
  "open the list": async (watched) => {
    const country = usable(watched, "country");
    country?.focus();
    country?.click();
    await turn();
  },
  "choose France": async (watched) => { await choose(watched, "France"); readAnew(watched) },
  "choose Canada": async (watched) => { await choose(watched, "Canada"); readAnew(watched) },
  undo: (watched) => {
    const number = usable(watched, "number");
    const init = { key: "z", ctrlKey: true, bubbles: true, composed: true, cancelable: true };
    if (!number) return;
    number.focus();
    raise(number, new KeyboardEvent("keydown", init));
    forget(watched);
  },
  wait: (watched) => until(() => !watched.open, 3000),
  "wait for all": () => until(() => all.every(({ open }) => !open), 3000),
};
