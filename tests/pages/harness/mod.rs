//! The harness of the page tests: servers, browsers, and access to the pages.
//!
//! | to test | use |
//! | --- | --- |
//! | the demo page, used like by a person | [`on_demo`]; [`on_demo_at`] for another page of its server |
//! | a form whose API is the sandbox | [`on_form`]; [`on_form_with`] for the demo's options, [`on_form_in_frame`] for a narrow window |
//! | a form whose API, files or requests the test decides or checks | [`Stage`] |
//! | files as they are, such as a host's own page | [`on_files`] |
//! | a page with a policy or tags of its own, one more origin | [`Server`], and [`document()`] or [`RECORDER`] |
//! | the recipes for nginx | [`nginx::Nginx`] |
//! | the host's events | [`Browser::until_heard`], [`Browser::heard`], [`Browser::events`] |
//! | that no script throws | [`Browser::threw_nothing`], [`Browser::console`] |
//! | a state that comes later | [`until`], [`Browser::until`]; never a time |
//!
//! ```ignore
//! #[tokio::test(flavor = "multi_thread")]
//! async fn a_theme_has_one_sentence_for_each_test() -> Result {
//!     on_form("{form}", async |page| {
//!         page.in_shadow("#number").await?.send_keys("514 555 0199" + Key::Enter).await?;
//!         assert_eq!(page.until_heard("created").await?["number"], "+15145550199");
//!         Ok(())
//!     })
//!     .await
//! }
//! ```
//!
//! Tests run beside each other, so each has its own servers and its own database in memory, and no
//! two use a browser at the same time. A browser is used by several tests, one after another: a
//! test that changes more than its pages, such as the window, says so by [`Browser::changes`].

mod browser;
pub mod console;
mod demo;
mod form;
pub mod nginx;
mod page;
mod pseudo_locale;
pub mod recorder;
pub mod server;
mod session;
mod stage;
mod wait;

use std::error::Error;

pub use browser::Browser;
pub use demo::Demo;
pub use page::{Page, on_demo, on_demo_at, on_files, on_form, on_form_in_frame, on_form_with};
pub use recorder::{RECORDER, document};
pub use server::Server;
pub use stage::Stage;
pub use wait::until;

/// The result of tests and of the harness. An error says what was expected.
pub type Result<T = ()> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

/// A variable that `cargo xtask test` sets for the tests.
pub fn told(name: &str) -> Result<String> {
    std::env::var(name)
        .map_err(|_| format!("{name} is not set: run `cargo xtask test --only pages`").into())
}
