//! What is changed in the JavaScript that wasm-bindgen writes.

use anyhow::{Result, bail};

use super::shrink::ShortNames;

const DECLARATION: &str = "let wasmModule, wasmInstance, wasm;";
const GUARDED_DECLARATION: &str = "let wasmModule, wasmInstance, wasm = notReady;";
const OWN_MODULE: &str = "./clerk_wasm_bg.js";
const STARTED: &str = "if (wasm !== undefined) return wasm;";
const GUARDED_STARTED: &str = "if (wasm !== notReady) return wasm;";

/// Puts a guard in the place of the wasm exports until they are there, so that use before that says what to do.
pub(crate) fn guard(glue: &str) -> Result<String> {
    let glue = replace_exactly(glue, DECLARATION, GUARDED_DECLARATION, 1)?;
    let glue = replace_exactly(&glue, STARTED, GUARDED_STARTED, 2)?;
    Ok(format!("import {{ notReady }} from './guard.js';\n{glue}"))
}

/// Calls the module's imports and exports what the module now calls them. It imports all of them from one module, `a`.
pub(crate) fn with_short_names(glue: &str, names: &ShortNames) -> Result<String> {
    let mut glue = glue.to_owned();
    let mut from_snippets = String::new();
    for (module, old, new) in &names.imports {
        if module == OWN_MODULE {
            glue = replace_exactly(&glue, &format!("        {old}: "), &format!("        {new}: "), 1)?;
        } else {
            from_snippets.push_str(&format!(", {new}: {}.{old}", binding_of(&glue, module)?));
        }
    }
    let (one, own) = (format!("a: {{ ...import0{from_snippets} }}"), format!("\"{OWN_MODULE}\": import0"));
    glue = replace_exactly(&glue, &own, &one, 1)?;
    let mut exports: Vec<_> = names.exports.iter().collect();
    // A name comes before those that it begins with.
    exports.sort_by_key(|(old, _)| std::cmp::Reverse(old.len()));
    for (old, new) in exports {
        glue = glue.replace(&format!("wasm.{old}"), &format!("wasm.{new}"));
    }
    let is_snippet = |line: &&str| line.starts_with("        \"./snippets/") && line.ends_with(',');
    Ok(glue.lines().filter(|line| !is_snippet(line)).collect::<Vec<_>>().join("\n"))
}

/// What the glue calls a module that it imports.
fn binding_of<'a>(glue: &'a str, module: &str) -> Result<&'a str> {
    let Some((_, rest)) = glue.split_once(&format!("        \"{module}\": ")) else {
        bail!("wasm-bindgen's glue does not import {module}; adapt xtask/src/build/glue.rs to it");
    };
    Ok(rest.split(',').next().unwrap_or_default())
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
    fn imports_and_exports_are_called_as_in_the_module() {
        let glue = "        __wbg_now_1: function() {\n        \"./clerk_wasm_bg.js\": import0,\n        \
            \"./snippets/x.js\": import1,\n wasm.clerk_new(wasm.clerk)";
        let pair = |old: &str, new: &str| (old.to_owned(), new.to_owned());
        let import = |module: &str, old: &str, new: &str| (module.to_owned(), old.to_owned(), new.to_owned());
        let names = ShortNames {
            imports: vec![import(OWN_MODULE, "__wbg_now_1", "$"), import("./snippets/x.js", "get", "A")],
            exports: vec![pair("clerk", "B"), pair("clerk_new", "C")],
        };
        let short = with_short_names(glue, &names).unwrap();
        let wanted = "        $: function() {\n        a: { ...import0, A: import1.get },\n wasm.C(wasm.B)";
        assert_eq!(short, wanted);
        assert!(with_short_names("", &names).is_err());
    }

    #[test]
    fn the_starting_functions_are_not_among_the_names() {
        assert_eq!(exported_names(GLUE), ["Clerk", "later"]);
    }
}
