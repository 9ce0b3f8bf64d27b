// Stands in for the module of this name that `cargo xtask` makes for each build, with the
// form as its component draws it. It is here for the type checker and for editors.

/**
 * An element as its name, its attributes and what is in it: elements, or a text as its key.
 * @typedef {[string, Record<string, string>, (MarkupElement | string)[]]} MarkupElement
 */

/** The empty form. @type {MarkupElement} */
export const FORM = ["form", {}, []];

/** What is in it for the list of types, in place of the check box. @type {MarkupElement} */
export const TYPE_FIELD = ["div", {}, []];

/**
 * The texts in both, by language and key.
 * @type {{ en: Record<string, string> } & Partial<Record<string, Record<string, string>>>}
 */
export const WORDS = { en: {} };

/** The form's style sheet. */
export const STYLE = "";
