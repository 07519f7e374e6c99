//! Weighing files.

use std::fs;
use std::io::Write as _;
use std::iter::Sum;
use std::path::Path;

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};

/// The three sizes of files, in bytes.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Weight {
    pub(crate) raw: u64,
    pub(crate) gzip: u64,
    pub(crate) brotli: u64,
}

/// A line of the table.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) name: String,
    pub(crate) weight: Weight,
}

impl Weight {
    fn of(bytes: &[u8]) -> Result<Self> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(bytes)?;
        let mut brotli = Vec::new();
        {
            let mut encoder = brotli::CompressorWriter::new(&mut brotli, 1 << 16, 11, 24);
            encoder.write_all(bytes)?;
        }
        Ok(Self { raw: bytes.len() as u64, gzip: gzip.finish()?.len() as u64, brotli: brotli.len() as u64 })
    }
}

impl Sum for Weight {
    fn sum<I: Iterator<Item = Self>>(weights: I) -> Self {
        weights.fold(Self::default(), |sum, weight| Self {
            raw: sum.raw + weight.raw,
            gzip: sum.gzip + weight.gzip,
            brotli: sum.brotli + weight.brotli,
        })
    }
}

impl Row {
    /// For `--json`.
    pub(crate) fn to_json(&self) -> Value {
        let Weight { raw, gzip, brotli } = self.weight;
        json!({ "name": self.name, "raw": raw, "gzip": gzip, "brotli": brotli })
    }
}

/// Weighs a file.
pub(crate) fn weigh(path: &Path) -> Result<Weight> {
    let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    Weight::of(&bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_sizes_of_a_text_that_repeats() {
        let weight = Weight::of(&b"clerk ".repeat(1000)).unwrap();
        assert_eq!(weight.raw, 6000);
        assert!(weight.brotli > 0 && weight.brotli < weight.gzip && weight.gzip < 100, "{weight:?}");
    }

    #[test]
    fn weights_add_up() {
        let one = Weight { raw: 1, gzip: 2, brotli: 3 };
        let sum: Weight = [one, one].into_iter().sum();
        assert_eq!((sum.raw, sum.gzip, sum.brotli), (2, 4, 6));
    }
}
