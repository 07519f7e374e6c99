//! Making the wasm module small: what wasm-pack's own call of `wasm-opt` leaves.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::process::Run;
use crate::set_up::npm;
use crate::workspace::Workspace;

/// Each was measured by what brotli makes of the result.
const OPTIONS: &[&str] = &[
    "-tnh",
    // What is inlined into its one caller, or held for a second use, is smaller, but brotli finds less in it that it has seen before.
    "--one-caller-inline-max-function-size=15",
    "--skip-pass=local-cse",
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
    "--low-memory-unused",
    "--zero-filled-memory",
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

/// What the module called its imports and exports, and what it calls them now.
#[derive(Debug, Deserialize)]
pub(crate) struct ShortNames {
    /// Module, old name and new name.
    pub(crate) imports: Vec<(String, String, String)>,
    /// Old name and new name.
    pub(crate) exports: Vec<(String, String)>,
}

/// Shrinks the module that wasm-pack left in `folder`, and tells the new names.
pub(crate) fn shrink(workspace: &Workspace, folder: &Path) -> Result<ShortNames> {
    let binaryen = workspace.npm_project().join("node_modules/binaryen/index.js");
    let module = folder.join("clerk_wasm_bg.wasm");
    let [stubbed, small, named] =
        ["stubbed", "small", "named"].map(|name| folder.join(name).with_extension("wasm"));
    let script = |name: &str, text: &str| -> Result<Command> {
        let path = folder.join(name);
        fs::write(&path, text)?;
        let mut node = Command::new("node");
        node.arg(path);
        Ok(node)
    };
    fs::write(folder.join("panics.mjs"), include_str!("js/panics.mjs"))?;
    script("stub.mjs", include_str!("js/stub.mjs"))?.arg(binaryen).args([&module, &stubbed]).quiet()?;
    let optimize = || npm::tool(workspace, "wasm-opt");
    let names = optimize().arg(&stubbed).args(OPTIONS).args(FEATURES).arg("--output").arg(&small).text()?;
    script("order.mjs", include_str!("js/order.mjs"))?.args([&small, &named]).quiet()?;
    let order = ["--reorder-functions-by-name", "--strip-debug", "--output"];
    optimize().arg(&named).args(FEATURES).args(order).arg(&module).quiet()?;
    serde_json::from_str(&names).context("wasm-opt did not say how it shortened the names")
}
