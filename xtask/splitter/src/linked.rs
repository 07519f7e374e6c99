//! What the linker's relocations say: which functions and data a piece of code or data refers to.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use anyhow::{Context, Result, ensure};
use wasmparser::{RelocationEntry, RelocationType, SymbolFlags, SymbolInfo};

use crate::module::Module;
use crate::names::without_hash;

/// The linker's module with its relocations in order.
pub(crate) struct Linked<'a> {
    pub(crate) module: Module<'a>,
    /// By where they are in the file.
    code: Vec<Reference>,
    /// By the address where they are.
    data: Vec<Reference>,
    /// The slots of the table in which a function is.
    slots_of: BTreeMap<u32, Vec<u32>>,
    by_name: HashMap<&'a str, Vec<u32>>,
    by_export: HashMap<&'a str, Vec<u32>>,
}

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

impl<'a> Linked<'a> {
    pub(crate) fn parse(bytes: &'a [u8]) -> Result<Self> {
        let mut module = Module::parse(bytes)?;
        let code = module.code_relocations.take();
        let code = code.filter(|_| !module.symbols.is_empty());
        let code = code.context("it has no relocations: link it with -Clink-arg=--emit-relocs")?;
        let data = module.data_relocations.take().unwrap_or_default();
        let code = references(&module, &code, |offset| Some(module.code_start + offset))?;
        let data = references(&module, &data, |offset| address(&module, offset))?;
        Ok(Linked {
            code,
            data,
            slots_of: slots_of(&module),
            by_name: by_name(&module),
            by_export: by_export(&module),
            module,
        })
    }

    /// The functions that the bound module has under this name or these exports. Several may have one name; what any of them refers to
    /// counts then.
    pub(crate) fn twins<'b>(&self, name: Option<&'b str>, exports: impl Iterator<Item = &'b str>) -> &[u32] {
        let named = name.and_then(|name| self.by_name.get(name));
        let exported = || name.into_iter().chain(exports).find_map(|name| self.by_export.get(name));
        named.or_else(exported).map_or(&[], Vec::as_slice)
    }

    /// The slots of the table in which a function is.
    pub(crate) fn slots_of(&self, function: u32) -> &[u32] {
        self.slots_of.get(&function).map_or(&[], Vec::as_slice)
    }

    /// What a function's code refers to.
    pub(crate) fn of_function(&self, function: u32) -> &[Reference] {
        let range = self.module.body(function).map_or(0..0, wasmparser::FunctionBody::range);
        within(&self.code, &range)
    }

    /// What the bytes of a data symbol refer to.
    pub(crate) fn of_symbol(&self, symbol: u32) -> &[Reference] {
        let span = self.span(symbol).unwrap_or(0..0);
        within(&self.data, &(span.start as usize..span.end as usize))
    }

    /// What bytes refer to that belong to no symbol.
    pub(crate) fn of_no_symbol(&self) -> Vec<Reference> {
        let mut spans: Vec<_> = self.spans().map(|(_, span)| span).collect();
        spans.sort_by_key(|span| span.start);
        let mut covered_to = 0;
        let mut spans = spans.into_iter().peekable();
        let mut lost = Vec::new();
        for reference in &self.data {
            while let Some(span) = spans.next_if(|span| span.start as usize <= reference.at) {
                covered_to = covered_to.max(span.end as usize);
            }
            if reference.at >= covered_to {
                lost.push(*reference);
            }
        }
        lost
    }

    /// The symbols that a place in the memory belongs to. The named symbol does, for a compiler may point before or behind what it means;
    /// beyond its bounds whatever is there does too, since that is what runs.
    pub(crate) fn symbols_at(&self, symbol: u32, addend: i64) -> Vec<u32> {
        let mut found = vec![symbol];
        let Some(span) = self.span(symbol) else { return found };
        let place = i64::from(span.start) + addend;
        let bounds = i64::from(span.start)..=i64::from(span.end);
        if span.is_empty() || !bounds.contains(&place) {
            let here = self
                .spans()
                .filter(|(_, span)| (i64::from(span.start)..i64::from(span.end)).contains(&place));
            found.extend(here.map(|(other, _)| other));
        }
        found
    }

    /// All data symbols with their addresses.
    pub(crate) fn spans(&self) -> impl Iterator<Item = (u32, Range<u32>)> {
        (0..).zip(&self.module.symbols).filter_map(|(index, _)| Some((index, self.span(index)?)))
    }

    /// The addresses of a data symbol; None for one without bytes in the module, such as the end of the memory.
    fn span(&self, symbol: u32) -> Option<Range<u32>> {
        let SymbolInfo::Data { flags, symbol: Some(place), .. } = self.module.symbols.get(symbol as usize)?
        else {
            return None;
        };
        if flags.contains(SymbolFlags::ABSOLUTE) {
            return None;
        }
        let start = self.module.segments.get(place.index as usize)?.address.checked_add(place.offset)?;
        Some(start..start.checked_add(place.size)?)
    }
}

/// The references at these places.
fn within<'r>(references: &'r [Reference], range: &Range<usize>) -> &'r [Reference] {
    let start = references.partition_point(|reference| reference.at < range.start);
    let end = references.partition_point(|reference| reference.at < range.end);
    references.get(start..end).unwrap_or_default()
}

/// The relocations that matter, in order. Calls do not: the bound module has its own.
fn references(
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
                anyhow::bail!("a relocation of a function's pointer is to no function");
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
fn address(module: &Module<'_>, offset: usize) -> Option<usize> {
    module.segments.iter().find_map(|segment| {
        let inside = offset.checked_sub(segment.offset)?;
        (inside < segment.bytes.len()).then_some(segment.address as usize + inside)
    })
}

fn slots_of(module: &Module<'_>) -> BTreeMap<u32, Vec<u32>> {
    let mut slots_of = BTreeMap::<_, Vec<_>>::new();
    for (slot, function) in &module.slots {
        slots_of.entry(*function).or_default().push(*slot);
    }
    slots_of
}

fn by_name<'a>(module: &Module<'a>) -> HashMap<&'a str, Vec<u32>> {
    let mut by_name = HashMap::<_, Vec<_>>::new();
    for (function, name) in &module.names {
        by_name.entry(*name).or_default().push(*function);
    }
    by_name
}

/// By the names of exports, with and without the hashes that wasm-bindgen's macros add.
fn by_export<'a>(module: &Module<'a>) -> HashMap<&'a str, Vec<u32>> {
    let mut by_export = HashMap::<_, Vec<_>>::new();
    for (name, function) in module.exported_functions() {
        by_export.entry(name).or_default().push(function);
        if let Some(plain) = without_hash(name) {
            by_export.entry(plain).or_default().push(function);
        }
    }
    by_export
}
