//! Which steps there are. Their order is that of the table at the end, and of who begins first where not all can run at once:
//! those in which a mistake shows soonest, then those that take longest.

use anyhow::Result;

use super::{Order, differential, engines, examples, openapi, package, rust};
use crate::jobs::{Load, Outcome};
use crate::report::say;
use crate::set_up::Need;
use crate::workspace::CARGO_LOCK;
use crate::{api, build, demo, size, tidy};

/// A check with a name.
#[derive(Debug)]
pub(super) struct Step {
    pub(super) name: &'static str,
    pub(super) about: &'static str,
    /// What has to be on this machine.
    pub(super) needs: &'static [Need],
    /// The steps whose output it reads.
    pub(super) after: &'static [&'static str],
    pub(super) load: Load,
    pub(super) lock: Option<&'static str>,
    /// Whether it can run a part of its tests.
    pub(super) takes_pattern: bool,
    pub(super) run: fn(Order<'_>) -> Result<Outcome>,
}

/// What finds most mistakes in the least time: `cargo xtask test quick`.
pub(super) const QUICK: [&str; 5] = ["fmt", "lint", "tidy", "clippy", "native"];

/// The engines beside Chromium: `cargo xtask test engines`. A step for each, so that what cannot be had of one is not hidden by the other.
pub(super) const ENGINES: [&str; 3] = ["firefox", "webkit", "wasm-webkit"];

/// What a browser shows of the package.
const PAGES: &[Need] = &[Need::Package, Need::NpmPackages, Need::HeadlessChromium, Need::Emulator];

const PLAIN: Step = Step {
    name: "",
    about: "",
    needs: &[],
    after: &[],
    load: Load::Computes,
    lock: None,
    takes_pattern: false,
    run: |_| Ok(Outcome::Done),
};

