//! One small function for each rule; each returns what it found, as sentences.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use super::File;

/// What is written by hand, by the ends of its files' names.
const WRITTEN: [&str; 8] = ["rs", "js", "mjs", "ts", "tsx", "css", "html", "py"];
const LONGEST: usize = 500;
/// The target of the browser's crates in the root manifest.
const WASM: &str = "cfg(target_arch = \"wasm32\")";
/// Where files of these kinds lie that nobody writes, and who does.
const GENERATED: [(&str, &str); 1] =
    [("tests/api/", "the declarations of the package as a report, which the build writes")];
/// The only places where the browser's crates may be named.
const BROWSER_CODE: [&str; 4] =
    ["src/platform/browser", "src/js", "src/json", "src/encoding/base64/browser.rs"];
/// Spelt in two parts, since this file is read by its own rules.
const UNFINISHED: [&str; 2] = [concat!("to", "do!"), concat!("unimple", "mented!")];
const NOTES: [&str; 2] = [concat!("TO", "DO"), concat!("FIX", "ME")];

/// A file that everything lands in.
pub(super) fn long_file(file: &File) -> Option<String> {
    let lines = file.text.lines().count();
    let is_generated = GENERATED.iter().any(|(place, _)| file.path.starts_with(place));
    (file.is_written() && !is_generated && lines > LONGEST).then(|| {
        format!(
            "{}: {lines} lines; past {LONGEST}, move the second thing in it to a file of its own",
            file.path
        )
    })
}

/// Work that was left undone without an issue that says so.
pub(super) fn unfinished(file: &File) -> Vec<String> {
    if !file.is_written() {
        return Vec::new();
    }
    let left = |line: &str| {
        UNFINISHED.iter().any(|mark| line.contains(mark)) || NOTES.iter().any(|note| lacks_issue(line, note))
    };
    let lines = file.text.lines().enumerate().filter(|(_, line)| left(line));
    lines
        .map(|(at, _)| {
            format!("{}:{}: unfinished; finish it or name its issue: {}(#1)", file.path, at + 1, NOTES[0])
        })
        .collect()
}

/// A package.json outside of the npm project: wasm-pack would leak its dependencies into the package.
pub(super) fn stray_manifest(file: &File) -> Option<String> {
    let stray = Path::new(&file.path).file_name().is_some_and(|name| name == "package.json");
    (stray && !file.path.starts_with("tests/js/"))
        .then(|| format!("{}: a package.json may lie in tests/js only", file.path))
}

/// A crate of the browser, used in a layer that must also build elsewhere.
pub(super) fn browser_crate_outside(file: &File, crates: &[String]) -> Vec<String> {
    let is_in = |place: &str| {
        file.path.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '.']))
    };
    let free = !file.path.starts_with("src/") || BROWSER_CODE.into_iter().any(is_in);
    if free || !file.is("rs") {
        return Vec::new();
    }
    let code = file.text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"));
    code.flat_map(|(at, line)| {
        crates.iter().filter(move |name| names_crate(line, name)).map(move |name| {
            format!("{}:{}: `{name}` belongs to {} only", file.path, at + 1, BROWSER_CODE.join(", "))
        })
    })
    .collect()
}

/// The crates that the root manifest depends on for wasm32 alone, as Rust names them. There are some, or the rule about them
/// would find nothing.
pub(super) fn browser_only_crates(manifest: &str) -> Result<Vec<String>> {
    #[derive(Deserialize)]
    struct Manifest {
        #[serde(default)]
        target: BTreeMap<String, Target>,
    }
    #[derive(Deserialize)]
    struct Target {
        #[serde(default)]
        dependencies: BTreeMap<String, toml::Value>,
    }
    let manifest: Manifest = toml::from_str(manifest).context("Cargo.toml is not readable")?;
    let wasm = manifest.target.into_iter().filter(|(target, _)| target == WASM);
    let crates = wasm.flat_map(|(_, target)| target.dependencies.into_keys());
    let crates: Vec<String> = crates.map(|name| name.replace('-', "_")).collect();
    if crates.is_empty() {
        bail!("Cargo.toml has no dependency for `{WASM}`; adapt xtask/src/tidy/rules.rs to it");
    }
    Ok(crates)
}

