// Loads the WebAssembly: one instance for all forms of the page. If it fails, later forms get a
// new instance.
//
// After a panic, a trap or an uncaught exception, the state of an instance may be inconsistent.
// So a failed instance is never called again.

import { readBase } from "./address.js";
import { soon } from "./events.js";
import { FILES, WASM } from "./files.js";
import { instantiate } from "./glue.js";
import { whyNotFetched, whyNotRun } from "./load-failure.js";
import { scriptsHaveRun } from "./page-scripts.js";

/** How long a form waits for a file beside the WebAssembly before it continues without it, in
 * milliseconds. */
const TIMEOUT = 10_000;

// What a page may replace, even by something that throws.
const { now } = Date;
const { decode } = TextDecoder.prototype;
const { encodeInto } = TextEncoder.prototype;
class Decoder extends TextDecoder {
  decode = decode;
}
class Encoder extends TextEncoder {
  encodeInto = encodeInto;
}

/** @typedef {import("./files.js").File} File */

/** The address of the WebAssembly, if the host has set one. @type {URL | undefined} */
let movedTo;

/** The instance, loading or loaded. It is dropped when it fails, so that a later try can succeed.
 * @type {Promise<Instance> | undefined} */
let loading;
/** Whether the instance is loaded and has not failed. */
let loaded = false;

/** Whether there is an instance that works. */
export function isRunning() {
  return loaded;
}

/** Returns the page's instance. If there is none, starts to load it from this address.
 * @param {string | URL | null | undefined} wasmUrl @returns {Promise<Instance>} */
export function load(wasmUrl) {
  if (!loading) {
    movedTo = wasmUrl ? new URL(wasmUrl, readBase()) : undefined;
    // The download takes longest, so it starts first.
    const response = fetchFile(movedTo ?? addressOf(WASM), WASM.integrity);
    const started = start(response);
    void warmUp();
    loading = started;
    started.catch(() => {
      if (loading === started) {
        loading = undefined;
      }
    });
  }
  return loading;
}

/** @param {Promise<Response>} fetched */
async function start(fetched) {
  const response = await fetched.catch(async (error) => {
    throw await whyNotFetched(movedTo ?? addressOf(WASM), error);
  });
  // The glue is created only here, so that it does not delay the prerendered form.
  return new Instance().start(response);
}

/** A WebAssembly instance and the forms that depend on it. */
class Instance {
  /** Whether it has failed. */
  failed = false;
  /** Called when the instance fails. @type {Set<() => void>} */
  dependents = new Set();
  /** wasm-bindgen's functions and classes, with variables of their own. The argument replaces the
   * global `WebAssembly` and has the members that they use. */
  #glue = instantiate({
    Instance: WebAssembly.Instance,
    instantiate: async (bytes, imports) =>
      this.#guarded(await WebAssembly.instantiate(bytes, imports)),
    instantiateStreaming: async (response, imports) =>
      this.#guarded(await compile(response, imports)),
  }, undefined, soon, { now }, Decoder, Encoder);

  /** @param {WebAssembly.WebAssemblyInstantiatedSource} source */
  #guarded({ module, instance }) {
    return { module, instance: { exports: guard(instance.exports, (error) => this.#fail(error)) } };
  }

  /** @param {Response} response */
  async start(response) {
    const isWasm = response.headers.get("content-type") === "application/wasm";
    if (!isWasm) {
      // Browsers compile a response while it arrives only if it has this type.
      console.warn(`${response.url} starts sooner if it is served as application/wasm.`);
    }
    try {
      await this.#glue({ module_or_path: isWasm ? response : await response.arrayBuffer() });
    } catch (error) {
      throw whyNotRun(error);
    }
    this.#glue.setPlanFetch(fetchPlan);
    loaded = true;
    return this;
  }

  /** The form of an element. @param {HTMLElement} element
   * @param {(outcome?: any, detail?: unknown) => void} told
   * @param {(name: string, detail: unknown, cancelable: boolean) => boolean | undefined} raise
   * @param {(step: boolean | Element | null) => unknown} tree */
  form(element, told, raise, tree) {
    return new this.#glue.Form(element, told, raise, tree);
  }

  /** @param {unknown} error */
  #fail(error) {
    this.failed = true;
    loading = undefined;
    loaded = false;
    // For the page's developers. Each form tells its user and its host by itself.
    void soon(() => reportError(error));
    // Later, so that no dependent runs inside the call that failed.
    void soon(() => {
      for (const tell of [...this.dependents]) {
        try {
          tell();
        } catch (error) {
          console.error(error);
        }
      }
    });
  }
}

