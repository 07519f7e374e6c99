//! Making the wasm module small: what wasm-pack's own call of `wasm-opt` leaves.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::process::Run;
use crate::tools::Tools;

/// Each was measured by what brotli makes of the result.
const OPTIONS: &[&str] = &[
    "-tnh",
    // What is inlined into its one caller is smaller, but brotli finds less in it that it has seen before.
    "--one-caller-inline-max-function-size=15",
    "-Oz",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--reorder-locals",
    "--low-memory-unused",
    "--zero-filled-memory",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
    // The hashed names of wasm-bindgen stand in the module and in the glue.
    "--minify-imports-and-exports-and-modules",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-multivalue",
    "--output",
];

/// What the module called its imports and exports, and what it calls them now.
#[derive(Debug, Deserialize)]
pub(crate) struct ShortNames {
    /// Module, old name and new name.
    pub(crate) imports: Vec<(String, String, String)>,
    /// Old name and new name.
    pub(crate) exports: Vec<(String, String)>,
}

/// Shrinks the module that wasm-pack left in `folder`, and tells the new names.
pub(crate) fn shrink(folder: &Path, binaryen: &Path, tools: &Tools) -> Result<ShortNames> {
    let module = folder.join("clerk_wasm_bg.wasm");
    let (script, stubbed) = (folder.join("stub.mjs"), folder.join("stubbed.wasm"));
    fs::write(&script, include_str!("js/stub.mjs"))?;
    Command::new("node").arg(&script).arg(binaryen).arg(&module).arg(&stubbed).quiet()?;
    let names = tools.npm_tool("wasm-opt").arg(&stubbed).args(OPTIONS).arg(&module).text()?;
    serde_json::from_str(&names).context("wasm-opt did not say how it shortened the names")
}