/// The rooms of the engine, from the bottom: each names those before it only.
const ROOMS: [&str; 6] = ["page", "wire", "tokens", "clerk", "flows", "handles"];
/// What takes time, or leads to it: the first room is the first part of the package, which holds none of it.
const LATER: [&str; 8] =
    ["async", "LocalFuture", "Work", "Reach", "Transport", "Timers", "Window", "Spawner"];

/// A room of the engine that names one above it, or the first one something that takes time.
pub(super) fn room_above(file: &File) -> Vec<String> {
    let Some((own, _)) = file.path.strip_prefix("src/engine/").and_then(|path| path.split_once('/')) else {
        return Vec::new();
    };
    let Some(floor) = ROOMS.iter().position(|room| *room == own) else {
        return vec![format!(
            "{}: {own} is no room of the engine: see ROOMS in xtask/src/tidy/rules.rs",
            file.path
        )];
    };
    let below = ROOMS.get(..=floor).unwrap_or_default();
    let is_below = |rest: &str| {
        below.iter().any(|room| rest.strip_prefix(room).is_some_and(|rest| rest.starts_with("::")))
    };
    let code = file.text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"));
    let mut breaches = Vec::new();
    for (at, line) in code {
        let names_above =
            line.split("engine::").skip(1).any(|rest| !is_below(rest)) || line.contains("super::super");
        if names_above {
            breaches.push(format!(
                "{}:{}: name what is used by its room, crate::engine::<room>::; {own} may use {}",
                file.path,
                at + 1,
                below.join(", ")
            ));
        }
        for later in LATER.iter().filter(|later| floor == 0 && names_crate(line, later)) {
            breaches.push(format!("{}:{}: `{later}` takes time, and this room does not", file.path, at + 1));
        }
    }
    breaches
}

/// A `RefCell` in the crate: it panics where two look at once, and each look costs its check.
pub(super) fn borrowed_state(file: &File) -> Vec<String> {
    let is_ours = file.path.starts_with("src/") && file.is("rs");
    let code =
        file.text.lines().enumerate().filter(|(_, line)| is_ours && !line.trim_start().starts_with("//"));
    code.filter(|(_, line)| names_crate(line, "RefCell"))
        .map(|(at, _)| {
            format!("{}:{}: state is in a `Held` of src/held.rs, which cannot panic", file.path, at + 1)
        })
        .collect()
}

impl File {
    fn is_written(&self) -> bool {
        WRITTEN.iter().any(|kind| self.is(kind))
    }

    pub(super) fn is(&self, extension: &str) -> bool {
        Path::new(&self.path).extension().is_some_and(|own| own == extension)
    }
}

/// Whether the note stands there without the number of an issue right behind it. A colour, `#333`, is none.
fn lacks_issue(line: &str, note: &str) -> bool {
    let issue = |rest: &str| rest.strip_prefix("(#")?.split_once(')')?.0.parse::<u32>().ok();
    line.split(note).skip(1).any(|rest| issue(rest).is_none())
}

