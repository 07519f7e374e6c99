//! A file beside something installed that says what it was made of.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

/// The file, and what it says where the thing beside it is up to date.
pub(super) struct Stamp {
    pub(super) path: PathBuf,
    pub(super) made_of: String,
}

impl Stamp {
    /// Whether the thing beside it was made of the very same.
    pub(super) fn holds(&self) -> bool {
        fs::read_to_string(&self.path).is_ok_and(|had| had == self.made_of)
    }

    /// Says that it was made of this.
    pub(super) fn write(&self) -> Result<()> {
        fs::write(&self.path, &self.made_of).with_context(|| format!("cannot write {}", self.path.display()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_made_of_something_else_is_not_up_to_date() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("stamp");
        let stamp = |made_of: &str| Stamp { path: path.clone(), made_of: made_of.to_owned() };
        assert!(!stamp("a").holds());
        stamp("a").write().unwrap();
        assert!(stamp("a").holds() && !stamp("b").holds());
    }
}
