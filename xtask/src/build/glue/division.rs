//! Which part has what of wasm-bindgen's glue.

use std::collections::BTreeSet;

use anyhow::{Result, bail};

use super::class::Method;
use super::names::exports_used;
use super::read::{Glue, Item, Kind, OWN_MODULE};
use super::{HERE, Parts, is_free, words};

/// The variable in which a helper leaves the length of what it has passed. It stays in the first part, and the second asks for it.
pub(super) const LENGTH: &str = "WASM_VECTOR_LEN";

/// What the second part has. All else is the first's.
#[derive(Debug)]
pub(super) struct Division<'a> {
    /// Class and method.
    methods: BTreeSet<(&'a str, &'a str)>,
    /// The functions and constants that nothing but the second part uses.
    own: BTreeSet<&'a str>,
    /// What the second part uses of the first's.
    pub(super) shared: BTreeSet<&'a str>,
}

impl<'a> Division<'a> {
    pub(super) fn of(glue: &'a Glue<'a>, parts: &Parts) -> Result<Self> {
        let mut methods = BTreeSet::new();
        let (mut first_text, mut second_text) = (String::new(), String::new());
        for class in &glue.classes {
            for method in &class.methods {
                if is_second(method, parts)? {
                    methods.insert((class.name, method.name));
                    second_text.push_str(&method.text);
                } else {
                    first_text.push_str(&method.text);
                }
            }
        }
        for import in &glue.imports {
            // What the first part imports is handed over, also where the second imports it too.
            if parts.first.import(OWN_MODULE, import.name).is_some() {
                first_text.push_str(&import.text);
            } else if parts.second.import(OWN_MODULE, import.name).is_some() {
                second_text.push_str(&import.text);
            }
        }
        let first = used(glue, &first_text, |item| is_state(glue, item));
        let second = used(glue, &second_text, |_| false);
        let calls = glue.items.iter().filter(|item| calls_second(&item.text, parts));
        let own: BTreeSet<&str> =
            second.difference(&first).copied().chain(calls.map(|item| item.name)).collect();
        for item in glue.items.iter().filter(|item| own.contains(item.name)) {
            second_text.push_str(&item.text);
        }
        let words = words(&second_text);
        let shared = first.into_iter().filter(|name| words.contains(name)).collect();
        check_shared(glue, &shared)?;
        Ok(Self { methods, own, shared })
    }

    /// Whether a method of a class is the second part's.
    pub(super) fn has_method(&self, class: &str, method: &str) -> bool {
        self.methods.contains(&(class, method))
    }

    /// Whether something at the margin is the second part's.
    pub(super) fn has_item(&self, item: &Item<'_>) -> bool {
        self.own.contains(item.name)
    }
}

/// Whether a method calls what the second part exports.
fn is_second(method: &Method<'_>, parts: &Parts) -> Result<bool> {
    let is_known = |name: &&str| parts.first.export(name).is_some() || parts.second.export(name).is_some();
    if let Some(unknown) = exports_used(&method.text).find(|name| !is_known(name)) {
        bail!("wasm-bindgen's glue calls `wasm.{unknown}`, which neither part exports; adapt {HERE} to it");
    }
    let is_second = calls_second(&method.text, parts);
    if is_second && method.name.is_empty() {
        bail!(
            "only a method can wait for the second part, and this is a constructor, an accessor or static; export it \
             in src/js/first:\n{}",
            method.text
        );
    }
    Ok(is_second)
}

/// Whether a text calls what the second part alone exports. What frees objects does not count: it is called by a name that is handed over.
fn calls_second(text: &str, parts: &Parts) -> bool {
    let mut calls = exports_used(text).filter(|name| !is_free(name));
    calls.any(|name| parts.second.export(name).is_some() && parts.first.export(name).is_none())
}

/// Whether an item is there once, whoever uses it: variables, what is done with them, and functions that use one of them.
fn is_state(glue: &Glue<'_>, item: &Item<'_>) -> bool {
    let words = words(&item.text);
    let mut variables = glue.items.iter().filter(|other| other.kind == Kind::Variable);
    !matches!(item.kind, Kind::Function | Kind::Constant) || variables.any(|other| words.contains(other.name))
}

/// The names at the margin that a text uses, directly or not; and those that are `kept` anyway.
fn used<'a>(glue: &'a Glue<'a>, text: &str, kept: impl Fn(&Item<'_>) -> bool) -> BTreeSet<&'a str> {
    let mut known = words(text);
    let mut found: BTreeSet<&str> = BTreeSet::new();
    loop {
        let left = glue.items.iter().filter(|item| !found.contains(item.name));
        let more: Vec<_> = left.filter(|item| known.contains(item.name) || kept(item)).collect();
        if more.is_empty() {
            return found;
        }
        for item in more {
            found.insert(item.name);
            known.extend(words(&item.text));
        }
    }
}

/// A variable that is handed over is a copy, which does not change when the first part changes its own.
fn check_shared(glue: &Glue<'_>, shared: &BTreeSet<&str>) -> Result<()> {
    let mut variables = glue.items.iter().filter(|item| item.kind == Kind::Variable && item.name != LENGTH);
    match variables.find(|item| shared.contains(item.name)) {
        Some(Item { name, .. }) => bail!(
            "the second part uses the variable {name} of wasm-bindgen's glue, which the first part changes; adapt \
             {HERE} to it"
        ),
        None => Ok(()),
    }
}
