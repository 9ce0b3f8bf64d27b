// Made by `cargo xtask markup` of what the component draws: change that instead.

/**
 * An element as its name, its attributes and what is in it: elements, or a text as its key.
 * @typedef {[string, Record<string, string>, (MarkupElement | string)[]]} MarkupElement
 */

/** The empty form. @type {MarkupElement} */
export const FORM = ["form", {"lang":"en","novalidate":"novalidate","part":"form"}, [
  ["div", {"part":"row"}, [
    ["div", {"class":"phone"}, [
      ["div", {"part":"field field-country"}, [
        ["label", {"for":"country","part":"label label-country"}, ["country"]],
        ["span", {"aria-hidden":"true","class":"flag"}, []],
        ["input", {"aria-autocomplete":"list","aria-expanded":"false","autocapitalize":"off","autocomplete":"off","id":"country","lang":"en","part":"country","role":"combobox","spellcheck":"false","type":"text"}, []],
        ["span", {"part":"chevron"}, []],
      ]],
      ["div", {"part":"field field-number"}, [
        ["label", {"for":"number","part":"label label-number"}, ["number"]],
        ["input", {"aria-describedby":"number-help","aria-required":"true","autocomplete":"off","dir":"ltr","id":"number","part":"number","placeholder":"(506) 234-5678","type":"tel"}, []],
      ]],
    ]],
    ["div", {"class":"about"}, [
      ["div", {"id":"number-help","part":"help"}, [
        ["bdi", {}, ["hint"]],
      ]],
    ]],
    ["div", {"part":"field field-extension"}, [
      ["label", {"for":"extension","part":"label label-extension"}, ["extension"]],
      ["input", {"autocomplete":"off","dir":"ltr","id":"extension","inputmode":"numeric","part":"extension","placeholder":"optional","type":"text"}, []],
    ]],
  ]],
  ["div", {"part":"row"}, [
    ["div", {"part":"field field-mobile"}, [
      ["input", {"id":"mobile","part":"mobile","type":"checkbox"}, []],
      ["label", {"for":"mobile","part":"label label-mobile"}, ["mobile"]],
    ]],
    ["button", {"id":"submit","part":"submit","type":"submit"}, [
      ["span", {}, ["submit"]],
      ["span", {}, ["saving"]],
    ]],
    ["div", {"class":"outcome"}, [
      ["div", {"aria-live":"assertive"}, []],
      ["div", {"id":"status","part":"status","role":"status"}, []],
      ["div", {"aria-live":"polite","class":"unseen"}, []],
    ]],
  ]],
]];

/** The list of types in it, in place of the check box. @type {MarkupElement} */
export const TYPE_FIELD = ["div", {"part":"field field-type"}, [
  ["label", {"for":"type","part":"label label-type"}, ["type"]],
  ["select", {"id":"type","part":"type"}, []],
]];

/** On which line of a language's file each text in both is. @type {Record<string, number>} */
export const LINES = {
  "country": 1,
  "extension": 5,
  "hint": 38,
  "mobile": 7,
  "number": 4,
  "optional": 6,
  "saving": 14,
  "submit": 13,
  "type": 8,
  "type-home": 9,
  "type-mobile": 11,
  "type-work": 10
};

/**
 * The texts in both, by language and key.
 * @type {{ en: Record<string, string> } & Partial<Record<string, Record<string, string>>>}
 */
export const WORDS = {
  "en": {
    "country": "Country",
    "extension": "Extension",
    "hint": "Start with + for another country.",
    "mobile": "Mobile phone",
    "number": "Phone number",
    "optional": "Optional",
    "saving": "Saving…",
    "submit": "Save number",
    "type": "Phone type",
    "type-home": "Home",
    "type-mobile": "Mobile",
    "type-work": "Work"
  },
  "es": {
    "country": "País",
    "extension": "Extensión",
    "hint": "Empiece con + para otro país.",
    "mobile": "Teléfono celular",
    "number": "Número de teléfono",
    "optional": "Opcional",
    "saving": "Guardando…",
    "submit": "Guardar número",
    "type": "Tipo de teléfono",
    "type-home": "Casa",
    "type-mobile": "Celular",
    "type-work": "Trabajo"
  },
  "fr": {
    "country": "Pays",
    "extension": "Poste",
    "hint": "Commencez par + pour un autre pays.",
    "mobile": "Téléphone cellulaire",
    "number": "Numéro de téléphone",
    "optional": "Facultatif",
    "saving": "Enregistrement…",
    "submit": "Enregistrer le numéro",
    "type": "Type de téléphone",
    "type-home": "Domicile",
    "type-mobile": "Cellulaire",
    "type-work": "Travail"
  }
};
