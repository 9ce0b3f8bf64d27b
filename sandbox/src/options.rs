use std::{fmt, path::PathBuf, str::FromStr};

/// How a sandbox is opened.
#[derive(Clone)]
#[non_exhaustive]
pub struct Options {
    /// Where leads and phones are stored.
    pub database: Database,
    /// The token, which clients send as the bearer token or as the password of Basic.
    pub token: String,
    /// The revision of the API. One database serves both revisions.
    pub revision: Revision,
}

impl Options {
    /// The token that clients send unless the options say otherwise.
    pub const DEFAULT_TOKEN: &str = "sandbox-token";

    /// Options for this database, with the default token and the specification's revision.
    pub fn new(database: Database) -> Self {
        Self { database, token: Self::DEFAULT_TOKEN.into(), revision: Revision::default() }
    }

    /// The same options with another token.
    #[must_use]
    pub fn with_token(mut self, token: impl Into<String>) -> Self {
        self.token = token.into();
        self
    }

    /// The same options with another revision.
    #[must_use]
    pub fn with_revision(mut self, revision: Revision) -> Self {
        self.revision = revision;
        self
    }
}

/// Without the token, so that it is never logged.
impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options")
            .field("database", &self.database)
            .field("revision", &self.revision)
            .finish_non_exhaustive()
    }
}

/// Where leads and phones are stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Database {
    /// In memory, until the last clone of the sandbox is dropped.
    Memory,
    /// In this file. Its folder is created if it is missing.
    File(PathBuf),
}

impl Database {
    /// Reads a command-line argument: `:memory:` or a path.
    pub fn from_argument(argument: impl Into<PathBuf>) -> Self {
        let path = argument.into();
        if path.as_os_str() == ":memory:" { Self::Memory } else { Self::File(path) }
    }
}

impl fmt::Display for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Memory => f.write_str(":memory:"),
            Self::File(path) => path.display().fmt(f),
        }
    }
}

/// A revision of the lead-phones API.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Revision {
    /// The revision of the specification: a bare phone with `lead` and `mobile`.
    #[default]
    R2018,
    /// The later revision: a phone in `{"data": …}` with `lead_id` and `type`.
    R2020,
}

impl FromStr for Revision {
    type Err = UnknownRevision;

    fn from_str(text: &str) -> Result<Self, UnknownRevision> {
        match text {
            "2018" => Ok(Self::R2018),
            "2020" => Ok(Self::R2020),
            _ => Err(UnknownRevision),
        }
    }
}

/// The text is not a revision of the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the revision is 2018 or 2020")]
pub struct UnknownRevision;
