//! The steps that hold requests and answers against Clerk's published description of its Frontend API.

use std::path::PathBuf;
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result, bail};

use super::Order;
use crate::emulator::Emulator;
use crate::jobs::Outcome;
use crate::process::Run;
use crate::report::say;
use crate::set_up::python::Python;
use crate::workspace::Workspace;

/// Names the description, which is not part of this project.
const VARIABLE: &str = "CLERK_FAPI_SPEC";
/// Where it is looked for otherwise, from beside the checkout.
const BESIDE: &str = "shared/reference/fapi-2026-05-12.yml";

/// Judges what the differential suite wrote down.
pub(super) fn clients(order: Order<'_>) -> Result<Outcome> {
    by_description(order, |description| {
        let exchanges = exchanges(order.workspace)?;
        let python = Python::of(order.workspace);
        python.pytest().stream()?;
        let report = output(order.workspace)?.join("clients.txt");
        let mut check = python.script("check.py");
        check.arg("--description").arg(description).arg("--report").arg(report).args(exchanges);
        Ok(check)
    })
}

/// Judges what a fresh emulator answers to requests that schemathesis makes up.
pub(super) fn generated(order: Order<'_>) -> Result<Outcome> {
    let mut emulator = None;
    by_description(order, |description| {
        let emulator = emulator.insert(Emulator::start(order.workspace)?);
        // Python would try the name as an IPv6 address first, for each connection.
        let url = emulator.url.replace("localhost", "127.0.0.1");
        let mut generate = Python::of(order.workspace).script("generate.py");
        let output = output(order.workspace)?;
        generate.arg("--description").arg(description).args(["--url", &url]).arg("--out").arg(output);
        Ok(generate)
    })
}

/// Runs the program that judges by the description; skipped where that is not here.
fn by_description(order: Order<'_>, judge: impl FnOnce(PathBuf) -> Result<Command>) -> Result<Outcome> {
    let description = match description(order.workspace)? {
        Ok(description) => description,
        Err(reason) => return Ok(Outcome::Skipped(reason)),
    };
    let mut judge = judge(description)?;
    order.tell(&mut judge);
    judge.stream()?;
    say!("What was checked and found is in {}.", order.workspace.show(&output(order.workspace)?));
    Ok(Outcome::Done)
}

fn output(workspace: &Workspace) -> Result<PathBuf> {
    let output = workspace.target.join("openapi");
    fs::create_dir_all(&output).with_context(|| format!("cannot make {}", output.display()))?;
    Ok(output)
}

/// The files of the last differential run.
fn exchanges(workspace: &Workspace) -> Result<Vec<PathBuf>> {
    let folder = workspace.target.join("differential");
    let mut files = Vec::new();
    // A folder that is not there has none either.
    for entry in fs::read_dir(&folder).into_iter().flatten() {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "ndjson") {
            files.push(path);
        }
    }
    if files.is_empty() {
        bail!(
            "there are no exchanges in {}; to make them: cargo xtask test differential",
            workspace.show(&folder)
        );
    }
    files.sort();
    Ok(files)
}

/// The file, or why there is none; an error where one is named that is not there.
fn description(workspace: &Workspace) -> Result<Result<PathBuf, String>> {
    if let Some(named) = env::var_os(VARIABLE).filter(|value| !value.is_empty()).map(PathBuf::from) {
        if !named.is_file() {
            bail!("{VARIABLE} names {}, which is not there", named.display());
        }
        return Ok(Ok(named));
    }
    let beside = workspace.root.with_file_name(BESIDE);
    if !beside.is_file() {
        let places = format!("{VARIABLE}, or {}", beside.display());
        return Ok(Err(format!("Clerk's OpenAPI file is not here ({places})")));
    }
    Ok(Ok(beside))
}
