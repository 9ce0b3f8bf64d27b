//! What is kept, whoever asks at once and whatever is opened again.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking, in its helpers too")]

mod common;

use common::{call, create, new_phone, options, phones, router, update};
use lead_phone_sandbox::{Database, Error, Options, Revision, Sandbox};
use rusqlite::Connection;
use serde_json::json;
use tempfile::{TempDir, tempdir};

fn in_folder(folder: &TempDir) -> Options {
    Options::new(Database::File(folder.path().join("a/b/sandbox.db")))
}

fn number(index: usize) -> String {
    format!("+1514555{index:04}")
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_creates_at_once_one_wins() {
    let folder = tempdir().unwrap();
    // Two sandboxes on one file, as two processes would be: only the database is shared.
    let sandboxes = [in_folder(&folder), in_folder(&folder)].map(|options| {
        let sandbox = Sandbox::open(options).unwrap();
        sandbox.router()
    });
    for index in 0..20 {
        let answers = sandboxes.clone().map(|router| {
            tokio::spawn(
                async move { create(&router, new_phone(&number(index))).await.status.as_u16() },
            )
        });
        let mut statuses = Vec::new();
        for answer in answers {
            statuses.push(answer.await.unwrap());
        }
        statuses.sort_unstable();
        assert_eq!(statuses, [201, 403]);
    }
    assert_eq!(phones(&sandboxes[0]).await.len(), 20);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_updates_to_one_number_one_wins() {
    let router = router();
    let first = create(&router, new_phone(&number(1))).await.json()["id"].as_i64().unwrap();
    let second = create(&router, new_phone(&number(2))).await.json()["id"].as_i64().unwrap();
    let answers = [first, second].map(|id| {
        let router = router.clone();
        tokio::spawn(async move { update(&router, id, json!({"number": number(3)})).await.status })
    });
    let mut statuses = Vec::new();
    for answer in answers {
        statuses.push(answer.await.unwrap().as_u16());
    }
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 403]);
}

#[tokio::test]
async fn phones_are_kept_and_both_revisions_read_them() {
    let folder = tempdir().unwrap();
    let router = Sandbox::open(in_folder(&folder)).unwrap().router();
    let id = create(&router, new_phone(&number(1))).await.json()["id"].as_i64().unwrap();
    drop(router);

    let router = Sandbox::open(in_folder(&folder).with_revision(Revision::R2020)).unwrap().router();
    assert_eq!(phones(&router).await[0]["id"], id);
    let answer = update(&router, id, json!({"type": "work"})).await.json();
    assert_eq!(answer["data"]["type"], "work");
    drop(router);

    let router = Sandbox::open(in_folder(&folder)).unwrap().router();
    let not_mobile = update(&router, id, json!({"mobile": false})).await.json();
    assert_eq!(not_mobile["mobile"], false);
    assert_eq!(phones(&router).await[0]["type"], "work", "not mobile is all that was said");
    update(&router, id, json!({"mobile": true})).await;
    assert_eq!(phones(&router).await[0]["type"], "mobile");
    assert_eq!(create(&router, new_phone(&number(1))).await.status, 403);
    assert_eq!(create(&router, new_phone(&number(2))).await.json()["id"], id + 1);
}

/// What was answered is in the file, even if the sandbox never closes it: as after a kill.
#[tokio::test]
async fn what_was_answered_is_in_the_file() {
    let folder = tempdir().unwrap();
    let sandbox = Sandbox::open(in_folder(&folder)).unwrap();
    let router = sandbox.router();
    assert_eq!(create(&router, new_phone(&number(1))).await.status, 201);
    let copy = tempdir().unwrap();
    for entry in std::fs::read_dir(folder.path().join("a/b")).unwrap() {
        let entry = entry.unwrap();
        // SQLite makes the shared memory anew.
        if !entry.file_name().to_string_lossy().ends_with("-shm") {
            std::fs::copy(entry.path(), copy.path().join(entry.file_name())).unwrap();
        }
    }
    let options = Options::new(Database::File(copy.path().join("sandbox.db")));
    let copied = Sandbox::open(options).unwrap().router();
    assert_eq!(phones(&copied).await[0]["number"], number(1));
}

#[tokio::test]
async fn the_database_is_set_up_as_it_should_be() {
    let folder = tempdir().unwrap();
    let _sandbox = Sandbox::open(in_folder(&folder)).unwrap();
    let file = Connection::open(folder.path().join("a/b/sandbox.db")).unwrap();
    let mode: String = file.pragma_query_value(None, "journal_mode", |row| row.get(0)).unwrap();
    assert_eq!(mode, "wal");
    let version: i64 = file.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    assert_eq!(version, 1);
}

#[test]
fn a_newer_schema_is_refused_and_left_alone() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("newer.db");
    let newer = Connection::open(&path).unwrap();
    newer.execute_batch("CREATE TABLE t (x); PRAGMA user_version = 2;").unwrap();
    drop(newer);
    let before = std::fs::read(&path).unwrap();
    let error = Sandbox::open(Options::new(Database::File(path.clone()))).map(drop).unwrap_err();
    assert!(matches!(error, Error::NewerSchema { found: 2, known: 1, .. }));
    assert!(error.to_string().contains("schema version 2"), "{error}");
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[test]
fn files_of_others_are_refused() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("other.db");
    Connection::open(&path).unwrap().execute_batch("CREATE TABLE t (x)").unwrap();
    let open = || Sandbox::open(Options::new(Database::File(path.clone()))).map(drop);
    assert!(matches!(open(), Err(Error::Foreign { .. })));
    std::fs::write(&path, "no database at all, but long enough to be seen as none".repeat(9))
        .unwrap();
    assert!(matches!(open(), Err(Error::Sqlite { .. })));
    let inside_a_file = Options::new(Database::File(path.join("x/y.db")));
    assert!(matches!(Sandbox::open(inside_a_file).map(drop), Err(Error::Folder { .. })));
}

#[tokio::test]
async fn databases_in_memory_are_apart() {
    let (one, other) = (router(), Sandbox::open(options()).unwrap().router());
    create(&one, new_phone(&number(1))).await;
    assert_eq!(phones(&other).await.len(), 0);
    assert_eq!(call(&one, "GET", "/sandbox/leads", "").await.status, 200);
}
