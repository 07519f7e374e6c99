//! What the linker's relocations say.

use std::ops::Range;

use anyhow::{Context, Result, bail, ensure};
use wasmparser::{RelocationEntry, RelocationType, SymbolFlags, SymbolInfo};

use crate::module::Module;

/// A place where the linker wrote an address or a slot.
#[derive(Clone, Copy)]
pub(crate) struct Reference {
    /// Where the relocation is: in the file for code, in the memory for data.
    pub(crate) at: usize,
    pub(crate) target: Target,
}

/// What is referred to.
#[derive(Clone, Copy)]
pub(crate) enum Target {
    /// A pointer to a function of the linked module; None for a function that nobody defined, whose pointer is null.
    Pointer(Option<u32>),
    /// A place in the memory, so many bytes after the beginning of a symbol.
    Data { symbol: u32, addend: i64 },
}

/// The references at these places.
pub(crate) fn within<'r>(references: &'r [Reference], range: &Range<usize>) -> &'r [Reference] {
    let start = references.partition_point(|reference| reference.at < range.start);
    let end = references.partition_point(|reference| reference.at < range.end);
    references.get(start..end).unwrap_or_default()
}

/// The relocations that matter, in order. Calls do not: the bound module has its own.
pub(crate) fn references(
    module: &Module<'_>,
    relocations: &[RelocationEntry],
    place: impl Fn(usize) -> Option<usize>,
) -> Result<Vec<Reference>> {
    let mut references = Vec::new();
    for relocation in relocations {
        if let Some(target) = target(module, relocation)? {
            let at = place(relocation.offset as usize).context("a relocation is outside of the data")?;
            references.push(Reference { at, target });
        }
    }
    references.sort_by_key(|reference| reference.at);
    Ok(references)
}

fn target(module: &Module<'_>, relocation: &RelocationEntry) -> Result<Option<Target>> {
    use RelocationType as R;
    let symbol = module.symbols.get(relocation.index as usize);
    Ok(match relocation.ty {
        R::TableIndexSleb
        | R::TableIndexI32
        | R::TableIndexRelSleb
        | R::TableIndexSleb64
        | R::TableIndexI64
        | R::TableIndexRelSleb64 => {
            let Some(SymbolInfo::Func { flags, index, .. }) = symbol else {
                bail!("a relocation of a function's pointer is to no function");
            };
            let is_null = flags.contains(SymbolFlags::UNDEFINED | SymbolFlags::BINDING_WEAK);
            Some(Target::Pointer((!is_null).then_some(*index)))
        }
        R::MemoryAddrLeb
        | R::MemoryAddrSleb
        | R::MemoryAddrI32
        | R::MemoryAddrRelSleb
        | R::MemoryAddrLeb64
        | R::MemoryAddrSleb64
        | R::MemoryAddrI64
        | R::MemoryAddrRelSleb64
        | R::MemoryAddrTlsSleb
        | R::MemoryAddrTlsSleb64
        | R::MemoryAddrLocrelI32 => {
            let is_data = matches!(symbol, Some(SymbolInfo::Data { .. }));
            ensure!(is_data, "a relocation of an address is to no data");
            Some(Target::Data { symbol: relocation.index, addend: relocation.addend })
        }
        _ => None,
    })
}

/// The address of a place in the data section.
pub(crate) fn address(module: &Module<'_>, offset: usize) -> Option<usize> {
    module.segments.iter().find_map(|segment| {
        let inside = offset.checked_sub(segment.offset)?;
        (inside < segment.bytes.len()).then_some(segment.address as usize + inside)
    })
}
