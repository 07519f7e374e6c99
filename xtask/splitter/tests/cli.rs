//! The command line.

#![allow(clippy::unwrap_used)]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use support::{bind::bind, linked};

fn splitter(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_splitter")).args(arguments).current_dir(folder).output().unwrap()
}

fn folder_with_modules() -> PathBuf {
    let folder = support::folder();
    let linked = linked("shared");
    fs::write(folder.join("bound.wasm"), bind(&linked)).unwrap();
    fs::write(folder.join("linked.wasm"), linked).unwrap();
    fs::write(folder.join("second.txt"), "second_text\n\nsecond_sp*\n").unwrap();
    folder
}

#[test]
fn split_writes_both_parts_and_the_report() {
    let folder = folder_with_modules();
    let second = ["--second-file", "second.txt", "--second", "second_above"];
    let arguments =
        [&["split", "linked.wasm", "bound.wasm"], second.as_slice(), &["--out", "out/parts"]].concat();
    let done = splitter(&folder, &arguments);
    assert!(done.status.success(), "{done:?}");
    let out = folder.join("out/parts");
    let report: Value = serde_json::from_slice(&fs::read(out.join("split.json")).unwrap()).unwrap();
    let mut exports: Vec<_> = report["second"]["exports"].as_array().unwrap().iter().collect();
    exports.sort_by_key(|export| export.as_str());
    assert_eq!(exports, ["second_above", "second_speaker", "second_text"]);
    assert!(out.join("first.wasm").is_file() && out.join("second.wasm").is_file());
}

#[test]
fn why_prints_paths() {
    let folder = folder_with_modules();
    let done = splitter(&folder, &["why", "linked.wasm", "bound.wasm", "--second", "second_*", "want"]);
    let text = String::from_utf8(done.stdout).unwrap();
    assert!(text.contains("second_wanted_by_first\n  <- wants_second\n  <- export wants_second\n"), "{text}");
}

#[test]
fn why_may_be_read_in_part() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_splitter"));
    command
        .args(["why", "linked.wasm", "bound.wasm", "--second", "second_*", ""])
        .current_dir(folder_with_modules());
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let done = child.wait_with_output().unwrap();
    assert!(done.status.success() && done.stderr.is_empty(), "{done:?}");
}

#[test]
fn strip_features_writes_a_module() {
    let folder = folder_with_modules();
    assert!(splitter(&folder, &["strip-features", "linked.wasm", "stripped.wasm"]).status.success());
    assert!(!support::holds(&fs::read(folder.join("stripped.wasm")).unwrap(), "target_features"));
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let done = splitter(&folder_with_modules(), &["split", "nowhere.wasm", "bound.wasm", "--out", "out"]);
    assert!(!done.status.success());
    assert!(String::from_utf8_lossy(&done.stderr).contains("nowhere.wasm"));
}
