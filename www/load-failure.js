// Explains to the page's developers why the WebAssembly could not be loaded. Browsers tell scripts
// little about a failed request, so this sends the request again in other ways to find the cause.

/** An empty WebAssembly module. */
const EMPTY = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

/**
 * Finds out why a file could not be fetched.
 *
 * @param {URL} url
 * @param {unknown} error the error of `fetch`
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
  // First without the hash; then without CORS, where the response cannot be read.
  const answer = await fetch(url.href, { credentials: "same-origin" }).catch(() => undefined);
  const isThere = answer ?? (await fetch(url.href, { mode: "no-cors" }).catch(() => undefined));
  // The browser raises the violation event in a separate task.
  await new Promise((done) => setTimeout(done));
  document.removeEventListener("securitypolicyviolation", listener);
  if (refused) {
    return `the page's Content Security Policy does not allow ${url.href} in its connect-src.`;
  }
  if (answer && !answer.ok) {
    // The body had another hash, so the first `fetch` failed before its status could be read.
    return `${url.href} answered ${answer.status}.`;
  }
  if (answer) {
    const type = answer.headers.get("content-type");
    return `${url.href} is not the file that belongs to this script, or was cut off. It came as ${type}.`;
  }
  if (isThere && (await canBeRead(url))) {
    return `a request header that this page adds to its requests is refused: the server of ${url.href} has to allow it in Access-Control-Allow-Headers.`;
  }
  return isThere
    ? `${url.href} may not be read by this page: its server has to send Access-Control-Allow-Origin.`
    : `${url.href} could not be reached.`;
}

/** Whether a file can be read without the page's `fetch`, which may add headers.
 * @param {URL} url @returns {Promise<boolean>} */
function canBeRead(url) {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.onload = () => done(request.status === 200);
    request.onerror = () => done(false);
    request.open("HEAD", url);
    request.send();
  });
}

/** Finds out why the WebAssembly does not run although it is loaded. @param {unknown} error */
export function whyNotRun(error) {
  try {
    // Both steps are needed: WebKit compiles a module even if the page may not run it.
    new WebAssembly.Instance(new WebAssembly.Module(EMPTY));
    return error;
  } catch {
    return new Error(
      "the page's Content Security Policy does not allow WebAssembly. Its script-src needs 'wasm-unsafe-eval'.",
    );
  }
}
