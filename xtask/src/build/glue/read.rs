//! The pieces of wasm-bindgen's glue.

use anyhow::{Result, bail};

use super::{changed, in_name};

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
const IMPORTS: &str = "function __wbg_get_imports() {";
/// The module that the glue itself is to the WebAssembly module.
pub(super) const OWN_MODULE: &str = "./clerk_wasm_bg.js";
/// How a line begins that lets `using` free an object: applications leave that to the garbage collector.
const DISPOSE: &str = "if (Symbol.dispose) ";
/// Methods of classes that only `free()` is made of.
const FREEING: [&str; 2] = ["free", "__destroy_into_raw"];

/// The glue, in pieces.
#[derive(Debug, Default)]
pub(super) struct Glue<'a> {
    /// `import { names } from 'module'`.
    pub(super) snippets: Vec<(Vec<&'a str>, &'a str)>,
    /// `import * as name from 'module'`, the module first: what the WebAssembly module imports of it is not wrapped.
    pub(super) stars: Vec<(&'a str, &'a str)>,
    pub(super) classes: Vec<Class<'a>>,
    /// What the WebAssembly module imports.
    pub(super) entries: Vec<Entry<'a>>,
    /// Everything else at the margin.
    pub(super) items: Vec<Item<'a>>,
}

/// A class, without what frees its objects.
#[derive(Debug)]
pub(super) struct Class<'a> {
    pub(super) name: &'a str,
    pub(super) methods: Vec<Method<'a>>,
}

#[derive(Debug)]
pub(super) struct Method<'a> {
    /// Empty for the constructor and what is static.
    pub(super) name: &'a str,
    pub(super) text: String,
}

/// An import of the WebAssembly module.
#[derive(Debug)]
pub(super) struct Entry<'a> {
    pub(super) name: &'a str,
    /// The function.
    pub(super) text: String,
}

/// What stands at the margin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Function,
    Constant,
    Variable,
    Statement,
}

/// A function, a variable or a statement.
#[derive(Debug)]
pub(super) struct Item<'a> {
    pub(super) name: &'a str,
    pub(super) kind: Kind,
    pub(super) text: String,
}

impl<'a> Glue<'a> {
    pub(super) fn read(text: &'a str) -> Result<Self> {
        let Some((text, start)) = text.split_once(START) else { return Err(changed(START, 0, 1)) };
        check_start(start)?;
        let mut glue = Self::default();
        for piece in pieces(text) {
            let first = piece.lines().find(|line| is_code(line)).unwrap_or_default();
            if let Some(rest) = first.strip_prefix("import * as ") {
                glue.stars.extend(rest.split_once(" from ").map(|(name, module)| (unquoted(module), name)));
            } else if let Some(rest) = first.strip_prefix("import { ") {
                let Some((names, module)) = rest.split_once(" } from ") else {
                    bail!("wasm-bindgen's glue has the import `{first}`; adapt xtask/src/build/glue to it");
                };
                glue.snippets.push((names.split(", ").collect(), unquoted(module)));
            } else if let Some(rest) = first.strip_prefix("export class ") {
                glue.classes.push(class(rest.split(' ').next().unwrap_or_default(), piece)?);
            } else if first == IMPORTS {
                glue.entries = entries(piece)?;
            } else if !first.is_empty() && !first.starts_with(DISPOSE) {
                glue.items.push(item(first, piece));
            }
        }
        if glue.entries.is_empty() || glue.classes.is_empty() {
            return Err(changed(IMPORTS, 0, "1, with imports, behind classes"));
        }
        Ok(glue)
    }
}

impl Glue<'_> {
    /// The one folder with wasm-bindgen's copies of the crate's own modules.
    pub(super) fn home(&self) -> Result<&str> {
        let home = self.snippets.first().and_then(|(_, module)| module.split("/src/").next());
        home.ok_or_else(|| changed("import { … } from './snippets/…", 0, "at least once"))
    }
}

fn check_start(start: &str) -> Result<()> {
    let is_known = |line: &&str| STARTING.iter().any(|known| line.starts_with(known));
    match start.lines().skip(1).filter(|line| line.starts_with(char::is_alphabetic)).find(|line| !is_known(line)) {
        Some(other) => bail!(
            "wasm-bindgen's glue has `{other}` behind `{START}`, where it would be cut off: its output has \
             changed; adapt xtask/src/build/glue to it"
        ),
        None => Ok(()),
    }
}

