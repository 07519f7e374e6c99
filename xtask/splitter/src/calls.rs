//! What a function's own code says about what it needs.

use anyhow::{Result, bail};
use wasmparser::{FunctionBody, Operator};

/// The functions that a body calls directly.
pub(crate) fn callees(body: &FunctionBody<'_>) -> Result<Vec<u32>> {
    let mut callees = Vec::new();
    for operator in body.get_operators_reader()? {
        match operator? {
            Operator::Call { function_index } | Operator::ReturnCall { function_index } => {
                callees.push(function_index);
            }
            Operator::RefFunc { .. } => unknown("ref.func")?,
            Operator::MemoryInit { .. } => unknown("memory.init")?,
            Operator::DataDrop { .. } => unknown("data.drop")?,
            Operator::TableInit { .. } => unknown("table.init")?,
            Operator::ElemDrop { .. } => unknown("elem.drop")?,
            _ => {}
        }
    }
    Ok(callees)
}

/// These refer to functions or segments in ways that would be lost in a split.
fn unknown(instruction: &str) -> Result<()> {
    bail!("the instruction {instruction} is used, which the splitter does not know");
}
