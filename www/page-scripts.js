// The scripts of the page that the form is on.

/** Waits until they have run: they may want to hear of what happens here. */
export async function scriptsHaveRun() {
  const [page] = performance.getEntriesByType("navigation");
  if (page instanceof PerformanceNavigationTiming && !page.domContentLoadedEventStart) {
    await new Promise((resolve) =>
      document.addEventListener("DOMContentLoaded", resolve, { once: true }),
    );
  }
}
