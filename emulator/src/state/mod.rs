//! What the emulator remembers, behind one lock.

mod accounts;
mod journeys;
mod organizations;
mod table;
mod tables;

use std::fmt::Display;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

pub(crate) use accounts::{normalized_email, normalized_phone, normalized_username};
pub(crate) use journeys::AttemptId;
pub(crate) use tables::{DevBrowser, Tables};

use crate::control::faults::Faults;
use crate::control::requests::Requests;
use crate::key::{KeyError, SavedKey, SigningKey};
use crate::random::Randomness;
use crate::store::{Change, Store, StoreError};

/// The document under which the key is kept.
const KEY_KIND: &str = "key";
const KEY_ID: &str = "current";

/// A running emulator. Clones share everything.
#[derive(Debug, Clone)]
pub struct Emulator {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    state: Mutex<State>,
    key: Arc<SigningKey>,
}

/// Everything that changes.
#[derive(Debug, Default)]
pub(crate) struct State {
    pub(crate) tables: Tables,
    pub(crate) faults: Faults,
    pub(crate) requests: Requests,
    pub(crate) randomness: Randomness,
    store: Option<Store>,
    unsaved: Vec<Change>,
}

impl State {
    /// Writes what changed since the last time; does nothing without a data file. What could not
    /// be written is tried again the next time.
    pub(crate) fn save(&mut self) -> Result<(), StoreError> {
        let Some(store) = &mut self.store else {
            self.tables.forget_changes();
            return Ok(());
        };
        let drained = self.tables.drain_into(&mut self.unsaved);
        drained.map_err(|error| StoreError::new(store.path(), error))?;
        store.save(&self.unsaved)?;
        self.unsaved.clear();
        Ok(())
    }
}

impl Emulator {
    /// An emulator that forgets everything when it is dropped.
    ///
    /// # Errors
    /// When the system cannot make an RSA key.
    pub fn in_memory() -> Result<Self, KeyError> {
        SigningKey::of_this_process().map(|key| Self::assemble(State::default(), key))
    }

    /// An emulator that keeps its users, clients, settings and key in the SQLite file at `path`.
    ///
    /// # Errors
    /// When the file cannot be read or written, is damaged, or belongs to something else. The
    /// file is not changed then.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let mut store = Store::open(path)?;
        let mut tables = Tables::default();
        let mut key = None;
        for document in store.load()? {
            let named = format!("{} {}", document.kind, document.id);
            let wrap = |error: &dyn Display| {
                StoreError::new(path, format!("the document {named} is unreadable: {error}"))
            };
            if document.kind == KEY_KIND {
                key = Some(restore_key(&document.json).map_err(|error| wrap(&error))?);
            } else {
                tables.restore(document).map_err(|error| wrap(&error))?;
            }
        }
        let key = match key {
            Some(key) => key,
            None => make_key(&mut store)?,
        };
        let state = State { tables, store: Some(store), ..State::default() };
        Ok(Self::assemble(state, Arc::new(key)))
    }

    fn assemble(state: State, key: Arc<SigningKey>) -> Self {
        let state = Mutex::new(state);
        Self { shared: Arc::new(Shared { state, key }) }
    }

    /// One line that says where the data is kept.
    #[must_use]
    pub fn describe_storage(&self) -> String {
        match &self.lock().store {
            Some(store) => format!("kept in {}", store.path().display()),
            None => "in memory only, gone when the emulator stops".to_owned(),
        }
    }

    /// The state, for a short while. A thread that panicked while it held the lock left the
    /// tables readable, so its poison is no reason to stop.
    pub(crate) fn lock(&self) -> MutexGuard<'_, State> {
        self.shared.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The key that signs tokens.
    pub(crate) fn key(&self) -> &SigningKey {
        &self.shared.key
    }
}

fn restore_key(json: &str) -> Result<SigningKey, KeyError> {
    let saved: SavedKey = serde_json::from_str(json).map_err(|_| KeyError)?;
    SigningKey::restore(&saved)
}

/// Makes the key of a new file, and saves it at once: tokens must verify after a restart.
fn make_key(store: &mut Store) -> Result<SigningKey, StoreError> {
    let made = SigningKey::generate().and_then(|key| key.save().map(|saved| (key, saved)));
    let (key, saved) = made.map_err(|error| StoreError::new(store.path(), error))?;
    let json = serde_json::to_string(&saved).map_err(|error| StoreError::new(store.path(), error))?;
    store.save(&[Change { kind: KEY_KIND, id: KEY_ID.to_owned(), json: Some(json) }])?;
    Ok(key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;

    #[test]
    fn what_could_not_be_written_is_written_later() {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("emulator.db");
        let emulator = Emulator::open(&file).unwrap();
        let mut state = emulator.lock();
        state.store.as_ref().unwrap().limit_pages(1);
        let application_name = "x".repeat(100_000);
        state.tables.set_settings(Settings { application_name, ..Settings::default() });
        assert!(state.save().unwrap_err().to_string().contains("full"));
        state.store.as_ref().unwrap().limit_pages(1_000);
        state.save().unwrap();
        drop(state);
        drop(emulator);
        let settings = Emulator::open(&file).unwrap().lock().tables.settings();
        assert_eq!(settings.application_name.len(), 100_000);
    }
}
