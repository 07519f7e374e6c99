//! What is in which part, for `split.json`.

use serde::Serialize;

use crate::decide::Decision;
use crate::emit::Encoded;
use crate::graph::Node;
use crate::part::Part;
use crate::plan::Plan;

/// What is in which part.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// The first part.
    pub first: FirstReport,
    /// The second part.
    pub second: SecondReport,
    /// How many functions that panic became a trap.
    pub trapped: usize,
    /// The exports that were wanted in the second part and are in the first, which reaches them anyway.
    pub already_in_first: Vec<String>,
    /// How many bytes that are not zero belong to no symbol. They stay in the first part.
    pub unknown_data_bytes: usize,
    /// How many functions wasm-bindgen made itself. Only their calls are known, and they have nothing else.
    pub made_by_wasm_bindgen: usize,
}

/// The first part.
#[derive(Clone, Debug, Serialize)]
pub struct FirstReport {
    /// What it imports from the host: module and name.
    pub imports: Vec<(String, String)>,
    /// The functions that it exports, those for the second part among them.
    pub exports: Vec<String>,
    /// Its functions, demangled.
    pub functions: Vec<String>,
    /// The size of its code.
    pub code_bytes: usize,
    /// The size of its data.
    pub data_bytes: usize,
}

/// The second part.
#[derive(Clone, Debug, Serialize)]
pub struct SecondReport {
    /// What it imports from the host: module and name.
    pub host_imports: Vec<(String, String)>,
    /// The functions that it imports from the first part, as that exports them.
    pub from_first: Vec<String>,
    /// The functions that it exports.
    pub exports: Vec<String>,
    /// Its functions, demangled; the copies among them.
    pub functions: Vec<String>,
    /// The size of its code.
    pub code_bytes: usize,
    /// The size of its data.
    pub data_bytes: usize,
    /// How many functions of the first part it holds as well.
    pub copied: usize,
}

pub(crate) fn report(decision: &Decision<'_>, plan: &Plan, first: &Encoded, second: &Encoded) -> Report {
    let already = decision.graph.bound.exported_functions().filter(|(name, function)| {
        decision.second_exports.contains(name) && decision.first.has(Node::Function(*function))
    });
    Report {
        first: FirstReport {
            imports: host_imports(decision, &plan.first),
            exports: exports(&plan.first),
            functions: functions(decision, &plan.first),
            code_bytes: first.code_bytes,
            data_bytes: first.data_bytes,
        },
        second: SecondReport {
            host_imports: host_imports(decision, &plan.second),
            from_first: plan.second.from_first.values().cloned().collect(),
            exports: exports(&plan.second),
            functions: functions(decision, &plan.second),
            code_bytes: second.code_bytes,
            data_bytes: second.data_bytes,
            copied: plan.copied.len(),
        },
        trapped: decision.graph.trapped.len(),
        already_in_first: already.map(|(name, _)| name.to_owned()).collect(),
        unknown_data_bytes: plan.unknown_bytes,
        made_by_wasm_bindgen: decision.glue(),
    }
}

fn host_imports(decision: &Decision<'_>, part: &Part) -> Vec<(String, String)> {
    let imports = part.host_imports.iter();
    imports
        .filter_map(|function| decision.graph.bound.imports.get(*function as usize))
        .map(|import| (import.module.to_owned(), import.name.to_owned()))
        .collect()
}

fn exports(part: &Part) -> Vec<String> {
    part.exports.iter().map(|(name, _)| name.clone()).collect()
}

fn functions(decision: &Decision<'_>, part: &Part) -> Vec<String> {
    part.functions.iter().map(|function| decision.graph.bound.label(*function)).collect()
}
