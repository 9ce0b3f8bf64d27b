// Carries out the steps, and looks whether what is promised is kept.

/** The page's replacements, until they are put back. */
const replaced = [];
const restore = () => {
  for (const [target, name, original] of replaced.splice(0)) define(target, name, original);
};
const replace = (path) => {
  const names = path.split(".");
  const name = names.pop();
  const target = names.reduce((object, key) => object[key], window);
  replaced.push([target, name, describe(target, name)]);
  define(target, name, { ...describe(target, name), value: throws });
};

/** Holds the WebAssembly back until the forms are to be taken over. */
let takeOver;
const released = new Promise((resolve) => { takeOver = resolve });
const fetchLater = async (url, options) => {
  if (String(url).endsWith(".wasm")) await released;
  return nativeFetch(url, options);
};
window.fetch = (url, options) => {
  const answer = fetchLater(url, options);
  // Without this function of the browser no form can wait for the answer, nor for its failure.
  if (replaced.some(([, name]) => name === "resolve")) answer.catch(() => {});
  return answer;
};
// Retries come soon.
Math.random = () => 0.02;

let isTakenOver = false;
const takeAllOver = async () => {
  takeOver();
  await customElements.whenDefined("lead-phone-form").then((LeadPhoneForm) => LeadPhoneForm.preload());
  await pause();
  await pause();
  isTakenOver = true;
};

/** Whether the page has ended all forms on purpose. */
let isTrapped = false;

/** A getter of the page throws within the form: all forms end, say so, and keep what was typed. */
const trap = async (watched) => {
  restore();
  const number = usable(watched, "number");
  if (!number || !isTakenOver || watched.stops.length) return;
  // Nothing puts elements back into a form that has ended.
  all.forEach(calm);
  isTrapped = true;
  define(number, "value", { get: throws, configurable: true });
  input(number);
  delete number.value;
  const depends = inUse.filter(({ form }) => form.isConnected);
  if (!(await until(() => depends.every(({ failed }) => failed)))) violate(watched, "not every form says that it has failed");
  for (const each of all) {
    if (each.open) violate(each, "a save has no end after a failure");
    await checkTyped(each, 20_000);
  }
  for (const { slot, form } of [...inUse]) {
    HOST["another form"](inUse[slot]);
    form.remove();
  }
  // Until another instance is there, nothing puts elements back.
  await takeAllOver();
  isTrapped = false;
};

const DO = {
  fill: (watched, values) => void fill(watched, values),
  press: (watched, name) => press(watched, name),
  host: (watched, name) => HOST[name](watched),
  mutate: (watched, name) => mutate(watched, name),
  replace: (_, path) => replace(path),
  restore,
  calm,
  trap,
  "take-over": takeAllOver,
};

const checkAll = async (within) => {
  for (const watched of inUse) if (!watched.stops.length) await checkTyped(watched, within);
};

/** Carries out steps, each with its number. Returns whether all is well. */
const run = async (steps) => {
  for (const [nth, { form, do: what, with: value }] of steps) {
    if (wrong.length) break;
    step = nth;
    const watched = inUse[form];
    try {
      await DO[what](watched, value);
    } catch (error) {
      if (!String(error).includes(OWN)) violate(watched, `${what} ${stringify(value)} throws ${error.stack ?? error}`);
    }
    await turn();
    // An element that the page has removed comes back a little later.
    if (nth % 16 === 0) await checkAll(20_000);
  }
  restore();
  return !wrong.length;
};

/** Makes real keys possible in a form. Returns whether they are. */
const focusForKeys = (slot, values) => {
  const watched = inUse[slot];
  calm(watched);
  const number = usable(watched, "number");
  if (!number || !isTakenOver || watched.form.matches(":disabled")) return false;
  watched.form.focus();
  if (watched.form.shadowRoot.activeElement !== number) return false;
  number.select();
  unsure(watched);
  know(watched, { ...values, way: "keys" }, {});
  watched.pressed = { ...watched.fields };
  return true;
};

/** Sets everything right and saves once more with each form. */
const finish = async () => {
  step = null;
  restore();
  await takeAllOver();
  HOST["fieldset is enabled"]();
  HOST["defaults unset"]();
  for (const watched of all) {
    calm(watched);
    watched.cancels = watched.throwing = watched.leaving = false;
    if (!watched.isGone && !watched.form.isConnected) place("a").append(watched.form);
  }
  await checkAll(20_000);
  if (wrong.length) return;
  if (!(await until(() => all.every(({ open, waiting }) => !open && !waiting), 30_000))) {
    for (const watched of all) {
      if (watched.open) violate(watched, `no end: ${stringify(watched.open.record)}`);
      if (watched.waiting) violate(watched, `${watched.waiting} promises of save() do not resolve`);
    }
  }
  for (const watched of inUse) await lastSave(watched);
  for (const watched of all) {
    for (const detail of watched.details) {
      const times = heard.get(detail) ?? 1;
      if (times > 1) violate(watched, `the document hears ${times} times of ${stringify(detail)}`);
    }
  }
  checkSecret(all);
};

const lastSave = async (watched) => {
  const { form, slot } = watched;
  Object.assign(form, { disabled: false, locale: undefined, messages: undefined, country: undefined,
    countries: undefined, fields: undefined, leadId: 100 + slot, baseUrl: addressOf(slot), timeout: 15_000 });
  giveToken(watched, "text");
  form.reset();
  forget(watched);
  let result;
  const number = `+1514${2_300_000 + nextId++}`;
  const isSaved = async () => {
    const isUsable = await until(() => usable(watched, "number"), 15_000);
    if (!isUsable) return "the number cannot be typed";
    fill(watched, { way: "input", text: number, number, extension: "", mobile: false, type: "work" });
    watched.pressed = { ...watched.fields };
    result = await form.save();
    return result;
  };
  const end = performance.now() + 15_000;
  do {
    result = await isSaved();
    if (result.outcome === "created" || result.outcome === "updated") return;
    await pause(50);
  } while (performance.now() < end);
  violate(watched, `the last save: ${stringify(result)}`);
};

for (let slot = 0; slot < FORMS; slot++) place("a").append(make(slot).form);

const report = () => ({ wrong, submits, console: console.kept ?? [], uncaught: window.uncaught });
// What happens up to the moment at which the page is left belongs to the test as well.
addEventListener("pagehide", () => sessionStorage.setItem("chaos " + life, stringify(report())));
const life = Number(sessionStorage.getItem("chaos") ?? 0);
sessionStorage.setItem("chaos", life + 1);
window.chaos = { life, run, finish, focusForKeys, report };
