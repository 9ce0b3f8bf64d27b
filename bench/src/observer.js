// Runs in each page before anything of its own: tells the measuring program what the page says of
// itself, and keeps what only the page can know.
(() => {
  // The document's own element is not there yet.
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
    /** After so many frames, so that what the last task changed has been drawn. */
    frames: async (count) => {
      for (let index = 0; index < count; index += 1) {
        await new Promise(requestAnimationFrame);
      }
    },
    /** Once the main thread has nothing to do; when that is. */
    idle: () =>
      new Promise((resolve) => requestIdleCallback(() => resolve(performance.now()))),
    /** Makes so many more forms: how long until they are ready, drawn, and nothing is left to do. */
    later: async (count) => {
      const started = performance.mark("forms made later").startTime;
      await createForms(count);
      const ready = performance.mark("forms ready").startTime - started;
      await bench.frames(2);
      const drawn = performance.now() - started;
      return { ready, drawn, idle: (await bench.idle()) - started };
    },
    /** The page's first field for a number. */
    field: () => everything(document).find((element) => element.matches("input[type=tel]")),
    /** The elements that the forms are made of. */
    elements: () => everything(document.getElementById("forms")).reduce((count) => count + 1, 0),
    /** Bytes of WebAssembly's memory. */
    memory: () => observed.memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0),
  };
})();
