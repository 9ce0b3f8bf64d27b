// Functions for the WebAssembly that do not keep an element alive.

/** A function that is called with an element, while there is one. The element owns the form that calls
 * it, and no collector of garbage sees both.
 * @template {object} T @template {unknown[]} V @template R
 * @param {T} element @param {(element: T, ...values: V) => R} call
 * @returns {(...values: V) => R | undefined} */
export function weakly(element, call) {
  const weak = new WeakRef(element);
  return (...values) => {
    const there = weak.deref();
    return there && call(there, ...values);
  };
}
