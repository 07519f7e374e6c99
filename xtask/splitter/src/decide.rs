//! Which part has to hold what.

use std::collections::BTreeSet;

use anyhow::Result;

use crate::graph::{Graph, Node};
use crate::linked::Linked;
use crate::module::Module;
use crate::reach::Reached;
use crate::rules::Rules;

/// What each part has to hold.
pub(crate) struct Decision<'a> {
    pub(crate) graph: Graph<'a>,
    /// The exports that the caller wants in the second part.
    pub(crate) second_exports: BTreeSet<&'a str>,
    /// Everything that the first part reaches.
    pub(crate) first: Reached,
    /// Everything that only the second part reaches.
    pub(crate) second: Reached,
}

impl<'a> Decision<'a> {
    pub(crate) fn new(linked: &'a Linked<'a>, bound: &'a Module<'a>, rules: &Rules) -> Result<Self> {
        let second_exports = rules.second_exports(bound)?;
        let graph = Graph::new(linked, bound, rules.trap_panics)?;
        let (of_second, of_first): (Vec<_>, Vec<_>) =
            bound.exported_functions().partition(|(name, _)| second_exports.contains(name));
        let functions = of_first.iter().map(|(_, function)| *function).chain(bound.start);
        let first_roots = functions.map(Node::Function).chain([Node::NoSymbol]);
        let first = Reached::from(&graph, first_roots, &Reached::default())?;
        let second_roots = of_second.iter().map(|(_, function)| Node::Function(*function));
        let second = Reached::from(&graph, second_roots, &first)?;
        Ok(Decision { graph, second_exports, first, second })
    }

    /// The functions that either part reaches although the linker did not write them: wasm-bindgen's own.
    pub(crate) fn glue(&self) -> usize {
        let reached = self.first.functions().chain(self.second.functions());
        reached.filter(|function| self.graph.is_glue(*function)).count()
    }
}
