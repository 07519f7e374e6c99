//! `tests/checklist.toml`: what clerk-js's own tests show, line by line, and the tests here that show the same.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde::Deserialize;

use super::File;
use super::named_tests::exists;

/// Where the list is.
pub(super) const PATH: &str = "tests/checklist.toml";

/// One of clerk-js's test files.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Section {
    /// How many lines there are; each must be here.
    lines: usize,
    line: Vec<Line>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    number: usize,
    /// What is shown, in a sentence.
    says: String,
    /// The tests that show it, each `path::name`.
    #[serde(default)]
    tests: Vec<String>,
    /// Why it cannot be shown here, or differs.
    reason: Option<String>,
    /// What is not shown yet, and by whom it will be.
    missing: Option<String>,
}

/// What the list holds.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Count {
    /// All lines.
    pub(super) lines: usize,
    /// Those that a test shows wholly, or that have a reason why none can.
    pub(super) settled: usize,
    /// The others, by name.
    pub(super) missing: Vec<String>,
}

/// Counts the lines, and says in sentences what is wrong with the list.
pub(super) fn check(text: &str, files: &[File]) -> Result<(Count, Vec<String>)> {
    let sections: BTreeMap<String, Section> =
        toml::from_str(text).with_context(|| format!("{PATH} is not readable"))?;
    let mut count = Count::default();
    let mut breaches = Vec::new();
    for (name, section) in &sections {
        let numbers: Vec<usize> = section.line.iter().map(|line| line.number).collect();
        if numbers != (1..=section.lines).collect::<Vec<_>>() {
            breaches.push(format!(
                "{PATH}: {name} must have the lines 1 to {}, and has {numbers:?}",
                section.lines
            ));
        }
        for line in &section.line {
            let at = format!("{name} {}", line.number);
            breaches.extend(faults(line, files).into_iter().map(|fault| format!("{PATH}: {at}: {fault}")));
            count.lines += 1;
            match line.missing {
                Some(_) => count.missing.push(at),
                None => count.settled += 1,
            }
        }
    }
    Ok((count, breaches))
}

fn faults(line: &Line, files: &[File]) -> Vec<String> {
    let is_blank = |text: &Option<String>| text.as_ref().is_some_and(|text| text.trim().is_empty());
    let mut faults = Vec::new();
    if line.says.trim().is_empty() || is_blank(&line.reason) || is_blank(&line.missing) {
        faults.push("says nothing".to_owned());
    }
    if line.tests.is_empty() && line.reason.is_none() && line.missing.is_none() {
        faults.push("has neither a test, nor a reason, nor is it said to be missing".to_owned());
    }
    let unknown = line.tests.iter().filter(|test| !exists(test, files));
    faults.extend(unknown.map(|test| format!("there is no test {test}")));
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> Vec<File> {
        let rust =
            "#[test]\nfn one() {}\n\n    #[wasm_bindgen_test]\n    async fn two() {}\n\nfn no_test() {}\n";
        let js = "test('it works', () => {});\nscenario(`by \"name\"`, {});\nexpect('it works not');\n";
        let file = |path: &str, text: &str| File { path: path.to_owned(), text: text.to_owned() };
        vec![file("a.rs", rust), file("b.test.mjs", js)]
    }

    fn breaches(lines: &str) -> Vec<String> {
        check(&format!("[A]\nlines = 1\n[[A.line]]\nnumber = 1\nsays = \"x\"\n{lines}"), &files()).unwrap().1
    }

    #[test]
    fn tests_are_found_by_file_and_name() {
        for test in ["a.rs::one", "a.rs::two", "b.test.mjs::it works", "b.test.mjs::by \\\"name\\\""] {
            assert_eq!(breaches(&format!("tests = [\"{test}\"]")), Vec::<String>::new(), "{test}");
        }
        for test in ["a.rs::no_test", "a.rs::three", "a.rs::on", "c.rs::one", "a.rs", "b.test.mjs::works"] {
            assert_eq!(
                breaches(&format!("tests = [\"a.rs::one\", \"{test}\"]")),
                [format!("tests/checklist.toml: A 1: there is no test {test}")]
            );
        }
    }

    #[test]
    fn a_line_is_shown_or_says_why_not() {
        assert_eq!(breaches("reason = \"none\"").len(), 0);
        assert_eq!(breaches("missing = \"soon\"").len(), 0);
        assert_eq!(breaches("").len(), 1);
        assert_eq!(breaches("reason = \" \"").len(), 1);
    }

    #[test]
    fn no_line_is_left_out() {
        let list = "[A]\nlines = 2\n[[A.line]]\nnumber = 2\nsays = \"x\"\nmissing = \"y\"\n";
        let (count, breaches) = check(list, &[]).unwrap();
        assert_eq!(count, Count { lines: 1, settled: 0, missing: vec!["A 2".to_owned()] });
        assert_eq!(breaches.len(), 1, "{breaches:?}");
        assert!(check("[A]\nlines = 0\nline = []\nother = 1\n", &[]).is_err());
    }
}
