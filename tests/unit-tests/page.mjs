// A page that Node simulates, with its names among Node's, as Vitest and Jest have it.

/** The libraries. */
const SIMULATED = {
  async jsdom() {
    const { JSDOM, VirtualConsole } = await import("jsdom");
    const console = new VirtualConsole();
    console.on("jsdomError", (error) => complaints.push(String(error)));
    return new JSDOM("<!doctype html><body>", {
      pretendToBeVisual: true,
      url: "http://portal.example/",
      virtualConsole: console,
    }).window;
  },
  async "happy-dom"() {
    const { Window } = await import("happy-dom");
    return new Window({ url: "http://portal.example/" });
  },
};

/** What went wrong and was not caught, and the errors on the console. @type {string[]} */
const complaints = [];
/** The warnings on the console. @type {string[]} */
export const warnings = [];
process.on("unhandledRejection", (error) => complaints.push(`not handled: ${error?.stack}`));
process.on("uncaughtException", (error) => complaints.push(`not caught: ${error?.stack}`));
console.error = (...values) => complaints.push(`error: ${values.join(" ")}`);
console.warn = (...values) => warnings.push(values.join(" "));

/** Ends the test. */
export function end() {
  process.stdout.write("passed\n");
  // happy-dom keeps timers.
  process.exit();
}
process.on("exit", () => {
  if (complaints.length) {
    process.stdout.write(complaints.join("\n"));
    process.exitCode = 1;
  }
});

/** Names of Node's own that a page has differently. */
const REPLACED = /^(Event|EventTarget|CustomEvent|navigator|fetch|AbortController|AbortSignal|URL|XMLHttpRequest)$/;

/** Makes the names of a simulated page global. Without a library, Node stays as it is.
 * @param {string} library */
export async function simulate(library) {
  const window = await SIMULATED[library]?.();
  for (let at = window; at && at !== Object.prototype; at = Object.getPrototypeOf(at)) {
    for (const name of Object.getOwnPropertyNames(at)) {
      if (!(name in globalThis) || REPLACED.test(name)) {
        const value = window[name];
        const isFunction = typeof value === "function" && !/^[A-Z]/.test(name);
        Object.defineProperty(globalThis, name, {
          value: isFunction ? value.bind(window) : value,
          configurable: true,
          writable: true,
        });
      }
    }
  }
  return window;
}
