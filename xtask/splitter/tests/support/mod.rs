//! Compiles small programs, splits them and runs the parts in Node.

#![allow(dead_code, unreachable_pub, clippy::unwrap_used, clippy::panic, clippy::expect_used)]

pub mod bind;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

use serde_json::Value;
use splitter::{Report, Rules, Split, split};

/// The program `tests/modules/NAME.rs` as the linker writes it with relocations. Each is compiled once.
pub fn linked(name: &str) -> Vec<u8> {
    static COMPILED: Mutex<BTreeMap<String, Vec<u8>>> = Mutex::new(BTreeMap::new());
    let mut compiled = COMPILED.lock().unwrap();
    let compile = || compile(name, &["-Clink-arg=--emit-relocs"]);
    compiled.entry(name.to_owned()).or_insert_with(compile).clone()
}

/// The program as `rustc` writes it with these arguments.
pub fn compile(name: &str, more: &[&str]) -> Vec<u8> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/modules/{name}.rs"));
    let out = folder().join("module.wasm");
    let arguments = [
        "--edition=2024",
        "--target=wasm32-unknown-unknown",
        "--crate-type=cdylib",
        "-Copt-level=1",
        "-Cpanic=abort",
    ];
    let rustc = std::env::var("RUSTC").unwrap_or_else(|_| "rustc".to_owned());
    let done =
        Command::new(rustc).args(arguments).args(more).arg("-o").arg(&out).arg(source).status().unwrap();
    assert!(done.success(), "{name} does not compile");
    fs::read(out).unwrap()
}

/// Whatever begins with `second_` is the second part's.
pub fn rules() -> Rules {
    Rules { second: vec!["second_*".to_owned()], ..Rules::default() }
}

const IMPORT: &str =
    "import { arrive, caught, exportsOf, first, importsOf, notes, text, whole } from './harness.mjs';";

/// A program and its two parts.
pub struct Pair {
    folder: PathBuf,
    pub split: Split,
}

impl Pair {
    /// Splits the program as it is after wasm-bindgen.
    pub fn of(name: &str, rules: &Rules) -> Self {
        let linked = linked(name);
        let bound = bind::bind(&linked);
        let split = split(&linked, &bound, rules).unwrap();
        let folder = folder();
        fs::write(folder.join("whole.wasm"), bound).unwrap();
        fs::write(folder.join("first.wasm"), &split.first).unwrap();
        fs::write(folder.join("second.wasm"), &split.second).unwrap();
        Pair { folder, split }
    }

    pub fn report(&self) -> &Report {
        &self.split.report
    }

    /// What a script gives back that has what `tests/harness.mjs` offers.
    pub fn run(&self, script: &str) -> Value {
        let harness = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/harness.mjs");
        fs::copy(harness, self.folder.join("harness.mjs")).unwrap();
        let text =
            format!("{IMPORT}\nconst run = () => {{ {script} }};\nconsole.log(JSON.stringify(run()));");
        let file = self.folder.join("script.mjs");
        fs::write(&file, text).unwrap();
        let done = Command::new("node").arg(&file).output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        serde_json::from_slice(&done.stdout).unwrap()
    }
}

/// Whether these bytes are anywhere in the module.
pub fn holds(module: &[u8], text: &str) -> bool {
    module.windows(text.len()).any(|window| window == text.as_bytes())
}

/// A folder that no other test uses.
pub fn folder() -> PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let name = format!("{}-{}", env!("CARGO_CRATE_NAME"), COUNT.fetch_add(1, Relaxed));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).unwrap();
    folder
}
