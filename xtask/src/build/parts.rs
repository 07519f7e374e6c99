//! The module in two parts: which exports are the second's, and the splitter's call.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::process::{self, Run};
use crate::workspace::{WASM, Workspace};

/// Where the exports of the second part are.
const SECOND: &str = "src/js/second";
/// Closures are called by JavaScript when something has been waited for, and what was collected is freed when there is time: both are the
/// second part's.
const OF_WASM_BINDGEN: &str = "_RNv* _RINv* _ZN* __wbindgen_destroy_closure";
/// The second part repeats functions of the first that are no longer than this, in bytes: an import of each would be longer.
const COPIED: &str = "250";

/// The modules that the splitter has made, in a folder.
#[derive(Debug)]
pub(crate) struct Parts {
    pub(crate) folder: PathBuf,
}

/// What the splitter tells of them.
#[derive(Debug, Deserialize)]
struct Report {
    first: Functions,
}

#[derive(Debug, Deserialize)]
struct Functions {
    functions: Vec<String>,
}

/// Divides what wasm-pack has left in `stage`.
pub(crate) fn split(workspace: &Workspace, stage: &Path) -> Result<Parts> {
    process::compile(workspace, &["splitter"])?;
    let folder = stage.join("parts");
    command(workspace, stage, "split")?.arg("--out").arg(&folder).quiet()?;
    let report = fs::read_to_string(folder.join("split.json"))?;
    check(&serde_json::from_str(&report).context("the splitter's report is not readable")?)?;
    Ok(Parts { folder })
}

fn command(workspace: &Workspace, stage: &Path, verb: &str) -> Result<Command> {
    let linked = workspace.target.join(WASM).join("release/clerk_wasm_npm.wasm");
    let names = stage.join("second.txt");
    let exports = fs::read_to_string(stage.join("clerk_wasm_bg.wasm.d.ts"))?;
    fs::write(&names, second_exports(workspace, &exports)?.join("\n"))?;
    let mut command = Command::new(workspace.program("splitter"));
    command.arg(verb).arg(linked).arg(stage.join("clerk_wasm_bg.wasm"));
    command.arg("--second-file").arg(names).args(["--trap-panics", "--copy-up-to", COPIED]);
    Ok(command)
}

/// The module's exports that are the second part's, of all that wasm-bindgen declares.
fn second_exports(workspace: &Workspace, declared: &str) -> Result<Vec<String>> {
    let mut sources = Vec::new();
    let folder = workspace.path(SECOND);
    for entry in fs::read_dir(&folder).with_context(|| format!("cannot read {SECOND}"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|kind| kind == "rs") {
            sources.push(fs::read_to_string(path)?);
        }
    }
    let own: Vec<String> = sources.iter().flat_map(|text| exported_methods(text)).collect();
    let names = declared.lines().filter_map(|line| line.strip_prefix("export const ")?.split(':').next());
    let names: Vec<&str> = names.collect();
    if let Some(name) = own.iter().find(|name| !names.contains(&name.as_str())) {
        bail!("{SECOND} has `{name}`, which wasm-bindgen does not export; adapt xtask/src/build/parts.rs");
    }
    let is_second = |name: &&&str| {
        own.iter().any(|own| own == **name) || is_generated(name) || super::glue::is_free(name)
    };
    Ok(names.iter().filter(is_second).map(|name| (*name).to_owned()).collect())
}

fn is_generated(name: &str) -> bool {
    OF_WASM_BINDGEN.split(' ').any(|known| match known.strip_suffix('*') {
        Some(start) => name.starts_with(start),
        None => name == known,
    })
}

/// What a module of Rust exports by `#[wasm_bindgen] impl Class`: `class_method`, by its name in JavaScript.
fn exported_methods(source: &str) -> Vec<String> {
    let mut names = Vec::new();
    let (mut is_exported, mut is_free, mut class, mut js_name) = (false, false, None, None);
    for line in source.lines() {
        let text = line.trim();
        if line == "}" {
            class = None;
        } else if let Some(name) = line.strip_prefix("impl ").filter(|_| is_exported) {
            class = name.split(' ').next().map(str::to_lowercase);
        } else if let Some(attribute) = text.strip_prefix("#[wasm_bindgen(").filter(|_| text.ends_with(")]"))
        {
            let named = attribute.split("js_name = ").nth(1);
            js_name = named.and_then(|rest| rest.split([',', ')']).next()).map(str::to_owned);
        } else if let Some(rest) = text.strip_prefix("pub fn ") {
            let own = rest.split('(').next().unwrap_or_default().to_owned();
            let name = js_name.take().unwrap_or(own);
            match &class {
                Some(class) => names.push(format!("{class}_{name}")),
                None if is_free => names.push(name),
                None => {}
            }
        }
        is_exported = line == "#[wasm_bindgen]";
        is_free = line.starts_with("#[wasm_bindgen(");
    }
    names
}

/// The wall between the parts: what belongs to the second by its path is not to be in the first.
fn check(report: &Report) -> Result<()> {
    // The compiler makes one function of several that do the same, and calls it like one of them: what is generic tells nothing.
    let is_second =
        |name: &&String| SECOND_PATHS.iter().any(|path| name.trim_start_matches('<').starts_with(path));
    let astray: Vec<_> = report.first.functions.iter().filter(is_second).map(String::as_str).collect();
    if !astray.is_empty() {
        bail!(
            "the first part reaches functions of the second: {}.\n`cargo xtask build --why NAME` tells by which path.",
            astray.join(", ")
        );
    }
    Ok(())
}

/// What of the crate is the second part's, by the beginning of its path.
const SECOND_PATHS: [&str; 5] = [
    "clerk_wasm::js::second::",
    "clerk_wasm::engine::wire::",
    "clerk_wasm::engine::tokens::",
    "clerk_wasm::engine::clerk::",
    "clerk_wasm::engine::handles::",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_part_s_exports_are_read_from_its_source() {
        let source = "#[wasm_bindgen]\nimpl Clerk {\n    /// Loads.\n    #[wasm_bindgen(unchecked_return_type = \"Promise<void>\")]\n    \
             pub fn load(\n        &self,\n        #[wasm_bindgen(js_name = options)] given: JsValue,\n    ) -> Promise {\n    }\n\n    \
             #[wasm_bindgen(js_name = setActive, skip_typescript)]\n    pub fn set_active(&self) {}\n}\n\nimpl Clerk {\n    pub fn own() {}\n}\n\n#[wasm_bindgen(js_name = secondArrived)]\npub fn arrived() {}\n\n\
             pub fn not() {}\n";
        assert_eq!(exported_methods(source), ["clerk_load", "clerk_setActive", "secondArrived"]);
    }
}