fn names_crate(line: &str, name: &str) -> bool {
    line.match_indices(name).any(|(at, _)| {
        let (before, rest) = line.split_at(at);
        let after = rest.strip_prefix(name).unwrap_or_default();
        let part = |char: char| char.is_alphanumeric() || char == '_';
        !before.ends_with(part) && !after.starts_with(part)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, text: &str) -> File {
        File { path: path.to_owned(), text: text.to_owned() }
    }

    #[test]
    fn a_room_names_those_below_it_only() {
        let breaches =
            |room: &str, line: &str| room_above(&file(&format!("src/engine/{room}/a.rs"), line)).len();
        for (room, line, expected) in [
            ("clerk", "use crate::engine::page::Page;", 0),
            ("clerk", "use crate::engine::clerk::load::load;", 0),
            ("page", "/// As [`Hooks`](crate::engine::wire::Hooks).", 0),
            ("page", "use crate::engine::wire::done;", 1),
            ("page", "use crate::engine::Hooks;", 1),
            ("wire", "use crate::engine::{page, clerk};", 1),
            ("wire", "use super::super::clerk::load;", 1),
            ("wire", "async fn exchange() -> Work", 0),
            ("page", "pub async fn load() -> Work", 2),
            ("page", "fn is_worked()", 0),
            ("cellar", "", 1),
        ] {
            assert_eq!(breaches(room, line), expected, "{room}: {line}");
        }
        assert!(room_above(&file("src/engine/mod.rs", "pub use wire::Work;")).is_empty());
    }

    #[test]
    fn the_crate_s_state_cannot_panic() {
        let breaches = |path: &str, line: &str| borrowed_state(&file(path, line)).len();
        assert_eq!(breaches("src/engine/page/state.rs", "use std::cell::{Cell, RefCell};"), 1);
        assert_eq!(breaches("src/held.rs", "/// A `RefCell` would check."), 0);
        assert_eq!(breaches("tests/support/mod.rs", "use std::cell::RefCell;"), 0);
    }

    #[test]
    fn a_file_of_501_lines_is_too_long() {
        assert!(long_file(&file("src/a.rs", &"\n".repeat(500))).is_none());
        for path in
            ["src/a.rs", "a.js", "tests/js/a.mjs", "a.ts", "a.d.ts", "a.tsx", "a.css", "a.html", "a.py"]
        {
            assert!(long_file(&file(path, &"\n".repeat(501))).is_some(), "{path}");
        }
        for path in ["tests/js/package-lock.json", "docs/a.md", "tests/api/index.d.ts"] {
            assert!(long_file(&file(path, &"\n".repeat(501))).is_none(), "{path}");
        }
    }

    #[test]
    fn unfinished_work_needs_an_issue() {
        assert_eq!(unfinished(&file("a.rs", &format!("x\n{}()", UNFINISHED[0]))).len(), 1);
        for note in NOTES {
            assert!(unfinished(&file("a.js", &format!("// {note}(#12): later"))).is_empty());
            for kind in WRITTEN {
                assert_eq!(unfinished(&file(&format!("a.{kind}"), &format!("// {note}: later"))).len(), 1);
            }
            assert_eq!(unfinished(&file("a.css", &format!("/* {note}: #333 */"))).len(), 1);
            assert_eq!(unfinished(&file("a.js", &format!("// {note}(#12), {note}"))).len(), 1);
        }
    }

    #[test]
    fn a_package_json_has_one_place() {
        assert!(stray_manifest(&file("package.json", "")).is_some());
        assert!(stray_manifest(&file("www/package.json", "")).is_some());
        assert!(stray_manifest(&file("tests/js/package.json", "")).is_none());
    }

    #[test]
    fn the_engine_may_not_name_the_browser_s_crates() {
        let manifest = "[target.'cfg(target_arch = \"wasm32\")'.dependencies]\nweb-sys = \"1\"\n";
        let crates = browser_only_crates(manifest).unwrap();
        assert_eq!(crates, ["web_sys"]);
        let text = "use web_sys::Window;\n// web_sys::Window\nuse my_web_sys::Window;\nuse web_sys as sys;\n";
        for path in ["src/engine/a.rs", "src/js_like/a.rs", "src/jsx.rs"] {
            assert_eq!(browser_crate_outside(&file(path, text), &crates).len(), 2, "{path}");
        }
        for path in ["src/js/a.rs", "src/js.rs", "src/encoding/base64/browser.rs", "emulator/src/a.rs"] {
            assert!(browser_crate_outside(&file(path, text), &crates).is_empty(), "{path}");
        }
        let error = browser_only_crates(&manifest.replace("target_arch", "target_family")).unwrap_err();
        assert!(error.to_string().contains("no dependency for `cfg(target_arch"), "{error}");
    }
}
