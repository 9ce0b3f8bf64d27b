// Why the WebAssembly is not there, in a sentence for those who made the page. Browsers say
// little to scripts: this asks again in other ways, and draws its conclusions.

/** A module with nothing in it. */
const EMPTY = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

/**
 * Why a file could not be fetched.
 *
 * @param {URL} url
 * @param {unknown} error what `fetch` ended in
 */
export async function whyNotFetched(url, error) {
  if (!(error instanceof TypeError)) {
    return error;
  }
  return new Error(navigator.onLine ? await whyRefused(url) : "the browser is offline.");
}

/** @param {URL} url */
async function whyRefused(url) {
  let refused = false;
  /** @param {SecurityPolicyViolationEvent} event */
  const listener = ({ blockedURI, effectiveDirective }) => {
    refused ||= effectiveDirective === "connect-src" && url.href.startsWith(blockedURI);
  };
  document.addEventListener("securitypolicyviolation", listener);
  // Without its hash, and without being allowed to look into it.
  const answer = await fetch(url, { credentials: "same-origin" }).catch(() => undefined);
  const isThere = answer ?? (await fetch(url, { mode: "no-cors" }).catch(() => undefined));
  // The violation is told in a task of its own.
  await new Promise((done) => setTimeout(done));
  document.removeEventListener("securitypolicyviolation", listener);
  if (refused) {
    return `the page's Content Security Policy does not allow ${url.href} in its connect-src.`;
  }
  if (answer && !answer.ok) {
    // Its body had another hash, so that `fetch` did not come as far as the status.
    return `${url.href} answered ${answer.status}.`;
  }
  if (answer) {
    const type = answer.headers.get("content-type");
    return `${url.href} is not the file that belongs to this script, or was cut off. It came as ${type}.`;
  }
  return isThere
    ? `${url.href} may not be read by this page: its server has to send Access-Control-Allow-Origin.`
    : `${url.href} could not be reached.`;
}

/** Why WebAssembly that is there does not run. @param {unknown} error */
export function whyNotRun(error) {
  try {
    // WebKit lets a page compile what it may not run.
    new WebAssembly.Instance(new WebAssembly.Module(EMPTY));
    return error;
  } catch {
    return new Error(
      "the page's Content Security Policy does not allow WebAssembly. Its script-src needs 'wasm-unsafe-eval'.",
    );
  }
}
