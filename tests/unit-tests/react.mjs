// A unit test of a host with the component for React: node react.mjs LIBRARY ENTRY. The library is
// jsdom or happy-dom, the entry import or require.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { setTimeout as pause } from "node:timers/promises";
import { end, simulate } from "./page.mjs";

const [, , library, entry] = process.argv;
await simulate(library);
globalThis.IS_REACT_ACT_ENVIRONMENT = true;

const require = createRequire(import.meta.url);
const { act, createElement, createRef } = require("react");
const { createRoot } = require("react-dom/client");
const { LeadPhoneForm } =
  entry === "require" ? require("lead-phone-form/react") : await import("lead-phone-form/react");

const saved = [];
const form = createRef();
const root = createRoot(document.body.appendChild(document.createElement("main")));
/** @param {object} props */
const render = (props) =>
  act(async () => {
    root.render(createElement(LeadPhoneForm, { ref: form, leadId: 7, ...props }, "Loading…"));
    await pause(0);
  });
const phone = { id: 7, number: "+15142223344" };
const create = () =>
  form.current.dispatchEvent(new CustomEvent("lead-phone-created", { detail: phone }));

await render({ token: "a-token", phone, onCreated: ({ detail }) => saved.push(["first", detail]) });
const element = document.querySelector("lead-phone-form");
assert.equal(form.current, element);
// The element is loaded after the first effect.
while (!customElements.get("lead-phone-form")) {
  await pause(0);
}
assert.deepEqual([element.leadId, element.phoneId, element.token], [7, 7, undefined]);
assert.equal(element.textContent, "Loading…");
create();
await render({ onCreated: ({ detail }) => saved.push(["second", detail]) });
assert.deepEqual([element.phone, element.phoneId], [null, null]);
create();
assert.deepEqual(saved, [
  ["first", phone],
  ["second", phone],
]);
assert.doesNotMatch(document.body.innerHTML, /token|object/);
await act(() => root.unmount());
end();
