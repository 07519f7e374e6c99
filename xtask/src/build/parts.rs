//! Dividing the WebAssembly module: which exports are the second part's, and the calls of the splitter.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use super::glue::is_free;
use crate::process::{self, Run};
use crate::workspace::{WASM, Workspace};

/// Where the exports of the second part are.
const SECOND: &str = "src/js/second";
/// What wasm-bindgen exports for closures is the second part's: JavaScript calls them when something has been waited for. So is what frees
/// the objects of classes.
const CLOSURES: [&str; 3] = ["_RNv", "_RINv", "_ZN"];
const DESTROY_CLOSURE: &str = "__wbindgen_destroy_closure";
/// The second part repeats functions of the first that are no longer than this, in bytes: an import of each would be longer.
const COPIED: &str = "120";
/// What of the crate is the second part's, by the beginning of its path: of the engine all but its first room.
const SECOND_PATHS: [&str; 2] = ["clerk_wasm::js::second::", "clerk_wasm::engine::"];
const FIRST_ROOM: &str = "clerk_wasm::engine::page::";

/// What the splitter reports.
#[derive(Debug, Deserialize)]
struct Report {
    first: Part,
}

#[derive(Debug, Deserialize)]
struct Part {
    /// By their demangled names.
    functions: Vec<String>,
}

/// Divides what wasm-pack has left in `stage`; returns the folder with `first.wasm` and `second.wasm`.
pub(crate) fn split(workspace: &Workspace, stage: &Path) -> Result<PathBuf> {
    process::compile(workspace, &["splitter"])?;
    let exports = fs::read_to_string(stage.join("clerk_wasm_bg.wasm.d.ts"))?;
    fs::write(names_file(stage), second_exports(workspace, &exports)?.join("\n"))?;
    let folder = stage.join("parts");
    splitter(workspace, stage, "split").arg("--out").arg(&folder).quiet()?;
    let report = fs::read_to_string(folder.join("split.json"))?;
    check(&serde_json::from_str(&report).context("the splitter's report is not readable")?)?;
    Ok(folder)
}

/// The paths by which the first part reaches functions, in what the last build has left in `stage`.
pub(crate) fn why(workspace: &Workspace, stage: &Path, name_part: &str) -> Result<String> {
    let files = [linked(workspace), bound(stage), names_file(stage)];
    if let Some(missing) = files.iter().find(|path| !path.is_file()) {
        bail!("there is no {}: run `cargo xtask build` first", workspace.show(missing));
    }
    process::compile(workspace, &["splitter"])?;
    splitter(workspace, stage, "why").arg(name_part).text()
}

/// A call of the splitter with what every call of it takes.
fn splitter(workspace: &Workspace, stage: &Path, verb: &str) -> Command {
    let mut command = Command::new(workspace.program("splitter"));
    command.arg(verb).arg(linked(workspace)).arg(bound(stage));
    command.arg("--second-file").arg(names_file(stage)).args(["--trap-panics", "--copy-up-to", COPIED]);
    command
}

/// The module as the linker wrote it.
fn linked(workspace: &Workspace) -> PathBuf {
    workspace.target.join(WASM).join("release/clerk_wasm_npm.wasm")
}

/// The module as wasm-bindgen wrote it.
fn bound(stage: &Path) -> PathBuf {
    stage.join("clerk_wasm_bg.wasm")
}

/// The names of the exports that are the second part's.
fn names_file(stage: &Path) -> PathBuf {
    stage.join("second.txt")
}

/// The exports that are the second part's, of all that wasm-bindgen declares.
fn second_exports(workspace: &Workspace, declarations: &str) -> Result<Vec<String>> {
    let mut own = Vec::new();
    for entry in fs::read_dir(workspace.path(SECOND)).with_context(|| format!("cannot read {SECOND}"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|kind| kind == "rs") {
            own.extend(exports_in(&fs::read_to_string(path)?));
        }
    }
    let declared =
        declarations.lines().filter_map(|line| line.strip_prefix("export const ")?.split(':').next());
    let declared: Vec<&str> = declared.collect();
    if let Some(name) = own.iter().find(|name| !declared.contains(&name.as_str())) {
        bail!("{SECOND} has `{name}`, which wasm-bindgen does not export; adapt xtask/src/build/parts.rs");
    }
    let is_second = |name: &str| own.iter().any(|own| own == name) || is_of_closures(name) || is_free(name);
    Ok(declared.into_iter().filter(|name| is_second(name)).map(str::to_owned).collect())
}

