//! Leads in the database. The sandbox's API cannot change them.

use rusqlite::{Connection, OptionalExtension, Row};

/// A lead: a person who may buy a vehicle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lead {
    pub id: i64,
    pub created_at: String,
    pub first_name: String,
    pub last_name: String,
    pub source: String,
    pub updated_at: String,
    pub vehicle: String,
}

const COLUMNS: &str = "id, created_at, first_name, last_name, source, updated_at, vehicle";

/// The lead with this id.
pub fn find(connection: &Connection, id: i64) -> rusqlite::Result<Option<Lead>> {
    connection
        .prepare_cached(&format!("SELECT {COLUMNS} FROM leads WHERE id = ?1"))?
        .query_row([id], read)
        .optional()
}

/// All leads, sorted by id.
pub fn all(connection: &Connection) -> rusqlite::Result<Vec<Lead>> {
    connection
        .prepare_cached(&format!("SELECT {COLUMNS} FROM leads ORDER BY id"))?
        .query_map([], read)?
        .collect()
}

fn read(row: &Row<'_>) -> rusqlite::Result<Lead> {
    Ok(Lead {
        id: row.get("id")?,
        created_at: row.get("created_at")?,
        first_name: row.get("first_name")?,
        last_name: row.get("last_name")?,
        source: row.get("source")?,
        updated_at: row.get("updated_at")?,
        vehicle: row.get("vehicle")?,
    })
}
