//! Takes the section `target_features` away.

use anyhow::Result;
use wasm_encoder::{Module, RawSection};
use wasmparser::{Parser, Payload};

/// The module without its custom section `target_features`, and else as it was. The compiler's own libraries are built with reference
/// types; where that section says so, wasm-bindgen gives the module a second table and rewrites all functions.
pub fn strip_features(module: &[u8]) -> Result<Vec<u8>> {
    let mut stripped = Module::new();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload?;
        if matches!(&payload, Payload::CustomSection(custom) if custom.name() == "target_features") {
            continue;
        }
        let section = payload.as_section();
        if let Some((id, data)) = section.and_then(|(id, range)| Some((id, module.get(range)?))) {
            stripped.section(&RawSection { id, data });
        }
    }
    Ok(stripped.finish())
}