/// All of them.
pub(super) const STEPS: [Step; 22] = [
    Step {
        name: "fmt",
        about: "rustfmt has nothing to change",
        load: Load::Waits,
        run: |order| done(rust::format(order.workspace)),
        ..PLAIN
    },
    Step {
        name: "lint",
        about: "Biome has nothing to change or to say of JavaScript, CSS, HTML and JSON",
        needs: &[Need::NpmPackages],
        load: Load::Waits,
        run: |order| done(package::lint(order.workspace)),
        ..PLAIN
    },
    Step {
        name: "tidy",
        about: "the rules of the house in xtask/src/tidy, and deny.toml",
        needs: &[Need::CargoDeny],
        load: Load::Waits,
        run: |order| tidy::run(order.workspace),
        ..PLAIN
    },
    Step {
        name: "build",
        about: "the npm package is made",
        needs: &build::NEEDS,
        run: |order| done(build::run(order.workspace)),
        ..PLAIN
    },
    Step {
        name: "differential",
        about: "clerk-js and the package do the same, side by side in Chromium",
        needs: &[
            Need::Package,
            Need::NpmPackages,
            Need::HeadlessChromium,
            Need::Emulator,
            Need::ClerkJs,
            Need::NewerClerkJs,
        ],
        takes_pattern: true,
        run: |order| done(differential::run(order)),
        ..PLAIN
    },
    Step {
        name: "schemathesis",
        about: "what the emulator answers to generated requests is as Clerk's OpenAPI file says",
        needs: &[Need::Emulator, Need::Python],
        run: openapi::generated,
        ..PLAIN
    },
    Step {
        name: "clippy",
        about: "no warning, natively",
        lock: Some(CARGO_LOCK),
        run: |order| done(rust::clippy(order.workspace)),
        ..PLAIN
    },
    Step {
        name: "native",
        about: "the tests and examples of the whole workspace",
        // The splitter's tests compile modules.
        needs: &[Need::WasmTarget],
        lock: Some(CARGO_LOCK),
        takes_pattern: true,
        run: |order| done(rust::native(order)),
        ..PLAIN
    },
    Step {
        name: "vitest",
        about: "the packed package as an app uses it",
        needs: PAGES,
        takes_pattern: true,
        run: |order| done(package::vitest(order)),
        ..PLAIN
    },
    Step {
        name: "firefox",
        about: "what every page does with the package, in Firefox: also in private and without cookies",
        needs: &[Need::Package, Need::NpmPackages, Need::Emulator, Need::Firefox, Need::Geckodriver],
        takes_pattern: true,
        run: |order| done(engines::firefox(order)),
        ..PLAIN
    },
    Step {
        name: "webkit",
        about: "the same in WebKitGTK",
        needs: &[Need::Package, Need::NpmPackages, Need::Emulator, Need::WebKit],
        takes_pattern: true,
        run: |order| done(engines::webkit(order)),
        ..PLAIN
    },
    Step {
        name: "e2e",
        about: "the demo page in headless Chromium",
        needs: PAGES,
        takes_pattern: true,
        run: |order| done(demo::check(order.workspace, order.pattern)),
        ..PLAIN
    },
    Step {
        name: "leptos",
        about: "the Leptos application of examples/leptos, in headless Chromium",
        needs: &[
            Need::WasmTarget,
            Need::WasmTools,
            Need::NpmPackages,
            Need::HeadlessChromium,
            Need::Emulator,
        ],
        takes_pattern: true,
        run: |order| done(examples::leptos(order)),
        ..PLAIN
    },
    Step {
        name: "clippy-wasm",
        about: "no warning for wasm32, with the JavaScript classes and without",
        needs: &[Need::WasmTarget],
        lock: Some(CARGO_LOCK),
        run: |order| done(rust::clippy_wasm(order.workspace)),
        ..PLAIN
    },
    Step {
        name: "oldest-rust",
        about: "the library compiles by the oldest Rust that Cargo.toml names, natively and for wasm32",
        needs: &[Need::OldestRust],
        run: |order| done(rust::oldest(order.workspace)),
        ..PLAIN
    },
    Step {
        name: "docs",
        about: "rustdoc has no warning, natively and for wasm32",
        needs: &[Need::WasmTarget],
        lock: Some(CARGO_LOCK),
        run: |order| done(rust::docs(order.workspace)),
        ..PLAIN
    },
    Step {
        name: "wasm",
        about: "the wasm-bindgen tests in headless Chromium",
        needs: &[Need::WasmTarget, Need::WasmTools, Need::Chromium],
        lock: Some(CARGO_LOCK),
        takes_pattern: true,
        run: |order| done(rust::wasm(order)),
        ..PLAIN
    },
    Step {
        name: "wasm-webkit",
        about: "the wasm-bindgen tests in WebKitGTK",
        needs: &[Need::WasmTarget, Need::WasmTools, Need::WebKit],
        // It has been compiled then: only the browser is waited for.
        after: &["wasm"],
        takes_pattern: true,
        run: |order| done(rust::wasm_in_webkit(order)),
        ..PLAIN
    },
    Step {
        name: "types",
        about: "tsc on a user's program and on our JavaScript, publint and attw on the packed package",
        needs: &[Need::Package, Need::NpmPackages],
        run: |order| done(package::types(order.workspace)),
        ..PLAIN
    },
    Step {
        name: "size",
        about: "it keeps to xtask/size-budget.toml",
        needs: &size::NEEDS,
        run: |order| done(size::run(order.workspace, false)),
        ..PLAIN
    },
    Step {
        name: "api",
        about: "tests/api says what applications see: types, and the crate's public items",
        needs: &api::NEEDS,
        run: |order| done(api::check(order.workspace)),
        ..PLAIN
    },
    Step {
        name: "openapi",
        about: "what the clients of the differential suite sent and got is as Clerk's OpenAPI file says",
        needs: &[Need::Python],
        after: &["differential"],
        run: openapi::clients,
        ..PLAIN
    },
];

/// Prints each step with what it is about.
pub(super) fn list() {
    STEPS.iter().for_each(|step| say!("{:<14} {}", step.name, step.about));
    for (name, steps) in [("quick", QUICK.join(", ")), ("engines", ENGINES.join(", "))] {
        say!("{name:<14} {steps}");
    }
}

fn done<T>(outcome: Result<T>) -> Result<Outcome> {
    outcome.map(|_| Outcome::Done)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::set_up;

    #[test]
    fn steps_have_names_of_their_own_and_wait_for_steps() {
        let names: BTreeSet<_> = STEPS.iter().map(|step| step.name).collect();
        assert_eq!(names.len(), STEPS.len());
        let awaited = STEPS.iter().flat_map(|step| step.after).chain(&QUICK).chain(&ENGINES);
        assert!(awaited.into_iter().all(|name| names.contains(name)));
        // The package is made by the step where that is asked for; any other step of a set-up's name would wait for itself.
        let of_both: Vec<_> = set_up::names().into_iter().filter(|name| names.contains(name)).collect();
        assert_eq!(of_both, ["build"]);
    }
}
