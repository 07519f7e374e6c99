//! The second part's module: the methods that make requests, and what only its WebAssembly imports.

use std::collections::BTreeSet;

use anyhow::{Result, bail};

use super::first::{bare, snippet_lines};
use super::names::with_short_exports;
use super::read::{Glue, Item, Kind, Method, OWN_MODULE};
use super::{Parts, ShortNames, name_at, words};

/// The variable in which a helper leaves the length of what it has passed: only its own module may change it.
const LENGTH: &str = "WASM_VECTOR_LEN";
const LENGTH_ASKED: &str = "vectorLength()";
/// Where the modules are of which the first part has the only one.
const FIRST_SNIPPETS: &str = "/src/js/glue/";
/// The module that the splitter calls the first part.
const FIRST: &str = "first";

/// What is the second part's.
#[derive(Debug)]
pub(super) struct Second<'a> {
    /// Class and method.
    methods: BTreeSet<(&'a str, &'a str)>,
    /// The functions and constants that nothing but this part uses.
    own: BTreeSet<&'a str>,
    /// What it uses of the first part's functions.
    pub(super) shared: BTreeSet<&'a str>,
}

impl<'a> Second<'a> {
    pub(super) fn of(glue: &'a Glue<'a>, parts: &Parts) -> Result<Self> {
        let mut methods = BTreeSet::new();
        let (mut text, mut first_text) = (String::new(), String::new());
        for class in &glue.classes {
            for method in &class.methods {
                if is_second(method, parts)? {
                    methods.insert((class.name, method.name));
                    text.push_str(&method.text);
                } else {
                    first_text.push_str(&method.text);
                }
            }
        }
        for entry in &glue.entries {
            if parts.first.import(OWN_MODULE, entry.name).is_some() {
                first_text.push_str(&entry.text);
            } else if parts.second.import(OWN_MODULE, entry.name).is_some() {
                text.push_str(&entry.text);
            }
        }
        let kept = used(glue, &first_text, |item| stays(glue, item));
        let all = used(glue, &text, |_| false);
        let mut own: BTreeSet<&str> = all.difference(&kept).copied().collect();
        own.extend(glue.items.iter().filter(|item| calls_second(&item.text, parts)).map(|item| item.name));
        for item in glue.items.iter().filter(|item| own.contains(item.name)) {
            text.push_str(&item.text);
        }
        let words = words(&text);
        let is_named = |name: &&str| {
            words.contains(name) && *name != "wasm" && glue.items.iter().any(|item| item.name == *name && item.kind != Kind::Statement)
        };
        let shared = kept.into_iter().filter(is_named).collect();
        Ok(Self { methods, own, shared })
    }

    pub(super) fn has(&self, class: &str, method: &str) -> bool {
        self.methods.contains(&(class, method))
    }

    pub(super) fn owns(&self, item: &Item<'_>) -> bool {
        self.own.contains(item.name)
    }

    /// Writes the module.
    pub(super) fn write(&self, glue: &Glue<'_>, parts: &Parts) -> Result<String> {
        let mut body = String::new();
        for item in glue.items.iter().filter(|item| self.owns(item)) {
            body.push_str(&item.text);
        }
        let imports = imports(glue, parts)?;
        body.push_str(&imports);
        body.push_str(&self.methods_text(glue));
        body.push_str(&frees(parts));
        let body = with_short_exports(&body, &[("wasm", &parts.first), ("part", &parts.second)])?;
        let body = body.replace(LENGTH, LENGTH_ASKED);
        let lines = snippet_lines(glue, &imports);
        if let Some(line) = lines.lines().find(|line| line.contains(FIRST_SNIPPETS)) {
            bail!("the second module alone imports what is a module of the first part, and would have another one: {line}");
        }
        let shared: Vec<_> = self.shared.iter().map(|name| received(name)).collect();
        let shared = shared.join(", ");
        Ok(format!(
            "{}let wasm, part, {shared};\nexport const BUILD = '{}';\nexport const connect = (first, helpers) => {{\n  \
             wasm = first;\n  [{shared}] = helpers;\n}};\nexport const arrive = exports => {{\n  part = exports;\n}};\n{body}",
            lines, parts.build
        ))
    }

