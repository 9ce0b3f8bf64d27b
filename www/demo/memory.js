// Keeps a visitor's choices in `localStorage`, if the browser allows that.

/** @param {string} name @returns {string | null} */
export function recall(name) {
  try {
    return localStorage.getItem(`demo-${name}`);
  } catch {
    return null;
  }
}

/** @param {string} name @param {string} value */
export function remember(name, value) {
  try {
    localStorage.setItem(`demo-${name}`, value);
  } catch {
    // The choice then lasts only until the page is closed.
  }
}
