//! The module as the linker wrote it: which functions and data a piece of code or data refers to.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use anyhow::{Context, Result};
use wasmparser::{SymbolFlags, SymbolInfo};

use crate::module::Module;
use crate::names::without_hash;
use crate::relocations::{Reference, address, references, within};

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

    /// The symbols that a place in the memory belongs to: the named one, wherever the place is. A compiler points before or behind what it
    /// goes through, and reaches nothing else from there. A symbol without a size names what is there.
    pub(crate) fn symbols_at(&self, symbol: u32, addend: i64) -> Vec<u32> {
        let mut found = vec![symbol];
        let Some(span) = self.span(symbol) else { return found };
        let place = i64::from(span.start) + addend;
        if span.is_empty() {
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

#[cfg(test)]
mod tests {
    use wasmparser::DefinedDataSymbol;

    use super::*;
    use crate::module::Segment;
    use crate::relocations::Target;

    fn symbol(offset: u32, size: u32) -> SymbolInfo<'static> {
        let symbol = Some(DefinedDataSymbol { index: 0, offset, size });
        SymbolInfo::Data { flags: SymbolFlags::empty(), name: "", symbol }
    }

    /// 40 bytes from 1000 on: symbol 0 has 10 bytes, 1 has none and is inside of 0, 2 overlaps with 0, and 3 has no bytes at all.
    fn linked() -> Linked<'static> {
        let symbols = vec![
            symbol(0, 10),
            symbol(4, 0),
            symbol(8, 8),
            SymbolInfo::Data { flags: SymbolFlags::UNDEFINED, name: "", symbol: None },
        ];
        let segments = vec![Segment { address: 1000, bytes: &[0; 40], offset: 7 }];
        let at = |at| Reference { at, target: Target::Pointer(None) };
        Linked {
            module: Module { symbols, segments, ..Module::default() },
            code: Vec::new(),
            data: vec![at(1000), at(1008), at(1020)],
            slots_of: BTreeMap::new(),
            by_name: HashMap::new(),
            by_export: HashMap::new(),
        }
    }

    #[test]
    fn a_place_belongs_to_the_symbol_that_is_named() {
        let linked = linked();
        assert_eq!(linked.symbols_at(0, 9), [0]);
        assert_eq!(linked.symbols_at(0, 12), [0]);
        assert_eq!(linked.symbols_at(2, -4), [2]);
        assert_eq!(linked.symbols_at(1, 0), [1, 0]);
        assert_eq!(linked.symbols_at(0, 30), [0]);
        assert_eq!(linked.symbols_at(3, 5), [3]);
    }

    #[test]
    fn bytes_of_two_symbols_count_for_both() {
        let places = |symbol| linked().of_symbol(symbol).iter().map(|found| found.at).collect::<Vec<_>>();
        assert_eq!(places(0), [1000, 1008]);
        assert_eq!(places(2), [1008]);
        assert_eq!(places(3), [0; 0]);
    }

    #[test]
    fn what_no_symbol_covers_is_found() {
        let lost: Vec<_> = linked().of_no_symbol().iter().map(|found| found.at).collect();
        assert_eq!(lost, [1020]);
    }

    #[test]
    fn places_in_the_file_are_addresses() {
        let linked = linked();
        assert_eq!(address(&linked.module, 7), Some(1000));
        assert_eq!(address(&linked.module, 46), Some(1039));
        assert_eq!(address(&linked.module, 47), None);
        assert_eq!(address(&linked.module, 6), None);
    }
}
