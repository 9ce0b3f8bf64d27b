// What pages, extensions and translators do to the elements of a form.

const wrapNode = (node) => {
  const font = document.createElement("font");
  node?.replaceWith(font);
  if (node) font.append(node);
};
const textsIn = (root) => {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), found = [];
  while (texts.nextNode()) found.push(texts.currentNode);
  return found;
};
const calm = (watched) => {
  for (const stop of watched.stops.splice(0)) stop();
};
/** How often a form may change in one task. One that changes more often never stops. */
const MOST_CHANGES = 1000;
/** Does something now and after each change of the form, until the page is calm. */
const keep = (watched, root, change) => {
  // Two of them would undo each other's changes again and again.
  calm(watched);
  let times = 0;
  const observer = new MutationObserver((records) => {
    if (times === 0) void turn().then(() => { times = 0 });
    times += 1;
    if (times > MOST_CHANGES) {
      calm(watched);
      const last = records.map(({ type, attributeName, target }) => [type, attributeName, target.localName, target.id]);
      violate(watched, `the page and the form change each other without end: ${stringify(last)}`);
    }
    change(records);
  });
  observer.observe(root, { childList: true, subtree: true, attributes: true });
  watched.stops.push(() => observer.disconnect());
  change([]);
};
const cloned = (root, selector) => {
  const node = root.querySelector(selector);
  node?.replaceWith(node.cloneNode(true));
};
const keepWrapped = (selector) => (watched, root) => keep(watched, root, () => {
  const node = root.querySelector(selector);
  if (node && node.parentNode.localName !== "font") wrapNode(node);
});
const icons = (root) => {
  for (const control of root.querySelectorAll("input")) {
    if (control.nextSibling?.localName !== "i") control.after(document.createElement("i"));
  }
};

const MUTATIONS = {
  "number removed": (_, root) => root.querySelector("#number")?.remove(),
  "number wrapped": (_, root) => wrapNode(root.querySelector("#number")),
  "number keeps wrapped": keepWrapped("#number"),
  "number moved": (_, root) => root.append(...root.querySelectorAll("#number")),
  "number copied": (_, root) => {
    const number = root.querySelector("#number");
    number?.before(number.cloneNode(true));
  },
  "number cloned": (_, root) => cloned(root, "#number"),
  "number is a file": (watched, root) => {
    // With the type goes a value that no event has told of: no script could have read it.
    if (watched.isUntold) forget(watched);
    root.querySelector("#number")?.setAttribute("type", "file");
  },
  "number is hidden": (_, root) => root.querySelector("#number")?.setAttribute("type", "hidden"),
  "mobile removed": (_, root) => root.querySelector("#mobile, #type")?.remove(),
  "mobile wrapped": (_, root) => wrapNode(root.querySelector("#mobile, #type")),
  "mobile cloned": (_, root) => cloned(root, "#mobile, #type"),
  "submit removed": (_, root) => root.querySelector("#submit")?.remove(),
  "submit keeps wrapped": keepWrapped("#submit"),
  "label wrapped": (_, root) => wrapNode(root.querySelector("label")),
  "label removed": (_, root) => root.querySelector("label")?.remove(),
  "row removed": (_, root) => root.querySelector("[part=row]")?.remove(),
  "row moved": (_, root) => root.append(...root.querySelectorAll("[part=row]")),
  "form wrapped": (_, root) => wrapNode(root.querySelector("form")),
  "form cloned": (_, root) => cloned(root, "form"),
  "status removed": (_, root) => root.querySelector("#status")?.remove(),
  "all removed": (_, root) => root.replaceChildren(),
  "all cloned": (_, root) => { root.innerHTML = root.innerHTML },
  "all text": (_, root) => { root.innerHTML = "Gone" },
  "rows swapped": (_, root) => root.querySelector("form")?.append(...root.querySelectorAll("[part=row]")),
  "ids removed": (_, root) => {
    for (const node of root.querySelectorAll("[id]")) node.removeAttribute("id");
  },
  icons: (_, root) => icons(root),
  "keeps icons": (watched, root) => keep(watched, root, () => icons(root)),
  "keeps translated": (watched, root) => keep(watched, root, () => {
    for (const text of textsIn(root)) {
      if (text.parentNode.closest?.("font, [translate=no]")) continue;
      const font = document.createElement("font");
      font.textContent = `¿${text.data}?`;
      text.replaceWith(font);
    }
  }),
  "keeps removing": (watched, root) => keep(watched, root, (records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) node.remove();
  }),
  "fields elsewhere": (_, root) => place("elsewhere").append(...root.querySelectorAll("input")),
};

const mutate = (watched, name) => {
  const root = watched.form.shadowRoot;
  if (!root) return;
  watched.mutated = true;
  MUTATIONS[name](watched, root);
};
