//! `cargo xtask size`: what every shipped file weighs, beside clerk-js, and whether that is within the budget.

mod budget;
mod measure;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::json;

use self::budget::Budgets;
use self::measure::{Row, Weight};
use crate::workspace::Workspace;
use crate::{build, clerk_js};

/// clerk-js's builds that need no further file to start.
const CLERK_JS_BUILDS: [&str; 2] = ["clerk.browser.js", "clerk.native.js"];

/// Prints the table, or the same as JSON; fails when a budget is exceeded.
pub(crate) fn run(workspace: &Workspace, as_json: bool) -> Result<()> {
    let package = build::ensure(workspace, as_json)?;
    let path = workspace.path("xtask/size-budget.toml");
    let budgets =
        Budgets::parse(&fs::read_to_string(&path).with_context(|| format!("no {}", path.display()))?)?;
    let ours = our_rows(&package)?;
    let theirs = their_rows(workspace);
    if as_json {
        let rows = |rows: &[Row]| rows.iter().map(Row::to_json).collect::<Vec<_>>();
        let theirs = theirs.as_deref().map(rows).unwrap_or_default();
        println!("{:#}", json!({ "package": rows(&ours), "clerk-js": theirs, "budgets": budgets.to_json() }));
    } else {
        print_table(&ours, theirs);
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
    let dist = clerk_js::dist(workspace)?;
    let mut rows = Vec::new();
    for name in CLERK_JS_BUILDS {
        let mut row = Row::of_file(&dist.join(name))?;
        row.name = format!("clerk-js {} {name}", clerk_js::VERSION);
        rows.push(row);
    }
    Ok(rows)
}

fn print_table(ours: &[Row], theirs: Result<Vec<Row>>) {
    println!("\n{:<34}{:>11}{:>11}{:>11}", "bytes", "raw", "gzip -9", "brotli 11");
    ours.iter().for_each(|row| println!("{row}"));
    match theirs {
        Ok(rows) => rows.iter().for_each(|row| println!("{row}")),
        Err(error) => println!("clerk-js is not compared: {error:#}"),
    }
    println!(
        "./slim is slim.js and clerk_wasm_bg.wasm, . is index.js alone; both load flows.js when the first flow of a sign-in or"
    );
    println!("a sign-up runs, account.js at the first method of what a user has. 1 KB is 1000 bytes.");
}