fn is_of_closures(export: &str) -> bool {
    export == DESTROY_CLOSURE || CLOSURES.iter().any(|start| export.starts_with(start))
}

/// What a file of Rust exports: `class_method` for each method of an exported `impl`, by its name in JavaScript, and functions.
fn exports_in(source: &str) -> Vec<String> {
    let mut names = Vec::new();
    let (mut class, mut js_name): (Option<String>, Option<String>) = (None, None);
    let mut before = "";
    for line in source.lines() {
        // What stands deeper belongs to an argument.
        let text = line.strip_prefix("    ").unwrap_or(line);
        if line == "}" {
            class = None;
        } else if let Some(rest) = line.strip_prefix("impl ") {
            let name = rest.split(' ').next().map(str::to_lowercase);
            class = name.filter(|_| before == "#[wasm_bindgen]");
        } else if text.starts_with("#[wasm_bindgen(") {
            let name = text.split("js_name = ").nth(1).and_then(|rest| rest.split([',', ')']).next());
            js_name = name.map(str::to_owned);
        } else if let Some(rest) = text.strip_prefix("pub fn ") {
            let own = || rest.split(['(', '<']).next().unwrap_or_default().to_owned();
            let name = js_name.take().unwrap_or_else(own);
            match &class {
                Some(class) => names.push(format!("{class}_{name}")),
                None if before.starts_with("#[wasm_bindgen") => names.push(name),
                None => {}
            }
        }
        before = line;
    }
    names
}

/// The wall between the parts: nothing that is the second's by its path may be in the first.
fn check(report: &Report) -> Result<()> {
    // A generic function tells nothing by the types in its name: of several that do the same the compiler keeps one.
    let is_second = |name: &&str| {
        let path = name.trim_start_matches('<');
        SECOND_PATHS.iter().any(|second| path.starts_with(second)) && !path.starts_with(FIRST_ROOM)
    };
    let astray: Vec<_> = report.first.functions.iter().map(String::as_str).filter(is_second).collect();
    if !astray.is_empty() {
        bail!(
            "the first part reaches functions of the second: {}.\n`cargo xtask build --why NAME` tells by which path.",
            astray.join(", ")
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_part_s_exports_are_read_from_its_source() {
        let source = r#"#[wasm_bindgen]
impl Clerk {
    /// Loads.
    #[wasm_bindgen(unchecked_return_type = "Promise<void>")]
    pub fn load(
        &self,
        #[wasm_bindgen(js_name = options)] given: JsValue,
        #[wasm_bindgen(js_name = more, unchecked_param_type = "More")]
        rest: JsValue,
    ) -> Promise {
    }

    pub fn reload(&self) {}

    #[wasm_bindgen(js_name = setActive, skip_typescript)]
    pub fn set_active(&self) {}
}

impl Clerk {
    pub fn own() {}
}

#[wasm_bindgen(js_name = secondArrived)]
pub fn arrived() {}

#[wasm_bindgen]
pub fn gone() {}

pub fn not() {}
"#;
        assert_eq!(
            exports_in(source),
            ["clerk_load", "clerk_reload", "clerk_setActive", "secondArrived", "gone"]
        );
    }

    #[test]
    fn what_is_the_second_part_s_may_not_be_in_the_first() {
        let report = |names: &[&str]| Report {
            first: Part { functions: names.iter().map(|name| (*name).to_owned()).collect() },
        };
        let page = "clerk_wasm::engine::page::clerk::new";
        let generic = "core::mem::drop::<clerk_wasm::engine::wire::Wire>";
        assert!(check(&report(&[page, generic])).is_ok());
        let astray = ["clerk_wasm::js::second::clerk::load", "<clerk_wasm::engine::tokens::Tokens>::mint"];
        let error = check(&report(&[page, astray[0], astray[1]])).unwrap_err().to_string();
        assert!(error.contains(&astray.join(", ")) && error.contains("--why"), "{error}");
    }
}
