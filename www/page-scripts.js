// The scripts of the page that the form is on.

/** Whether they have. */
let haveRun = false;

/** Waits until they have run: they may want to hear of what happens here. Each form waits by
 * itself, so that a script which comes after it in the page does so here too. */
export async function scriptsHaveRun() {
  const [page] = haveRun ? [] : performance.getEntriesByType("navigation");
  if (page instanceof PerformanceNavigationTiming && !page.domContentLoadedEventStart) {
    await new Promise((resolve) =>
      document.addEventListener("DOMContentLoaded", resolve, { once: true }),
    );
  }
  haveRun = true;
}
