//! The steps, as the page gets them: by their names.

use serde::Serialize;

/// How many forms a page has.
pub const FORMS: usize = 8;

/// One step, and the form that it is done to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// Which of the [`FORMS`] it is.
    pub form: usize,
    /// What is done.
    #[serde(flatten)]
    pub what: What,
}

/// What a user, the host or the page does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "do", content = "with", rename_all = "kebab-case")]
pub enum What {
    /// The fields get values.
    Fill(Fill),
    /// A save is asked for, in one of the ways of [`PRESSES`].
    Press(&'static str),
    /// The host does one of [`HOST`].
    Host(&'static str),
    /// The page does one of [`MUTATIONS`] to the form's elements.
    Mutate(&'static str),
    /// The page replaces one of [`REPLACED`] by a function that throws.
    Replace(&'static str),
    /// The page puts back what it has replaced.
    Restore,
    /// The page undoes what it keeps doing to the form's elements.
    Calm,
    /// A getter throws within the form, which ends all forms of the page; others come instead.
    Trap,
    /// The WebAssembly arrives, and takes over the forms that are drawn already.
    TakeOver,
    /// A number is typed and saved by real keys.
    Keys(Fill),
    /// The page is loaded again, in one of the ways `reload` and `back`.
    Leave(&'static str),
}

/// Values for the fields of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fill {
    /// One of [`WAYS`].
    pub way: &'static str,
    /// The number as it is typed.
    pub text: String,
    /// The number in E.164.
    pub number: String,
    /// The extension, empty for none.
    pub extension: String,
    /// Whether the check box is checked.
    pub mobile: bool,
    /// The type, where the form has types.
    #[serde(rename = "type")]
    pub phone_type: &'static str,
    /// What the API answers to the requests with this number, one after the other, each one of
    /// [`ANSWERS`]. It saves after the last.
    pub answers: Vec<&'static str>,
}

/// In which ways the fields get values.
pub const WAYS: &[&str] =
    &["input", "silent", "late", "change", "paste", "keystrokes", "number-only", "link"];

/// In which ways a save is asked for.
pub const PRESSES: &[&str] = &["requestSubmit", "save", "button", "enter", "twice", "all"];

/// What the API answers. A name that ends in `-saved` says that it has carried the request out.
pub const ANSWERS: &[&str] = &[
    "ok",
    "ok",
    "ok",
    "ok",
    "wrapped",
    "not-valid",
    "slow",
    "empty-saved",
    "no-content-saved",
    "array-saved",
    "text-saved",
    "html-saved",
    "half-json-saved",
    "no-id-saved",
    "401",
    "403",
    "403-duplicate",
    "404",
    "405",
    "409",
    "418",
    "422",
    "422-strange",
    "429",
    "429-zero",
    "429-one",
    "429-date",
    "500",
    "500-saved",
    "502",
    "503",
    "redirect",
    "no-cors",
    "no-cors-saved",
    "cut",
    "cut-saved",
    "cut-within-saved",
    "not-http",
    "silence",
    "silence-saved",
];

/// What the host does with a form.
pub const HOST: &[&str] = &[
    "reset",
    "reset of the page's form",
    "disable",
    "enable",
    "enable",
    "fieldset is disabled",
    "fieldset is enabled",
    "locale fr",
    "locale unset",
    "locale attribute",
    "messages",
    "messages unset",
    "country FR",
    "country unset",
    "countries",
    "countries unset",
    "fields",
    "fields unset",
    "types",
    "types unset",
    "flags",
    "timeout wrong",
    "timeout",
    "base-url wrong",
    "base-url elsewhere",
    "base-url",
    "token text",
    "token function",
    "token promise",
    "token that throws",
    "token null",
    "token attribute",
    "lead",
    "lead unset",
    "phone",
    "phone again",
    "phone null",
    "phone-id attribute",
    "phone-id removed",
    "remove",
    "append",
    "append",
    "append",
    "move",
    "moveBefore",
    "wrap",
    "remove and append",
    "another form",
    "cancel",
    "allow",
    "listeners throw",
    "listeners are calm",
    "remove in an event",
    "dispatchEvent throws",
    "defaults",
    "defaults unset",
    "focus",
    "blur",
    "open the list",
    "choose France",
    "choose Canada",
    "undo",
    "wait",
    "wait for all",
    "wait for all",
];

/// What pages, extensions and translators do to the elements of a form. `keeps` does it again after
/// each change.
pub const MUTATIONS: &[&str] = &[
    "number removed",
    "number wrapped",
    "number keeps wrapped",
    "number moved",
    "number copied",
    "number cloned",
    "number is a file",
    "number is hidden",
    "mobile removed",
    "mobile wrapped",
    "mobile cloned",
    "submit removed",
    "submit keeps wrapped",
    "label wrapped",
    "label removed",
    "row removed",
    "row moved",
    "form wrapped",
    "form cloned",
    "status removed",
    "all removed",
    "all cloned",
    "all text",
    "rows swapped",
    "ids removed",
    "icons",
    "keeps icons",
    "keeps translated",
    "keeps removing",
    "fields elsewhere",
];

/// What pages replace by functions that throw, each as object and name.
pub const REPLACED: &[&str] = &[
    "Headers",
    "Headers.prototype.get",
    "TextEncoder.prototype.encodeInto",
    "TextEncoder",
    "TextDecoder.prototype.decode",
    "Promise.resolve",
    "Response.prototype.text",
    "AbortController",
    "CustomEvent",
    "queueMicrotask",
    "requestAnimationFrame",
    "EventTarget.prototype.dispatchEvent",
    "Date.now",
    "JSON.parse",
    "JSON.stringify",
    "fetch",
];
