//! The tables of the database, and the version of its schema.

use rusqlite::{Connection, TransactionBehavior};

use super::seed;
use crate::{Database, Error};

/// The version of the schema, which is stored in the database's `user_version`.
const VERSION: i64 = 1;

/// Both revisions of the API use one table: `mobile` of the first revision is `type = 'mobile'`.
/// Ids are never reused.
const TABLES: &str = "
    CREATE TABLE leads (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%S+00:00', 'now')),
        first_name TEXT NOT NULL,
        last_name TEXT NOT NULL,
        source TEXT NOT NULL,
        updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%S+00:00', 'now')),
        vehicle TEXT NOT NULL
    ) STRICT;

    CREATE TABLE phones (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%S+00:00', 'now')),
        extension INTEGER,
        lead_id INTEGER NOT NULL REFERENCES leads (id),
        number TEXT NOT NULL,
        type TEXT CHECK (type IN ('home', 'work', 'mobile')),
        updated_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%S+00:00', 'now')),
        valid INTEGER NOT NULL CHECK (valid IN (0, 1)),
        UNIQUE (lead_id, number)
    ) STRICT;
";

/// Refuses a database of another program or of a newer sandbox. Writes nothing.
pub fn check(connection: &Connection, database: &Database) -> Result<(), Error> {
    let found = version(connection).map_err(failed(database))?;
    if found > VERSION {
        return Err(Error::NewerSchema { database: database.clone(), found, known: VERSION });
    }
    let tables: i64 = connection
        .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
        .map_err(failed(database))?;
    if found < 0 || (found == 0 && tables > 0) {
        return Err(Error::Foreign { database: database.clone() });
    }
    Ok(())
}

/// Creates the tables and the leads if the database is new.
pub fn create(connection: &mut Connection, database: &Database) -> Result<(), Error> {
    create_if_new(connection).map_err(failed(database))
}

fn create_if_new(connection: &mut Connection) -> rusqlite::Result<()> {
    // Read the version again inside the transaction: another process may have been faster.
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    if version(&transaction)? == 0 {
        transaction.execute_batch(TABLES)?;
        seed::insert(&transaction)?;
        transaction.pragma_update(None, "user_version", VERSION)?;
    }
    transaction.commit()
}

fn version(connection: &Connection) -> rusqlite::Result<i64> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0))
}

fn failed(database: &Database) -> impl FnOnce(rusqlite::Error) -> Error {
    let database = database.clone();
    move |source| Error::Sqlite { database, source }
}
