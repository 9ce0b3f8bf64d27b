// The playground: a form, everything that a page can set on it, and the code that sets the same. It
// uses the element's public contract alone, and reads its controls out of the manifest.

import { announce, byId, element } from "../demo/dom.js";
import { EventLog } from "../demo/event-log.js";
import { FaultOrders } from "../demo/fault-orders.js";
import { fetchTags, nameOf } from "../demo/languages.js";
import { orderOf } from "./answers.js";
import { makeControl } from "./controls.js";
import { copyOnClick } from "./copying.js";
import { exampleOf } from "./examples.js";
import { LivePanel } from "./live-panel.js";
import { customPropertiesOf, fetchDeclaration, settingsOf } from "./manifest.js";
import { SnippetPanel } from "./snippet-panel.js";
import { State } from "./state.js";
import { Stage } from "./stage.js";
import { setupOf } from "./setup.js";
import { CODE, FAULT, SNIPPET, VIEW } from "./view.js";

/** @import { Setting } from "./types.js" */

/** A form of the demo's own server. */
const INITIAL = { "lead-id": "3387562", "base-url": "/api/v2", "token-url": "/crm-token" };

/** Where the settings of each place have their controls. @type {Record<Setting["place"], string>} */
const PLACES = { attribute: "attributes", property: "properties", class: "class" };

const OPEN_GROUPS = 3;

async function start() {
  const [declaration, tags] = await Promise.all([fetchDeclaration(), fetchTags()]);
  const settings = settingsOf(declaration).map((setting) => withHelp(setting, tags));
  const customProperties = customPropertiesOf(declaration);
  const controls = [...settings, ...customProperties, ...VIEW, ...FAULT, ...CODE, SNIPPET];
  const state = new State(controls, INITIAL);
  state.fragment = location.hash.slice(1);

  for (const setting of settings) {
    byId(PLACES[setting.place]).append(makeControl(setting, state));
  }
  const groups = { view: VIEW, "custom-properties": customProperties, answer: FAULT, options: CODE };
  for (const [place, group] of Object.entries(groups)) {
    byId(place).append(...group.map((control) => makeControl(control, state)));
  }

  const names = declaration.events.map(({ name }) => name);
  const log = new EventLog(byId("events"), byId("events-clear"), names);
  const stage = new Stage(byId("stage"), state, settings, customProperties);
  const places = {
    states: byId("states"),
    values: byId("values"),
    methods: byId("methods"),
    ofClass: byId("class-members"),
  };
  const live = new LivePanel(places, declaration, () => stage.form, log);
  state.follow(() => live.update());
  byId("restart").addEventListener("click", () => {
    stage.restart();
    live.update();
    announce("There is a new form.");
  });

  const parts = {
    tabs: byId("tabs"),
    panel: byId("snippet"),
    code: byId("code"),
    copy: byId("copy"),
  };
  new SnippetPanel(parts, state, () => setupOf(state, settings, customProperties));

  const orders = new FaultOrders(byId("ordered"));
  byId("order").addEventListener("click", () => void orders.order(orderOf(state)));
  byId("orders-clear").addEventListener("click", () => void orders.clear());

  keepInFragment(state);
  openGroups();
}

/** Adds what the manifest does not say: the languages, and an example of an object.
 * @param {Setting} setting @param {string[]} tags @returns {Setting} */
function withHelp(setting, tags) {
  const example = exampleOf(setting.property);
  if (setting.key === "locale") {
    const choices = tags.map((tag) => /** @type {[string, string]} */ ([tag, `${nameOf(tag)} (${tag})`]));
    return { ...setting, kind: "choice", choices, isOpen: true };
  }
  return example ? { ...setting, example } : setting;
}

/** Opens the first groups of controls where they are beside the form. Below it they would keep the code
 * out of view. */
function openGroups() {
  const groups = byId("controls").querySelectorAll("details");
  const isBeside = matchMedia("(min-width: 60rem)").matches;
  groups.forEach((group, index) => (group.open = isBeside && index < OPEN_GROUPS));
}

/** Keeps the state in the URL's fragment, and takes up the fragment of a link. @param {State} state */
function keepInFragment(state) {
  const url = () => {
    const { fragment } = state;
    return location.pathname + (fragment && `#${fragment}`);
  };
  // Not at each key: browsers limit how often a page may change its URL.
  const write = () => history.replaceState(null, "", url());
  document.addEventListener("change", write);
  write();
  window.addEventListener("hashchange", () => {
    state.fragment = location.hash.slice(1);
    write();
  });
  byId("skip").addEventListener("click", (event) => {
    // The fragment is the state's.
    event.preventDefault();
    byId("controls").focus();
  });
  const link = () => location.origin + url();
  copyOnClick(byId("link"), link, "The link is copied. It has no token in it.");
  byId("reset").addEventListener("click", () => {
    state.reset();
    write();
    announce("Everything is as it was at the beginning.");
  });
}

start().catch((error) => {
  console.error(error);
  const sentence = "The playground could not start. Is the demo still running? Reload to try again.";
  byId("stage").append(element("p", { class: "notice", role: "alert" }, sentence));
});
