//! The two type declarations of the package, out of the one that wasm-bindgen writes.

use anyhow::{Context, Result};

/// Where the declarations begin of what starts the module.
const START: &str = "export type InitInput =";

/// The declarations of both entries.
#[derive(Debug)]
pub(crate) struct Declarations {
    /// For `.`: everything but the functions that start the module.
    pub(crate) index: String,
    /// For `./slim`: the same by reference, and the functions that start the module.
    pub(crate) slim: &'static str,
}

/// Cuts wasm-bindgen's declarations where the module's start begins, which is the package's own (`js/init.js`).
pub(crate) fn split(generated: &str) -> Result<Declarations> {
    let (index, _) = generated.split_once(START).context(
        "the generated clerk_wasm.d.ts has no `export type InitInput`; adapt xtask/src/build/types.rs to it",
    )?;
    Ok(Declarations { index: format!("{}\n", index.trim()), slim: include_str!("js/slim.d.ts") })
}

/// The names that a declaration file gives to values: classes, functions and constants.
pub(crate) fn declared_values(declarations: &str) -> Vec<&str> {
    declarations.lines().filter_map(declared_value).collect()
}

fn declared_value(line: &str) -> Option<&str> {
    let rest = line.trim_start().strip_prefix("export ")?;
    let rest = rest.strip_prefix("declare ").unwrap_or(rest);
    let rest = rest.strip_prefix("abstract ").unwrap_or(rest);
    let rest =
        ["class ", "function ", "const ", "let ", "enum "].iter().find_map(|kind| rest.strip_prefix(kind))?;
    rest.split(|char: char| !(char.is_alphanumeric() || char == '_' || char == '$')).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    const GENERATED: &str = "/* tslint:disable */\nexport class Clerk {\n  free(): void;\n}\n\
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
        assert!(split("export class Clerk {}").is_err());
    }

    #[test]
    fn values_are_told_from_types() {
        assert_eq!(declared_values(GENERATED), ["Clerk", "isClerkError",]);
    }
}
