//! `cargo xtask release`: whether the checkout could be released as it is. It publishes nothing; RELEASING.md has the whole way.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::build;
use crate::process::{Run, cargo, npm};
use crate::report::{say, step};
use crate::set_up::Need;
use crate::workspace::Workspace;

/// What is looked at.
pub(crate) const NEEDS: [Need; 1] = [Need::Package];

/// The crates that are published, in the order in which they have to be.
const CRATES: [&str; 2] = ["clerk-wasm", "clerk-fapi-emulator"];
/// What none of them may hold.
const PRIVATE: [&str; 9] =
    ["xtask/", "www/", "tests/js/", "pkg/", "target/", "node_modules", ".env", "shared/", ".github/"];

/// Makes every check, and fails with all that they found.
pub(crate) fn run(workspace: &Workspace) -> Result<()> {
    let version = workspace.locked_version("clerk-wasm")?;
    say!("clerk-wasm {version}");
    let checks: [(&str, &dyn Fn() -> Result<()>); 5] = [
        ("the versions agree", &|| versions_agree(workspace, &version)),
        ("CHANGELOG.md has a section of the version, with its date", &|| changelog(workspace, &version)),
        ("the npm package holds what it ships, and npm would take it", &|| npm_package(workspace)),
        ("the crates hold their sources and nothing else", &|| crates(workspace)),
        ("crates.io would take them (each is compiled as it would be published)", &|| {
            cargo_publish(workspace)
        }),
    ];
    let mut found = Vec::new();
    for (title, check) in checks {
        if let Err(error) = step(title, check) {
            found.push(format!("- {:#}", error.root_cause()));
        }
    }
    if !found.is_empty() {
        bail!("this is no release yet:\n{}", found.join("\n"));
    }
    say!(
        "\nReady: commit, then `git tag v{version} && git push origin v{version}`. RELEASING.md says what comes next."
    );
    Ok(())
}

fn versions_agree(workspace: &Workspace, version: &str) -> Result<()> {
    for name in CRATES {
        let locked = workspace.locked_version(name)?;
        if locked != version {
            bail!("{name} is {locked}, and clerk-wasm is {version}");
        }
    }
    let manifest =
        fs::read_to_string(workspace.pkg().join("package.json")).context("pkg/ has no package.json")?;
    let manifest: Value = serde_json::from_str(&manifest).context("pkg/package.json is not readable")?;
    match manifest.get("version").and_then(Value::as_str) {
        Some(own) if own == version => Ok(()),
        own => bail!("pkg/package.json says {own:?}, and Cargo.lock {version}"),
    }
}

fn changelog(workspace: &Workspace, version: &str) -> Result<()> {
    section_of(
        &fs::read_to_string(workspace.path("CHANGELOG.md")).context("there is no CHANGELOG.md")?,
        version,
    )
}

/// The section's head is `## 1.2.3 – 2026-11-30`, and something stands below it.
fn section_of(changelog: &str, version: &str) -> Result<()> {
    let mut lines = changelog.lines().skip_while(|line| !is_head(line, version));
    let Some(head) = lines.next() else { bail!("CHANGELOG.md has no section `## {version}`") };
    let date = head.rsplit(' ').next().unwrap_or_default();
    let is_date =
        date.len() == 10 && date.split('-').all(|part| part.chars().all(|char| char.is_ascii_digit()));
    if !is_date {
        bail!("CHANGELOG.md says `{head}`: put the day of the release there, as 2026-11-30");
    }
    if !lines.take_while(|line| !line.starts_with("## ")).any(|line| line.starts_with("- ")) {
        bail!("CHANGELOG.md says nothing below `{head}`");
    }
    Ok(())
}

fn is_head(line: &str, version: &str) -> bool {
    line.strip_prefix("## ").and_then(|rest| rest.split(' ').next()) == Some(version)
}

fn npm_package(workspace: &Workspace) -> Result<()> {
    let report =
        npm(&workspace.pkg()).args(["publish", "--dry-run", "--json", "--access", "public"]).text()?;
    let report: Value = serde_json::from_str(&report).context("npm's report is not readable")?;
    let packed = packed_files(&report).context("npm's report names no files")?;
    let shipped: BTreeSet<String> =
        build::shipped(&workspace.pkg()).iter().filter_map(|path| file_name(path)).collect();
    if packed != shipped {
        let differ: Vec<_> = packed.symmetric_difference(&shipped).cloned().collect();
        bail!("the npm package and what it should hold differ in {}", differ.join(", "));
    }
    Ok(())
}

/// The files of npm's report, which older versions give by the package's name.
fn packed_files(report: &Value) -> Option<BTreeSet<String>> {
    let package =
        report.get("files").map_or_else(|| report.as_object()?.values().next(), |_| Some(report))?;
    let files = package.get("files")?.as_array()?.iter();
    Some(files.filter_map(|file| Some(file.get("path")?.as_str()?.to_owned())).collect())
}

fn file_name(path: &Path) -> Option<String> {
    Some(path.file_name()?.to_string_lossy().into_owned())
}

fn crates(workspace: &Workspace) -> Result<()> {
    for name in CRATES {
        let listed = cargo(workspace, &["package", "--list", "--allow-dirty", "--package", name]).text()?;
        if let Some(stray) = stray_file(&listed) {
            bail!("the crate {name} would hold {stray}; exclude it in its Cargo.toml");
        }
        for wanted in ["README.md", "src/lib.rs"] {
            if !listed.lines().any(|line| line == wanted) {
                bail!("the crate {name} would lack {wanted}");
            }
        }
    }
    Ok(())
}

fn stray_file(listed: &str) -> Option<&str> {
    listed.lines().find(|line| PRIVATE.iter().any(|private| line.contains(private)))
}

fn cargo_publish(workspace: &Workspace) -> Result<()> {
    let mut publish = cargo(workspace, &["publish", "--dry-run", "--allow-dirty"]);
    publish.args(CRATES.iter().flat_map(|name| ["--package", name])).quiet()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_release_has_a_dated_section_that_says_something() {
        let of = |text: &str| section_of(text, "1.2.0").map_err(|error| error.to_string());
        assert!(of("# C\n## 1.2.0 – 2026-11-30\n\n- new\n## 1.1.0 – 2026-01-01\n").is_ok());
        assert!(of("## 1.2.0 – unreleased\n- new\n").unwrap_err().contains("put the day"));
        assert!(
            of("## 1.2.0 – 2026-11-30\n\n## 1.1.0 – 2026-01-01\n- old\n")
                .unwrap_err()
                .contains("says nothing")
        );
        assert!(of("## 1.2.01 – 2026-11-30\n- new\n").unwrap_err().contains("no section"));
    }

    #[test]
    fn the_files_of_a_package_are_read_from_npm_s_report() {
        let package = json!({ "files": [{ "path": "index.js" }] });
        let wanted = BTreeSet::from(["index.js".to_owned()]);
        assert_eq!(packed_files(&package), Some(wanted.clone()));
        assert_eq!(packed_files(&json!({ "clerk-wasm": package })), Some(wanted));
        assert_eq!(packed_files(&json!({})), None);
    }

    #[test]
    fn what_is_private_is_found_in_a_crate_s_list() {
        assert_eq!(stray_file("src/lib.rs\ntests/js/package.json\n"), Some("tests/js/package.json"));
        assert_eq!(stray_file("src/lib.rs\nREADME.md\n"), None);
    }
}
