//! `cargo xtask size`: what every shipped file weighs, beside clerk-js, and whether that is within the budget.

mod budget;
mod measure;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::json;

use self::budget::Budgets;
use self::measure::{Row, Weight};
use crate::build;
use crate::report::say;
use crate::set_up::{Need, clerk_js};
use crate::workspace::Workspace;

/// clerk-js's builds that need no further file to start.
const CLERK_JS_BUILDS: [&str; 2] = ["clerk.browser.js", "clerk.native.js"];

/// What it weighs, and what it compares that with.
pub(crate) const NEEDS: [Need; 2] = [Need::Package, Need::ClerkJs];

/// Prints the table, or the same as JSON; fails when a budget is exceeded.
pub(crate) fn run(workspace: &Workspace, as_json: bool) -> Result<()> {
    let package = workspace.pkg();
    let path = workspace.path("xtask/size-budget.toml");
    let budgets =
        Budgets::parse(&fs::read_to_string(&path).with_context(|| format!("no {}", path.display()))?)?;
    let ours = our_rows(&package)?;
    let theirs = their_rows(workspace)?;
    if as_json {
        let rows = |rows: &[Row]| rows.iter().map(Row::to_json).collect::<Vec<_>>();
        println!(
            "{:#}",
            json!({ "package": rows(&ours), "clerk-js": rows(&theirs), "budgets": budgets.to_json() })
        );
    } else {
        print_table(&ours, &theirs);
    }
    let exceeded = budgets.exceeded(&ours)?;
    if !exceeded.is_empty() {
        bail!("{}\nMake it smaller, or raise {} with a reason.", exceeded.join("\n"), workspace.show(&path));
    }
    Ok(())
}

fn our_rows(package: &Path) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for path in build::shipped(package).iter().filter(|path| path.is_file()) {
        rows.push(Row::of_file(path)?);
    }
    let sum = |names: &[&str]| -> Weight {
        rows.iter().filter(|row| names.contains(&row.name.as_str())).map(|row| row.weight).sum()
    };
    let entries = [("./slim", sum(&["slim.js", "clerk_wasm_bg.wasm"])), (".", sum(&["index.js"]))];
    rows.extend(entries.map(|(name, weight)| Row { name: name.to_owned(), weight }));
    Ok(rows)
}

fn their_rows(workspace: &Workspace) -> Result<Vec<Row>> {
    let dist = clerk_js::dist(workspace);
    let mut rows = Vec::new();
    for name in CLERK_JS_BUILDS {
        let mut row = Row::of_file(&dist.join(name))?;
        row.name = format!("clerk-js {} {name}", clerk_js::VERSION);
        rows.push(row);
    }
    Ok(rows)
}

fn print_table(ours: &[Row], theirs: &[Row]) {
    say!("\n{:<34}{:>11}{:>11}{:>11}", "bytes", "raw", "gzip -9", "brotli 11");
    ours.iter().chain(theirs).for_each(|row| say!("{row}"));
    say!(
        "./slim is slim.js and clerk_wasm_bg.wasm, . is index.js alone; both load flows.js when the first flow of a sign-in or"
    );
    say!("a sign-up runs, account.js at the first method of what a user has. 1 KB is 1000 bytes.");
}
