//! Taking wasm-bindgen's glue apart.

use anyhow::{Result, bail};

use super::class::{self, Class};
use super::imports::{self, Import};
use super::{HERE, changed, in_name, name_at, words};

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
/// What the WebAssembly module calls the glue itself.
pub(super) const OWN_MODULE: &str = "./clerk_wasm_bg.js";
/// How a line begins that lets `using` free an object: applications leave that to the garbage collector.
const DISPOSE: &str = "if (Symbol.dispose) ";

/// The glue, in pieces.
#[derive(Debug, Default)]
pub(super) struct Glue<'a> {
    /// `import { names } from 'module'`, the module last.
    named_imports: Vec<(Vec<&'a str>, &'a str)>,
    /// `import * as name from 'module'`, the module last. The WebAssembly module imports from such a module without a function around it.
    whole_imports: Vec<(&'a str, &'a str)>,
    pub(super) classes: Vec<Class<'a>>,
    /// What the WebAssembly module imports from the glue.
    pub(super) imports: Vec<Import<'a>>,
    /// Everything else at the margin.
    pub(super) items: Vec<Item<'a>>,
}

/// A function, a variable or a statement at the margin.
#[derive(Debug)]
pub(super) struct Item<'a> {
    /// Empty for a statement.
    pub(super) name: &'a str,
    pub(super) kind: Kind,
    pub(super) text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Function,
    Constant,
    Variable,
    Statement,
}

impl<'a> Glue<'a> {
    pub(super) fn read(text: &'a str) -> Result<Self> {
        let Some((text, start)) = text.split_once(START) else { return Err(changed(START, 0, 1)) };
        check_start(start)?;
        let mut glue = Self::default();
        for piece in pieces(text) {
            let first = piece.lines().find(|line| line.starts_with(in_name)).unwrap_or_default();
            if first.starts_with("import ") {
                glue.add_import(first)?;
            } else if first.starts_with("export class ") {
                glue.classes.push(class::read(piece)?);
            } else if first == IMPORTS {
                glue.imports = imports::read(piece)?;
            } else if !first.starts_with(DISPOSE) {
                glue.items.push(item(first, piece));
            }
        }
        if glue.imports.is_empty() || glue.classes.is_empty() {
            return Err(changed(IMPORTS, 0, "1, with imports, behind classes"));
        }
        Ok(glue)
    }

    fn add_import(&mut self, line: &'a str) -> Result<()> {
        let (what, module) = line.split_once(" from ").unwrap_or_default();
        let module = module.trim_end_matches(';').trim_matches(['\'', '"']);
        if let Some(name) = what.strip_prefix("import * as ") {
            self.whole_imports.push((name, module));
        } else if let Some(names) = what.strip_prefix("import { ").and_then(|rest| rest.strip_suffix(" }")) {
            self.named_imports.push((names.split(", ").collect(), module));
        } else {
            bail!("wasm-bindgen's glue has the import `{line}`; adapt {HERE} to it");
        }
        Ok(())
    }
}

impl Glue<'_> {
    /// The one folder with wasm-bindgen's copies of the crate's own modules.
    pub(super) fn snippet_folder(&self) -> Result<&str> {
        let folder = self.named_imports.first().and_then(|(_, module)| module.split("/src/").next());
        folder.ok_or_else(|| changed("import { … } from './snippets/…", 0, "at least once"))
    }

    /// The lines that import what a text needs of the crate's own modules.
    pub(super) fn import_lines(&self, text: &str) -> String {
        let words = words(text);
        let mut lines = String::new();
        for (name, module) in self.whole_imports.iter().filter(|(name, _)| words.contains(name)) {
            lines.push_str(&format!("import * as {name} from '{module}';\n"));
        }
        for (names, module) in &self.named_imports {
            // Of `a as b` the text uses the last.
            let is_used =
                |name: &&str| name.split(' ').next_back().is_some_and(|local| words.contains(local));
            let used: Vec<_> = names.iter().copied().filter(is_used).collect();
            if !used.is_empty() {
                lines.push_str(&format!("import {{ {} }} from '{module}';\n", used.join(", ")));
            }
        }
        lines
    }

    /// What the glue calls something that the WebAssembly module imports from one of the crate's own modules.
    pub(super) fn member(&self, module: &str, name: &str) -> Result<String> {
        match self.whole_imports.iter().find(|(_, from)| *from == module) {
            Some((binding, _)) => Ok(format!("{binding}.{name}")),
            None => Err(changed(&format!("import * as … from \"{module}\""), 0, 1)),
        }
    }
}

fn check_start(start: &str) -> Result<()> {
    let is_known = |line: &&str| STARTING.iter().any(|known| line.starts_with(known));
    let mut lines = start.lines().skip(1).filter(|line| line.starts_with(in_name));
    match lines.find(|line| !is_known(line)) {
        Some(other) => bail!(
            "wasm-bindgen's glue has `{other}` behind `{START}`, where it would be cut off: its output has \
             changed; adapt {HERE} to it"
        ),
        None => Ok(()),
    }
}

/// What stands at the margin, each with the comment before it.
fn pieces(text: &str) -> Vec<&str> {
    let mut starts = Vec::new();
    let (mut offset, mut comment) = (0, None);
    for line in text.split_inclusive('\n') {
        if line.starts_with("/*") {
            comment = Some(offset);
        } else if line.starts_with(in_name) {
            starts.push(comment.take().unwrap_or(offset));
        }
        offset += line.len();
    }
    starts.push(text.len());
    starts.windows(2).filter_map(|ends| text.get(*ends.first()?..*ends.last()?)).collect()
}

fn item<'a>(first: &'a str, text: &str) -> Item<'a> {
    let rest = first.strip_prefix("export ").unwrap_or(first);
    let kinds = [
        ("function ", Kind::Function),
        ("async function ", Kind::Function),
        ("const ", Kind::Constant),
        ("let ", Kind::Variable),
    ];
    let found = kinds.iter().find_map(|(head, kind)| Some((name_at(rest.strip_prefix(head)?), *kind)));
    let (name, kind) = found.unwrap_or(("", Kind::Statement));
    Item { name, kind, text: text.trim_end().to_owned() + "\n" }
}

/// The names that the glue exports, without those that start the module.
pub(crate) fn exported_names(glue: &str) -> Vec<&str> {
    glue.lines().filter_map(exported_name).collect()
}

fn exported_name(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("export ")?;
    let kinds = ["class ", "function ", "async function ", "const "];
    kinds.iter().find_map(|kind| rest.strip_prefix(kind)).map(name_at)
}
