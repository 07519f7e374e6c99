//! Turning wasm-bindgen's glue and the crate's own snippets into minified files.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::esbuild::{check_has_none_of, exports_in, with_class_names, with_own_names};
use super::glue::{self, Divided};
use super::text;
use crate::process::Run;
use crate::set_up::npm;
use crate::workspace::Workspace;

/// Where the crate keeps the JavaScript that Rust imports: of the first part, and of the second.
const SNIPPETS: [&str; 2] = ["src/js/glue", "src/js/second/glue"];
/// Folders of `src/js`, each with a module of its name. The package has a file of that name, which the first of its methods loads.
pub(crate) const LAZY: [&str; 1] = ["flows"];
/// The package's entries: the first part, with its module in the script and beside it.
pub(crate) const ENTRIES: [&str; 3] = ["index", "slim", "early"];
/// Has Chromium compile all functions of a file while it loads, beside the page's main thread; otherwise it would compile most of them there, one by
/// one when they are first called, for half of the time that the script needs. For other browsers it is a comment.
const CALLED_ON_LOAD: &str = "//# allFunctionsCalledOnLoad\n";
/// The second part, which is a file of that name.
pub(crate) const SECOND: &str = "second";
/// The first part's module as a script, for `./slim` where its file cannot be had.
pub(crate) const MODULE: &str = "module";
/// Both parts for workerd, whose modules are files that are imported.
pub(super) const WORKERD: &str = "workerd";
pub(super) const WORKERD_SECOND: &str = "workerd_second";
/// Those files: of the first part, as `init()` has it, and of the second.
pub(super) const COMPILED: [&str; 2] = ["clerk_wasm_bg.wasm", "clerk_wasm_second.wasm"];
/// What its script calls what it exports: the same.
const SECOND_GLOBAL: &str = "--global-name=second";
/// The module there that lists what the package exports beside the wasm exports.
const EXPORTS: &str = "exports.js";
/// The module there that makes wasm-bindgen's classes look like the other resources.
const PREPARE: &str = "prepare.js";
/// What it makes look so. By name, so that `.` leaves out the `init` that it does not need.
const PREPARED: &str = "Clerk, ClientResource, clientFromJSON";
/// The oldest browsers that the README names. What they cannot parse is rewritten, or fails the build; `Object.hasOwn` is what makes them the
/// oldest.
pub(super) const LANGUAGE: &str = "chrome93,firefox92,safari15.4,node20";

/// The folder that wasm-pack wrote, being made ready for the bundler.
#[derive(Debug)]
pub(crate) struct Stage<'a> {
    folder: &'a Path,
    workspace: &'a Workspace,
}

impl<'a> Stage<'a> {
    /// Writes the entry modules beside the glue: `generated` is all of it, and `divided` what each part has.
    ///
    /// A class that has no type (`skip_typescript`) is the crate's own affair: only `declared` names are exported.
    pub(crate) fn prepare(
        folder: &'a Path,
        workspace: &'a Workspace,
        generated: &str,
        divided: &Divided,
        declared: &[&str],
    ) -> Result<Self> {
        let stage = Self { folder, workspace };
        let home = stage.complete_snippets()?;
        let mut names = glue::exported_names(generated);
        names.retain(|name| declared.contains(name));
        let [first, second] = SNIPPETS;
        let exports = format!(
            "export {{ {} }} from './clerk_wasm.js';\nexport * from './{home}/{first}/{EXPORTS}';\n\
             import {{ {PREPARED} }} from './clerk_wasm.js';\n\
             import {{ prepare }} from './{home}/{first}/{PREPARE}';\nprepare({{ {PREPARED} }});\n",
            names.join(", ")
        );
        stage.write("clerk_wasm.js", &divided.first)?;
        stage.write("second_glue.js", &divided.second)?;
        // wasm-pack's manifest tells a bundler that these modules have no side effects, and `start.js` is one.
        stage.write("package.json", "{ \"type\": \"module\" }\n")?;
        stage.write("guard.js", include_str!("js/guard.js"))?;
        stage.write("decode.js", include_str!("js/decode.js"))?;
        stage.write("start.js", include_str!("js/start.js"))?;
        stage.write("first_text.js", &text::placeholder(&stage.module("first")?))?;
        stage.write("second_text.js", &text::placeholder(&stage.module("second")?))?;
        let entry = include_str!("js/second.js").replace("./glue/", &format!("./{home}/{second}/"));
        stage.write("second.entry.js", &entry)?;
        stage.write("compiled.js", include_str!("js/compiled.js"))?;
        stage.write(
            &format!("{WORKERD_SECOND}.entry.js"),
            &entry.replace("./decode.js", "./compiled.js").replace("./second_text.js", "./compiled.js"),
        )?;
        stage.write("compiled_start.js", include_str!("js/workerd.js"))?;
        stage.write(
            &format!("{WORKERD}.entry.js"),
            &format!("import './compiled_start.js';\n{exports}{}", include_str!("js/started.js")),
        )?;
        stage.write("module.entry.js", include_str!("js/module.js"))?;
        stage.write("index.entry.js", &format!("import './start.js';\n{exports}"))?;
        stage.write(
            "slim.entry.js",
            &format!("{exports}export {{ initSync, default }} from './clerk_wasm.js';\n"),
        )?;
        stage.write("early.entry.js", &format!("export {{ begin }} from './{home}/{first}/early.js';\n"))?;
        for name in LAZY {
            let module = workspace.path("src/js").join(name).join(format!("{name}.js"));
            let entry = format!("export {{ methodsWith }} from '{}';\n", module.display());
            stage.write(&format!("{name}.entry.js"), &entry)?;
        }
        Ok(stage)
    }

