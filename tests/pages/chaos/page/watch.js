// What each form is expected to hold, and what became of each save.

/** All that is recorded for the test, beside `wrong`. */
const submits = [];
/** The events that the document has heard, by their details. */
const heard = new Map();

const EVENTS = ["ready", "submit", "created", "updated", "error", "refused", "change"];

const sevenOf = (text) => String(text).replace(/\D/g, "").slice(-7);

/** Adds the record of a form that is made now. */
const watch = (slot, form) => {
  const watched = {
    slot,
    form,
    /** The last digits of the number that is typed and not saved. */
    typed: null,
    /** What the fields hold; what is not known is undefined. */
    fields: {},
    /** The fields when a save was asked for last. */
    pressed: {},
    /** The save that has left and has not ended. */
    open: null,
    details: new Set(),
    /** How many promises of `save()` have not resolved. */
    waiting: 0,
    failures: 0,
    failed: false,
    mutated: false,
    cancels: false,
    throwing: false,
    leaving: false,
    stops: [],
    tokens: 0,
    asksAgain: false,
  };
  for (const name of EVENTS) form.addEventListener(`lead-phone-${name}`, (event) => hear(watched, name, event));
  return watched;
};

const hear = (watched, name, event) => {
  const { detail } = event;
  if (event.target !== watched.form && event.target !== document) violate(watched, `the target of ${name}`);
  if (stringify(detail)?.includes(SECRET)) violate(watched, `the token is in the event ${name}`);
  if (detail && typeof detail === "object") watched.details.add(detail);
  if (name === "submit") begin(watched, event);
  if (name === "created" || name === "updated") end(watched, name, detail);
  if (name === "error") {
    if (detail.kind === "internal") {
      watched.failed = true;
      if (!isTrapped) violate(watched, `it has failed: ${stringify(detail)}`);
      watched.failures += 1;
      if (watched.failures > 1) violate(watched, "it is told twice that the form has failed");
    }
    // What is wrong with the settings ends no save that has left.
    if (detail.operation || ["internal", "load"].includes(detail.kind)) end(watched, name, detail);
  }
  if (watched.leaving && ["submit", "created", "error"].includes(name)) {
    watched.leaving = false;
    watched.form.remove();
  }
  if (watched.throwing) throws();
};

const begin = (watched, event) => {
  const { operation, phoneId, body } = event.detail;
  if (watched.open) violate(watched, `a save begins before the last has ended: ${stringify(body)}`);
  const expected = [watched.pressed, watched.fields].map((fields) => unlike(watched, body, fields));
  if (expected.every(Boolean)) {
    violate(watched, `what is sent is not in the fields: ${expected[1]}: ${stringify([body, watched.pressed, watched.fields])}`);
  }
  const { leadId } = watched.form;
  if (operation === "create" && body.lead_id !== leadId) violate(watched, `lead ${leadId}: ${stringify(body)}`);
  if (operation === "update" && phoneId !== watched.form.phoneId) violate(watched, `phone ${phoneId}`);
  const record = {
    slot: watched.slot,
    operation,
    body,
    cancelled: watched.cancels,
    asksAgain: watched.asksAgain,
    ends: [],
  };
  submits.push(record);
  if (watched.cancels) {
    event.preventDefault();
  } else {
    watched.open = { record, fields: { ...watched.fields }, fills: watched.fills };
  }
};

/** What of a body is not what these fields hold. */
const unlike = (watched, body, fields) => {
  const { text, number, extension, mobile, type } = fields;
  const { country } = watched.form.entry;
  const isKnown = text?.startsWith("+") || text === number || ["CA", "US"].includes(country);
  if (number !== undefined && "number" in body && isKnown && body.number !== number) return `the number is ${number}`;
  if (extension !== undefined && "extension" in body && String(body.extension ?? "") !== extension) {
    return `the extension is ${extension}`;
  }
  if (mobile !== undefined && "mobile" in body && body.mobile !== mobile) return `mobile is ${mobile}`;
  if (type !== undefined && "type" in body && body.type !== type) return `the type is ${type}`;
};

const end = (watched, name, detail) => {
  const { open } = watched;
  watched.open = null;
  if (!open) {
    // A failure of the form ends no save where there was none.
    if (name !== "error" || !["internal", "load", "configuration"].includes(detail.kind)) {
      violate(watched, `${name} without a save: ${stringify(detail)}`);
    }
    return;
  }
  open.record.ends.push({ name, detail });
  if (name === "error") return;
  const isCreate = open.record.operation === "create";
  if (isCreate !== (name === "created")) violate(watched, `${name} after ${open.record.operation}`);
  if (watched.fills === open.fills) {
    watched.typed = null;
    watched.fields = {};
  } else if (watched.typed === sevenOf(open.record.body.number)) {
    watched.typed = null;
  }
};

for (const name of ["submit", "created", "updated", "error"]) {
  document.addEventListener(`lead-phone-${name}`, ({ detail }) => heard.set(detail, (heard.get(detail) ?? 0) + 1));
}

/** What the form shows of a number that is typed and not saved. */
const isShown = ({ form, typed }) => {
  const numbers = [...(form.shadowRoot?.querySelectorAll("#number") ?? [])];
  return numbers.some(({ value }) => value.replace(/\D/g, "").includes(typed));
};

/** Looks whether what was typed is still there. */
const checkTyped = async (watched, within) => {
  const { form } = watched;
  const isExpected = () => isTakenOver && watched.typed !== null && form.isConnected;
  const isGood = () => !isExpected() || isShown(watched);
  // The longer a page goes on removing elements, the longer they are gone, until the form is used.
  if (!isGood()) form.focus();
  if (!isGood() && !(await until(isGood, within))) {
    const now = [...(form.shadowRoot?.querySelectorAll("#number") ?? [])].map(({ value }) => value);
    violate(watched, `${watched.typed} was typed and is not saved, but ${stringify(now)} is shown`);
    watched.typed = null;
  }
};

/** Looks for the token wherever a script could read it. */
const checkSecret = (all) => {
  if (document.documentElement.outerHTML.includes(SECRET)) violate(null, "the token is in the page");
  for (const watched of all) {
    const { form } = watched;
    const texts = [form.shadowRoot?.innerHTML ?? "", stringify(form.entry) ?? "", form.outerHTML];
    for (const input of form.shadowRoot?.querySelectorAll("input") ?? []) texts.push(input.value);
    if (texts.some((text) => text.includes(SECRET))) violate(watched, "the token is in the form");
  }
};
