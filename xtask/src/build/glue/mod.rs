//! The JavaScript that wasm-bindgen writes for one module, divided between the two that the splitter made of it.
//!
//! Each piece goes where its WebAssembly is: a method to the part that exports what it calls, an import to the part that imports it. The first
//! part is loaded first, so what both need is there, and is handed to the second. A text that is looked for and not found fails the
//! build: the package would work, or seem to, with another text in it than the one that was measured and tested.

mod first;
mod names;
mod read;
mod second;

use std::collections::BTreeSet;
use std::fmt::Display;

use anyhow::{Error, Result, anyhow};

pub(crate) use self::names::ShortNames;
pub(crate) use self::read::exported_names;
pub(crate) use self::second::is_free;
use self::read::{Glue, OWN_MODULE};

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

/// The two modules of JavaScript.
#[derive(Debug)]
pub(crate) struct Divided {
    pub(crate) first: String,
    pub(crate) second: String,
}

/// Divides the glue between the parts.
pub(crate) fn divide(text: &str, parts: &Parts) -> Result<Divided> {
    let glue = Glue::read(text)?;
    let second = second::Second::of(&glue, parts)?;
    Ok(Divided { first: first::write(&glue, parts, &second)?, second: second.write(&glue, parts)? })
}

/// The words of a text of JavaScript that may be names; those in comments and strings among them.
fn words(text: &str) -> BTreeSet<&str> {
    text.split(|char| !in_name(char)).filter(|word| !word.is_empty()).collect()
}

/// Whether a JavaScript identifier may have the character.
pub(super) fn in_name(char: char) -> bool {
    char.is_alphanumeric() || char == '_' || char == '$'
}

/// The name at the beginning of a text.
fn name_at(text: &str) -> &str {
    text.split(|char| !in_name(char)).next().unwrap_or_default()
}

fn replace_exactly(text: &str, from: &str, to: &str, times: usize) -> Result<String> {
    let found = text.matches(from).count();
    if found != times {
        return Err(changed(from, found, times));
    }
    Ok(text.replace(from, to))
}

/// What to say of a text that is not there as often as it must be.
fn changed(text: &str, found: usize, wanted: impl Display) -> Error {
    anyhow!(
        "wasm-bindgen's glue has `{text}` {found} times, not {wanted}: its output has changed; \
         adapt xtask/src/build/glue to it"
    )
}
