//! The second part's module: the methods that make requests, and what its WebAssembly alone imports.

use anyhow::{Result, bail};

use super::division::{Division, LENGTH};
use super::names::{FIRST, is_free, with_short_exports};
use super::read::{Glue, OWN_MODULE};
use super::{HERE, Parts};

/// What the first part hands over for [`LENGTH`], and how it is asked.
const LENGTH_GETTER: &str = "vectorLength";
const LENGTH_ASKED: &str = "vectorLength()";
/// The folder of modules that the first part alone may import: they have state, which is there once.
const FIRST_SNIPPETS: &str = "/src/js/glue/";

/// Writes the module.
pub(super) fn write(glue: &Glue<'_>, parts: &Parts, division: &Division<'_>) -> Result<String> {
    let imports = imports(glue, parts)?;
    let lines = glue.import_lines(&imports);
    if let Some(line) = lines.lines().find(|line| line.contains(FIRST_SNIPPETS)) {
        bail!(
            "the second part alone imports a module of the first, and would have another one than the page: {line}\n\
             Move it to src/js/second/glue, and let it take what it needs of the first from `first.js`."
        );
    }
    let items = glue.items.iter().filter(|item| division.has_item(item));
    let body: String = items.map(|item| item.text.as_str()).collect();
    let body = [body, imports, methods(glue, division), frees(parts)].concat();
    let body = with_short_exports(&body, &[("wasm", &parts.first), ("part", &parts.second)])?;
    let registry = registry(glue.snippet_folder()?);
    Ok([lines, registry, head(parts, division), body.replace(LENGTH, LENGTH_ASKED)].concat())
}

/// The class that tells what was collected, where the page has one that works: wasm-bindgen's glue asks whether there is one.
fn registry(folder: &str) -> String {
    format!(
        "import {{ workingRegistry }} from '{folder}/src/platform/browser/page.js';
const FinalizationRegistry = workingRegistry();
"
    )
}

/// What the first part gives, and the second WebAssembly module's exports.
fn head(parts: &Parts, division: &Division<'_>) -> String {
    let received = division.shared.iter().map(|name| if *name == LENGTH { LENGTH_GETTER } else { *name });
    let helpers = received.collect::<Vec<_>>().join(", ");
    format!(
        "let wasm, part, {helpers};
export const BUILD = '{}';
export const connect = (first, helpers) => {{
  wasm = first;
  [{helpers}] = helpers;
}};
export const arrive = exports => {{
  part = exports;
}};
",
        parts.build
    )
}

/// What the second WebAssembly module imports. What the first imports as well is the first's.
fn imports(glue: &Glue<'_>, parts: &Parts) -> Result<String> {
    let mut text = "export const imports = (first, known) => ({\n    __proto__: null,\n".to_owned();
    for (module, name, short) in &parts.second.imports {
        let value = if module == FIRST {
            match parts.first.export(name) {
                Some(export) => format!("first.{export}"),
                None => bail!("the second module imports {name} of the first, which does not export it"),
            }
        } else if let Some(known) = parts.first.import(module, name) {
            format!("known.{known}")
        } else if module == OWN_MODULE {
            match glue.imports.iter().find(|import| import.name == name) {
                Some(import) => import.text.clone(),
                None => bail!("wasm-bindgen's glue has no import {name}; adapt {HERE} to it"),
            }
        } else {
            glue.member(module, name)?
        };
        text.push_str(&format!("    {short}: {value},\n"));
    }
    Ok(text + "});\n")
}

/// The methods of each class, by the class's name.
fn methods(glue: &Glue<'_>, division: &Division<'_>) -> String {
    let mut text = "export const methods = {\n".to_owned();
    for class in &glue.classes {
        text.push_str(&format!("{}: {{\n", class.name));
        for method in class.methods.iter().filter(|method| division.has_method(class.name, method.name)) {
            text.push_str(method.text.trim_end());
            text.push_str(",\n");
        }
        text.push_str("},\n");
    }
    text + "};\n"
}

/// What frees the objects that were collected, by the names of the exports.
fn frees(parts: &Parts) -> String {
    let mut text = "export const frees = {\n".to_owned();
    for (name, _) in parts.second.exports.iter().filter(|(name, _)| is_free(name)) {
        text.push_str(&format!("{name}: ptr => wasm.{name}(ptr, 1),\n"));
    }
    text + "};\n"
}
