//! What the caller wants to have in which part.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use wasmparser::ExternalKind;

use crate::module::Module;

/// What belongs to the second part, and how the module is treated.
#[derive(Clone, Debug, Default)]
pub struct Rules {
    /// The exports of the second part, by the names that the bound module has for them; with a `*` at its end a name stands for all
    /// exports that begin with it. Every other exported function belongs to the first part.
    pub second: Vec<String>,
    /// Whether functions that panic become a trap before anything else.
    pub trap_panics: bool,
    /// Functions of the first part that the second calls are copied into it if their bodies are no longer than this, in bytes.
    pub copy_up_to: u32,
}

impl Rules {
    /// The exported functions that belong to the second part. A name that matches none is an error: it is a misspelling, or the export
    /// is gone, and the first part would grow without a word.
    pub(crate) fn second_exports<'a>(&self, bound: &Module<'a>) -> Result<BTreeSet<&'a str>> {
        let mut all = BTreeSet::new();
        for pattern in &self.second {
            let before = bound.exported_functions().filter(|(name, _)| matches(pattern, name));
            let found: Vec<&str> = before.map(|(name, _)| name).collect();
            ensure!(!found.is_empty(), "no exported function is called `{pattern}`{}", hint(bound, pattern));
            all.extend(found);
        }
        Ok(all)
    }
}

/// Whether a name of the second part stands for this export.
fn matches(pattern: &str, export: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(prefix) => export.starts_with(prefix),
        None => export == pattern,
    }
}

/// An export of this name that is no function would be a puzzle.
fn hint(bound: &Module<'_>, pattern: &str) -> &'static str {
    let other =
        bound.exports.iter().any(|export| export.kind != ExternalKind::Func && export.name == pattern);
    if other { "; the export of this name is no function" } else { "" }
}
