// Runs in each page before the page's own scripts. It tells the benchmark when the page is ready
// and has saved, and collects measurements that are available only in the page.
(() => {
  // The root element does not exist yet, so observe the document.
  new MutationObserver((records) => {
    for (const { attributeName } of records) {
      const name = attributeName.slice("data-".length);
      tellBench(`${name} ${document.documentElement.dataset[name]}`);
    }
  }).observe(document, {
    attributes: true,
    attributeFilter: ["data-ready", "data-saved"],
    subtree: true,
  });

  const observed = { shift: 0, longTasks: [], memories: [], pressed: 0 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      observed.shift += entry.hadRecentInput ? 0 : entry.value;
    }
  }).observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      observed.longTasks.push(entry.duration);
    }
  }).observe({ type: "longtask", buffered: true });
  addEventListener("keydown", (event) => (observed.pressed = event.timeStamp), true);

  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...values) => {
      const made = await original.apply(WebAssembly, values);
      const { exports } = made.instance ?? made;
      observed.memories.push(...Object.values(exports).filter((e) => e instanceof WebAssembly.Memory));
      return made;
    };
  }

  const everything = function* (root) {
    for (const element of root.querySelectorAll("*")) {
      yield element;
      if (element.shadowRoot) {
        yield* everything(element.shadowRoot);
      }
    }
  };

  globalThis.bench = {
    observed,
    /** Waits for this many frames, so that the changes of the last task are drawn. */
    frames: async (count) => {
      for (let index = 0; index < count; index += 1) {
        await new Promise(requestAnimationFrame);
      }
    },
    /** Waits until the main thread is idle, and returns the time. */
    idle: () =>
      new Promise((resolve) => requestIdleCallback(() => resolve(performance.now()))),
    /** Creates more forms. Returns the times until they are ready, drawn, and the page is idle. */
    later: async (count) => {
      const started = performance.mark("forms made later").startTime;
      await createForms(count);
      const ready = performance.mark("forms ready").startTime - started;
      await bench.frames(2);
      const drawn = performance.now() - started;
      return { ready, drawn, idle: (await bench.idle()) - started };
    },
    /** The page's first number field. */
    field: () => everything(document).find((element) => element.matches("input[type=tel]")),
    /** The number of elements in the forms. */
    elements: () => everything(document.getElementById("forms")).reduce((count) => count + 1, 0),
    /** The bytes of WebAssembly memory. */
    memory: () => observed.memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0),
  };
})();
