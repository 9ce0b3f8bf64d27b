// A unit test of a host with the element: node element.mjs LIBRARY ENTRY. The library is jsdom,
// happy-dom or node, which has no page; the entry is import, require, or the path of a file.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { end, simulate, warnings } from "./page.mjs";

const [, , library, entry] = process.argv;
const window = await simulate(library);
/** The module that ships, which finds out in a simulated page that it cannot run. */
const isModule = entry.includes("/");

/** @type {[string, any][]} */
const heard = [];
const phone = { id: 7, number: "+15142223344", extension: null, mobile: true };
let early;
if (window) {
  for (const name of ["ready", "submit", "created", "error", "change", "refused"]) {
    document.addEventListener(`lead-phone-${name}`, ({ detail }) => heard.push([name, detail]));
  }
  document.body.innerHTML = `<lead-phone-form lead-id="7" phone-types="home, work" disabled token="[object Object]"
    phone="[object Object]" messages="[object Object]">Loading…</lead-phone-form>`;
  early = document.querySelector("lead-phone-form");
  early.token = async () => "a-token";
  early.locale = "fr";
}

if (entry === "require") {
  createRequire(import.meta.url)("lead-phone-form");
} else {
  await import(isModule ? pathToFileURL(entry).href : "lead-phone-form");
}

if (window) {
  const Form = customElements.get("lead-phone-form");
  assert.match(Form.version, /^\d+\.\d+\.\d+$/);
  Form.defaults = { country: "FR" };
  const form = document.createElement("lead-phone-form");
  assert.ok(form instanceof Form && early instanceof Form);
  assert.deepEqual([early.locale, early.country, early.token], ["fr", "FR", undefined]);
  if (!isModule) {
    // happy-dom does not tell the module of attributes that were there before.
    assert.deepEqual(
      [early.leadId, early.phoneTypes, early.disabled, early.hasAttribute("token")],
      [7, ["home", "work"], true, false],
    );
  }
  form.leadId = 8;
  form.token = "a-token";
  form.phone = phone;
  form.messages = { submit: "Add" };
  form.textContent = "Loading…";
  document.body.append(form);
  assert.deepEqual([form.leadId, form.phoneId, form.phone, form.dirty], [8, 7, phone, false]);
  assert.equal(form.entry.number, phone.number);
  form.remove();
  document.body.append(form);
  form.focus();
  form.reset();
  form.requestSubmit();
  const { outcome } = await form.save();
  assert.ok(outcome === "stopped" || (isModule && outcome === "error"), outcome);
  await Form.preload().catch((error) => assert.ok(isModule, error));
  // A test tells the host what it would hear.
  form.dispatchEvent(new CustomEvent("lead-phone-created", { bubbles: true, detail: phone }));
  // One turn of the event loop later, everything that waited has run.
  await pause(0);
  const { length } = heard.filter(([name]) => name === "created");
  assert.equal(length, 1);
  const kinds = heard.filter(([name]) => name !== "created").map(([name, d]) => d?.kind ?? name);
  // The module can be typed into until it is not loaded.
  const expected = isModule ? ["ready", "load"] : [];
  assert.ok(kinds.every((kind) => expected.includes(kind)), `${kinds}`);
  assert.equal(form.textContent, "Loading…");
  form.remove();
  early.remove();
  await pause(0);
}
assert.ok(isModule || warnings.length === 0, `${warnings}`);
end();
