"use client";
// `lead-phone-form/react`: the element as a component of React 18 and 19. Its HTML, also a server's, has
// attributes only. Properties and listeners are set in effects, so the token is in no HTML.

import {
  createElement,
  forwardRef,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from "react";

/** @typedef {import("./lead-phone-form.js").LeadPhoneFormElement} LeadPhoneFormElement */
/** @typedef {import("./lead-phone-form.js").LeadPhoneFormEventMap} LeadPhoneFormEventMap */
/** @typedef {import("./lead-phone-form.js").LeadPhoneFormProperties} ElementProperties */
/** @typedef {import("./lead-phone-form.js").LeadPhoneFormAttributes} ElementAttributes */
/** @typedef {import("./react.js").LeadPhoneFormListeners} Listeners */
/** @typedef {import("./react.js").LeadPhoneFormProps} Props */

const TAG = "lead-phone-form";

/** The properties of the element with the attributes that show them in the HTML, so that a form that is
 * there before React has the right look.
 * @type {Required<{ [Name in keyof ElementProperties]: keyof ElementAttributes | null }>} */
const PROPERTIES = {
  leadId: "lead-id",
  phoneId: "phone-id",
  baseUrl: "base-url",
  tokenUrl: "token-url",
  authScheme: "auth-scheme",
  country: "country",
  preferredCountries: "preferred-countries",
  countries: "countries",
  locale: "locale",
  phoneTypes: "phone-types",
  fields: "fields",
  loading: "loading",
  autocomplete: "autocomplete",
  timeout: "timeout",
  // React 19 writes these attributes once and sets the properties later, so the attributes would stay.
  disabled: null,
  flags: null,
  token: null,
  phone: null,
  messages: null,
};

/** The listener of each event. @type {Record<keyof LeadPhoneFormEventMap, keyof Listeners>} */
const LISTENERS = {
  "lead-phone-ready": "onReady",
  "lead-phone-submit": "onSubmit",
  "lead-phone-created": "onCreated",
  "lead-phone-updated": "onUpdated",
  "lead-phone-error": "onError",
  "lead-phone-change": "onChange",
  "lead-phone-refused": "onRefused",
};
const LISTENER_NAMES = new Set(/** @type {string[]} */ (Object.values(LISTENERS)));

/** React 18 writes the names of a custom element's attributes as they are.
 * @type {Record<string, string>} */
const RENAMED = { className: "class", autoFocus: "autofocus" };

/** On a server neither runs, and React 18 warns of the second there. */
const useBrowserEffect = typeof document === "undefined" ? useEffect : useLayoutEffect;

/** @param {Props} props @param {import("react").ForwardedRef<LeadPhoneFormElement>} ref */
function Component(props, ref) {
  const own = useRef(/** @type {LeadPhoneFormElement | null} */ (null));
  /** What the element was given last. */
  const given = useRef(/** @type {Props} */ ({}));
  const [hear] = useState(() => (/** @type {Event} */ event) => {
    const name = LISTENERS[/** @type {keyof LeadPhoneFormEventMap} */ (event.type)];
    const listener = /** @type {((event: Event) => void) | null | undefined} */ (given.current[name]);
    listener?.(event);
  });
  useImperativeHandle(ref, () => /** @type {LeadPhoneFormElement} */ (own.current), []);
  useBrowserEffect(() => {
    const element = /** @type {LeadPhoneFormElement} */ (own.current);
    // They stay when the component goes: a save under way is told after that. Adding one again, as
    // StrictMode does, changes nothing.
    for (const name of Object.keys(LISTENERS)) {
      element.addEventListener(name, hear);
    }
    void define(element);
  }, [hear]);
  useBrowserEffect(() => {
    const element = own.current;
    const before = given.current;
    given.current = props;
    for (const property of Object.keys(PROPERTIES)) {
      const name = /** @type {keyof ElementProperties} */ (property);
      if (element && props[name] !== before[name]) {
        // One that is gone is undefined, which restores the default.
        Reflect.set(element, name, props[name]);
      }
    }
  });
  return createElement(TAG, { ...attributesOf(props), ref: own });
}

export const LeadPhoneForm = forwardRef(Component);
LeadPhoneForm.displayName = "LeadPhoneForm";

/** What React gets: attributes, children, and listeners of React's own events.
 * @param {Props} props */
function attributesOf(props) {
  /** @type {Record<string, unknown>} */
  const attributes = {};
  for (const [name, value] of Object.entries(props)) {
    if (Object.hasOwn(PROPERTIES, name)) {
      const attribute = PROPERTIES[/** @type {keyof ElementProperties} */ (name)];
      if (attribute && value !== undefined && value !== null) {
        attributes[attribute] = Array.isArray(value) ? value.join(" ") : String(value);
      }
    } else if (!LISTENER_NAMES.has(name) && isForReact(name, value)) {
      attributes[RENAMED[name] ?? name] = value;
    }
  }
  return attributes;
}

/** Whether a prop is none of the element's properties. An object or a function would be printed as
 * one, and React 18 prints `false`. @param {string} name @param {unknown} value */
function isForReact(name, value) {
  switch (typeof value) {
    case "string":
    case "number":
      return true;
    case "boolean":
      return value || /^(aria|data)-/.test(name) || name === "children";
    case "function":
      return /^on[A-Z]/.test(name);
    default:
      return name === "children" || name === "style";
  }
}

/** Loads the element, which only a browser can do. @param {LeadPhoneFormElement} element */
async function define(element) {
  if (customElements.get(TAG)) {
    return;
  }
  try {
    await import("lead-phone-form");
  } catch (error) {
    const message = `The phone form could not be loaded: ${error instanceof Error ? error.message : error}`;
    const detail = { kind: "load", operation: null, status: null, message, errors: null };
    element.dispatchEvent(
      new CustomEvent("lead-phone-error", { bubbles: true, composed: true, detail }),
    );
  }
}
