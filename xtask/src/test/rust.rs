//! The steps that cargo does.

use std::process::Command;
use std::time::Duration;

use anyhow::{Result, bail};

use crate::browser;
use crate::process::Run;
use crate::tools::Tools;
use crate::workspace::Workspace;

const WASM: &str = "wasm32-unknown-unknown";
/// The one package that is also built for browsers.
const CRATE: &str = "clerk-wasm";
/// The tests take seconds.
const BROWSER_LIMIT: Duration = Duration::from_secs(40);

/// rustfmt over the whole workspace.
pub(super) fn format(workspace: &Workspace) -> Result<()> {
    cargo(workspace, &["fmt", "--all", "--check"]).stream()
}

/// Clippy with warnings as errors, for both targets.
pub(super) fn clippy(workspace: &Workspace) -> Result<()> {
    cargo(workspace, &["clippy", "--workspace", "--all-targets", "--all-features", "--", "-D", "warnings"])
        .stream()?;
    // With the JavaScript classes, as the npm package is built, and without, as Rust applications use the crate.
    for features in ["--all-features", "--no-default-features"] {
        let wasm = [
            "clippy",
            "--package",
            CRATE,
            "--all-targets",
            features,
            "--target",
            WASM,
            "--",
            "-D",
            "warnings",
        ];
        cargo(workspace, &wasm).stream()?;
    }
    Ok(())
}

/// rustdoc with warnings as errors, for both targets.
pub(super) fn docs(workspace: &Workspace) -> Result<()> {
    cargo(workspace, &["doc", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings").stream()?;
    let wasm = ["doc", "--package", CRATE, "--no-deps", "--target", WASM];
    cargo(workspace, &wasm).env("RUSTDOCFLAGS", "-D warnings").stream()
}

/// Unit, integration and documentation tests of every package.
pub(super) fn native(workspace: &Workspace) -> Result<()> {
    cargo(workspace, &["test", "--workspace", "--all-features"]).stream()
}

/// `tests/wasm_*.rs` in headless Chromium; the browser's arguments stand in `webdriver.json`.
pub(super) fn wasm(workspace: &Workspace) -> Result<()> {
    let tools = Tools::install(workspace)?;
    browser::chromium()?;
    let driver = browser::chromedriver()?;
    // Without the JavaScript classes: the snippets that theirs import are put beside them by `cargo xtask build` only.
    let wasm = ["test", "--package", CRATE, "--no-default-features", "--target", WASM, "--test", "wasm_*"];
    let tests = || {
        let mut command = cargo(workspace, &wasm);
        command
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", tools.wasm_test_runner())
            .env("CHROMEDRIVER", &driver);
        command
    };
    tests().arg("--no-run").stream()?;
    // Chromium hangs while it starts, one time in three on some machines, and the runner waits for it without end. A test that
    // fails is not tried again.
    for _ in 0..8 {
        if tests().stream_within(BROWSER_LIMIT)? {
            return Ok(());
        }
        println!("The browser did not answer within {} s; once more.", BROWSER_LIMIT.as_secs());
    }
    bail!("the browser did not answer; does `chromium --headless --no-sandbox` start here?")
}

fn cargo(workspace: &Workspace, arguments: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(&workspace.root).args(arguments);
    command
}
