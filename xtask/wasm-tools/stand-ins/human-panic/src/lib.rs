//! Nothing: wasm-pack's program explains its panics by the crate `human-panic`, and its library does not.
