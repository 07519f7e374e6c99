//! What wasm-pack uses of the crate `binary-install`, without the downloads.

use std::env::temp_dir;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

/// Where wasm-pack would keep what it downloads. Nothing is there.
#[derive(Debug)]
pub struct Cache {
    root: PathBuf,
}

impl Cache {
    /// A cache of this name.
    ///
    /// # Errors
    /// Never: the signature is that of `binary-install`.
    pub fn new(name: &str) -> Result<Self> {
        Ok(Self::at(&temp_dir().join(name)))
    }

    /// A cache at this place.
    #[must_use]
    pub fn at(path: &Path) -> Self {
        Self { root: path.to_owned() }
    }

    /// A path inside.
    #[must_use]
    pub fn join(&self, path: &Path) -> PathBuf {
        self.root.join(path)
    }

    /// Gives nothing where `is_permitted` is false.
    ///
    /// # Errors
    /// Where it should download.
    pub fn download(
        &self,
        is_permitted: bool,
        name: &str,
        _binaries: &[&str],
        url: &str,
    ) -> Result<Option<Download>> {
        if is_permitted {
            bail!("wasm-pack wants to download {name} from {url}; here `cargo xtask` brings what it needs");
        }
        Ok(None)
    }
}

/// A folder with programs.
#[derive(Debug, Clone)]
pub struct Download {
    root: PathBuf,
}

impl Download {
    /// The programs that lie in this folder.
    #[must_use]
    pub fn at(path: &Path) -> Self {
        Self { root: path.to_owned() }
    }

    /// One of them.
    ///
    /// # Errors
    /// Where it is not there.
    pub fn binary(&self, name: &str) -> Result<PathBuf> {
        let file = self.root.join(name).with_extension(std::env::consts::EXE_EXTENSION);
        if !file.is_file() {
            bail!("{} is not there", file.display());
        }
        Ok(file)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_downloaded() {
        let cache = Cache::new("a-cache").unwrap();
        assert!(cache.download(false, "tool", &[], "https://example.com").unwrap().is_none());
        let error = cache.download(true, "tool", &[], "https://example.com").unwrap_err().to_string();
        assert!(error.contains("tool"), "{error}");
        assert!(Download::at(&temp_dir()).binary("no-such-tool").is_err());
    }
}
