//! The first part's module: the classes with what answers at once, and what both parts need.

use anyhow::Result;

use super::class::Class;
use super::division::{Division, LENGTH};
use super::names::with_short_exports;
use super::read::{Glue, OWN_MODULE};
use super::{Parts, changed, replace_exactly};

/// Where wasm-bindgen keeps the instance. Until it is there, a guard says what to do.
const DECLARATION: &str = "let wasmModule, wasmInstance, wasm;";
const GUARDED_DECLARATION: &str = "let wasm = notReady;";
const FINALIZE: &str = "function __wbg_finalize_init(instance, module) {
    wasmInstance = instance;
    wasm = instance.exports;
    wasmModule = module;
";
const OWN_FINALIZE: &str = "function __wbg_finalize_init(instance) {
    wasm = instance.exports;
";
/// What frees an object that was collected, around the export's name. The second part exports it.
const FREE: &str = "(typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.";
const FREE_END: &str = "(ptr, 1))";

/// Writes the module. It starts by `js/init.js`, which is a third of wasm-bindgen's code and without its warnings.
pub(super) fn write(glue: &Glue<'_>, parts: &Parts, division: &Division<'_>) -> Result<String> {
    let items = glue.items.iter().filter(|item| !division.has_item(item));
    let body: String = items.map(|item| item.text.as_str()).collect();
    let body = replace_exactly(&body, DECLARATION, GUARDED_DECLARATION, 1)?;
    let body = replace_exactly(&body, FINALIZE, OWN_FINALIZE, 1)?;
    let mut body = with_free_of_second(&body, glue.classes.len())?;
    for class in &glue.classes {
        body.push_str(&class_text(class, division));
    }
    let imports = imports(glue, parts)?;
    body.push_str(&imports);
    Ok([
        glue.import_lines(&imports),
        "import { notReady } from './guard.js';\n".to_owned(),
        format!(
            "import {{ addSecond, freed, loadsSecondBy }} from '{}/src/js/glue/second_part.js';\n",
            glue.snippet_folder()?
        ),
        with_short_exports(&body, &[("wasm", &parts.first)])?,
        include_str!("../js/init.js").to_owned(),
        hand_over(glue, parts, division),
    ]
    .concat())
}

fn class_text(class: &Class<'_>, division: &Division<'_>) -> String {
    let here = class.methods.iter().filter(|method| !division.has_method(class.name, method.name));
    let methods: String = here.map(|method| method.text.as_str()).collect();
    format!("export class {} {{\n{methods}}}\n", class.name)
}

/// The object of what the first WebAssembly module imports, by the names that it has in it.
fn imports(glue: &Glue<'_>, parts: &Parts) -> Result<String> {
    let mut text = "const imports = {\n    __proto__: null,\n".to_owned();
    for import in &glue.imports {
        if let Some(short) = parts.first.import(OWN_MODULE, import.name) {
            text.push_str(&format!("    {short}: {},\n", import.text));
        }
    }
    for (module, name, short) in parts.first.imports.iter().filter(|(module, ..)| module != OWN_MODULE) {
        text.push_str(&format!("    {short}: {},\n", glue.member(module, name)?));
    }
    Ok(text + "};\n")
}

/// The items with `freed()` of `second_part.js` where wasm-bindgen frees an object of one of the classes.
fn with_free_of_second(items: &str, classes: usize) -> Result<String> {
    let mut pieces = items.split(FREE);
    let mut text = pieces.next().unwrap_or_default().to_owned();
    let mut count = 0;
    for piece in pieces {
        let Some((name, rest)) = piece.split_once(FREE_END) else { return Err(changed(FREE_END, 0, 1)) };
        text.push_str(&format!("freed('{name}'){rest}"));
        count += 1;
    }
    if count != classes { Err(changed(FREE, count, classes)) } else { Ok(text) }
}

/// What the second part is given of this one, and the methods that wait for it.
fn hand_over(glue: &Glue<'_>, parts: &Parts, division: &Division<'_>) -> String {
    let helpers: Vec<_> = division.shared.iter().map(|name| handed(name)).collect();
    let mut text = format!(
        "loadsSecondBy(() => import('./second.js'), () => ['{}', wasm, imports, [{}]]);\n",
        parts.build,
        helpers.join(", ")
    );
    for class in &glue.classes {
        let names = class.methods.iter().map(|method| method.name);
        let later: Vec<_> = names.filter(|name| division.has_method(class.name, name)).collect();
        if !later.is_empty() {
            text.push_str(&format!("addSecond({0}, '{0}', '{1}');\n", class.name, later.join(" ")));
        }
    }
    text
}

/// What is handed over for a name: a function in the variable's stead, since that changes.
fn handed(name: &str) -> String {
    if name == LENGTH { format!("() => {LENGTH}") } else { name.to_owned() }
}
