//! Everything that can be reached from somewhere.

use std::collections::{BTreeMap, VecDeque};

use anyhow::Result;

use crate::graph::{Graph, Node};

/// What is reached, each with the node that reached it; a root has none. A shortest path comes first, since that is easiest to read.
#[derive(Debug, Default)]
pub(crate) struct Reached {
    parents: BTreeMap<Node, Option<Node>>,
}

impl Reached {
    /// What `roots` reach, without going into what is already in `besides`.
    pub(crate) fn from(
        graph: &Graph<'_>,
        roots: impl IntoIterator<Item = Node>,
        besides: &Reached,
    ) -> Result<Self> {
        let mut reached = Reached::default();
        let mut queue: VecDeque<(Node, Option<Node>)> = roots.into_iter().map(|root| (root, None)).collect();
        while let Some((node, parent)) = queue.pop_front() {
            if besides.has(node) || reached.has(node) {
                continue;
            }
            reached.parents.insert(node, parent);
            queue.extend(graph.edges(node)?.into_iter().map(|next| (next, Some(node))));
        }
        Ok(reached)
    }

    pub(crate) fn has(&self, node: Node) -> bool {
        self.parents.contains_key(&node)
    }

    /// The node, what reached it, what reached that, up to a root.
    pub(crate) fn path(&self, node: Node) -> Vec<Node> {
        std::iter::successors(Some(node), |node| self.parents.get(node).copied().flatten()).collect()
    }

    /// The functions, in the order of the bound module.
    pub(crate) fn functions(&self) -> impl Iterator<Item = u32> {
        self.parents.keys().filter_map(|node| match node {
            Node::Function(function) => Some(*function),
            Node::Data(_) | Node::NoSymbol => None,
        })
    }
}