    fn methods_text(&self, glue: &Glue<'_>) -> String {
        let mut text = "export const methods = {\n".to_owned();
        for class in &glue.classes {
            text.push_str(&format!("{}: {{\n", class.name));
            for method in class.methods.iter().filter(|method| self.has(class.name, method.name)) {
                text.push_str(method.text.trim_end());
                text.push_str(",\n");
            }
            text.push_str("},\n");
        }
        text + "};\n"
    }
}

/// Whether a method calls what the second part exports. One that needs both could not be told which part to wait for.
fn is_second(method: &Method<'_>, parts: &Parts) -> Result<bool> {
    let calls: Vec<_> = method.text.split("wasm.").skip(1).map(name_at).collect();
    let is_of = |names: &ShortNames, name: &str| names.export(name).is_some();
    let is_second = calls_second(&method.text, parts);
    if let Some(unknown) =
        calls.iter().find(|name| !is_of(&parts.second, name) && !is_of(&parts.first, name))
    {
        bail!("wasm-bindgen's glue calls {unknown}, which neither part exports; adapt xtask/src/build/glue to it");
    }
    if is_second && method.name.is_empty() {
        bail!("a constructor or static method is in the second part: nothing could wait for it");
    }
    Ok(is_second)
}

/// Whether a text calls what the second part alone exports. What frees objects is called by a name that is told.
fn calls_second(text: &str, parts: &Parts) -> bool {
    let mut calls = text.split("wasm.").skip(1).map(name_at).filter(|name| !is_free(name));
    calls.any(|name| parts.second.export(name).is_some() && parts.first.export(name).is_none())
}

/// What is in the first part whoever uses it: variables, and the functions that change them.
fn stays(glue: &Glue<'_>, item: &Item<'_>) -> bool {
    let mut variables = glue.items.iter().filter(|other| other.kind == Kind::Variable);
    let words = words(&item.text);
    let changes = |other: &Item<'_>| !other.text.contains("wasm") && words.contains(other.name);
    !matches!(item.kind, Kind::Function | Kind::Constant) || variables.any(changes)
}

/// The names at the margin that a text uses, directly or not; and those that `stays` says.
fn used<'a>(glue: &'a Glue<'a>, text: &str, stays: impl Fn(&Item<'_>) -> bool) -> BTreeSet<&'a str> {
    let mut known = words(text);
    let mut found: BTreeSet<&str> = BTreeSet::new();
    loop {
        let more = glue.items.iter().filter(|item| !found.contains(item.name));
        let more: Vec<_> = more.filter(|item| known.contains(item.name) || stays(item)).collect();
        if more.is_empty() {
            return found;
        }
        for item in more {
            found.insert(item.name);
            known.extend(words(&item.text));
        }
    }
}

/// What the second WebAssembly module imports. What the first has as well is the first's.
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
            match glue.entries.iter().find(|entry| entry.name == name) {
                Some(entry) => entry.text.clone(),
                None => bail!("wasm-bindgen's glue has no import {name}; adapt xtask/src/build/glue to it"),
            }
        } else {
            bare(glue, module, name)?
        };
        text.push_str(&format!("    {short}: {value},\n"));
    }
    Ok(text + "});\n")
}

/// What frees the objects that were collected.
fn frees(parts: &Parts) -> String {
    let mut text = "export const frees = {\n".to_owned();
    for (name, _) in parts.second.exports.iter().filter(|(name, _)| is_free(name)) {
        text.push_str(&format!("{name}: ptr => wasm.{name}(ptr, 1),\n"));
    }
    text + "};\n"
}

/// Whether an export frees an object of a class.
pub(crate) fn is_free(name: &str) -> bool {
    name.starts_with("__wbg_") && name.ends_with("_free")
}

/// What is handed over for a name: a variable by a function, since it changes.
pub(super) fn handed(name: &str) -> String {
    if name == LENGTH { format!("() => {LENGTH}") } else { name.to_owned() }
}

fn received(name: &str) -> String {
    if name == LENGTH { "vectorLength".to_owned() } else { name.to_owned() }
}
