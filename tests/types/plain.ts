// A host in TypeScript, without a framework. It only has to compile.

import "lead-phone-form";
import type { ErrorDetail, LeadPhoneFormElement, Phone } from "lead-phone-form";

const form: LeadPhoneFormElement = document.createElement("lead-phone-form");
const found = document.querySelector("lead-phone-form");
found?.focus();

form.leadId = 3387562;
form.leadId = "3387562";
form.leadId = undefined;
const id: number | null = form.leadId;
form.baseUrl = new URL("/api/v2", location.href);
form.preferredCountries = ["CA", "US"];
form.preferredCountries = "CA, US";
const countries: string[] = form.preferredCountries;
form.countries = ["CA", "US"] as const;
form.countries = "CA US";
form.phoneTypes = ["home", "work", "mobile"] as const;
form.authScheme = "basic";
form.disabled = true;
form.messages = { submit: "Add to the lead", created: "Done: {number}" };

form.token = "a token";
form.token = async ({ reason }) => (reason === "initial" ? "first" : "second");
const unreadable: undefined = form.token;

// A phone as a host's own types have it.
interface HostPhone {
  id: number;
  number: string;
  extension: number | null;
  vehicle: string;
}
declare const phone: HostPhone;
form.phone = phone;
form.phone = { id: 34566, number: "+15141234455", extension: 555, mobile: false };

form.addEventListener("lead-phone-created", ({ detail }) => {
  const saved: Phone = detail;
  const field: unknown = detail["a field of next year"];
  form.phone = saved;
  console.log(id, countries, unreadable, field);
});
form.addEventListener("lead-phone-submit", (event) => {
  if (event.detail.operation === "create" && event.detail.body.type === "fax") {
    event.preventDefault();
  }
});
document.addEventListener("lead-phone-error", ({ detail }) => explain(detail));
window.addEventListener("lead-phone-ready", ({ detail }) => detail satisfies null);
form.addEventListener("click", (event) => event.clientX);

function explain({ kind, status, errors }: ErrorDetail): string {
  return kind === "invalid" ? Object.keys(errors ?? {}).join() : String(status);
}

const LeadPhoneForm = customElements.get("lead-phone-form");
if (LeadPhoneForm) {
  LeadPhoneForm.wasmUrl = "/files/form.wasm";
  void LeadPhoneForm.preload().then(() => LeadPhoneForm.version.length);
  new LeadPhoneForm().requestSubmit();
}
