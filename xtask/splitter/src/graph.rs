//! What reaches what: functions by calls and pointers, data by addresses.

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail, ensure};

use crate::calls::callees;
use crate::doomed::doomed;
use crate::linked::Linked;
use crate::module::Module;
use crate::names::is_made_by_wasm_bindgen;
use crate::panics::is_panic;
use crate::relocations::{Reference, Target};

const NO_PANICS: &str = "no function that panics was found to be trapped: the names of Rust's libraries have changed, or there are none";

/// Something that a part can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Node {
    /// A function of the bound module.
    Function(u32),
    /// A data symbol of the linked module.
    Data(u32),
    /// The bytes that belong to no symbol.
    NoSymbol,
}

/// Both modules as one graph.
pub(crate) struct Graph<'a> {
    pub(crate) linked: &'a Linked<'a>,
    pub(crate) bound: &'a Module<'a>,
    /// The functions of the bound module that only trap.
    pub(crate) trapped: BTreeSet<u32>,
    /// The same functions in the linked module.
    linked_trapped: BTreeSet<u32>,
    /// The functions that each body calls.
    callees: Vec<Vec<u32>>,
}

impl<'a> Graph<'a> {
    pub(crate) fn new(linked: &'a Linked<'a>, bound: &'a Module<'a>, trap_panics: bool) -> Result<Self> {
        let (mut trapped, mut linked_trapped) = (BTreeSet::new(), BTreeSet::new());
        if trap_panics {
            (trapped, linked_trapped) = (panics(bound), panics(&linked.module));
            ensure!(!trapped.is_empty(), NO_PANICS);
        }
        let callees = (bound.imported() as u32..)
            .zip(&bound.bodies)
            .map(|(function, body)| callees(body).with_context(|| bound.label(function)))
            .collect::<Result<_>>()?;
        Ok(Graph { linked, bound, trapped, linked_trapped, callees })
    }

    /// The functions that a function calls directly: none, if it only traps or is the host's.
    pub(crate) fn callees(&self, function: u32) -> &[u32] {
        let own = (function as usize).checked_sub(self.bound.imported());
        let callees = own.filter(|_| !self.trapped.contains(&function)).and_then(|own| self.callees.get(own));
        callees.map_or(&[], Vec::as_slice)
    }

    /// What something refers to.
    pub(crate) fn edges(&self, node: Node) -> Result<Vec<Node>> {
        match node {
            Node::Function(function) => {
                self.of_function(function).with_context(|| self.bound.label(function))
            }
            Node::Data(symbol) => self.nodes(self.linked.of_symbol(symbol)),
            Node::NoSymbol => self.nodes(&self.linked.of_no_symbol()),
        }
    }

    fn of_function(&self, function: u32) -> Result<Vec<Node>> {
        if self.bound.is_import(function) || self.trapped.contains(&function) {
            return Ok(Vec::new());
        }
        let mut edges: Vec<_> = self.callees(function).iter().copied().map(Node::Function).collect();
        let twins = self.twins(function);
        if twins.is_empty() && !self.is_glue(function) {
            bail!(
                "this function is not in the linked module: are the two of one build, and was wasm-bindgen called with --no-demangle?"
            );
        }
        for twin in twins {
            edges.extend(self.nodes(&self.of_twin(*twin)?)?);
        }
        Ok(edges)
    }

    /// What a function of the linked module refers to, but for what it only hands to a function that traps.
    fn of_twin(&self, twin: u32) -> Result<Vec<Reference>> {
        let doomed = match self.linked.module.body(twin) {
            Some(body) if !self.linked_trapped.is_empty() => {
                doomed(body, |function| self.linked_trapped.contains(&function))?
            }
            _ => Vec::new(),
        };
        let references = self.linked.of_function(twin).iter();
        let alive = references.filter(|reference| !doomed.iter().any(|range| range.contains(&reference.at)));
        Ok(alive.copied().collect())
    }

    /// Whether the function has no twin since wasm-bindgen made it.
    pub(crate) fn is_glue(&self, function: u32) -> bool {
        let made = match self.bound.names.get(&function) {
            Some(name) => is_made_by_wasm_bindgen(name),
            // All of the linker's functions have names.
            None => true,
        };
        made && !self.bound.is_import(function) && self.twins(function).is_empty()
    }

    fn twins(&self, function: u32) -> &[u32] {
        let exports = self.bound.exported_functions().filter(|(_, index)| *index == function);
        self.linked.twins(self.bound.names.get(&function).copied(), exports.map(|(name, _)| name))
    }

    /// Whether nobody reads a symbol since panics are traps.
    fn is_unread(&self, symbol: u32) -> bool {
        !self.trapped.is_empty() && self.linked.is_location(symbol)
    }

    /// What references lead to.
    fn nodes(&self, references: &[Reference]) -> Result<Vec<Node>> {
        let mut nodes = Vec::new();
        for reference in references {
            match reference.target {
                Target::Pointer(None) => {}
                Target::Pointer(Some(function)) => nodes.extend(self.pointed_to(function)?),
                Target::Data { symbol, .. } if self.is_unread(symbol) => {}
                Target::Data { symbol, addend } => {
                    nodes.extend(self.linked.symbols_at(symbol, addend).into_iter().map(Node::Data));
                }
            }
        }
        Ok(nodes)
    }

    /// The functions of the bound module that a pointer to a function of the linked one calls. A pointer is a slot of the table, and slots
    /// are the same in both modules.
    fn pointed_to(&self, linked_function: u32) -> Result<Vec<Node>> {
        let slots = self.linked.slots_of(linked_function);
        let label = || self.linked.module.label(linked_function);
        ensure!(!slots.is_empty(), "a pointer to {} is taken, but it is in no slot of the table", label());
        let functions = slots.iter().map(|slot| {
            let function = self.bound.slots.get(slot).copied();
            function.map(Node::Function).with_context(|| {
                format!("slot {slot} of the table, {}, is empty in the bound module", label())
            })
        });
        functions.collect()
    }
}

/// The functions of a module that panic.
fn panics(module: &Module<'_>) -> BTreeSet<u32> {
    let panics = module.names.iter().filter(|(index, name)| module.body(**index).is_some() && is_panic(name));
    panics.map(|(index, _)| *index).collect()
}
