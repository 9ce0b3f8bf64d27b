// How the fields get values, and how a save is asked for.

const input = (control, kind = "input") => raise(control, new Event(kind, { bubbles: true, composed: true }));

const paste = (control, text) => {
  control.value = "";
  const data = new DataTransfer();
  data.setData("text/plain", text);
  const event = new Event("paste", { bubbles: true, cancelable: true, composed: true });
  // An event that no script has handled would let the browser paste.
  if (raise(control, Object.assign(event, { clipboardData: data }))) {
    control.value = text;
    input(control);
  }
};

const fill = (watched, { way, text, number, extension, mobile, type }) => {
  const find = {
    extension: () => usable(watched, "extension"),
    mobile: () => usable(watched, "mobile", ["checkbox"]),
    type: () => usable(watched, "type", ["select-one"]),
    number: () => usable(watched, "number"),
  };
  if (!find.number()) return false;
  const isLate = way === "late" || way === "silent";
  const isInPaste = way === "paste" && extension && find.extension();
  const set = (name, change) => {
    // Each event may put another control into the place of one that the page has changed.
    const control = way !== "number-only" || name === "number" ? find[name]() : null;
    if (!control) return false;
    change(control);
    if (!isLate) input(control, way === "change" ? "change" : "input");
    return true;
  };
  // A value that is there already is no edit. In a copy of a control it may be another than the form's,
  // and a number that is a mobile phone's checks the box that nobody has touched.
  const isEdit = {
    extension: find.extension()?.value !== extension,
    mobile: find.mobile()?.checked !== mobile,
    type: find.type()?.value !== type,
  };
  const known = {
    extension: isEdit.extension && set("extension", (control) => { control.value = isInPaste ? "" : extension }),
    mobile: isEdit.mobile && set("mobile", (control) => { control.checked = mobile }),
    type: isEdit.type && set("type", (control) => { control.value = type }) && find.type()?.value === type,
  };
  const field = find.number();
  if (!field) return false;
  if (way === "paste") {
    paste(field, isInPaste ? `${text} x${extension}` : text);
  } else if (way === "link") {
    text = `tel:${number}`;
    paste(field, text);
  } else if (way === "keystrokes") {
    field.value = "";
    for (const data of text) {
      const now = find.number() ?? field;
      now.value += data;
      raise(now, new InputEvent("input", { data, inputType: "insertText", bubbles: true, composed: true }));
    }
  } else {
    set("number", (control) => { control.value = text });
  }
  know(watched, { way, text, number, extension, mobile, type }, known);
  if (way === "late") {
    for (const name of ["number", "type", "mobile", "extension"]) {
      const control = find[name]();
      if (control) input(control);
    }
  }
  return true;
};

/** Remembers what the fields hold now. */
const know = (watched, { way, text, number, extension, mobile, type }, other) => {
  watched.typed = sevenOf(number);
  watched.isUntold = way === "silent";
  watched.fills = (watched.fills ?? 0) + 1;
  // While a save is on its way, the number is the next one, and the other fields may be emptied.
  // An extension that was pasted with another number goes with it.
  const before = watched.open || watched.fields.isPasted ? {} : watched.fields;
  watched.fields = { ...before, text: text.startsWith("tel:") ? number : text, number };
  // The box of a mobile number is checked by itself until it is touched.
  if (number.startsWith("+33")) watched.fields.mobile = undefined;
  if (way === "number-only" || way === "keys") return;
  watched.fields.isPasted = text.startsWith("tel:") || way === "paste";
  watched.fields.extension = other.extension || before.extension === extension ? extension : undefined;
  const isKnown = !number.startsWith("+33") && (other.mobile || before.mobile === mobile);
  watched.fields.mobile = isKnown ? mobile : undefined;
  watched.fields.type = other.type || before.type === type ? type : undefined;
};

const save = (watched) => {
  watched.waiting += 1;
  watched.form.save().then(
    ({ outcome, detail }) => {
      watched.waiting -= 1;
      if (watched.open) violate(watched, `save() says ${outcome} before the save has ended: ${stringify(detail)}`);
      const isTold = outcome === "stopped" ? detail === null : watched.details.has(detail);
      if (!isTold) violate(watched, `save() says ${outcome} ${stringify(detail)}, which no event has told`);
    },
    (error) => violate(watched, `save() rejects: ${error}`),
  );
};

const PRESSES = {
  requestSubmit: ({ form }) => form.requestSubmit(),
  save,
  button: (watched) => controlOf(watched, "submit")?.click(),
  enter: (watched) => {
    const number = usable(watched, "number");
    const init = { key: "Enter", bubbles: true, composed: true, cancelable: true };
    if (number) raise(number, new KeyboardEvent("keydown", init));
  },
  twice: (watched) => {
    watched.form.requestSubmit();
    watched.form.requestSubmit();
  },
  all: (watched) => Object.entries(PRESSES).forEach(([name, press]) => name === "all" || press(watched)),
};

const press = (watched, name) => {
  // Before it is defined, it has no methods.
  if (!watched.form.shadowRoot) return;
  watched.pressed = { ...watched.fields };
  watched.isUntold = false;
  PRESSES[name](watched);
};
