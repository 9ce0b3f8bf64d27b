// Reads the controls out of the custom elements manifest. A new attribute or property of the element
// gets its control here by itself.

/** @import { Control, Declaration, Kind, Manifest, Setting } from "./types.js" */

/** @returns {Promise<Declaration>} */
export async function fetchDeclaration() {
  const response = await fetch("/www/custom-elements.json");
  const manifest = /** @type {Manifest} */ (await response.json());
  const declaration = manifest.modules[0]?.declarations[0];
  if (!declaration) {
    throw new Error("The manifest has no declaration.");
  }
  return declaration;
}

/** The settings that can be changed. @param {Declaration} declaration @returns {Setting[]} */
export function settingsOf({ attributes, members }) {
  const fields = members.filter(({ kind, readonly }) => kind === "field" && !readonly);
  const known = new Map(fields.map((field) => [field.name, field]));
  /** @type {Setting[]} */
  const settings = attributes.map(({ name, fieldName, type, default: initial, description }) => ({
    key: name,
    label: name,
    property: fieldName,
    place: "attribute",
    ...kindOf(known.get(fieldName)?.type?.text ?? type.text, type.text),
    ...described(description, initial),
  }));
  for (const { name, attribute, type, static: isStatic, description } of fields) {
    if (attribute === undefined) {
      settings.push({
        key: name,
        label: name,
        property: name,
        place: isStatic ? "class" : "property",
        ...kindOf(type?.text ?? "string"),
        ...described(description),
      });
    }
  }
  return settings;
}

/** The controls of the custom properties. @param {Declaration} declaration @returns {Control[]} */
export function customPropertiesOf({ cssProperties }) {
  return cssProperties.map(({ name, default: initial, description }) => ({
    key: name,
    label: name,
    // Lengths have a default in the manifest. Colors follow the page, so they have none.
    kind: initial === undefined ? "color" : "text",
    ...described(description, initial),
  }));
}

/** @param {string | undefined} description @param {string} [initial] */
function described(description, initial) {
  return {
    ...(description === undefined ? {} : { description }),
    // `null` is the manifest's word for a setting that is not set.
    ...(initial === undefined || initial === "null" ? {} : { initial }),
  };
}

/** The control for a type of the manifest.
 * @param {string} type the property's @param {string} [attribute] the attribute's
 * @returns {{ kind: Kind, choices?: [string, string][] }} */
function kindOf(type, attribute = type) {
  const words = [...attribute.matchAll(/"([^"]*)"/g)].map(([, word]) => word ?? "");
  if (words.length > 0) {
    return { kind: "choice", choices: words.map((word) => [word, word]) };
  }
  if (/^boolean\b/.test(type)) {
    return { kind: "boolean" };
  }
  if (/^number\b/.test(type)) {
    return { kind: "integer" };
  }
  if (/^string\[\]/.test(type)) {
    return { kind: "list" };
  }
  if (/^string\b/.test(type)) {
    return { kind: "text" };
  }
  return { kind: /^Token/.test(type) ? "secret" : "object" };
}