    /// An optimised wasm module.
    pub(crate) fn module(&self, part: &str) -> Result<Vec<u8>> {
        let path = self.folder.join(format!("{part}.wasm"));
        fs::read(&path).with_context(|| format!("wasm-opt wrote no {}", path.display()))
    }

    /// Bundles the entry `name` into one file, and minifies it without renaming what is exported.
    pub(crate) fn bundle(&self, name: &str, output: &Path) -> Result<()> {
        let bundled = self.folder.join(format!("{name}.bundle.js"));
        let code = with_own_names(self.bundled(name, &bundled)?);
        let report = fs::read_to_string(self.metafile(name))?;
        if !ENTRIES.contains(&name) && name != WORKERD {
            check_has_none_of(SNIPPETS[0], name, &report)?;
        }
        // A class is called what its binding is called, so the exported bindings keep their names: consoles and
        // `constructor.name` show them. That costs less than esbuild's own `--keep-names`.
        let (code, kept) = if name == SECOND {
            (new_at_each_call(&code), Vec::new())
        } else {
            let names = exports_in(&report)?;
            (with_class_names(code, &names)?, names)
        };
        fs::write(&bundled, code)?;
        npm::tool(self.workspace, "terser")
            .arg(&bundled)
            .args(["--module", "--ecma", "2020", "--compress", "passes=3,inline=1,unsafe_arrows=true"])
            .args(["--mangle", &format!("reserved=[{}]", kept.join(","))])
            .arg("--output")
            .arg(output)
            .quiet()?;
        let mut code = fs::read_to_string(output)?;
        if ENTRIES.contains(&name) {
            code.insert_str(0, CALLED_ON_LOAD);
        }
        match name {
            SECOND => code = text::filled(&code, &self.module("second")?)?,
            "index" | MODULE => code = text::filled(&code, &self.module("first")?)?,
            _ => {}
        }
        fs::write(output, code).with_context(|| format!("cannot write {}", output.display()))
    }

    /// What esbuild makes of the entry `name`: the second part as a script, the others as modules.
    fn bundled(&self, name: &str, output: &Path) -> Result<String> {
        let format: &[&str] =
            if name == SECOND { &["--format=iife", SECOND_GLOBAL] } else { &["--format=esm"] };
        npm::tool(self.workspace, "esbuild")
            .arg(self.folder.join(format!("{name}.entry.js")))
            .args(["--bundle", "--legal-comments=none", "--charset=utf8", "--log-level=warning"])
            .args(format)
            .arg(format!("--target={LANGUAGE}"))
            .args(LAZY.iter().chain([&SECOND, &MODULE]).map(|name| format!("--external:./{name}.js")))
            .args(COMPILED.map(|name| format!("--external:./{name}")))
            .arg(format!("--outfile={}", output.display()))
            .arg(format!("--metafile={}", self.metafile(name).display()))
            .quiet()?;
        Ok(fs::read_to_string(output)?)
    }

    /// Where esbuild reports what it has made of the entry `name`.
    fn metafile(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{name}.meta.json"))
    }

    /// wasm-bindgen copies only the snippets that Rust imports by name, not what those import, nor the list of
    /// exports. The rest is put beside its copies, so that each class exists once at run time. Gives the folder of the copies.
    fn complete_snippets(&self) -> Result<String> {
        let home = self.snippet_home()?;
        for folder in SNIPPETS {
            let source = self.workspace.path(folder);
            for entry in fs::read_dir(&source).with_context(|| format!("cannot read {}", source.display()))? {
                let path = entry?.path();
                if let Some(name) =
                    path.file_name().filter(|_| path.extension().is_some_and(|kind| kind == "js"))
                {
                    fs::copy(&path, self.folder.join(&home).join(folder).join(name))?;
                }
            }
        }
        Ok(home.to_string_lossy().replace('\\', "/"))
    }

    /// The one folder with wasm-bindgen's copies of the crate's snippets, relative to the stage.
    fn snippet_home(&self) -> Result<PathBuf> {
        let mut homes = Vec::new();
        let snippets = self.folder.join("snippets");
        let [first, _] = SNIPPETS;
        for entry in fs::read_dir(&snippets).with_context(|| format!("Rust imports nothing from {first}"))? {
            let home = Path::new("snippets").join(entry?.file_name());
            if self.folder.join(&home).join(first).is_dir() {
                homes.push(home);
            }
        }
        match <[PathBuf; 1]>::try_from(homes) {
            Ok([home]) => Ok(home),
            Err(homes) => {
                bail!("wasm-bindgen made {} copies of {first}, and one is right: {homes:?}", homes.len())
            }
        }
    }

    fn write(&self, name: &str, text: &str) -> Result<()> {
        let path = self.folder.join(name);
        fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))
    }
}

/// Runs the package in Node, comparing its exports with the names that its types declare.
pub(crate) fn verify(package: &Path, script: &Path, declared: &[&str]) -> Result<()> {
    fs::write(script, include_str!("js/verify.mjs"))
        .with_context(|| format!("cannot write {}", script.display()))?;
    Command::new("node").arg(script).arg(package).arg(declared.join(",")).quiet()
}

/// The second part's script in a function: each call makes a part of its own, since a page may have both entries, with a first part each.
fn new_at_each_call(script: &str) -> String {
    format!("export const begin = (...given) => {{\n{script}\nreturn {SECOND}.begin(...given);\n}};\n")
}
