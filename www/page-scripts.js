// Waits for the scripts of the page that the form is on.

/** Whether the page's scripts have run. */
let haveRun = false;

/** Waits until the page's scripts have run, so that they can add listeners before the first event.
 * Each form adds its own listener, so that the `DOMContentLoaded` listeners of scripts before the
 * form run first. */
export async function scriptsHaveRun() {
  const [page] = /** @type {PerformanceNavigationTiming[]} */ (
    haveRun ? [] : performance.getEntriesByType("navigation")
  );
  if (page && !page.domContentLoadedEventStart) {
    await new Promise((resolve) =>
      document.addEventListener("DOMContentLoaded", resolve, { once: true }),
    );
  }
  haveRun = true;
}
