//! What each of the two modules consists of.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use wasmparser::ExternalKind;

use crate::decide::Decision;
use crate::graph::Node;
use crate::image::Image;
use crate::part::{Part, Shared};
use crate::rules::Rules;

/// Both modules.
pub(crate) struct Plan {
    pub(crate) first: Part,
    pub(crate) second: Part,
    pub(crate) shared: Shared,
    /// The functions of the first part that the second holds as well.
    pub(crate) copied: BTreeSet<u32>,
    /// How many bytes belong to no symbol; they are in the first part.
    pub(crate) unknown_bytes: usize,
}

impl Plan {
    pub(crate) fn new(decision: &Decision<'_>, rules: &Rules) -> Result<Self> {
        let image = Image::new(decision);
        let copied = copied(decision, rules.copy_up_to);
        let mut second = second(decision, &copied);
        second.data = image.second();
        let mut first = first(decision, &second.from_first);
        first.data = image.first();
        let unknown_bytes = image.unknown_bytes();
        Ok(Plan { first, second, shared: shared(decision), copied, unknown_bytes })
    }
}

/// The functions of the first part that the second gets a copy of: what it calls, what that calls, and so on. A function that only traps
/// is always copied, since it is shorter than its import.
fn copied(decision: &Decision<'_>, up_to: u32) -> BTreeSet<u32> {
    let graph = &decision.graph;
    let is_small = |function: u32| {
        let body = graph.bound.body(function);
        body.is_some_and(|body| graph.trapped.contains(&function) || body.range().len() <= up_to as usize)
    };
    let mut copied = BTreeSet::new();
    let mut callers: Vec<u32> = decision.second.functions().collect();
    while let Some(caller) = callers.pop() {
        for callee in graph.callees(caller).iter().copied() {
            let is_first = decision.first.has(Node::Function(callee));
            if is_first && is_small(callee) && copied.insert(callee) {
                callers.push(callee);
            }
        }
    }
    copied
}

fn second(decision: &Decision<'_>, copied: &BTreeSet<u32>) -> Part {
    let bound = decision.graph.bound;
    let reached: BTreeSet<u32> = decision.second.functions().collect();
    let (host, own): (BTreeSet<u32>, BTreeSet<u32>) =
        reached.union(copied).partition(|function| bound.is_import(**function));
    let callees: BTreeSet<u32> =
        own.iter().flat_map(|function| decision.graph.callees(*function)).copied().collect();
    let (host_callees, callees): (BTreeSet<u32>, BTreeSet<u32>) =
        callees.into_iter().partition(|function| bound.is_import(*function));
    let from_first = callees.difference(&own).map(|function| (*function, first_name(decision, *function)));
    Part {
        is_first: false,
        from_first: from_first.collect(),
        host_imports: host.union(&host_callees).copied().collect(),
        exports: exports(decision, &reached),
        slots: slots(decision, &reached),
        functions: own.into_iter().collect(),
        data: Vec::new(),
        start: None,
    }
}

fn first(decision: &Decision<'_>, for_second: &BTreeMap<u32, String>) -> Part {
    let bound = decision.graph.bound;
    let reached: BTreeSet<u32> = decision.first.functions().collect();
    let mut exports = exports(decision, &reached);
    let exported: BTreeSet<_> = exports.iter().map(|(name, _)| name.clone()).collect();
    let more = for_second.iter().filter(|(_, name)| !exported.contains(*name));
    exports.extend(more.map(|(function, name)| (name.clone(), *function)));
    let slots = slots(decision, &reached);
    let (host_imports, functions) = reached.into_iter().partition(|function| bound.is_import(*function));
    Part {
        is_first: true,
        host_imports,
        from_first: BTreeMap::new(),
        functions,
        exports,
        slots,
        data: Vec::new(),
        start: bound.start,
    }
}

/// The bound module's exports of these functions.
fn exports(decision: &Decision<'_>, of: &BTreeSet<u32>) -> Vec<(String, u32)> {
    let exports = decision.graph.bound.exported_functions();
    exports
        .filter(|(_, function)| of.contains(function))
        .map(|(name, function)| (name.to_owned(), function))
        .collect()
}

/// The slots of these functions in the table.
fn slots(decision: &Decision<'_>, of: &BTreeSet<u32>) -> BTreeMap<u32, u32> {
    let slots = decision.graph.bound.slots.iter();
    slots.filter(|(_, function)| of.contains(function)).map(|(slot, function)| (*slot, *function)).collect()
}

/// How the first part exports a function that the second calls.
fn first_name(decision: &Decision<'_>, function: u32) -> String {
    let exported = decision.graph.bound.exported_as(ExternalKind::Func, function);
    exported.map_or_else(|| format!("__splitter_f_{function}"), str::to_owned)
}

/// How the first part exports memory, table and globals.
fn shared(decision: &Decision<'_>) -> Shared {
    let bound = decision.graph.bound;
    let name = |kind, index, default: String| bound.exported_as(kind, index).map_or(default, str::to_owned);
    let globals = (0..bound.globals.len() as u32)
        .map(|index| name(ExternalKind::Global, index, format!("__splitter_global_{index}")));
    Shared {
        memory: name(ExternalKind::Memory, 0, "__splitter_memory".to_owned()),
        table: name(ExternalKind::Table, 0, "__splitter_table".to_owned()),
        globals: globals.collect(),
    }
}
