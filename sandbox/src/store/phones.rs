//! Phones in the database.

use rusqlite::{
    Connection, Error, ErrorCode, OptionalExtension, Row, ffi, named_params,
    types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef},
};

/// The kind of a phone, as in the later revision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Home,
    Work,
    Mobile,
}

impl Kind {
    /// The kind with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "home" => Some(Self::Home),
            "work" => Some(Self::Work),
            "mobile" => Some(Self::Mobile),
            _ => None,
        }
    }

    /// The kind's name in the API and in the database.
    pub fn name(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Work => "work",
            Self::Mobile => "mobile",
        }
    }
}

impl ToSql for Kind {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.name().into())
    }
}

impl FromSql for Kind {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Self::from_name(value.as_str()?).ok_or(FromSqlError::InvalidType)
    }
}

/// A number, and whether it is valid in its numbering plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    pub text: String,
    pub valid: bool,
}

/// A stored phone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone {
    pub id: i64,
    pub created_at: String,
    pub extension: Option<i64>,
    pub lead_id: i64,
    pub kind: Option<Kind>,
    pub number: Number,
    pub updated_at: String,
}

/// A phone to store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPhone {
    pub extension: Option<i64>,
    pub lead_id: i64,
    pub kind: Option<Kind>,
    pub number: Number,
}

/// Why a phone was not stored.
#[derive(Debug)]
pub enum SaveError {
    /// The lead has this number already.
    Duplicate,
    Sqlite(Error),
}

impl From<Error> for SaveError {
    fn from(error: Error) -> Self {
        match &error {
            Error::SqliteFailure(
                ffi::Error {
                    code: ErrorCode::ConstraintViolation,
                    extended_code: ffi::SQLITE_CONSTRAINT_UNIQUE,
                },
                _,
            ) => Self::Duplicate,
            _ => Self::Sqlite(error),
        }
    }
}

const COLUMNS: &str = "id, created_at, extension, lead_id, number, type, updated_at, valid";

/// The phone with this id.
pub fn find(connection: &Connection, id: i64) -> rusqlite::Result<Option<Phone>> {
    connection
        .prepare_cached(&format!("SELECT {COLUMNS} FROM phones WHERE id = ?1"))?
        .query_row([id], read)
        .optional()
}

/// All phones, sorted by id.
pub fn all(connection: &Connection) -> rusqlite::Result<Vec<Phone>> {
    connection
        .prepare_cached(&format!("SELECT {COLUMNS} FROM phones ORDER BY id"))?
        .query_map([], read)?
        .collect()
}

/// Stores a new phone. The database checks that the lead does not have the number yet.
pub fn insert(connection: &Connection, phone: &NewPhone) -> Result<Phone, SaveError> {
    let sql = format!(
        "INSERT INTO phones (extension, lead_id, number, type, valid)
         VALUES (:extension, :lead_id, :number, :type, :valid) RETURNING {COLUMNS}"
    );
    Ok(connection.prepare_cached(&sql)?.query_row(
        named_params! {
            ":extension": phone.extension,
            ":lead_id": phone.lead_id,
            ":number": phone.number.text,
            ":type": phone.kind,
            ":valid": phone.number.valid,
        },
        read,
    )?)
}

/// Stores the fields of `phone` that can change, and returns the stored phone.
pub fn update(connection: &Connection, phone: &Phone) -> Result<Phone, SaveError> {
    let sql = format!(
        "UPDATE phones SET extension = :extension, number = :number, type = :type,
             updated_at = strftime('%Y-%m-%dT%H:%M:%S+00:00', 'now'), valid = :valid
         WHERE id = :id RETURNING {COLUMNS}"
    );
    Ok(connection.prepare_cached(&sql)?.query_row(
        named_params! {
            ":extension": phone.extension,
            ":id": phone.id,
            ":number": phone.number.text,
            ":type": phone.kind,
            ":valid": phone.number.valid,
        },
        read,
    )?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Phone> {
    Ok(Phone {
        id: row.get("id")?,
        created_at: row.get("created_at")?,
        extension: row.get("extension")?,
        lead_id: row.get("lead_id")?,
        kind: row.get("type")?,
        number: Number { text: row.get("number")?, valid: row.get("valid")? },
        updated_at: row.get("updated_at")?,
    })
}
