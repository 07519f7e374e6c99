//! What becomes the npm package: the crate `clerk-wasm`, as one WebAssembly module.
//!
//! A crate of its own, since Cargo optimises across crates only what is nothing but a module: as a library for Rust as well, as which
//! others depend on it, `clerk-wasm` would be a seventh larger.

extern crate clerk_wasm as _;

/// Allocates in constant time, in a third of the code of the default allocator.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
