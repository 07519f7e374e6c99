//! What the emulator remembers, behind one lock.

mod accounts;
mod table;
mod tables;

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

pub(crate) use accounts::{normalized_email, normalized_username};
pub(crate) use tables::{DevBrowser, Tables};

use crate::control::faults::Faults;
use crate::control::requests::Requests;
use crate::key::{SavedKey, SigningKey};
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
    store: Option<Store>,
    unsaved: Vec<Change>,
}

impl State {
    /// Writes what changed since the last time; does nothing without a data file. What could not
    /// be written is tried again the next time.
    pub(crate) fn save(&mut self) -> Result<(), String> {
        let changes = self.tables.drain_changes()?;
        let Some(store) = &mut self.store else { return Ok(()) };
        self.unsaved.extend(changes);
        store.save(&self.unsaved).map_err(|error| error.to_string())?;
        self.unsaved.clear();
        Ok(())
    }
}

impl Emulator {
    /// An emulator that forgets everything when it is dropped.
    ///
    /// # Errors
    /// When the system cannot make an RSA key.
    pub fn in_memory() -> Result<Self, String> {
        let key = SigningKey::of_this_process().map_err(|_| "cannot make an RSA key")?;
        Ok(Self::assemble(State::default(), key))
    }

    /// An emulator that keeps its users, clients, settings and key in the SQLite file at `path`.
    ///
    /// # Errors
    /// When the file cannot be read or written, is damaged, or belongs to something else. The
    /// file is not changed then.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let mut store = Store::open(path)?;
        let mut tables = Tables::default();
        let mut saved_key = None;
        for document in store.load()? {
            let named = format!("{} {}", document.kind, document.id);
            let wrap =
                |error: String| StoreError::new(path, format!("the document {named} is unreadable: {error}"));
            if document.kind == KEY_KIND {
                let saved: SavedKey =
                    serde_json::from_str(&document.json).map_err(|e| wrap(e.to_string()))?;
                saved_key = Some(saved);
            } else {
                tables.restore(document).map_err(wrap)?;
            }
        }
        let key = match saved_key {
            Some(saved) => SigningKey::restore(&saved),
            None => SigningKey::generate(),
        }
        .map_err(|_| StoreError::new(path, "its RSA key cannot be used"))?;
        let saved = key.save().ok().and_then(|key| serde_json::to_string(&key).ok());
        store.save(&[Change { kind: KEY_KIND, id: KEY_ID.to_owned(), json: saved }])?;
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
