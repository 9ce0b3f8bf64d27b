//! The database: one connection, which one task at a time uses on a blocking thread.

pub mod leads;
pub mod phones;
mod schema;
mod seed;

use std::{
    fs,
    path::Path,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::{Database, Error};

/// How long a write waits for another process that has the file.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// The shared database.
#[derive(Clone)]
pub struct Store {
    connection: Arc<Mutex<Connection>>,
}

/// Why work on the database has failed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error(transparent)]
    Sqlite(#[from] rusqlite::Error),
    #[error("the work on the database did not finish")]
    Unfinished(#[from] tokio::task::JoinError),
}

impl Store {
    /// Opens the database, and creates its tables if it is new.
    pub fn open(database: &Database) -> Result<Self, Error> {
        let failed = |source| Error::Sqlite { database: database.clone(), source };
        let mut connection = match database {
            Database::Memory => Connection::open_in_memory(),
            Database::File(path) => {
                create_folder(path)
                    .map_err(|source| Error::Folder { database: database.clone(), source })?;
                Connection::open(path)
            }
        }
        .map_err(failed)?;
        connection.busy_timeout(BUSY_TIMEOUT).map_err(failed)?;
        // Before anything is written, so that the database of another program is not changed.
        schema::check(&connection, database)?;
        configure(&connection).map_err(failed)?;
        schema::create(&mut connection, database)?;
        Ok(Self { connection: Arc::new(Mutex::new(connection)) })
    }

    /// Runs `work` in one transaction, which is committed only if `work` succeeds.
    ///
    /// Work that has started is finished even if the caller is dropped.
    pub async fn write<T, E>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let sqlite = |error| E::from(StoreError::Sqlite(error));
        self.run(move |connection| {
            let transaction = connection
                .transaction_with_behavior(TransactionBehavior::Immediate)
                .map_err(sqlite)?;
            let result = work(&transaction)?;
            transaction.commit().map_err(sqlite)?;
            Ok(result)
        })
        .await
    }

    /// Runs `work`, which only reads, in one transaction, so that it sees a consistent state.
    pub async fn read<T>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, StoreError>
    where
        T: Send + 'static,
    {
        self.run(move |connection| Ok(work(&connection.transaction()?)?)).await
    }

    async fn run<T, E>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let connection = Arc::clone(&self.connection);
        tokio::task::spawn_blocking(move || {
            // If work has panicked under the lock, its transaction was rolled back, so the
            // connection is still consistent.
            work(&mut connection.lock().unwrap_or_else(PoisonError::into_inner))
        })
        .await
        .map_err(|error| E::from(StoreError::Unfinished(error)))?
    }
}

fn create_folder(path: &Path) -> std::io::Result<()> {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => fs::create_dir_all(folder),
        _ => Ok(()),
    }
}

fn configure(connection: &Connection) -> rusqlite::Result<()> {
    // A database in memory ignores this and keeps the mode "memory".
    connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
    // Answered changes must survive a kill and a power cut.
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// These settings belong to the connection, so no other connection can read them.
    #[test]
    fn the_connection_is_careful() {
        let store = Store::open(&Database::Memory).unwrap();
        let connection = store.connection.lock().unwrap();
        let pragma =
            |name| -> i64 { connection.pragma_query_value(None, name, |row| row.get(0)).unwrap() };
        assert_eq!(pragma("synchronous"), 2, "full");
        assert_eq!(pragma("foreign_keys"), 1);
        assert_eq!(pragma("busy_timeout"), 5000);
    }
}
