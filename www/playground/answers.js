// The answers and connections that can be ordered from the sandbox, and the order itself.

/** @import { Fault } from "../demo/types.js" */
/** @import { State } from "./state.js" */

/** @param {string} message @param {Record<string, string[]>} [errors] */
const body = (message, errors) => ({ message, ...(errors ? { errors } : {}) });

/** @param {string} field @param {string} problem */
const refused = (field, problem) => body("The given data was invalid.", { [field]: [problem] });

/** @type {Record<string, { label: string, order: Fault }>} */
export const ANSWERS = {
  401: { label: "401 Unauthenticated", order: { status: 401, body: body("Unauthenticated.") } },
  duplicate: {
    label: "403 Duplicate phone",
    order: { status: 403, body: body("Duplicate phone.") },
  },
  403: { label: "403 Forbidden", order: { status: 403, body: body("Forbidden.") } },
  404: {
    label: "404 Not found",
    order: { status: 404, body: body("No query results for model LeadPhone.") },
  },
  405: { label: "405 Method not allowed", order: { status: 405, body: body("Not allowed.") } },
  "422-number": {
    label: "422 Number refused",
    order: { status: 422, body: refused("number", "The number format is invalid.") },
  },
  "422-extension": {
    label: "422 Extension refused",
    order: { status: 422, body: refused("extension", "The extension is invalid.") },
  },
  "422-lead": {
    label: "422 Lead refused",
    order: { status: 422, body: refused("lead_id", "The lead is invalid.") },
  },
  429: {
    label: "429 Retry after 5 seconds",
    order: { status: 429, headers: { "Retry-After": "5" }, body: body("Too Many Attempts.") },
  },
  500: { label: "500 Server error", order: { status: 500, body: body("Server Error") } },
  503: {
    label: "503 Retry after 2 seconds",
    order: { status: 503, headers: { "Retry-After": "2" }, body: body("Down.") },
  },
  redirect: {
    label: "302 Redirect",
    order: { status: 302, headers: { Location: "/" }, body: "" },
  },
  html: {
    label: "502 A proxy’s page of HTML",
    order: { status: 502, headers: { "content-type": "text/html" }, body: "<h1>Bad Gateway</h1>" },
  },
  empty: { label: "200 Without a phone", order: { status: 200, body: {} } },
};

/** @type {Record<string, { label: string, order: Fault }>} */
export const CONNECTIONS = {
  drop: { label: "Closed without an answer", order: { drop: true } },
  cut: { label: "Closed in the middle of the answer", order: { cut: true } },
  stall: { label: "Stalls in the middle of the answer", order: { stall: true } },
};

/** The order that the controls describe. A dropped connection has no answer. @param {State} state
 * @returns {Fault} */
export function orderOf(state) {
  const connection = CONNECTIONS[state.get("answer.connection") ?? ""]?.order ?? {};
  const answer = ANSWERS[state.get("answer.kind") ?? ""]?.order ?? {};
  const delay = Number(state.get("answer.delay") ?? 0);
  const times = Number(state.get("answer.times") ?? 1);
  return {
    ...(connection.drop ? {} : answer),
    ...connection,
    ...(delay === 0 ? {} : { delay }),
    ...(times === 1 ? {} : { times }),
    ...(state.get("answer.after") === null ? {} : { after: true }),
    ...(state.get("answer.cors") === null ? {} : { cors: false }),
  };
}
