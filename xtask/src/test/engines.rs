//! The steps that run the package in the engines beside Chromium.

use std::process::Command;

use anyhow::Result;

use super::Order;
use crate::process::Run;
use crate::set_up::engines;

/// In Firefox.
pub(super) fn firefox(order: Order<'_>) -> Result<()> {
    let mut tests = tests(order, "firefox");
    tests
        .env("FIREFOX", engines::firefox()?)
        .env("GECKODRIVER", engines::geckodriver(order.workspace)?)
        .stream()
}

/// In WebKitGTK, which is as near to Safari as Linux comes.
pub(super) fn webkit(order: Order<'_>) -> Result<()> {
    tests(order, "webkit").env("WEBKIT_DRIVER", engines::webkit_driver()?).stream()
}

/// `tests/js/engines`. It takes the package from `pkg/`, as another step may be installing it.
fn tests(order: Order<'_>, engine: &str) -> Command {
    let mut vitest = super::vitest::without_chromium(order);
    vitest.args(["--dir", "engines"]).env("ENGINE", engine).env("CLERK_WASM", order.workspace.pkg());
    vitest
}
