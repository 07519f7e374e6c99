//! What `wasm-opt` calls imports and exports: the names of wasm-bindgen are long, and stand in the module and in the glue.

use std::collections::BTreeSet;

use anyhow::{Result, bail};
use serde::Deserialize;

use super::read::OWN_MODULE;
use super::{HERE, changed, in_name, name_at};

/// How the glue takes an export of the WebAssembly module.
const EXPORTS: &str = "wasm.";
/// What the second WebAssembly module calls the first one.
pub(super) const FIRST: &str = "first";
/// The exports that the glue does not use: wasm-bindgen reads them where a panic unwinds, and here none does.
const UNUSED: [&str; 2] = ["__abort_handler", "__instance_terminated"];

/// What each part imports from JavaScript and exports to it, and what `wasm-opt` calls that now.
#[derive(Debug)]
pub(crate) struct Parts {
    pub(crate) first: ShortNames,
    pub(crate) second: ShortNames,
    /// What tells this build from others: parts of two builds do not fit.
    pub(crate) build: String,
}

impl Parts {
    /// Whether one of the modules imports a function of the glue.
    pub(crate) fn imports(&self, name: &str) -> bool {
        [&self.first, &self.second].iter().any(|names| names.import(OWN_MODULE, name).is_some())
    }
}

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

/// Whether an export frees an object of a class.
pub(crate) fn is_free(export: &str) -> bool {
    export.starts_with("__wbg_") && export.ends_with("_free")
}

/// The exports that a text takes from `wasm`.
pub(super) fn exports_used(text: &str) -> impl Iterator<Item = &str> {
    let is_whole = |at: usize| !text.get(..at).unwrap_or_default().ends_with(is_before_name);
    let found = text.match_indices(EXPORTS).filter(move |(at, _)| is_whole(*at));
    let rest = found.filter_map(|(at, found)| text.get(at + found.len()..));
    rest.map(name_at).filter(|name| !name.is_empty())
}

/// Calls each export by its new name, where the text takes it from `wasm`. The `modules` are tried in their order; each stands beside what the
/// written text calls it.
pub(super) fn with_short_exports(text: &str, modules: &[(&str, &ShortNames)]) -> Result<String> {
    let mut pieces = text.split(EXPORTS);
    let mut result = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let name = name_at(piece);
        if result.ends_with(is_before_name) || name.is_empty() {
            result.push_str(EXPORTS);
            result.push_str(piece);
            continue;
        }
        let found = modules.iter().find_map(|(object, names)| Some((object, names.export(name)?)));
        let Some((object, new)) = found else {
            bail!(
                "wasm-bindgen's glue uses `wasm.{name}` where no part that is there exports it: its output has \
                 changed, or what uses it is in the wrong part; adapt {HERE} to it"
            );
        };
        let rest = piece.strip_prefix(name).unwrap_or_default();
        result.push_str(&format!("{object}.{new}{rest}"));
    }
    Ok(result)
}

/// Whether `wasm` behind the character is not the whole name.
fn is_before_name(char: char) -> bool {
    in_name(char) || char == '.'
}

/// An export that nobody uses is used in a way that is not known here, and would be called by its old name.
pub(super) fn check_all_used(glue: &str, parts: &Parts) -> Result<()> {
    let mut used: BTreeSet<&str> = exports_used(glue).chain(UNUSED).collect();
    let from_first = parts.second.imports.iter().filter(|(module, ..)| module == FIRST);
    used.extend(from_first.map(|(_, name, _)| name.as_str()));
    let mut exports = parts.first.exports.iter().chain(&parts.second.exports);
    match exports.find(|(name, _)| !used.contains(name.as_str())) {
        Some((name, _)) => Err(changed(&format!("{EXPORTS}{name}"), 0, "at least once")),
        None => Ok(()),
    }
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
        assert_eq!(exports_used(text).collect::<Vec<_>>(), ["clerk_new", "clerk", "clerk_load"]);
    }
}
