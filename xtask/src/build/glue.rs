//! What is changed in the JavaScript that wasm-bindgen writes.

use anyhow::{Result, bail};

const DECLARATION: &str = "let wasmModule, wasmInstance, wasm;";
const GUARDED_DECLARATION: &str = "let wasmModule, wasmInstance, wasm = notReady;";
const STARTED: &str = "if (wasm !== undefined) return wasm;";
const GUARDED_STARTED: &str = "if (wasm !== notReady) return wasm;";

/// Puts a guard in the place of the wasm exports until they are there, so that use before that says what to do.
pub(crate) fn guard(glue: &str) -> Result<String> {
    let glue = replace_exactly(glue, DECLARATION, GUARDED_DECLARATION, 1)?;
    let glue = replace_exactly(&glue, STARTED, GUARDED_STARTED, 2)?;
    Ok(format!("import {{ notReady }} from './guard.js';\n{glue}"))
}

/// The names that the glue exports, without those that start the module.
pub(crate) fn exported_names(glue: &str) -> Vec<&str> {
    glue.lines().filter_map(exported_name).collect()
}

fn exported_name(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("export ")?;
    let rest = ["class ", "function ", "async function ", "const "]
        .iter()
        .find_map(|kind| rest.strip_prefix(kind))?;
    rest.split(|char: char| !(char.is_alphanumeric() || char == '_' || char == '$')).next()
}

fn replace_exactly(text: &str, from: &str, to: &str, times: usize) -> Result<String> {
    let found = text.matches(from).count();
    if found != times {
        bail!(
            "wasm-bindgen's glue has `{from}` {found} times, not {times}: its output has changed; \
             adapt xtask/src/build/glue.rs to it"
        );
    }
    Ok(text.replace(from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "export class Clerk {\n}\nexport function later(x) {\n}\n\
        let wasmModule, wasmInstance, wasm;\n\
        function initSync(module) {\n    if (wasm !== undefined) return wasm;\n}\n\
        async function __wbg_init() {\n    if (wasm !== undefined) return wasm;\n}\n\
        export { initSync, __wbg_init as default };\n";

    #[test]
    fn the_exports_are_guarded_until_they_are_there() {
        let guarded = guard(GLUE).unwrap();
        assert!(guarded.starts_with("import { notReady } from './guard.js';\n"));
        assert!(guarded.contains("wasm = notReady;"));
        assert_eq!(guarded.matches("wasm !== notReady").count(), 2);
        assert!(!guarded.contains("wasm !== undefined"));
    }

    #[test]
    fn glue_of_another_shape_fails_the_build() {
        let error = guard(&GLUE.replace("wasmInstance, ", "")).unwrap_err().to_string();
        assert!(error.contains("0 times, not 1"), "{error}");
        assert!(guard(&GLUE.replacen("wasm !== undefined", "!wasm", 1)).is_err());
    }

    #[test]
    fn the_starting_functions_are_not_among_the_names() {
        assert_eq!(exported_names(GLUE), ["Clerk", "later"]);
    }
}
