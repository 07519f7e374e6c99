//! The checked-in limits.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::{Value, json};

use super::measure::Row;

/// `xtask/size-budget.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Budgets {
    brotli: BTreeMap<String, u64>,
}

impl Budgets {
    /// Reads the file's text.
    pub(crate) fn parse(text: &str) -> Result<Self> {
        toml::from_str(text).context("xtask/size-budget.toml is not readable")
    }

    /// What a row may weigh after brotli; `None` where there is no such row.
    pub(crate) fn limit(&self, row: &str) -> Option<u64> {
        self.brotli.get(row).copied()
    }

    /// One sentence for each budget that is exceeded. A budget for nothing is an error, since it could never fail, and so is a row without.
    pub(crate) fn exceeded(&self, rows: &[Row]) -> Result<Vec<String>> {
        if let Some(row) = rows.iter().find(|row| self.limit(&row.name).is_none()) {
            bail!("xtask/size-budget.toml has no limit for `{}`", row.name);
        }
        let mut sentences = Vec::new();
        for (name, limit) in &self.brotli {
            let row = rows.iter().find(|row| row.name == *name).with_context(|| {
                format!("xtask/size-budget.toml limits `{name}`, which the package does not have")
            })?;
            if row.weight.brotli > *limit {
                sentences.push(format!(
                    "{name} is {} bytes after brotli, and its budget is {limit} ({} too many)",
                    row.weight.brotli,
                    row.weight.brotli - limit
                ));
            }
        }
        Ok(sentences)
    }

    /// For `--json`.
    pub(crate) fn to_json(&self) -> Value {
        json!({ "brotli": self.brotli })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::size::measure::Weight;

    fn rows(brotli: u64) -> Vec<Row> {
        vec![Row { name: "./slim".to_owned(), weight: Weight { raw: 1, gzip: 1, brotli } }]
    }

    #[test]
    fn a_budget_that_is_exceeded_names_file_figure_and_limit() {
        let budgets = Budgets::parse("[brotli]\n\"./slim\" = 40_000\n").unwrap();
        assert!(budgets.exceeded(&rows(40_000)).unwrap().is_empty());
        let sentences = budgets.exceeded(&rows(40_010)).unwrap();
        assert_eq!(sentences, ["./slim is 40010 bytes after brotli, and its budget is 40000 (10 too many)"]);
    }

    #[test]
    fn a_budget_for_nothing_is_an_error() {
        let budgets = Budgets::parse("[brotli]\n\"./slim\" = 1\n\"gone.js\" = 1\n").unwrap();
        assert!(budgets.exceeded(&rows(1)).unwrap_err().to_string().contains("`gone.js`"));
    }

    #[test]
    fn a_row_without_a_budget_is_an_error() {
        let budgets = Budgets::parse("[brotli]\n").unwrap();
        assert!(budgets.exceeded(&rows(1)).unwrap_err().to_string().contains("no limit for `./slim`"));
    }

    #[test]
    fn a_misspelt_table_is_an_error() {
        assert!(Budgets::parse("[brotly]\n").is_err());
    }
}
