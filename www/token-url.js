// Fetches a token from the address that `token-url` names, on the page's own server.

import { resolve } from "./address.js";
import { getDefaults, tellFollowers } from "./defaults.js";
import { DEFAULT_BASE_URL } from "./properties.js";

/** The origins of the base URLs that scripts have set. @type {Set<string | undefined>} */
const trusted = new Set();

/** Allows tokens to be sent to a base URL that a script has set. @param {unknown} baseUrl */
export function trust(baseUrl) {
  const origin = originOf(baseUrl);
  if (!trusted.has(origin)) {
    trusted.add(origin);
    tellFollowers();
  }
}

/** Whether a token may be sent to a base URL that the page's markup names. Comments, mails and
 * sanitizers let markup through, and a token must not follow it to a place of its choice.
 * @param {string} baseUrl */
export function isTrusted(baseUrl) {
  const origin = originOf(baseUrl);
  return (
    [globalThis.origin, originOf(DEFAULT_BASE_URL), originOf(getDefaults()["baseUrl"])].includes(origin) ||
    trusted.has(origin)
  );
}

/** @param {unknown} url */
function originOf(url) {
  try {
    return resolve(url).origin;
  } catch {
    return undefined;
  }
}

/** Fetches a token. `false` means that nobody is signed in. @param {string} address
 * @returns {Promise<string | false>} */
export async function fetchToken(address) {
  const { href, origin } = resolve(address);
  const isOwn = origin === globalThis.origin;
  const response = await fetch(href, {
    // Without this, a server may answer with its page for signing in.
    headers: { Accept: "application/json, text/plain" },
    // A redirect to another origin then fails.
    mode: isOwn ? "same-origin" : "cors",
    credentials: isOwn ? "same-origin" : "omit",
    cache: "no-store",
  });
  const { status, url } = response;
  const type = response.headers.get("content-type") ?? "";
  const text = (await response.text()).replace(/^\ufeff/, "").trim();
  if ([401, 403].includes(status)) {
    return false;
  }
  if (!response.ok || (url && new URL(url).origin !== origin)) {
    throw new Error(`${address} answered ${status}.`);
  }
  return !/html/i.test(type) && !text.startsWith("<") && readToken(text);
}

/** Reads an answer: a token as it is, or in JSON. @param {string} text @returns {string} */
function readToken(text) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return text;
  }
  const token = typeof value === "object" ? (value?.token ?? value?.access_token) : value;
  if (typeof value === "object" && typeof token !== "string") {
    throw new Error("There is no token in the answer.");
  }
  return typeof token === "string" ? token : text;
}
