// Keeps the keys of typing inside the form.

/** The keys that edit a field or move in it, with or without Control, Shift and the like. */
const EDITING = /^(Backspace|Delete|Insert|Home|End|Arrow.*)$/;
/** The letters that edit together with Control or Command: select all, copy, paste and so on. */
const WITH_CONTROL = /^[acvxyz]$/i;

/** Stops the keys of typing at the shadow root. Outside of it, the target of a key event is the element
 * and not a field, so a host's one-key shortcuts would react to them. @param {ShadowRoot} root */
export function keepKeys(root) {
  for (const kind of ["keydown", "keypress", "keyup"]) {
    root.addEventListener(kind, keep);
  }
}

/** @param {Event} event */
function keep(event) {
  // When a browser fills in a form, it raises events of these names that are not keyboard events.
  const { key, ctrlKey, altKey, metaKey } = /** @type {Partial<KeyboardEvent>} */ (event);
  const isTyped = !ctrlKey && !altKey && !metaKey;
  // A character above U+FFFF has a length of two, and so has the name "F1".
  const isCharacter = [...(key ?? "")].length === 1;
  if (
    key &&
    (isCharacter ? isTyped || (!altKey && WITH_CONTROL.test(key)) : EDITING.test(key))
  ) {
    event.stopPropagation();
  }
}
