//! What applications see, as files in `tests/api`: the types of the npm package and the public items of the Rust crate. A change of them is
//! read in the diff of these files; `cargo xtask api` writes them anew, `cargo xtask test api` fails where they are out of date.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process::{self, Run, cargo};
use crate::report::say;
use crate::set_up::Need;
use crate::workspace::{WASM, Workspace};

/// What the reports are made of.
pub(crate) const NEEDS: [Need; 2] = [Need::Package, Need::WasmTarget];

const FOLDER: &str = "tests/api";
/// The types of the package's entries.
const TYPES: [&str; 2] = ["index.d.ts", "slim.d.ts"];
const CRATE: &str = "clerk-wasm.txt";
/// The program of this workspace that lists the public items of a crate.
const LISTER: &str = "rust-api";
/// How much of a difference is shown.
const SHOWN_LINES: usize = 40;

/// Writes the reports.
pub(crate) fn write(workspace: &Workspace) -> Result<()> {
    for (name, text) in reports(workspace)? {
        let path = workspace.path(FOLDER).join(name);
        fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
        say!("  {}", workspace.show(&path));
    }
    Ok(())
}

/// Fails where a report differs from what there is.
pub(crate) fn check(workspace: &Workspace) -> Result<()> {
    let mut stale = Vec::new();
    for (name, text) in reports(workspace)? {
        let written = fs::read_to_string(workspace.path(FOLDER).join(name)).unwrap_or_default();
        if written != text {
            say!(
                "{FOLDER}/{name} differs from what there is (- written, + there):\n{}",
                difference(&written, &text)
            );
            stale.push(name);
        }
    }
    if !stale.is_empty() {
        bail!(
            "what applications see has changed: run `cargo xtask api`, and read the diff of {FOLDER} ({})",
            stale.join(", ")
        );
    }
    Ok(())
}

fn reports(workspace: &Workspace) -> Result<Vec<(&'static str, String)>> {
    let mut reports = Vec::new();
    for name in TYPES {
        let path = workspace.pkg().join(name);
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        reports.push((name, text));
    }
    let description = described(workspace)?;
    process::compile(workspace, &[LISTER])?;
    reports.push((CRATE, Command::new(workspace.program(LISTER)).arg(description).text()?));
    Ok(reports)
}

/// rustdoc's description of the crate as Rust applications use it. That is an unstable form, so the compiler has to be told that it
/// may be used; this happens in a target directory of its own, since build scripts run anew where that variable changes.
fn described(workspace: &Workspace) -> Result<PathBuf> {
    let target = workspace.target.join("api");
    let library = ["rustdoc", "--package", "clerk-wasm", "--lib", "--target", WASM];
    cargo(workspace, &library)
        .args(["--no-default-features", "--features", "serde", "--target-dir"])
        .arg(&target)
        .args(["--", "-Zunstable-options", "--output-format", "json"])
        .env("RUSTC_BOOTSTRAP", "1")
        .quiet()?;
    Ok(target.join(WASM).join("doc/clerk_wasm.json"))
}

/// The lines that only one of the two texts has, in their order.
fn difference(written: &str, there: &str) -> String {
    let only = |mark: char, text: &str, other: &str| -> Vec<String> {
        let known: std::collections::BTreeSet<&str> = other.lines().collect();
        text.lines().filter(|line| !known.contains(line)).map(|line| format!("  {mark} {line}\n")).collect()
    };
    let lines = [only('-', written, there), only('+', there, written)].concat();
    let more = lines.len().saturating_sub(SHOWN_LINES);
    let shown: String = lines.into_iter().take(SHOWN_LINES).collect();
    if more > 0 { format!("{shown}  and {more} more lines") } else { shown }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_shows_what_went_and_what_came() {
        assert_eq!(difference("a\nb\n", "b\nc\n"), "  - a\n  + c\n");
        assert!(difference("", &"x\n".repeat(50)).ends_with("and 10 more lines"));
    }
}