/** Compiles a response while it arrives. A browser refuses what is not a `Response` of its own, such as
 * a proxy that a page's `fetch` returns; its bytes are as good. @param {Response} response
 * @param {WebAssembly.Imports} imports */
async function compile(response, imports) {
  try {
    return await WebAssembly.instantiateStreaming(response, imports);
  } catch (error) {
    if (response.bodyUsed) {
      throw error;
    }
    return WebAssembly.instantiate(await response.arrayBuffer(), imports);
  }
}

/**
 * Wraps the exports of an instance. An export that throws marks the instance as failed, and from
 * then on all exports do nothing. Every call into the instance goes through an export: methods,
 * event handlers, timers and promises.
 *
 * @param {WebAssembly.Exports} exports
 * @param {(error: unknown) => void} failed
 */
function guard(exports, failed) {
  let depth = 0;
  let over = false;
  /** @param {Function} call */
  const guarded = (call) => /** @param {unknown[]} values */ (...values) => {
    if (over) {
      // The glue looks for several values in some results.
      return [];
    }
    depth += 1;
    try {
      return call(...values);
    } catch (error) {
      if (!over) {
        over = true;
        failed(error);
      }
      // A nested call rethrows, so that the outer call ends too. The outermost call does not,
      // because only the page's code is above it.
      if (depth > 1) {
        throw error;
      }
      return [];
    } finally {
      depth -= 1;
    }
  };
  /** @type {WebAssembly.Exports} */
  const result = Object.create(null);
  for (const [name, value] of Object.entries(exports)) {
    result[name] = typeof value === "function" ? guarded(value) : value;
  }
  return result;
}

/** Makes the browser load its country names, which takes many milliseconds the first time, in any
 * language. This runs in idle time, once the user can type into the forms. */
async function warmUp() {
  await scriptsHaveRun();
  // WebKit has no `requestIdleCallback`.
  (globalThis.requestIdleCallback ?? setTimeout)(() => {
    Intl.DisplayNames && new Intl.DisplayNames("en", { type: "region" });
  });
}

/** Fetches the numbering plans of a world zone. @param {number} zone 2 to 9 */
async function fetchPlan(zone) {
  const file = FILES[zone];
  return file && new Uint8Array(await (await fetchBeside(file)).arrayBuffer());
}

/** Fetches a file that belongs beside the WebAssembly. Call `load` first: it decides where that is.
 * @param {File} file @param {string} [integrity] */
export function fetchBeside(file, integrity = file.integrity) {
  const url = movedTo ? new URL(file.name, movedTo) : addressOf(file);
  return fetchFile(url, integrity, AbortSignal.timeout(TIMEOUT));
}

/** The address of a file beside this module. @param {File} file */
function addressOf(file) {
  try {
    return file.url();
  } catch {
    // A bundler has turned the module into a classic script.
    throw new Error(`this bundle does not know where ${file.name} is: set wasmUrl.`);
  }
}

/** @param {URL} url @param {string} integrity @param {AbortSignal | null} [signal] */
async function fetchFile(url, integrity, signal = null) {
  // Pages wrap `fetch`, and expect a text.
  const response = await fetch(url.href, { credentials: "same-origin", integrity, signal });
  if (!response.ok) {
    throw new Error(`${url.href} answered ${response.status}.`);
  }
  return response;
}
