//! What is changed in the JavaScript that wasm-bindgen writes. A text that is looked for and not found fails the build: the
//! package would work, or seem to, with another text in it than the one that was measured and tested.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

use anyhow::{Error, Result, anyhow, bail};

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
/// How the lines at the margin begin that stand behind it. They are cut off; another line there would be cut off with them.
const STARTING: [&str; 5] = [
    "function initSync(",
    "let __wbg_init_promise;",
    "async function __wbg_init(",
    "async function __wbg_init_once(",
    "export { initSync, __wbg_init as default };",
];
/// How the key of a snippet begins in the object of the imports.
const SNIPPET: &str = "\"./snippets/";
/// What the module exports and the glue does not use: wasm-bindgen reads these two where a panic unwinds, and here none does.
const UNUSED: [&str; 2] = ["__abort_handler", "__instance_terminated"];

/// Starts the module by `js/init.js`, which is a third of wasm-bindgen's code and without its warnings. A guard is in the
/// place of the wasm exports until they are there, so that use before that says what to do.
pub(crate) fn with_own_start(glue: &str) -> Result<String> {
    let Some((glue, start)) = glue.split_once(START) else { return Err(changed(START, 0, 1)) };
    let is_code = |line: &&str| line.starts_with(char::is_alphabetic);
    let is_known = |line: &&str| STARTING.iter().any(|known| line.starts_with(known));
    if let Some(other) = start.lines().skip(1).find(|line| is_code(line) && !is_known(line)) {
        bail!(
            "wasm-bindgen's glue has `{other}` behind `{START}`, where it would be cut off: its output has \
             changed; adapt xtask/src/build/glue.rs to it"
        );
    }
    let glue = replace_exactly(glue, DECLARATION, GUARDED_DECLARATION, 1)?;
    let glue = replace_exactly(&glue, FINALIZE, OWN_FINALIZE, 1)?;
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
    with_short_exports(&without_snippet_keys(&glue)?, &names.exports)
}

/// The glue without the lines `"./snippets/…": import1,`: the module imports nothing from there any more.
fn without_snippet_keys(glue: &str) -> Result<String> {
    let is_key = |line: &&str| line.starts_with(&format!("        {SNIPPET}")) && line.ends_with(',');
    let glue = glue.lines().filter(|line| !is_key(line)).collect::<Vec<_>>().join("\n");
    // The `import` of a snippet stays: it has no colon behind the name.
    let is_key =
        |rest: &&str| rest.split_once('"').is_some_and(|(_, next)| next.trim_start().starts_with(':'));
    match glue.split(SNIPPET).skip(1).filter(is_key).count() {
        0 => Ok(glue),
        left => Err(changed(&format!("{SNIPPET}…\":"), left, "0 after its lines were left out")),
    }
}

/// Calls each export by its new name, where the glue takes it from `wasm`. Each must be known, and each must be used.
fn with_short_exports(glue: &str, exports: &[(String, String)]) -> Result<String> {
    let short: BTreeMap<&str, &str> = exports.iter().map(|(old, new)| (old.as_str(), new.as_str())).collect();
    let mut unused: BTreeSet<&str> = short.keys().copied().filter(|name| !UNUSED.contains(name)).collect();
    let mut pieces = glue.split("wasm.");
    let mut result = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let is_own = !result.ends_with(|char| in_name(char) || char == '.');
        result.push_str("wasm.");
        let (name, rest) = piece.split_at(piece.find(|char| !in_name(char)).unwrap_or(piece.len()));
        if !is_own || name.is_empty() {
            result.push_str(piece);
            continue;
        }
        let Some(new) = short.get(name) else {
            bail!(
                "wasm-bindgen's glue uses `wasm.{name}`, which is none of the module's {} exports: its output \
                 has changed; adapt xtask/src/build/glue.rs to it",
                exports.len()
            );
        };
        unused.remove(name);
        result.push_str(new);
        result.push_str(rest);
    }
    match unused.first() {
        Some(name) => Err(changed(&format!("wasm.{name}"), 0, "at least once")),
        None => Ok(result),
    }
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
    rest.split(|char| !in_name(char)).next()
}

/// Whether a JavaScript identifier may have the character.
pub(super) fn in_name(char: char) -> bool {
    char.is_alphanumeric() || char == '_' || char == '$'
}

fn replace_exactly(text: &str, from: &str, to: &str, times: usize) -> Result<String> {
    let found = text.matches(from).count();
    if found != times {
        return Err(changed(from, found, times));
    }
    Ok(text.replace(from, to))
}

