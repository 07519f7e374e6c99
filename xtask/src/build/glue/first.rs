//! The first part's module: the classes with what answers at once, and what both parts need.

use anyhow::Result;

use super::names::with_short_exports;
use super::read::{Class, Glue, OWN_MODULE};
use super::second::{Second, handed};
use super::{Parts, changed, replace_exactly, words};

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
/// What frees an object that was collected. The second part does it.
const FREE: &str = "new FinalizationRegistry(ptr => wasm.";

/// Writes the module. It starts by `js/init.js`, which is a third of wasm-bindgen's code and without its warnings.
pub(super) fn write(glue: &Glue<'_>, parts: &Parts, second: &Second<'_>) -> Result<String> {
    let mut body = String::new();
    for item in glue.items.iter().filter(|item| !second.owns(item)) {
        body.push_str(&item.text);
    }
    let body = replace_exactly(&body, DECLARATION, GUARDED_DECLARATION, 1)?;
    let body = replace_exactly(&body, FINALIZE, OWN_FINALIZE, 1)?;
    let mut body = with_later_free(&body, glue.classes.len())?;
    for class in &glue.classes {
        body.push_str(&class_text(class, second));
    }
    let imports = imports(glue, parts)?;
    body.push_str(&imports);
    let body = with_short_exports(&body, &[("wasm", &parts.first)])?;
    let mut text = snippet_lines(glue, &imports);
    text.push_str("import { notReady } from './guard.js';\n");
    text.push_str(&format!(
        "import {{ addSecond, free, loadsSecondBy }} from '{}/src/js/glue/second_part.js';\n",
        glue.home()?
    ));
    text.push_str(&body);
    text.push_str(include_str!("../js/init.js"));
    text.push_str(&hand_over(glue, parts, second));
    Ok(text)
}

/// The lines that import what a text needs of the crate's own modules.
pub(super) fn snippet_lines(glue: &Glue<'_>, text: &str) -> String {
    let words = words(text);
    let mut lines = String::new();
    for (module, name) in glue.stars.iter().filter(|(_, name)| words.contains(name)) {
        lines.push_str(&format!("import * as {name} from '{module}';\n"));
    }
    for (names, module) in &glue.snippets {
        let local = |name: &&str| name.rsplit(' ').next().unwrap_or_default().to_owned();
        let used: Vec<_> = names.iter().copied().filter(|name| words.contains(local(name).as_str())).collect();
        if !used.is_empty() {
            lines.push_str(&format!("import {{ {} }} from '{module}';\n", used.join(", ")));
        }
    }
    lines
}

fn class_text(class: &Class<'_>, second: &Second<'_>) -> String {
    let here = class.methods.iter().filter(|method| !second.has(class.name, method.name));
    let methods: String = here.map(|method| method.text.as_str()).collect();
    format!("export class {} {{\n{methods}}}\n", class.name)
}

/// A snippet that the WebAssembly module imports as it is.
pub(super) fn bare(glue: &Glue<'_>, module: &str, name: &str) -> Result<String> {
    let star = glue.stars.iter().find(|(from, _)| *from == module);
    let Some((_, binding)) = star else { return Err(changed(module, 0, "once, imported as a whole")) };
    Ok(format!("{binding}.{name}"))
}

/// The object of what the first module imports, by the names that it has in it.
fn imports(glue: &Glue<'_>, parts: &Parts) -> Result<String> {
    let mut text = "const imports = {\n    __proto__: null,\n".to_owned();
    for entry in &glue.entries {
        if let Some(short) = parts.first.import(OWN_MODULE, entry.name) {
            text.push_str(&format!("    {short}: {},\n", entry.text));
        }
    }
    for (module, name, short) in &parts.first.imports {
        if module != OWN_MODULE {
            text.push_str(&format!("    {short}: {},\n", bare(glue, module, name)?));
        }
    }
    Ok(text + "};\n")
}

fn with_later_free(body: &str, classes: usize) -> Result<String> {
    let mut pieces = body.split(FREE);
    let mut text = pieces.next().unwrap_or_default().to_owned();
    let mut count = 0;
    for piece in pieces {
        let Some((name, rest)) = piece.split_once("(ptr, 1)") else { return Err(changed(FREE, 0, 1)) };
        text.push_str(&format!("new FinalizationRegistry(ptr => free('{name}', ptr){rest}"));
        count += 1;
    }
    if count != classes { Err(changed(FREE, count, classes)) } else { Ok(text) }
}

/// What the second part is given of this one, and the methods that wait for it.
fn hand_over(glue: &Glue<'_>, parts: &Parts, second: &Second<'_>) -> String {
    let helpers = second.shared.iter().map(|name| handed(name)).collect::<Vec<_>>().join(", ");
    let mut text = format!(
        "loadsSecondBy(() => import('./second.js'), () => ['{}', wasm, imports, [{helpers}]]);\n",
        parts.build
    );
    for class in &glue.classes {
        let names = class.methods.iter().map(|method| method.name);
        let later: Vec<_> = names.filter(|name| second.has(class.name, name)).collect();
        if !later.is_empty() {
            text.push_str(&format!("addSecond({0}, '{0}', '{1}');\n", class.name, later.join(" ")));
        }
    }
    text
}
