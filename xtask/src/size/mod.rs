//! `cargo xtask size`: what the package weighs, part by part, beside clerk-js, and whether that is within the budget.

mod budget;
mod measure;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::json;

use self::budget::Budgets;
use self::measure::Row;
use crate::report::say;
use crate::set_up::{Need, clerk_js};
use crate::workspace::Workspace;

/// What is weighed: the row's name, and its files.
const OURS: [(&str, &[&str]); 5] = [
    ("./slim to start", &["slim.js", "clerk_wasm_bg.wasm"]),
    (". to start", &["index.js"]),
    ("second part", &["second.js"]),
    ("flows", &["flows.js"]),
    ("all together", &["slim.js", "clerk_wasm_bg.wasm", "second.js", "flows.js"]),
];

/// clerk-js's builds that need no further file to start. The first is what its documentation loads.
const THEIRS: [&str; 2] = ["clerk.browser.js", "clerk.native.js"];

/// What it weighs, and what it compares that with.
pub(crate) const NEEDS: [Need; 2] = [Need::Package, Need::ClerkJs];

/// Prints the table, or the same as JSON; fails when a budget is exceeded.
pub(crate) fn run(workspace: &Workspace, as_json: bool) -> Result<()> {
    let path = workspace.path("xtask/size-budget.toml");
    let budgets =
        Budgets::parse(&fs::read_to_string(&path).with_context(|| format!("no {}", path.display()))?)?;
    let ours = our_rows(&workspace.pkg())?;
    let theirs = their_rows(workspace)?;
    let exceeded = budgets.exceeded(&ours)?;
    if as_json {
        let rows = |rows: &[Row]| rows.iter().map(Row::to_json).collect::<Vec<_>>();
        println!(
            "{:#}",
            json!({ "package": rows(&ours), "clerk-js": rows(&theirs), "budgets": budgets.to_json() })
        );
    } else {
        say!("{}", table(&ours, &theirs, &budgets));
    }
    if !exceeded.is_empty() {
        bail!("{}\nMake it smaller, or raise {} with a reason.", exceeded.join("\n"), workspace.show(&path));
    }
    Ok(())
}

fn our_rows(package: &Path) -> Result<Vec<Row>> {
    // Each file once: that takes seconds.
    let mut weights = BTreeMap::new();
    for name in OURS.iter().flat_map(|(_, files)| *files) {
        if !weights.contains_key(name) {
            weights.insert(name, measure::weigh(&package.join(name))?);
        }
    }
    let weight = |files: &[&str]| files.iter().filter_map(|name| weights.get(name)).copied().sum();
    Ok(OURS.map(|(name, files)| Row { name: name.to_owned(), weight: weight(files) }).into())
}

fn their_rows(workspace: &Workspace) -> Result<Vec<Row>> {
    let dist = clerk_js::dist(workspace);
    let row = |name: &str| {
        let weight = measure::weigh(&dist.join(name))?;
        Ok(Row { name: format!("clerk-js {} {name}", clerk_js::VERSION), weight })
    };
    THEIRS.into_iter().map(row).collect()
}

fn table(ours: &[Row], theirs: &[Row], budgets: &Budgets) -> String {
    let line = |name: &str, cells: [String; 4]| {
        let cells: String = cells.iter().map(|cell| format!("{cell:>11}")).collect();
        format!("{name:<34}{cells}").trim_end().to_owned() + "\n"
    };
    let row = |row: &Row| {
        let [raw, gzip, brotli] = [row.weight.raw, row.weight.gzip, row.weight.brotli].map(grouped);
        line(&row.name, [raw, gzip, brotli, budgets.limit(&row.name).map(grouped).unwrap_or_default()])
    };
    let rows = |rows: &[Row]| rows.iter().map(row).collect::<String>();
    let head = line("bytes", ["raw", "gzip -9", "brotli 11", "limit"].map(str::to_owned));
    format!("\n{head}{}\n{}\n{}", rows(ours), rows(theirs), ratios(ours, theirs))
}

/// What our rows are of clerk-js's first build after brotli, as far as they stand for all of it.
fn ratios(ours: &[Row], theirs: &[Row]) -> String {
    let Some(whole) = theirs.first() else { return String::new() };
    let shown = ours.iter().filter(|row| row.name.ends_with("to start") || row.name.starts_with("all"));
    let shown =
        shown.map(|row| format!("{} {:.2}", row.name, row.weight.brotli as f64 / whole.weight.brotli as f64));
    format!("of {}: {}", whole.name, shown.collect::<Vec<_>>().join(", "))
}

/// A number with commas between thousands.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let comma = |at: usize| at > 0 && (digits.len() - at).is_multiple_of(3);
    digits
        .char_indices()
        .flat_map(|(at, digit)| comma(at).then_some(',').into_iter().chain([digit]))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::measure::Weight;
    use super::*;

    #[test]
    fn each_row_has_its_limit_and_no_more() {
        let budgets = Budgets::parse(include_str!("../../size-budget.toml")).unwrap();
        let weight = Weight { raw: 0, gzip: 0, brotli: 0 };
        let rows = OURS.map(|(name, _)| Row { name: name.to_owned(), weight });
        assert!(budgets.exceeded(&rows).unwrap().is_empty());
    }

    #[test]
    fn the_table_shows_weights_limits_and_ratios() {
        let row = |name: &str, brotli| Row {
            name: name.to_owned(),
            weight: Weight { raw: 1_234_567, gzip: 999, brotli },
        };
        let budgets = Budgets::parse("[brotli]\n\"./slim to start\" = 35_000\n").unwrap();
        let ours = [row("./slim to start", 34_000), row("flows", 7_000)];
        let table = table(&ours, &[row("clerk-js 6 clerk.browser.js", 68_000)], &budgets);
        assert_eq!(
            table,
            "
bytes                                     raw    gzip -9  brotli 11      limit
./slim to start                     1,234,567        999     34,000     35,000
flows                               1,234,567        999      7,000

clerk-js 6 clerk.browser.js         1,234,567        999     68,000

of clerk-js 6 clerk.browser.js: ./slim to start 0.50"
        );
    }
}
