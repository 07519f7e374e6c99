//! What a command needs on this machine, got before anything else: side by side, once, and only what is missing.

mod apt;
pub(crate) mod browser;
pub(crate) mod cargo_deny;
pub(crate) mod clerk_js;
pub(crate) mod engines;
pub(crate) mod npm;
pub(crate) mod python;
mod recipe;
mod rustup;
mod stamp;
pub(crate) mod wasm_tools;

use anyhow::{Result, bail};

use self::recipe::{ALL, Recipe};
use crate::jobs::{self, Job, Outcome, Progress};
use crate::report::say;
use crate::workspace::Workspace;

/// Something that a command cannot do without.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// Rust's library for `wasm32-unknown-unknown`.
    WasmTarget,
    /// The oldest compiler that the library is for, with its libraries for both targets.
    OldestRust,
    /// wasm-pack, wasm-bindgen's command and its runner of tests.
    WasmTools,
    /// Node, and every npm package of `tests/js`.
    NpmPackages,
    /// A Chromium with a window, and its WebDriver.
    Chromium,
    /// The quickest Chromium for pages that nobody looks at.
    HeadlessChromium,
    /// A Firefox.
    Firefox,
    /// Its WebDriver.
    Geckodriver,
    /// WebKitGTK with its WebDriver, and a screen for it.
    WebKit,
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

/// What each of them is called.
#[cfg(test)]
pub(crate) fn names() -> Vec<&'static str> {
    ALL.iter().map(|need| need.recipe().name).collect()
}

/// Gets what is missing, and says so; does and says nothing where all is there.
pub(crate) fn set_up(workspace: &Workspace, needs: &[Need]) -> Result<()> {
    get(workspace, missing(workspace, needs)?, &Progress::default())
}

/// The same with the jobs of [`missing()`]; `progress` shows how far it is.
pub(crate) fn get(workspace: &Workspace, jobs: Vec<Job<'_>>, progress: &Progress) -> Result<()> {
    if jobs.is_empty() {
        return Ok(());
    }
    say!("Set-up, once on a new machine; what compiles, again when its sources change:");
    for ended in jobs::run_seen(jobs, &workspace.logs(), progress)? {
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
        if !(need.recipe().is_met)(workspace)? {
            jobs.push(need.job(workspace));
        }
    }
    Ok(jobs)
}

impl Need {
    /// What the job is called that gets it.
    pub(crate) fn name(self) -> &'static str {
        self.recipe().name
    }

    /// What it takes to get it.
    pub(crate) fn needs(self) -> &'static [Self] {
        self.recipe().needs
    }

    fn reaches(self, other: Self) -> bool {
        self == other || self.needs().iter().any(|need| need.reaches(other))
    }

    fn job(self, workspace: &Workspace) -> Job<'_> {
        let Recipe { name, about, needs, load, lock, get, .. } = self.recipe();
        Job {
            name,
            about,
            after: needs.iter().map(|need| need.name()).collect(),
            load,
            lock,
            work: Box::new(move || get(workspace)),
        }
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
