//! A table of documents that knows which of them changed.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::store::Change;

/// Documents by id, in the order of their ids.
#[derive(Debug)]
pub(crate) struct Table<T> {
    kind: &'static str,
    rows: BTreeMap<String, T>,
    changed: BTreeSet<String>,
}

impl<T: Serialize + DeserializeOwned> Table<T> {
    pub(super) fn new(kind: &'static str) -> Self {
        Self { kind, rows: BTreeMap::new(), changed: BTreeSet::new() }
    }

    pub(crate) fn get(&self, id: &str) -> Option<&T> {
        self.rows.get(id)
    }

    /// The row, to be changed; it counts as changed from now on.
    pub(crate) fn get_mut(&mut self, id: &str) -> Option<&mut T> {
        let row = self.rows.get_mut(id)?;
        self.changed.insert(id.to_owned());
        Some(row)
    }

    pub(crate) fn insert(&mut self, id: &str, row: T) {
        self.changed.insert(id.to_owned());
        self.rows.insert(id.to_owned(), row);
    }

    pub(crate) fn remove(&mut self, id: &str) -> Option<T> {
        self.changed.insert(id.to_owned());
        self.rows.remove(id)
    }

    pub(crate) fn values(&self) -> impl Iterator<Item = &T> {
        self.rows.values()
    }

    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    pub(super) fn clear(&mut self) {
        self.changed.extend(self.rows.keys().cloned());
        self.rows.clear();
    }

    /// Puts back a document that was saved.
    pub(super) fn restore(&mut self, id: String, json: &str) -> serde_json::Result<()> {
        self.rows.insert(id, serde_json::from_str(json)?);
        Ok(())
    }

    /// Takes everything as saved.
    pub(super) fn forget_changes(&mut self) {
        self.changed.clear();
    }

    /// Hands out what changed since the last time.
    pub(super) fn drain_into(&mut self, changes: &mut Vec<Change>) -> serde_json::Result<()> {
        for id in std::mem::take(&mut self.changed) {
            let json = self.rows.get(&id).map(serde_json::to_string).transpose()?;
            changes.push(Change { kind: self.kind, id, json });
        }
        Ok(())
    }
}
