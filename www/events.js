// The events of the element, and what runs after the current script.

// As they are when this module is loaded: a page may replace them, even by something that throws.
const { CustomEvent, EventTarget, document } = globalThis;
const dispatch = EventTarget?.prototype.dispatchEvent;

/**
 * Raises an event that bubbles and crosses shadow roots, so that any listener on the page gets it. If
 * the element is out of the document, or its document has no window any more, the event is raised on a
 * document too. Nothing that is thrown meanwhile comes back.
 *
 * @param {Element} element
 * @param {string} name without the prefix `lead-phone-`
 * @param {unknown} [detail]
 * @param {boolean} [cancelable]
 * @returns {boolean} whether no listener has cancelled it
 */
export function raise(element, name, detail, cancelable = false) {
  // Read before the event, because a listener may remove the element.
  const { isConnected, ownerDocument } = element;
  const hasWindow = ownerDocument.defaultView;
  const around = hasWindow ? ownerDocument : document;
  let isAllowed = true;
  for (const target of isConnected && hasWindow ? [element] : [element, around]) {
    try {
      const options = { bubbles: true, composed: true, cancelable, detail };
      isAllowed = dispatch.call(target, new CustomEvent(`lead-phone-${name}`, options)) && isAllowed;
    } catch (error) {
      console.error(error);
    }
  }
  return isAllowed;
}

/** Runs something after the current script. @param {() => void} run */
export async function soon(run) {
  await undefined;
  run();
}

/** Waits for the next task, before which all observers of changes have been told.
 * @returns {Promise<void>} */
export function nextTask() {
  return new Promise((resolve) => setTimeout(resolve));
}
