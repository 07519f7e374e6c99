//! What `wasm-opt` calls imports and exports: the names of wasm-bindgen are long, and stand in the module and in the glue.

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use serde::Deserialize;

use super::in_name;

/// What a module called its imports and exports, and what it calls them now.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct ShortNames {
    /// Module, old name and new name.
    pub(crate) imports: Vec<(String, String, String)>,
    /// Old name and new name.
    pub(crate) exports: Vec<(String, String)>,
}

impl ShortNames {
    /// What an import is called now; `None` where the module does not import it.
    pub(super) fn import(&self, module: &str, name: &str) -> Option<&str> {
        let found = self.imports.iter().find(|(from, old, _)| from == module && old == name);
        found.map(|(_, _, new)| new.as_str())
    }

    /// What an export is called now; `None` where the module does not export it.
    pub(super) fn export(&self, name: &str) -> Option<&str> {
        self.exports.iter().find(|(old, _)| old == name).map(|(_, new)| new.as_str())
    }
}

/// Calls each export by its new name, where the text takes it from `wasm`. What `objects` say is tried in order: the object that stands for a
/// module in the text that comes of it, and the module's names.
pub(super) fn with_short_exports(text: &str, objects: &[(&str, &ShortNames)]) -> Result<String> {
    let known: Vec<(&str, BTreeMap<&str, &str>)> = objects
        .iter()
        .map(|(object, names)| {
            (*object, names.exports.iter().map(|(old, new)| (old.as_str(), new.as_str())).collect())
        })
        .collect();
    let mut pieces = text.split("wasm.");
    let mut result = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let is_own = !result.ends_with(|char| in_name(char) || char == '.');
        let (name, rest) = piece.split_at(piece.find(|char| !in_name(char)).unwrap_or(piece.len()));
        if !is_own || name.is_empty() {
            result.push_str("wasm.");
            result.push_str(piece);
            continue;
        }
        let Some((object, new)) =
            known.iter().find_map(|(object, names)| Some((object, *names.get(name)?)))
        else {
            bail!(
                "wasm-bindgen's glue uses `wasm.{name}` where no part that is there exports it: its output has changed, or \
                 what uses it is in the wrong part; adapt xtask/src/build/glue to it"
            );
        };
        result.push_str(&format!("{object}.{new}{rest}"));
    }
    Ok(result)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(exports: &[(&str, &str)]) -> ShortNames {
        let pair = |(old, new): &(&str, &str)| ((*old).to_owned(), (*new).to_owned());
        ShortNames { imports: Vec::new(), exports: exports.iter().map(pair).collect() }
    }

    #[test]
    fn exports_are_called_as_in_their_module() {
        let (first, second) = (names(&[("clerk", "a"), ("clerk_new", "b")]), names(&[("clerk_load", "a")]));
        let text = "wasm.clerk_new(wasm.clerk); this.wasm.memory; wasm.clerk_load(); \"clerk_wasm.js\"";
        let short = with_short_exports(text, &[("wasm", &first), ("part", &second)]).unwrap();
        assert_eq!(short, "wasm.b(wasm.a); this.wasm.memory; part.a(); \"clerk_wasm.js\"");
        let error = with_short_exports(text, &[("wasm", &first)]).unwrap_err().to_string();
        assert!(error.contains("`wasm.clerk_load` where no part"), "{error}");
    }
}
