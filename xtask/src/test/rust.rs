//! The steps that cargo does.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Result, bail};

use super::Order;
use crate::process::{Run, cargo};
use crate::report::say;
use crate::set_up::{browser, engines, wasm_tools};
use crate::workspace::{WASM, Workspace};

/// The one package that is also built for browsers.
const CRATE: &str = "clerk-wasm";
/// Tools of others, which have no tests or lints here.
const OURS: [&str; 3] = ["--workspace", "--exclude", "wasm-tools"];
const WARNINGS: [&str; 3] = ["--", "-D", "warnings"];
/// The tests take seconds.
const BROWSER_LIMIT: Duration = Duration::from_secs(40);
/// How long the runner itself waits for a test, in seconds. By itself 20, which are too few where a machine compiles beside it, and which it takes
/// for a failure: the limit above has it tried again.
const RUNNER_LIMIT: &str = "60";

/// rustfmt over the whole workspace.
pub(super) fn format(workspace: &Workspace) -> Result<()> {
    cargo(workspace, &["fmt", "--all", "--check"]).stream()
}

/// What [`format()`] wants.
pub(super) fn reformat(workspace: &Workspace) -> Result<()> {
    cargo(workspace, &["fmt", "--all"]).stream()
}

/// Clippy with warnings as errors, natively.
pub(super) fn clippy(workspace: &Workspace) -> Result<()> {
    cargo(workspace, &["clippy"]).args(OURS).args(["--all-targets", "--all-features"]).args(WARNINGS).stream()
}

/// The same for wasm32: with the JavaScript classes, as the npm package is built, and without, as Rust applications use the crate.
pub(super) fn clippy_wasm(workspace: &Workspace) -> Result<()> {
    for features in ["--all-features", "--no-default-features"] {
        let wasm = ["clippy", "--package", CRATE, "--all-targets", features, "--target", WASM];
        cargo(workspace, &wasm).args(WARNINGS).stream()?;
    }
    Ok(())
}

/// The library compiles by the oldest Rust that its manifest names, for both targets.
pub(super) fn oldest(workspace: &Workspace) -> Result<()> {
    let version = workspace.oldest_rust()?;
    let host = vec!["check", "--package", CRATE, "--features", "serde"];
    let mut wasm = host.clone();
    wasm.extend(["--target", WASM]);
    for arguments in [host, wasm] {
        // In a folder of its own: two compilers in one compile everything anew each time.
        let mut command = cargo(workspace, &arguments);
        command
            .env("RUSTUP_TOOLCHAIN", &version)
            .env("CARGO_TARGET_DIR", workspace.target.join("oldest-rust"));
        command.stream()?;
    }
    Ok(())
}

/// rustdoc with warnings as errors, for both targets.
pub(super) fn docs(workspace: &Workspace) -> Result<()> {
    let strictly = |mut command: Command| command.env("RUSTDOCFLAGS", "-D warnings").stream();
    let mut native = cargo(workspace, &["doc", "--no-deps"]);
    native.args(OURS);
    strictly(native)?;
    strictly(cargo(workspace, &["doc", "--package", CRATE, "--no-deps", "--target", WASM]))
}

/// Unit, integration and documentation tests of every package, all of them even where one fails.
pub(super) fn native(order: Order<'_>) -> Result<()> {
    let mut command = cargo(order.workspace, &["test", "--no-fail-fast", "--all-features"]);
    command.args(OURS).args(order.pattern).stream()
}

/// `tests/wasm_*.rs` in headless Chromium.
pub(super) fn wasm(order: Order<'_>) -> Result<()> {
    wasm_in(order, "CHROMEDRIVER", &browser::chromedriver()?, |command| command)
}

/// The same in WebKitGTK. The runner knows Safari's driver, which is told what to do in the same way. There is no such step for Firefox: there the
/// runner's page does not end loading in two of three starts, and the runner waits without end.
pub(super) fn wasm_in_webkit(order: Order<'_>) -> Result<()> {
    wasm_in(order, "SAFARIDRIVER", &engines::webkit_driver()?, engines::with_screen)
}

/// By the WebDriver that `variable` names to the runner, which `prepared` may call in another way; the browsers' arguments stand in
/// `webdriver.json`.
fn wasm_in(order: Order<'_>, variable: &str, driver: &Path, prepared: fn(Command) -> Command) -> Result<()> {
    // Without the JavaScript classes: the snippets that theirs import are put beside them by `cargo xtask build` only.
    let wasm = ["test", "--package", CRATE, "--no-default-features", "--target", WASM, "--test", "wasm_*"];
    cargo(order.workspace, &wasm).arg("--no-run").stream()?;
    let tests = || {
        let mut command = prepared(cargo(order.workspace, &wasm));
        command
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", wasm_tools::test_runner(order.workspace))
            .env("WASM_BINDGEN_TEST_TIMEOUT", RUNNER_LIMIT)
            .env(variable, driver)
            .args(order.pattern);
        command
    };
    // Chromium hangs while it starts, one time in three on some machines, and the runner waits for it without end. A test that
    // fails is not tried again.
    for _ in 0..8 {
        if tests().stream_within(BROWSER_LIMIT)? {
            return Ok(());
        }
        say!("The browser did not answer within {} s; once more.", BROWSER_LIMIT.as_secs());
    }
    bail!("the browser did not answer; does {} work here?", driver.display())
}
