// The WebAssembly: one instance for all forms of the page, and a fresh one for the forms
// to come once it has failed.
//
// A panic, a trap or an exception that passes through leaves an instance with half-done
// work and broken promises to itself. Nothing in it is called again.

import { PLANS, WASM } from "./files.js";
import { instantiate } from "./glue.js";
import { whyNotFetched, whyNotRun } from "./load-failure.js";
import { scriptsHaveRun } from "./page-scripts.js";

/** How long a form waits for numbering plans before it does without, in milliseconds. */
const PLAN_TIMEOUT = 10_000;

/** Where the host has moved the WebAssembly. @type {URL | undefined} */
let movedTo;

/** The instance, loading or loaded; forgotten when it fails, so that a later try can work.
 * @type {Promise<Instance> | undefined} */
let loading;
/** Whether there is one that works. */
let loaded = false;

/** Whether a form can be had at once. */
export function isLoaded() {
  return loaded;
}

/** The page's instance, from this address where there is none yet.
 * @param {string | URL | null | undefined} wasmUrl @returns {Promise<Instance>} */
export function load(wasmUrl) {
  if (!loading) {
    movedTo = wasmUrl ? new URL(wasmUrl, document.baseURI) : undefined;
    // Before anything else that is to be done: it takes longest.
    const response = fetchFile(movedTo ?? addressOf(WASM), WASM.integrity);
    const started = start(response);
    void warmUp();
    loading = started;
    started.catch(() => forget(started));
  }
  return loading;
}

/** @param {Promise<Instance> | undefined} instance */
function forget(instance) {
  if (loading === instance) {
    loading = undefined;
  }
}

/** @param {Promise<Response>} fetched */
async function start(fetched) {
  const response = await fetched.catch(async (error) => {
    throw await whyNotFetched(movedTo ?? addressOf(WASM), error);
  });
  // The glue is made when it is needed: a form that can be typed into goes first.
  return new Instance().start(response);
}

/** A running WebAssembly, and who depends on it. */
class Instance {
  /** Whether it has failed. */
  failed = false;
  /** Told when it fails. @type {Set<() => void>} */
  dependents = new Set();
  /** wasm-bindgen's functions and classes, with variables of their own. Of `WebAssembly` they
   * use no more than this. */
  #glue = instantiate({
    Instance: WebAssembly.Instance,
    instantiate: async (bytes, imports) =>
      this.#guarded(await WebAssembly.instantiate(bytes, imports)),
    instantiateStreaming: async (response, imports) =>
      this.#guarded(await WebAssembly.instantiateStreaming(response, imports)),
  });

  /** @param {WebAssembly.WebAssemblyInstantiatedSource} source */
  #guarded({ module, instance }) {
    return { module, instance: { exports: guard(instance.exports, (error) => this.#fail(error)) } };
  }

  /** @param {Response} response */
  async start(response) {
    const isWasm = response.headers.get("content-type") === "application/wasm";
    if (!isWasm) {
      // Browsers do not compile anything else while it arrives.
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

  /** The form of an element. @param {HTMLElement} element */
  form(element) {
    return new this.#glue.Form(element);
  }

  /** @param {unknown} error */
  #fail(error) {
    this.failed = true;
    loading = undefined;
    loaded = false;
    // For the page's developers; users and hosts are told by each form.
    reportError(error);
    // Not within whatever it was that failed.
    queueMicrotask(() => {
      for (const tell of [...this.dependents]) {
        tell();
      }
    });
  }
}

/**
 * The exports of an instance, each of which ends the instance when it throws. They are all
 * the ways into it: methods, event handlers, timers and promises. After its end they do
 * nothing.
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
      return undefined;
    }
    depth += 1;
    try {
      return call(...values);
    } catch (error) {
      if (!over) {
        over = true;
        failed(error);
      }
      // Below another call, that one has to end too; above, there is only the page.
      if (depth > 1) {
        throw error;
      }
      return undefined;
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

/** Makes the browser read its names of countries, which takes it many milliseconds the first
 * time, in any language: better while there is nothing to do but to wait, once the forms can
 * be typed into. */
async function warmUp() {
  await scriptsHaveRun();
  // WebKit has no idle time to give.
  (globalThis.requestIdleCallback ?? setTimeout)(() => {
    Intl.DisplayNames && new Intl.DisplayNames("en", { type: "region" });
  });
}

/** The numbering plans of a world zone. @param {number} zone 2 to 9 */
async function fetchPlan(zone) {
  const file = PLANS[zone];
  if (!file) {
    return undefined;
  }
  const url = movedTo ? new URL(file.name, movedTo) : addressOf(file);
  const response = await fetchFile(url, file.integrity, AbortSignal.timeout(PLAN_TIMEOUT));
  return new Uint8Array(await response.arrayBuffer());
}

/** The address beside this module. @param {import("./files.js").File} file */
function addressOf(file) {
  try {
    return file.url();
  } catch {
    // A bundler has made a classic script of the module.
    throw new Error(`this bundle does not know where ${file.name} is: set wasmUrl.`);
  }
}

/** @param {URL} url @param {string} integrity @param {AbortSignal} [signal] */
async function fetchFile(url, integrity, signal) {
  const response = await fetch(url, {
    credentials: "same-origin",
    ...(signal && { signal }),
    ...(integrity && { integrity }),
  });
  if (!response.ok) {
    throw new Error(`${url.href} answered ${response.status}.`);
  }
  return response;
}