/// What to say of a text that is not there as often as it must be.
fn changed(text: &str, found: usize, wanted: impl Display) -> Error {
    anyhow!(
        "wasm-bindgen's glue has `{text}` {found} times, not {wanted}: its output has changed; \
         adapt xtask/src/build/glue.rs to it"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "export class Clerk {\n}\nexport function later(x) {\n}\n\
        let wasmModule, wasmInstance, wasm;\n\
        function __wbg_finalize_init(instance, module) {\n    wasmInstance = instance;\n    \
        wasm = instance.exports;\n    wasmModule = module;\n}\n\
        const A = (typeof FinalizationRegistry === 'undefined')\n    \
        ? { register: () => {}, unregister: () => {} }\n    : new FinalizationRegistry(ptr => ptr);\n\
        async function __wbg_load(module, imports) {\n    return module;\n}\n\
        function initSync(module) {\n}\n\
        export { initSync, __wbg_init as default };\n";

    #[test]
    fn the_exports_are_guarded_until_they_are_there() {
        let guarded = with_own_start(GLUE).unwrap();
        assert!(guarded.starts_with("import { notReady } from './guard.js';\n"));
        assert!(guarded.contains("let wasm = notReady;"));
        assert!(guarded.contains("typeof FinalizationRegistry"), "not every browser has it");
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
    fn only_what_starts_the_module_is_cut_off() {
        let glue = GLUE.replace("function initSync(", "function later() {\n}\nfunction initSync(");
        let error = with_own_start(&glue).unwrap_err().to_string();
        assert!(error.contains("`function later() {` behind"), "{error}");
        assert!(with_own_start(&format!("{GLUE}heap.push(undefined);\n")).is_err());
    }

    const IMPORTS: &str = "import * as import1 from \"./snippets/x.js\"\n        __wbg_now_1: function() {\n        \
        \"./clerk_wasm_bg.js\": import0,\n        \"./snippets/x.js\": import1,\n wasm.clerk_new(wasm.clerk)";

    fn short(glue: &str) -> Result<String> {
        let pair = |old: &str, new: &str| (old.to_owned(), new.to_owned());
        let import = |module: &str, old: &str, new: &str| (module.to_owned(), old.to_owned(), new.to_owned());
        let names = ShortNames {
            imports: vec![import(OWN_MODULE, "__wbg_now_1", "$"), import("./snippets/x.js", "get", "A")],
            exports: vec![pair("clerk", "B"), pair("clerk_new", "clerk")],
        };
        with_short_names(glue, &names)
    }

    #[test]
    fn imports_and_exports_are_called_as_in_the_module() {
        let wanted = "import * as import1 from \"./snippets/x.js\"\n        $: function() {\n        \
            a: { ...import0, A: import1.get },\n wasm.clerk(wasm.B)";
        assert_eq!(short(IMPORTS).unwrap(), wanted);
        assert!(short("").is_err());
        let file = format!("{IMPORTS}\n// './clerk_wasm.d.ts', this.wasm.memory, \"clerk_wasm_bg.wasm\".");
        assert!(short(&file).is_ok(), "a name that ends so is not `wasm`");
    }

    #[test]
    fn an_export_that_the_glue_does_not_use_fails_the_build() {
        let error = |glue: String| short(&glue).unwrap_err().to_string();
        let indexed = error(IMPORTS.replace("wasm.clerk_new", "wasm['clerk_new']"));
        assert!(indexed.contains("`wasm.clerk_new` 0 times, not at least once"), "{indexed}");
        let longer = error(IMPORTS.replace("wasm.clerk)", "wasm.clerk_newer)"));
        assert!(longer.contains("`wasm.clerk_newer`, which is none of the module's 2 exports"), "{longer}");
        assert!(short(&format!("{IMPORTS}; wasm.__wbindgen_malloc(1)")).is_err());
    }

    #[test]
    fn a_snippet_that_is_imported_in_another_shape_fails_the_build() {
        let error = |glue: String| short(&glue).unwrap_err().to_string();
        let last = error(IMPORTS.replace("import1,\n", "import1\n"));
        assert!(last.contains("has `\"./snippets/…\":` 1 times, not 0 after"), "{last}");
        let inline = IMPORTS.replace("import0,", "import0, \"./snippets/y.js\" : import2,");
        assert!(error(inline).contains("1 times"));
        assert!(
            error(IMPORTS.replace("\"./snippets/x.js\": ", "")).contains("does not import ./snippets/x.js")
        );
    }

    #[test]
    fn the_starting_functions_are_not_among_the_names() {
        assert_eq!(exported_names(GLUE), ["Clerk", "later"]);
    }
}
