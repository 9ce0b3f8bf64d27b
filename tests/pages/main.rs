//! Whole pages in a real browser, with the widget as it ships and the sandbox.
//!
//! `cargo xtask test --only pages` runs them, once for each engine. Each file has one theme.
//! [`harness`] starts what a test needs, and says what to use for which test; [`devtools`] has
//! the tests that only Chromium can run.

mod accessibility;
mod bundlers;
mod cdn;
mod chaos;
mod contract;
mod countries;
mod country;
mod country_list;
mod dashboard;
mod demo_page;
mod devtools;
mod documents;
mod editing;
mod failure;
mod flags;
mod foreign_changes;
mod frames;
mod harness;
mod host_keys;
mod hostile_values;
mod hosts;
mod inherited;
mod keeping_up;
mod languages;
mod layout;
mod load_failures;
mod loading;
mod locales;
mod many_forms;
mod moves;
mod numbers;
mod offers;
mod page_form;
mod pasting;
mod phone_types;
mod plain_host;
mod playground;
mod prerender;
mod reverse_proxy;
mod saving_twice;
mod secrets;
mod silent_values;
mod still;
mod styling;
mod telling;
mod token_url;
mod typing;
mod wrapped_fetch;
