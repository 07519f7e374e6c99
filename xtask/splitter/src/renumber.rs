//! Functions have other numbers in a part than in the bound module.

use std::collections::BTreeMap;
use std::fmt;

use wasm_encoder::reencode::{self, Reencode};

use crate::part::Part;

/// The part's own numbers of the bound module's functions.
pub(crate) struct Renumber {
    indices: BTreeMap<u32, u32>,
}

/// A function that a part calls and does not hold: a fault of this tool.
#[derive(Debug)]
pub(crate) struct Missing(u32);

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "function {} is needed in this part, but it is not there", self.0)
    }
}

impl std::error::Error for Missing {}

impl Renumber {
    pub(crate) fn new(part: &Part) -> Self {
        let functions = part.host_imports.iter().chain(part.from_first.keys()).chain(&part.functions);
        Renumber { indices: functions.copied().zip(0..).collect() }
    }

    pub(crate) fn index(&self, function: u32) -> Result<u32, Missing> {
        self.indices.get(&function).copied().ok_or(Missing(function))
    }
}

impl Reencode for Renumber {
    type Error = Missing;

    fn function_index(&mut self, function: u32) -> Result<u32, reencode::Error<Missing>> {
        self.index(function).map_err(reencode::Error::UserError)
    }
}
