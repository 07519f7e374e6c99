//! Making a wasm module small: what wasm-pack's own call of `wasm-opt` leaves.

use std::path::Path;

use anyhow::{Context, Result};

use super::glue::ShortNames;
use crate::process::Run;
use crate::set_up::npm;
use crate::workspace::Workspace;

/// Each was measured by what brotli makes of the result: docs/performance.md has the figures.
const OPTIONS: &[&str] = &[
    // What is inlined into its one caller, or held for a second use, is smaller, but brotli finds less in it that it has seen before.
    "--one-caller-inline-max-function-size=15",
    "--always-inline-max-function-size=0",
    "--skip-pass=local-cse",
    // It would begin a segment after each few zeros; `WORTH_A_GAP` of the splitter is by what brotli makes of them.
    "--skip-pass=memory-packing",
    // The lowest KiB is the far end of the stack, of which the engine has been seen to use 2 of its 64 KiB.
    "--low-memory-unused",
    "-Oz",
    "--flatten",
    "--rereloop",
    "-Oz",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--reorder-locals",
    // All say the same of their alignment, which no engine heeds.
    "--dealign",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
    // The hashed names of wasm-bindgen stand in the module and in the glue.
    "--minify-imports-and-exports-and-modules",
];

const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-multivalue",
];

/// Shrinks a module, and tells the new names.
pub(crate) fn shrink(workspace: &Workspace, from: &Path, to: &Path) -> Result<ShortNames> {
    let mut wasm_opt = npm::tool(workspace, "wasm-opt");
    let names = wasm_opt.arg(from).args(OPTIONS).args(FEATURES).arg("--output").arg(to).text()?;
    serde_json::from_str(&names).context("wasm-opt did not say how it shortened the names")
}
