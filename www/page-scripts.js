// The scripts of the page that the form is on.

/** @type {Promise<void> | undefined} */
let run;

/** Waits until they have run: they may want to hear of what happens here. */
export function scriptsHaveRun() {
  // Asked once for all forms of the page.
  run ??= end();
  return run;
}

async function end() {
  const [page] = performance.getEntriesByType("navigation");
  if (page instanceof PerformanceNavigationTiming && !page.domContentLoadedEventStart) {
    await new Promise((resolve) =>
      document.addEventListener("DOMContentLoaded", resolve, { once: true }),
    );
  }
}
