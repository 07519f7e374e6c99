//! Documents on disk: one SQLite table, written through, so that a restart finds everything.

use std::fmt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension, params};

/// Marks a file as ours (`PRAGMA application_id`): "cfem".
const APPLICATION_ID: i64 = 0x6366_656d;

/// One document that has to be written, or removed when it has no text.
#[derive(Debug)]
pub(crate) struct Change {
    pub(crate) kind: &'static str,
    pub(crate) id: String,
    pub(crate) json: Option<String>,
}

/// One document as it was found.
#[derive(Debug)]
pub(crate) struct Document {
    pub(crate) kind: String,
    pub(crate) id: String,
    pub(crate) json: String,
}

/// The data file cannot be used; says which file, and why.
#[derive(Debug)]
pub struct StoreError {
    path: PathBuf,
    reason: String,
}

impl StoreError {
    pub(crate) fn new(path: &Path, reason: impl fmt::Display) -> Self {
        Self { path: path.to_owned(), reason: reason.to_string() }
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot use the data file {}: {}", self.path.display(), self.reason)
    }
}

impl std::error::Error for StoreError {}

/// An open data file.
#[derive(Debug)]
pub(crate) struct Store {
    path: PathBuf,
    connection: Connection,
}

impl Store {
    /// Opens the file, or makes it. Refuses a file of another program, a damaged one, and one
    /// that another emulator has open.
    pub(crate) fn open(path: &Path) -> Result<Self, StoreError> {
        let wrap = |error: rusqlite::Error| StoreError::new(path, error);
        let connection = Connection::open(path).map_err(wrap)?;
        // Another emulator does not let go of its file: waiting for it would only look like hanging.
        connection.busy_timeout(Duration::ZERO).map_err(wrap)?;
        let (tables, application_id) = describe(&connection).map_err(wrap)?;
        if tables > 0 && application_id != APPLICATION_ID {
            return Err(StoreError::new(path, "it is a database of another program"));
        }
        connection
            .execute_batch(&format!(
                "PRAGMA locking_mode = EXCLUSIVE;
                 PRAGMA synchronous = NORMAL;
                 BEGIN IMMEDIATE;
                 CREATE TABLE IF NOT EXISTS documents (
                     kind TEXT NOT NULL,
                     id TEXT NOT NULL,
                     json TEXT NOT NULL,
                     PRIMARY KEY (kind, id)
                 ) WITHOUT ROWID;
                 PRAGMA application_id = {APPLICATION_ID};
                 COMMIT;"
            ))
            .map_err(wrap)?;
        Ok(Self { path: path.to_owned(), connection })
    }

    /// Where the documents are.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Every document.
    pub(crate) fn load(&self) -> Result<Vec<Document>, StoreError> {
        let wrap = |error: rusqlite::Error| StoreError::new(&self.path, error);
        let mut statement = self.connection.prepare("SELECT kind, id, json FROM documents").map_err(wrap)?;
        let rows = statement
            .query_map([], |row| Ok(Document { kind: row.get(0)?, id: row.get(1)?, json: row.get(2)? }))
            .map_err(wrap)?;
        rows.collect::<Result<_, _>>().map_err(wrap)
    }

    /// Writes all changes, or none.
    pub(crate) fn save(&mut self, changes: &[Change]) -> Result<(), StoreError> {
        if changes.is_empty() {
            return Ok(());
        }
        write(&mut self.connection, changes).map_err(|error| StoreError::new(&self.path, error))
    }
}

#[cfg(test)]
impl Store {
    /// Lets the file grow to so many pages and no further, as on a full disk.
    pub(crate) fn limit_pages(&self, count: u32) {
        self.connection.pragma_update(None, "max_page_count", count).unwrap();
    }
}

fn describe(connection: &Connection) -> rusqlite::Result<(i64, i64)> {
    let tables = connection.query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get(0))?;
    let application_id =
        connection.query_row("PRAGMA application_id", [], |row| row.get(0)).optional()?.unwrap_or(0);
    Ok((tables, application_id))
}

fn write(connection: &mut Connection, changes: &[Change]) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    for change in changes {
        match &change.json {
            Some(json) => transaction.execute(
                "INSERT OR REPLACE INTO documents (kind, id, json) VALUES (?1, ?2, ?3)",
                params![change.kind, change.id, json],
            )?,
            None => transaction.execute(
                "DELETE FROM documents WHERE kind = ?1 AND id = ?2",
                params![change.kind, change.id],
            )?,
        };
    }
    transaction.commit()
}
