//! Tells why a function is in the first part.

use wasmparser::SymbolInfo;

use crate::decide::Decision;
use crate::graph::Node;
use crate::names::readable;

/// The paths to the first part's functions whose names contain `name_part`: one text for each, the function first and a root last.
pub(crate) fn paths(decision: &Decision<'_>, name_part: &str) -> Vec<String> {
    let bound = decision.graph.bound;
    let found = decision.first.functions().filter(|function| bound.label(*function).contains(name_part));
    found.map(|function| path(decision, Node::Function(function))).collect()
}

fn path(decision: &Decision<'_>, node: Node) -> String {
    let nodes = decision.first.path(node);
    let mut lines: Vec<String> = nodes.iter().map(|node| line(decision, *node)).collect();
    if let Some(Node::Function(root)) = nodes.last() {
        lines.extend(entrance(decision, *root));
    }
    lines.join("\n  <- ")
}

fn line(decision: &Decision<'_>, node: Node) -> String {
    match node {
        Node::Function(function) => decision.graph.bound.label(function),
        Node::Data(symbol) => format!("through the data of {}", data_label(decision, symbol)),
        Node::NoSymbol => "through data that belongs to no symbol".to_owned(),
    }
}

fn data_label(decision: &Decision<'_>, symbol: u32) -> String {
    match decision.graph.linked.module.symbols.get(symbol as usize) {
        Some(SymbolInfo::Data { name, .. }) => readable(name),
        _ => format!("symbol {symbol}"),
    }
}

/// How the host gets to a function at the root.
fn entrance(decision: &Decision<'_>, root: u32) -> Option<String> {
    let bound = decision.graph.bound;
    if bound.start == Some(root) {
        return Some("the start of the module".to_owned());
    }
    let mut exports = bound.exported_functions();
    let (name, _) =
        exports.find(|(name, function)| *function == root && !decision.second_exports.contains(name))?;
    Some(format!("export {name}"))
}
