//! The JavaScript that wasm-bindgen writes for one module, divided between the two that the splitter makes of it.
//!
//! Each piece goes where its WebAssembly is: a method to the part that exports what it calls, an import to the part that imports it.
//! The first part is loaded first, so what both need is there, and is handed to the second. A text that is looked for and not
//! found fails the build: the package would seem to work, with another text in it than the one that was measured and tested.

mod class;
mod division;
mod first;
mod imports;
mod lean;
mod names;
mod read;
mod second;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::fmt::Display;

use anyhow::{Error, Result, anyhow};

use self::division::Division;
pub(crate) use self::lean::lean;
pub(crate) use self::names::{Parts, ShortNames, is_free};
use self::read::Glue;
pub(crate) use self::read::exported_names;

/// What is to be adapted when wasm-bindgen's output has changed.
const HERE: &str = "xtask/src/build/glue";

/// The two modules of JavaScript.
#[derive(Debug)]
pub(crate) struct Divided {
    pub(crate) first: String,
    pub(crate) second: String,
}

/// Divides the glue between the parts.
pub(crate) fn divide(text: &str, parts: &Parts) -> Result<Divided> {
    let glue = Glue::read(text)?;
    let division = Division::of(&glue, parts)?;
    names::check_all_used(text, parts)?;
    Ok(Divided {
        first: first::write(&glue, parts, &division)?,
        second: second::write(&glue, parts, &division)?,
    })
}

/// The words of a text of JavaScript that may be names; those in comments and strings are among them.
fn words(text: &str) -> BTreeSet<&str> {
    text.split(|char| !in_name(char)).filter(|word| !word.is_empty()).collect()
}

/// Whether a JavaScript identifier may have the character.
pub(super) fn in_name(char: char) -> bool {
    char.is_alphanumeric() || char == '_' || char == '$'
}

/// The name with which a text begins.
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
        "wasm-bindgen's glue has `{text}` {found} times, not {wanted}: its output has changed; adapt {HERE} to it"
    )
}
