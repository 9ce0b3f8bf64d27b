//! Serves the documents at `/docs/`. They are built in the background, so that the page does not
//! wait for them.

use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::extract::{Path as UrlPath, State};
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::get;

use super::site::{file, not_found};
use crate::{process, workspace};

/// The documents, and whether they are built.
#[derive(Debug)]
pub(super) struct Docs {
    folder: PathBuf,
    progress: Mutex<Progress>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Progress {
    NotBegun,
    Building,
    /// They are being built, and have changed since that began.
    Outdated,
    Built,
    /// Why they could not be built.
    Failed(String),
}

impl Docs {
    pub(super) fn new() -> Arc<Self> {
        let progress = Mutex::new(Progress::NotBegun);
        Arc::new(Self { folder: workspace::made("docs"), progress })
    }

    /// Builds them in the background, unless that has begun.
    pub(super) fn begin(self: &Arc<Self>) {
        if *self.progress() == Progress::NotBegun {
            self.build();
        }
    }

    /// Builds them in the background, again if they are being built.
    pub(super) fn build(self: &Arc<Self>) {
        let is_building = {
            let mut progress = self.progress();
            let is_building = matches!(*progress, Progress::Building | Progress::Outdated);
            *progress = if is_building { Progress::Outdated } else { Progress::Building };
            is_building
        };
        if !is_building {
            let docs = Arc::clone(self);
            std::thread::spawn(move || while docs.build_once() {});
        }
    }

    /// Builds them, and returns whether they have changed meanwhile.
    fn build_once(&self) -> bool {
        let mut cargo = process::cargo();
        cargo.args(["run", "--quiet", "--package", "lead-phone-docs", "--", "--as-is"]);
        let built = process::quietly(&mut cargo);
        let mut progress = self.progress();
        let is_outdated = *progress == Progress::Outdated;
        *progress = match built {
            _ if is_outdated => Progress::Building,
            Ok(_) => Progress::Built,
            Err(error) => {
                eprintln!("error: the documents cannot be built: run `cargo xtask docs`");
                Progress::Failed(format!("{error:#}"))
            }
        };
        is_outdated
    }

    fn progress(&self) -> MutexGuard<'_, Progress> {
        self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The routes of the documents.
pub(super) fn router(docs: Arc<Docs>) -> Router {
    Router::new()
        .route("/docs", get(async || Redirect::temporary("/docs/")))
        .route("/docs/", get(async |docs: State<Arc<Docs>>| answer(&docs, "index.html")))
        .route(
            "/docs/{*path}",
            get(async |docs: State<Arc<Docs>>, UrlPath(path): UrlPath<String>| {
                answer(&docs, &path)
            }),
        )
        .with_state(docs)
}

/// A file of the documents, or a page that says why there is none yet.
fn answer(docs: &Arc<Docs>, path: &str) -> Response {
    docs.begin();
    let progress = docs.progress().clone();
    match progress {
        Progress::Built => {
            let is_plain = |part: Component<'_>| matches!(part, Component::Normal(_));
            let contents =
                Path::new(path).components().all(is_plain).then(|| docs.folder.join(path));
            match contents.and_then(|path| fs::read(path).ok()) {
                Some(contents) => file(path, contents),
                None => not_found(&format!("{path} in the documents")),
            }
        }
        Progress::Failed(why) => {
            let text = format!("The documents cannot be built.\n\n{why}\n");
            (StatusCode::INTERNAL_SERVER_ERROR, text).into_response()
        }
        Progress::NotBegun | Progress::Building | Progress::Outdated => {
            let page = "<!doctype html><html lang=en><meta charset=utf-8><title>Documents</title>
                <meta name=color-scheme content='light dark'>
                <p>The documents are being built, which takes a minute the first time.
                This page shows them as soon as they are there.\n";
            let headers = [(header::REFRESH, "2"), (header::RETRY_AFTER, "2")];
            (StatusCode::SERVICE_UNAVAILABLE, headers, Html(page)).into_response()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn docs(progress: Progress) -> Arc<Docs> {
        let folder = workspace::root().join("docs/src");
        Arc::new(Docs { folder, progress: Mutex::new(progress) })
    }

    #[test]
    fn only_files_of_the_documents_are_served() {
        let docs = docs(Progress::Built);
        let status = |path: &str| answer(&docs, path).status();
        assert_eq!(status("start.md"), StatusCode::OK);
        assert_eq!(status("gone.html"), StatusCode::NOT_FOUND);
        assert_eq!(status("../book.toml"), StatusCode::NOT_FOUND);
        assert_eq!(status("/etc/passwd"), StatusCode::NOT_FOUND);
    }

    #[test]
    fn a_page_that_waits_asks_again_and_a_failure_is_told() {
        let waiting = answer(&docs(Progress::Building), "index.html");
        assert_eq!(waiting.status(), StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(waiting.headers()[header::REFRESH], "2");
        let failed = answer(&docs(Progress::Failed("why".to_owned())), "index.html");
        assert_eq!(failed.status(), StatusCode::INTERNAL_SERVER_ERROR);
    }

    #[test]
    fn a_change_during_a_build_is_built_afterwards() {
        let docs = docs(Progress::Building);
        docs.build();
        assert_eq!(*docs.progress(), Progress::Outdated);
        docs.build();
        assert_eq!(*docs.progress(), Progress::Outdated);
    }
}
