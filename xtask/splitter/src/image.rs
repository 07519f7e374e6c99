//! The bytes that are in the memory from the beginning, and which part brings them.

use std::ops::Range;

use crate::decide::Decision;
use crate::graph::Node;
use crate::module::Module;
use crate::part::Bytes;

/// More zeros in a row than these cost more than the beginning of another segment, by what brotli makes of both.
const WORTH_A_GAP: usize = 32;

/// Who a byte belongs to. Of the owners of a byte that has several the greatest counts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Owner {
    /// No symbol: nobody knows who reads it.
    NoSymbol,
    /// Symbols that neither part reaches.
    Nobody,
    Second,
    First,
}

impl Owner {
    /// Whether the first part brings the byte. The second must not write over such a byte, for it may have changed by then.
    fn is_first(self) -> bool {
        matches!(self, Owner::First | Owner::NoSymbol)
    }
}

/// The memory from the lowest to the highest address of all segments.
pub(crate) struct Image {
    start: usize,
    bytes: Vec<u8>,
    owners: Vec<Owner>,
}

impl Image {
    pub(crate) fn new(decision: &Decision<'_>) -> Self {
        let (start, bytes) = memory(decision.graph.bound);
        let owners = vec![Owner::NoSymbol; bytes.len()];
        let mut image = Image { start, bytes, owners };
        for (symbol, span) in decision.graph.linked.spans() {
            let node = Node::Data(symbol);
            let owner = match (decision.first.has(node), decision.second.has(node)) {
                (true, _) => Owner::First,
                (false, true) => Owner::Second,
                (false, false) => Owner::Nobody,
            };
            image.claim(&span, owner);
        }
        image
    }

    fn claim(&mut self, span: &Range<u32>, owner: Owner) {
        let from = (span.start as usize).saturating_sub(self.start);
        let to = (span.end as usize).saturating_sub(self.start).min(self.owners.len());
        for byte in self.owners.get_mut(from..to).unwrap_or_default() {
            *byte = owner.max(*byte);
        }
    }

    /// The bytes that the first part brings. Its memory is all zeros until then, so that it may write zeros anywhere.
    pub(crate) fn first(&self) -> Vec<Bytes> {
        self.runs(Owner::is_first, |_| true)
    }

    /// The bytes that the second part brings. It writes over no byte of the first, not even between two of its own.
    pub(crate) fn second(&self) -> Vec<Bytes> {
        self.runs(|owner| owner == Owner::Second, |owner| !owner.is_first())
    }

    /// How many bytes that are not zero belong to no symbol.
    pub(crate) fn unknown_bytes(&self) -> usize {
        let bytes = self.bytes.iter().zip(&self.owners);
        bytes.filter(|(byte, owner)| **byte != 0 && **owner == Owner::NoSymbol).count()
    }

    /// Segments of the bytes that are `wanted`. Short gaps are bridged by zeros, if all their bytes may be written to.
    fn runs(&self, wanted: impl Fn(Owner) -> bool, may_bridge: impl Fn(Owner) -> bool) -> Vec<Bytes> {
        let mut runs: Vec<Bytes> = Vec::new();
        let mut gap = Some(0);
        for ((address, byte), owner) in (self.start..).zip(&self.bytes).zip(&self.owners) {
            if !wanted(*owner) || *byte == 0 {
                gap = gap.filter(|gap| *gap < WORTH_A_GAP && may_bridge(*owner)).map(|gap| gap + 1);
                continue;
            }
            match (runs.last_mut(), gap) {
                (Some(run), Some(gap)) => run.bytes.resize(run.bytes.len() + gap, 0),
                _ => runs.push(Bytes { address, bytes: Vec::new() }),
            }
            gap = Some(0);
            if let Some(run) = runs.last_mut() {
                run.bytes.push(*byte);
            }
        }
        runs
    }
}

/// The memory after the module's segments were written to it, one after the other.
fn memory(bound: &Module<'_>) -> (usize, Vec<u8>) {
    let range = |segment: &crate::module::Segment<'_>| {
        let start = segment.address as usize;
        start..start + segment.bytes.len()
    };
    let start = bound.segments.iter().map(|segment| range(segment).start).min().unwrap_or(0);
    let end = bound.segments.iter().map(|segment| range(segment).end).max().unwrap_or(0);
    let mut memory = vec![0; end - start];
    for segment in &bound.segments {
        let range = range(segment);
        if let Some(place) = memory.get_mut(range.start - start..range.end - start) {
            place.copy_from_slice(segment.bytes);
        }
    }
    (start, memory)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn image(bytes: &[u8], owners: &str) -> Image {
        let owners = owners.chars().map(|owner| match owner {
            '1' => Owner::First,
            '2' => Owner::Second,
            '-' => Owner::Nobody,
            _ => Owner::NoSymbol,
        });
        Image { start: 100, bytes: bytes.to_vec(), owners: owners.collect() }
    }

    fn run(address: usize, bytes: &[u8]) -> Bytes {
        Bytes { address, bytes: bytes.to_vec() }
    }

    #[test]
    fn the_second_writes_over_no_byte_of_the_first() {
        let image = image(&[1, 0, 2, 3, 0, 4], "221222");
        assert_eq!(image.second(), [run(100, &[1]), run(103, &[3, 0, 4])]);
        assert_eq!(image.first(), [run(102, &[2])]);
    }

    #[test]
    fn a_byte_of_the_first_that_is_zero_is_not_written_either() {
        let image = image(&[1, 0, 0, 4], "2112");
        assert_eq!(image.second(), [run(100, &[1]), run(103, &[4])]);
        assert_eq!(image.first(), []);
    }

    #[test]
    fn bytes_of_no_symbol_are_the_first_ones() {
        let image = image(&[1, 0, 0, 9, 5], "2  12");
        assert_eq!(image.second(), [run(100, &[1]), run(104, &[5])]);
        let unknown = super::tests::image(&[7, 8, 0], "2  ");
        assert_eq!(unknown.first(), [run(101, &[8])]);
        assert_eq!(unknown.unknown_bytes(), 1);
    }

    #[test]
    fn what_neither_reaches_is_zero_and_may_be_bridged() {
        let image = image(&[1, 6, 2, 3, 6, 4], "1-12-2");
        assert_eq!(image.first(), [run(100, &[1, 0, 2])]);
        assert_eq!(image.second(), [run(103, &[3, 0, 4])]);
    }

    #[test]
    fn a_long_gap_begins_another_segment() {
        for (zeros, is_bridged) in [(WORTH_A_GAP, true), (WORTH_A_GAP + 1, false)] {
            let bytes = [vec![1], vec![0; zeros], vec![2]].concat();
            let image = image(&bytes, &"2".repeat(bytes.len()));
            assert_eq!(image.second().len() == 1, is_bridged, "{zeros}");
        }
    }

    #[test]
    fn a_symbol_claims_what_is_inside_of_the_image() {
        let mut image = image(&[1, 2, 3], "   ");
        image.claim(&(90..102), Owner::Second);
        image.claim(&(101..200), Owner::First);
        image.claim(&(100..103), Owner::Nobody);
        assert_eq!(image.first(), [run(101, &[2, 3])]);
        assert_eq!(image.second(), [run(100, &[1])]);
    }
}
