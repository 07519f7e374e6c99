//! `cargo xtask test tidy`: the rules of the house that no other tool checks.

mod checklist;
mod deny;
mod links;
mod named_tests;
mod rules;

use std::fs;

use anyhow::{Context, Result, bail};

use crate::jobs::Outcome;
use crate::report::say;
use crate::workspace::Workspace;

/// A text file of the repository: its path with forward slashes, and what it says.
#[derive(Debug)]
struct File {
    path: String,
    text: String,
}

/// The rules of the house, then those of `deny.toml`; skipped where the second cannot be looked at.
pub(crate) fn run(workspace: &Workspace) -> Result<Outcome> {
    rules_of_the_house(workspace)?;
    deny::check(workspace)
}

/// Fails with one line for each breach.
fn rules_of_the_house(workspace: &Workspace) -> Result<()> {
    let paths = workspace.files()?;
    let files: Vec<File> = paths.iter().filter_map(|path| text(workspace, path)).collect();
    let manifest = fs::read_to_string(workspace.path("Cargo.toml")).context("no Cargo.toml")?;
    let browser_only = rules::browser_only_crates(&manifest)?;
    let is_listed = |path: &str| {
        let within = |own: &String| own.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'));
        path.is_empty() || paths.contains(path) || paths.iter().any(within)
    };
    let mut breaches = Vec::new();
    for file in &files {
        breaches.extend(rules::long_file(file));
        breaches.extend(rules::unfinished(file));
        breaches.extend(rules::stray_manifest(file));
        breaches.extend(rules::room_above(file));
        breaches.extend(rules::borrowed_state(file));
        breaches.extend(rules::browser_crate_outside(file, &browser_only));
        breaches.extend(links::dead(file, &files, is_listed));
    }
    let list = fs::read_to_string(workspace.path(checklist::PATH)).context("no checklist")?;
    let (count, wrong) = checklist::check(&list, &files)?;
    breaches.extend(wrong);
    if !breaches.is_empty() {
        bail!("{} breaches of the rules in xtask/src/tidy:\n{}", breaches.len(), breaches.join("\n"));
    }
    say!("  {} files are tidy.", files.len());
    let missing = match count.missing.len() {
        0 => String::new(),
        number => format!(", {number} are missing: {}", count.missing.join(", ")),
    };
    say!("  {} of the {} lines of {} are shown{missing}.", count.settled, count.lines, checklist::PATH);
    Ok(())
}

/// A file, unless it is no text.
fn text(workspace: &Workspace, path: &str) -> Option<File> {
    Some(File { path: path.to_owned(), text: fs::read_to_string(workspace.path(path)).ok()? })
}
