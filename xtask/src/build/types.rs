//! The two type declarations of the package, out of the one that wasm-bindgen writes.

use anyhow::{Result, bail};

use super::glue::in_name;

/// Where the declarations begin of what starts the module.
const START: &str = "export type InitInput =";
/// The other declarations of it.
const STARTING: [&str; 4] = [
    "export interface InitOutput ",
    "export type SyncInitInput =",
    "export function initSync(",
    "export default function __wbg_init ",
];
/// The words that declare a value, and those that declare a type alone.
const VALUES: [&str; 5] = ["class ", "function ", "const ", "let ", "enum "];
const TYPES: [&str; 2] = ["interface ", "type "];
/// What wasm-bindgen gives each class, and applications are not to call: whatever holds an object that was freed fails in its next call. The
/// second one is no member before TypeScript 5.2, nor without `lib: ["esnext.disposable"]`.
const FREEING: [&str; 2] = ["free(): void;", "[Symbol.dispose](): void;"];
/// What is to be adapted when wasm-bindgen's output has changed.
const HERE: &str = "xtask/src/build/types.rs";

/// The declarations of both entries.
#[derive(Debug)]
pub(crate) struct Declarations {
    /// For `.`: everything but the functions that start the module.
    pub(crate) index: String,
    /// For `./slim`: the same by reference, and the functions that start the module.
    pub(crate) slim: &'static str,
}

/// Cuts wasm-bindgen's declarations where the module's start begins, which is the package's own (`js/init.js`).
///
/// A declaration that would be cut off with it, or whose kind is not known here, fails the build.
pub(crate) fn split(generated: &str) -> Result<Declarations> {
    let Some((index, start)) = generated.split_once(START) else {
        bail!("the generated clerk_wasm.d.ts has no `{START}`; adapt {HERE} to it");
    };
    let is_other =
        |line: &&str| line.starts_with("export ") && !STARTING.iter().any(|own| line.starts_with(own));
    if let Some(other) = start.lines().find(is_other) {
        bail!(
            "the generated clerk_wasm.d.ts has `{other}` behind `{START}`, where it is cut off; adapt {HERE} to it"
        );
    }
    let is_unknown = |line: &&str| {
        exported(line).is_some_and(|rest| !VALUES.iter().chain(&TYPES).any(|kind| rest.starts_with(kind)))
    };
    if let Some(unknown) = index.lines().find(is_unknown) {
        bail!(
            "the generated clerk_wasm.d.ts has `{unknown}`, of which {HERE} does not know whether it is a value; \
             add its kind there"
        );
    }
    Ok(Declarations { index: without_freeing(index)?, slim: include_str!("js/slim.d.ts") })
}

fn without_freeing(index: &str) -> Result<String> {
    let is_freeing = |line: &&str| FREEING.contains(&line.trim());
    let (freeing, rest): (Vec<_>, Vec<_>) = index.trim().lines().partition(is_freeing);
    let odd = rest.iter().find(|line| line.contains("Symbol.dispose") || line.contains(" free("));
    if let Some(odd) = odd {
        bail!(
            "the generated clerk_wasm.d.ts has `{}`, and not {FREEING:?} alone; adapt {HERE} to it",
            odd.trim()
        );
    }
    if freeing.is_empty() {
        bail!("the generated clerk_wasm.d.ts has no {FREEING:?}; adapt {HERE} to it");
    }
    Ok(rest.join("\n") + "\n")
}

/// The names that a declaration file gives to values: classes, functions and constants.
pub(crate) fn declared_values(declarations: &str) -> Vec<&str> {
    declarations.lines().filter_map(declared_value).collect()
}

fn declared_value(line: &str) -> Option<&str> {
    let rest = exported(line)?;
    let rest = VALUES.iter().find_map(|kind| rest.strip_prefix(kind))?;
    rest.split(|char| !in_name(char)).next()
}

/// What a line exports, from the word on that says of which kind it is.
fn exported(line: &str) -> Option<&str> {
    let rest = line.trim_start().strip_prefix("export ")?;
    let rest = rest.strip_prefix("declare ").unwrap_or(rest);
    Some(rest.strip_prefix("abstract ").unwrap_or(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GENERATED: &str = "/* tslint:disable */\nexport class Clerk {\n  free(): void;\n  \
        [Symbol.dispose](): void;\n}\n\
        export interface SignInResource {\n}\nexport declare function isClerkError(e: unknown): boolean;\n\n\
        export type InitInput = RequestInfo | URL;\n\nexport interface InitOutput {\n    \
        readonly memory: WebAssembly.Memory;\n    readonly clerk_new: (a: number) => number;\n}\n\n\
        export default function __wbg_init (): Promise<InitOutput>;\n";

    #[test]
    fn the_start_is_declared_by_slim_only() {
        let declarations = split(GENERATED).unwrap();
        assert!(declarations.index.contains("export class Clerk"));
        assert!(!declarations.index.contains("Init"));
        assert!(declarations.slim.starts_with("export * from './index.js';"));
        assert!(declarations.slim.contains("export default function init"));
    }

    #[test]
    fn declarations_of_another_shape_fail_the_build() {
        let error = |text: &str| split(text).unwrap_err().to_string();
        assert!(error("export class Clerk {}").contains("has no `export type InitInput =`"));
        let behind = error(&format!("{GENERATED}export interface UserResource {{\n}}\n"));
        assert!(behind.contains("`export interface UserResource {` behind"), "{behind}");
        let unknown = error(&GENERATED.replace("export class Clerk {", "export { Clerk, "));
        assert!(unknown.contains("`export { Clerk, `, of which"), "{unknown}");
    }

    #[test]
    fn nobody_is_told_how_to_free_an_object() {
        let index = split(GENERATED).unwrap().index;
        assert!(index.contains("export class Clerk {\n}\n"), "{index}");
        let error = |text: &str| split(text).unwrap_err().to_string();
        let other = error(&GENERATED.replace("[Symbol.dispose](): void;", "[Symbol.dispose]: () => void;"));
        assert!(other.contains("has `[Symbol.dispose]: () => void;`, and not"), "{other}");
        let none = GENERATED.replace("  free(): void;\n", "").replace("  [Symbol.dispose](): void;\n", "");
        assert!(error(&none).contains("has no [\"free(): void;\""));
    }

    #[test]
    fn values_are_told_from_types() {
        assert_eq!(declared_values(GENERATED), ["Clerk", "isClerkError",]);
    }
}
