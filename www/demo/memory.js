// What a visitor has chosen here, kept for the next time where the browser allows that.

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
    // Then it holds until the page is left.
  }
}
