//! The places in the source that panics name (`core::panic::Location`). Once panics are traps nobody reads them: neither the path of the file
//! nor its line.

use wasmparser::SymbolInfo;

use crate::linked::Linked;
use crate::relocations::Target;

/// A `Location` in memory: the address and the length of a path, a line, a column.
const SIZE: usize = 16;

impl Linked<'_> {
    /// Whether a data symbol is such a place: as long as one, and it refers to nothing but the path of a file with Rust's source.
    pub(crate) fn is_location(&self, symbol: u32) -> bool {
        let [reference] = self.of_symbol(symbol) else { return false };
        let Target::Data { symbol: path, addend: 0 } = reference.target else { return false };
        let is_source = self.bytes_of(path).is_some_and(|path| path.ends_with(b".rs"));
        self.bytes_of(symbol).is_some_and(|bytes| bytes.len() == SIZE) && is_source
    }

    /// The bytes of a data symbol.
    fn bytes_of(&self, symbol: u32) -> Option<&[u8]> {
        let SymbolInfo::Data { symbol: Some(place), .. } = self.module.symbols.get(symbol as usize)? else {
            return None;
        };
        let start = place.offset as usize;
        let segment = self.module.segments.get(place.index as usize)?;
        segment.bytes.get(start..start + place.size as usize)
    }
}
