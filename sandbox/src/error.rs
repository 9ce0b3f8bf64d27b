use crate::options::Database;

/// Why a sandbox did not open.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A token is what tells a client from a stranger; an empty one would let everyone in.
    #[error("the token is empty")]
    EmptyToken,
    /// The folder of the database could not be created.
    #[error("cannot create the folder of the database {database}")]
    Folder {
        /// The database asked for.
        database: Database,
        /// What the system said.
        source: std::io::Error,
    },
    /// The database was written by a version that this one cannot know.
    #[error(
        "the database {database} has schema version {found}, and this version of the sandbox \
         knows versions up to {known}; use a newer sandbox or another file"
    )]
    NewerSchema {
        /// The database asked for.
        database: Database,
        /// The schema version in the database.
        found: i64,
        /// The newest schema version that is known here.
        known: i64,
    },
    /// The file is a SQLite database, but not one of a sandbox.
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
        /// What SQLite said.
        source: rusqlite::Error,
    },
}
