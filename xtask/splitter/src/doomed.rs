//! Code that leads to a trap and nowhere else. What it refers to, such as the text of a panic and the place where it happened, nobody
//! reads any more once panics are traps.

use std::ops::Range;

use anyhow::Result;
use wasmparser::{FunctionBody, Operator};

/// The places in a body, counted in the file, from which nothing is reached but a call of a function that `traps`. Nothing in there reads
/// the memory or calls: whether what it refers to is there makes no difference to it.
pub(crate) fn doomed(body: &FunctionBody<'_>, traps: impl Fn(u32) -> bool) -> Result<Vec<Range<usize>>> {
    let mut doomed = Vec::new();
    let mut start = None;
    let mut reader = body.get_operators_reader()?;
    while !reader.eof() {
        let here = reader.original_position();
        let operator = reader.read()?;
        match operator {
            Operator::Call { function_index } if traps(function_index) => {
                doomed.push(start.unwrap_or(here)..here);
                start = None;
            }
            _ if only_prepares(&operator) => start = start.or(Some(here)),
            _ => start = None,
        }
    }
    Ok(doomed)
}

/// Whether an instruction only puts values where a call finds them: on the stack of values, in locals, on the stack in the memory.
/// All that is not known to be harmless is not: it may go elsewhere, call something or read the memory.
fn only_prepares(operator: &Operator<'_>) -> bool {
    use Operator as O;
    matches!(
        operator,
        O::I32Const { .. }
            | O::I64Const { .. }
            | O::F32Const { .. }
            | O::F64Const { .. }
            | O::LocalGet { .. }
            | O::LocalSet { .. }
            | O::LocalTee { .. }
            | O::GlobalGet { .. }
            | O::Select
            | O::Drop
            | O::I32Add
            | O::I32Sub
            | O::I32Or
            | O::I32And
            | O::I32Shl
            | O::I64Or
            | O::I64Shl
            | O::I64ExtendI32U
            | O::I32WrapI64
            | O::I32Store { .. }
            | O::I64Store { .. }
            | O::I32Store8 { .. }
            | O::I32Store16 { .. }
            | O::F32Store { .. }
            | O::F64Store { .. }
    )
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{Function, InstructionSink, MemArg};
    use wasmparser::BinaryReader;

    use super::*;

    /// The doomed instructions of a body, where function 9 traps: which are constants of 100 and more, by their values.
    fn constants(write: impl FnOnce(&mut InstructionSink<'_>)) -> Vec<i32> {
        let mut function = Function::new([]);
        write(&mut function.instructions());
        let bytes = function.into_raw_body();
        let body = FunctionBody::new(BinaryReader::new(&bytes, 0));
        let doomed = doomed(&body, |function| function == 9).unwrap();
        let mut reader = body.get_operators_reader().unwrap();
        let mut found = Vec::new();
        while !reader.eof() {
            let here = reader.original_position();
            if let Operator::I32Const { value } = reader.read().unwrap()
                && doomed.iter().any(|range| range.contains(&here))
            {
                found.push(value);
            }
        }
        found
    }

    const HERE: MemArg = MemArg { offset: 0, align: 2, memory_index: 0 };

    #[test]
    fn arguments_of_a_panic_are_doomed() {
        let found = constants(|code| {
            code.i32_const(1).call(1).i32_const(2).i32_const(3).call(9).unreachable().end();
        });
        assert_eq!(found, [2, 3]);
    }

    #[test]
    fn what_is_before_a_branch_is_not() {
        let found = constants(|code| {
            code.block(wasm_encoder::BlockType::Empty);
            code.i32_const(1).local_get(0).br_if(0).i32_const(2).call(9).unreachable().end();
            code.i32_const(3).drop().end();
        });
        assert_eq!(found, [2]);
    }

    #[test]
    fn what_is_read_before_a_panic_is_not() {
        let found = constants(|code| {
            code.i32_const(1).i32_load(HERE).drop().i32_const(2).i32_const(3).i32_store(HERE).call(9).end();
        });
        assert_eq!(found, [2, 3]);
    }

    #[test]
    fn code_that_does_not_panic_is_not() {
        assert!(constants(|code| _ = code.i32_const(1).call(8).i32_const(2).drop().end()).is_empty());
    }
}
