//! The applications of `examples`, compiled as they are and driven in Chromium.

use std::fs;

use anyhow::{Context, Result};

use super::Order;
use crate::process::{Run, cargo, fresh_folder};
use crate::set_up::wasm_tools;
use crate::workspace::WASM;

/// The Leptos application.
pub(super) fn leptos(order: Order<'_>) -> Result<()> {
    let workspace = order.workspace;
    let (source, made) = (workspace.path("examples/leptos"), workspace.target.join("examples/leptos"));
    // It is no member of this workspace, as yours is none.
    let manifest = source.join("Cargo.toml");
    let mut build = cargo(workspace, &["build", "--locked", "--target", WASM, "--manifest-path"]);
    build.arg(&manifest).env("CARGO_TARGET_DIR", &made).stream()?;
    let site = made.join("site");
    fresh_folder(&site)?;
    let module = made.join(WASM).join("debug/clerk-leptos.wasm");
    let mut bindgen = wasm_tools::bindgen(workspace);
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", "leptos", "--out-dir"]);
    bindgen.arg(&site).arg(&module).stream()?;
    for file in ["index.html", "style.css"] {
        let copied = fs::copy(source.join(file), site.join(file));
        copied.with_context(|| format!("cannot copy {file} of examples/leptos"))?;
    }
    super::vitest::command(order)?.args(["--dir", "examples"]).env("SITE", &site).stream()
}
