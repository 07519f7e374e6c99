//! What is changed in the JavaScript that wasm-bindgen writes.

use anyhow::{Result, bail};

use super::shrink::ShortNames;

const DECLARATION: &str = "let wasmModule, wasmInstance, wasm;";
const GUARDED_DECLARATION: &str = "let wasm = notReady;";
const OWN_MODULE: &str = "./clerk_wasm_bg.js";
const FINALIZE: &str = "function __wbg_finalize_init(instance, module) {
    wasmInstance = instance;
    wasm = instance.exports;
    wasmModule = module;
";
const OWN_FINALIZE: &str = "function __wbg_finalize_init(instance) {
    wasm = instance.exports;
";
/// Where wasm-bindgen's functions that start the module begin, behind everything else.
const START: &str = "async function __wbg_load(";
/// Whatever has `WeakRef`, which the package needs, has this as well.
const REGISTRY: &str = "(typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(";

/// Starts the module by `js/init.js`, which is a third of wasm-bindgen's code and without its warnings. A guard is in the
/// place of the wasm exports until they are there, so that use before that says what to do.
pub(crate) fn with_own_start(glue: &str) -> Result<String> {
    let Some((glue, _)) = glue.split_once(START) else {
        bail!(
            "wasm-bindgen's glue has no `{START}`: its output has changed; adapt xtask/src/build/glue.rs to it"
        );
    };
    let glue = replace_exactly(glue, DECLARATION, GUARDED_DECLARATION, 1)?;
    let glue = replace_exactly(&glue, FINALIZE, OWN_FINALIZE, 1)?;
    let glue = glue.replace(REGISTRY, "new FinalizationRegistry(");
    Ok(format!("import {{ notReady }} from './guard.js';\n{glue}{}", include_str!("js/init.js")))
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
        function __wbg_finalize_init(instance, module) {\n    wasmInstance = instance;\n    \
        wasm = instance.exports;\n    wasmModule = module;\n}\n\
        async function __wbg_load(module, imports) {\n}\n\
        export { initSync, __wbg_init as default };\n";

    #[test]
    fn the_exports_are_guarded_until_they_are_there() {
        let guarded = with_own_start(GLUE).unwrap();
        assert!(guarded.starts_with("import { notReady } from './guard.js';\n"));
        assert!(guarded.contains("let wasm = notReady;"));
        assert!(!guarded.contains("wasmModule") && !guarded.contains("__wbg_load"));
        assert!(guarded.ends_with("export { init as default, initSync };\n"));
    }

    #[test]
    fn glue_of_another_shape_fails_the_build() {
        let error = with_own_start(&GLUE.replace("wasmInstance, ", "")).unwrap_err().to_string();
        assert!(error.contains("0 times, not 1"), "{error}");
        assert!(with_own_start(&GLUE.replace("__wbg_load", "load")).is_err());
        assert!(with_own_start(&GLUE.replace("wasmModule = module", "")).is_err());
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
