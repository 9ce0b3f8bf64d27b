// A host whose bundler takes the element from the package.

import "lead-phone-form";

/** @type {[string, unknown][]} */
const heard = [];
for (const name of ["ready", "created", "error"]) {
  document.addEventListener(`lead-phone-${name}`, (event) => heard.push([name, event.detail]));
}
const form = document.querySelector("lead-phone-form");
// The page's address says where the API is; it is not known when this is built.
form.baseUrl = new URLSearchParams(location.search).get("api");
form.token = async () => "a-token";
globalThis.heard = heard;