fn is_code(line: &str) -> bool {
    line.starts_with(|char| in_name(char))
}

/// What stands at the margin, each with the comment before it.
fn pieces(text: &str) -> Vec<&str> {
    let mut starts = Vec::new();
    let (mut offset, mut comment) = (0, None);
    for line in text.split_inclusive('\n') {
        if line.starts_with("/**") || line.starts_with("/*") {
            comment = Some(offset);
        } else if is_code(line) {
            starts.push(comment.take().unwrap_or(offset));
        }
        offset += line.len();
    }
    starts.push(text.len());
    starts.windows(2).filter_map(|ends| text.get(*ends.first()?..*ends.last()?)).collect()
}

fn unquoted(module: &str) -> &str {
    module.trim_end_matches(';').trim_matches(['\'', '"'])
}

fn class<'a>(name: &'a str, text: &'a str) -> Result<Class<'a>> {
    let mut methods = Vec::new();
    let mut begun = String::new();
    let mut called = None;
    for line in text.lines() {
        let is_inside = line.starts_with("    ");
        if !is_inside {
            continue;
        }
        let is_head = !line.starts_with("     ") && !line.trim_start().starts_with(['/', '}']);
        if is_head && called.is_none() {
            called = Some(method_name(line.trim_start()));
        }
        // The types are in the declarations.
        if called.is_some() {
            begun.push_str(line);
            begun.push('\n');
        }
        if line == "    }"
            && let Some(name) = called.take()
        {
            let text = std::mem::take(&mut begun);
            if !FREEING.contains(&name) {
                methods.push(Method { name, text });
            }
        }
    }
    if methods.is_empty() || called.is_some() {
        bail!("wasm-bindgen's glue has a class {name} without methods that end; adapt xtask/src/build/glue to it");
    }
    Ok(Class { name, methods })
}

fn method_name(head: &str) -> &str {
    let head = head.strip_prefix("get ").or_else(|| head.strip_prefix("set ")).unwrap_or(head);
    let name = head.split('(').next().unwrap_or_default();
    if name.contains(' ') || name == "constructor" { "" } else { name }
}

/// The functions of `import0`.
fn entries(text: &str) -> Result<Vec<Entry<'_>>> {
    const HEAD: &str = "    const import0 = {\n        __proto__: null,\n";
    let Some((_, rest)) = text.split_once(HEAD) else { return Err(changed(HEAD, 0, 1)) };
    let Some((own, _)) = rest.split_once("\n    };\n") else { return Err(changed("\n    };\n", 0, 1)) };
    let mut all: Vec<Entry<'_>> = Vec::new();
    for line in own.lines() {
        let head = line.strip_prefix("        ").filter(|line| line.starts_with(|char| in_name(char)));
        match head.and_then(|line| line.split_once(": ")) {
            Some((name, function)) => {
                all.push(Entry { name, text: function.to_owned() });
            }
            None => {
                let Some(entry) = all.last_mut() else { return Err(changed(HEAD, 0, "1 before a function")) };
                entry.text.push('\n');
                entry.text.push_str(line);
            }
        }
    }
    for entry in &mut all {
        let Some(text) = entry.text.strip_suffix(',') else {
            bail!("the import {} in wasm-bindgen's glue does not end; adapt xtask/src/build/glue to it", entry.name);
        };
        entry.text = text.to_owned();
    }
    Ok(all)
}

fn item<'a>(first: &'a str, text: &str) -> Item<'a> {
    let rest = first.strip_prefix("export ").unwrap_or(first);
    let kinds = [
        ("function ", Kind::Function),
        ("async function ", Kind::Function),
        ("const ", Kind::Constant),
        ("let ", Kind::Variable),
    ];
    let found = kinds.iter().find_map(|(head, kind)| Some((rest.strip_prefix(head)?, *kind)));
    let (rest, kind) = found.unwrap_or((rest, Kind::Statement));
    let name = rest.split(|char| !in_name(char)).next().unwrap_or_default();
    Item { name, kind, text: text.trim_end().to_owned() + "\n" }
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
