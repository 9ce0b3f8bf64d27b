// What must not compile: each line below a comment has exactly one mistake.

import type { LeadPhoneFormElement, LeadPhoneFormEventMap } from "lead-phone-form";

declare const form: LeadPhoneFormElement;

// @ts-expect-error: an id is an integer, or the text of one
form.leadId = {};
// @ts-expect-error: the token cannot be read back
const token: string = form.token;
// @ts-expect-error: neither a string nor a function
form.token = { token: "a token" };
// @ts-expect-error: a function returns a string or a promise of one
form.token = () => 7;
// @ts-expect-error: there are two reasons
form.token = ({ reason }) => (reason === "expired" ? "a" : "b");
// @ts-expect-error: there are two schemes
form.authScheme = "digest";
// @ts-expect-error: on or off
form.autocomplete = "tel";
// @ts-expect-error: a phone has an id
form.phone = { number: "+15141234455" };
// @ts-expect-error: mobile is a boolean
form.phone = { id: 7, mobile: "yes" };
// @ts-expect-error: there is no such text
form.messages = { sumbit: "Add to the lead" };
// @ts-expect-error: a text is a string
form.messages = { submit: 7 };
// @ts-expect-error: read-only
form.dirty = true;
// @ts-expect-error: there is no such property
form.leadid = 7;
// @ts-expect-error: there is no such event
type NoEvent = LeadPhoneFormEventMap["lead-phone-saved"];
// @ts-expect-error: a list has words
form.phoneTypes = [1, 2];
form.addEventListener("lead-phone-created", ({ detail }) => {
  // @ts-expect-error: an id is a number
  const id: string = detail.id;
  console.log(id, token);
});
form.addEventListener("lead-phone-error", ({ detail }) => {
  // @ts-expect-error: there is no such kind
  return detail.kind === "teapot";
});
document.addEventListener("lead-phone-submit", ({ detail }) => {
  // @ts-expect-error: what is sent has no such field
  return detail.body.token;
});
// @ts-expect-error: the module exports types only
import { LeadPhoneForm } from "lead-phone-form";
console.log(LeadPhoneForm, null as unknown as NoEvent);
