// The types of the playground.

import type { LeadPhoneFormElement } from "../lead-phone-form.js";

export type LeadPhoneForm = LeadPhoneFormElement;

/** The custom elements manifest, as far as the playground reads it. */
export interface Manifest {
  modules: { declarations: Declaration[] }[];
}

export interface Declaration {
  tagName: string;
  attributes: Attribute[];
  members: Member[];
  events: { name: string; description?: string }[];
  cssStates: { name: string; description?: string }[];
  cssProperties: { name: string; default?: string; description?: string }[];
}

export interface Attribute {
  name: string;
  fieldName: string;
  type: { text: string };
  default?: string;
  description?: string;
}

export interface Member {
  kind: "field" | "method";
  name: string;
  attribute?: string;
  type?: { text: string };
  static?: boolean;
  readonly?: boolean;
  description?: string;
}

/** What a control edits. It decides which control that is. */
export type Kind =
  | "boolean"
  | "choice"
  | "color"
  | "integer"
  | "list"
  | "object"
  | "secret"
  | "text";

/** A control of the playground, and the key of its value in the state. */
export interface Control {
  key: string;
  label: string;
  kind: Kind;
  /** The other name of a setting: its property. */
  property?: string;
  /** The default, as a text. */
  initial?: string;
  description?: string;
  /** The values and their labels, for `choice`. */
  choices?: [value: string, label: string][];
  /** Whether a link may have another value than those of `choices`. */
  isOpen?: boolean;
  /** Returns an example, for `object`. */
  example?: () => Promise<unknown>;
}

/** A setting of the element that a control edits. */
export interface Setting extends Control {
  /** Where it is set: as an attribute, as a property, or on the class. */
  place: "attribute" | "property" | "class";
  property: string;
}

/** A form as the state describes it, for the snippets. */
export interface Setup {
  /** The settings that are attributes, in the order of the manifest. */
  attributes: { name: string; property: string; kind: Kind; value: string }[];
  /** The properties that scripts set. */
  objects: { property: string; value: unknown }[];
  hasToken: boolean;
  /** Whether the code listens to the events that end a save. */
  hasListeners: boolean;
  /** What is set on the class, for every form of the page. */
  statics: { property: string; value: unknown }[];
  direction: string | null;
  theme: string | null;
  /** The declarations of the element's `style`. */
  styles: [name: string, value: string][];
}

/** Writes the code that makes a form. */
export type WriteSnippet = (setup: Setup) => string;
