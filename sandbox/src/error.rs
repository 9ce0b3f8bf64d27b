use crate::options::Database;

/// Why a sandbox did not open.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The token is empty, so any client could use the API.
    #[error("the token is empty")]
    EmptyToken,
    /// The folder of the database could not be created.
    #[error("cannot create the folder of the database {database}")]
    Folder {
        /// The database asked for.
        database: Database,
        /// The error of the operating system.
        source: std::io::Error,
    },
    /// A newer version of the sandbox has written the database.
    #[error(
        "the database {database} has schema version {found}, and this version of the sandbox \
         knows versions up to {known}; use a newer sandbox or another file"
    )]
    NewerSchema {
        /// The database asked for.
        database: Database,
        /// The schema version in the database.
        found: i64,
        /// The newest schema version that this sandbox knows.
        known: i64,
    },
    /// The file is a SQLite database of another program.
    #[error("the database {database} belongs to another program; use another file")]
    Foreign {
        /// The database asked for.
        database: Database,
    },
    /// SQLite could not open or prepare the database.
    #[error("cannot open the database {database}")]
    Sqlite {
        /// The database asked for.
        database: Database,
        /// The error of SQLite.
        source: rusqlite::Error,
    },
}
