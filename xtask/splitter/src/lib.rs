//! Splits one linked wasm module into a first and a second module that share memory, table, globals and addresses. The first part holds
//! what its exports can reach, the second part holds the rest. How it decides, and what breaks it, is in the crate's README.

mod calls;
mod decide;
mod doomed;
mod emit;
mod graph;
mod image;
mod linked;
mod locations;
mod module;
mod names;
mod panics;
mod parse;
mod part;
mod plan;
mod reach;
mod relocations;
mod renumber;
mod report;
mod rules;
mod strip;
mod why;

use anyhow::{Context, Result};
use wasmparser::Validator;

use decide::Decision;
use emit::Encoded;
use linked::Linked;
use module::Module;
use plan::Plan;
pub use report::{FirstReport, Report, SecondReport};
pub use rules::Rules;
pub use strip::strip_features;

/// Both parts of a module, and what is in them.
#[derive(Debug)]
pub struct Split {
    /// The module that is instantiated first; it owns memory, table and globals.
    pub first: Vec<u8>,
    /// The module that is instantiated second; it imports from a module called `first`.
    pub second: Vec<u8>,
    /// What is in which part.
    pub report: Report,
}

/// Splits the module `bound`, by the relocations of `linked`: the same module as the linker wrote it.
pub fn split(linked: &[u8], bound: &[u8], rules: &Rules) -> Result<Split> {
    with_decision(linked, bound, rules, |decision| {
        let plan = Plan::new(decision, rules)?;
        let first = encode(decision, &plan, &plan.first).context("writing the first part")?;
        let second = encode(decision, &plan, &plan.second).context("writing the second part")?;
        let report = report::report(decision, &plan, &first, &second);
        Ok(Split { first: first.bytes, second: second.bytes, report })
    })
}

/// For each function of the first part whose demangled name contains `name_part`: the path by which the first part reaches it.
pub fn why(linked: &[u8], bound: &[u8], rules: &Rules, name_part: &str) -> Result<Vec<String>> {
    with_decision(linked, bound, rules, |decision| Ok(why::paths(decision, name_part)))
}

/// Reads both modules, finds out what each part reaches and hands that on.
fn with_decision<T>(
    linked: &[u8],
    bound: &[u8],
    rules: &Rules,
    then: impl FnOnce(&Decision<'_>) -> Result<T>,
) -> Result<T> {
    let linked = Linked::parse(linked).context("the linked module")?;
    let bound = Module::parse(bound).context("the bound module")?;
    bound.check().context("the bound module")?;
    then(&Decision::new(&linked, &bound, rules)?)
}

/// A part's bytes. They are validated, so that a fault of this tool shows here and not in a browser.
fn encode(decision: &Decision<'_>, plan: &Plan, part: &part::Part) -> Result<Encoded> {
    let encoded = emit::encode(decision.graph.bound, &decision.graph.trapped, &plan.shared, part)?;
    Validator::new().validate_all(&encoded.bytes).context("what was written is no valid module")?;
    Ok(encoded)
}
