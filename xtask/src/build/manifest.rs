//! The `package.json` that is published.

use std::{fs, iter};

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::workspace::Workspace;

/// The files that are made, besides those that are copied from the repository's root.
pub(crate) const BUILT: [&str; 20] = [
    "index.js",
    "index.d.ts",
    "slim.js",
    "slim.d.ts",
    "clerk_wasm_bg.wasm",
    "second.js",
    "early.js",
    "early.d.ts",
    "flows.js",
    "module.js",
    "complete.js",
    "complete.d.ts",
    "index.cjs",
    "index.d.cts",
    "slim.cjs",
    "slim.d.cts",
    "early.cjs",
    "early.d.cts",
    "workerd.js",
    "clerk_wasm_second.wasm",
];
/// The documents that are copied into the package when the repository has them.
pub(crate) const COPIED: [&str; 3] = ["README.md", "CHANGELOG.md", "LICENSE"];

#[derive(Deserialize)]
struct Cargo {
    package: Package,
    workspace: Option<Shared>,
}

#[derive(Deserialize)]
struct Shared {
    package: Option<Inherited>,
}

#[derive(Deserialize)]
struct Inherited {
    version: Option<String>,
    license: Option<String>,
    repository: Option<String>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    description: String,
    #[serde(default)]
    keywords: Vec<String>,
    version: Field,
    license: Field,
    repository: Field,
}

/// A value, or `{ workspace = true }`.
#[derive(Deserialize)]
#[serde(untagged)]
enum Field {
    Own(String),
    Inherited {},
}

impl Field {
    fn or(self, inherited: Option<String>, name: &str) -> Result<String> {
        match self {
            Self::Own(value) => Ok(value),
            Self::Inherited {} => inherited.with_context(|| format!("Cargo.toml says no package `{name}`")),
        }
    }
}

/// The manifest for the crate in the workspace's root.
pub(crate) fn manifest(workspace: &Workspace) -> Result<Value> {
    let path = workspace.path("Cargo.toml");
    let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    from_cargo(&text)
}

fn from_cargo(text: &str) -> Result<Value> {
    let Cargo { package, workspace } = toml::from_str(text).context("Cargo.toml is not readable")?;
    let shared = workspace.and_then(|workspace| workspace.package);
    let (version, license, repository) = match shared {
        Some(shared) => (shared.version, shared.license, shared.repository),
        None => (None, None, None),
    };
    let repository = package.repository.or(repository, "repository")?;
    Ok(json!({
        "name": package.name,
        "version": package.version.or(version, "version")?,
        "description": package.description,
        "keywords": package.keywords,
        "license": package.license.or(license, "license")?,
        "repository": { "type": "git", "url": format!("git+{repository}.git") },
        "type": "module",
        "exports": {
            ".": clerk("index"),
            "./slim": clerk("slim"),
            "./early": entry("early"),
            "./complete": {
                "workerd": in_workerd("complete"),
                "require": { "types": "./index.d.cts", "default": "./index.cjs" },
                "default": { "types": "./complete.d.ts", "default": "./complete.js" }
            },
            "./clerk_wasm_bg.wasm": "./clerk_wasm_bg.wasm",
            "./package.json": "./package.json"
        },
        "files": BUILT.iter().chain(["CHANGELOG.md"].iter()).collect::<Vec<_>>(),
        // Importing `.` starts the wasm module; `./slim` waits to be told, if not in workerd.
        "sideEffects": ["./index.js", "./workerd.js"],
        "engines": { "node": ">=20" }
    }))
}

/// An entry that has the Clerk: workerd has one script for all of them.
fn clerk(name: &str) -> Value {
    let Value::Object(others) = entry(name) else { unreachable!("an entry is an object") };
    // The first condition that fits is taken.
    iter::once(("workerd".to_owned(), in_workerd(name))).chain(others).collect()
}

fn in_workerd(name: &str) -> Value {
    json!({ "types": format!("./{name}.d.ts"), "default": "./workerd.js" })
}

/// An entry that can be required too.
fn entry(name: &str) -> Value {
    let of = |types: &str, code: &str| json!({ "types": format!("./{name}.{types}"), "default": format!("./{name}.{code}") });
    json!({ "require": of("d.cts", "cjs"), "default": of("d.ts", "js") })
}

#[cfg(test)]
mod tests {
    use super::*;

    const CARGO: &str = "[workspace.package]\nversion = \"1.2.3\"\nlicense = \"MIT\"\n\
        repository = \"https://example.com/a/b\"\n[package]\nname = \"clerk-wasm\"\ndescription = \"d\"\n\
        version.workspace = true\nlicense.workspace = true\nrepository.workspace = true\nkeywords = [\"clerk\"]\n";

    #[test]
    fn the_version_is_the_workspace_s() {
        let manifest = from_cargo(CARGO).unwrap();
        assert_eq!(manifest["version"], "1.2.3");
        assert_eq!(manifest["exports"]["."]["default"]["types"], "./index.d.ts");
        assert_eq!(manifest["repository"]["url"], "git+https://example.com/a/b.git");
        assert!(manifest.get("dependencies").is_none());
    }

    #[test]
    fn types_come_first_among_the_conditions() {
        let text = from_cargo(CARGO).unwrap()["exports"]["./early"].to_string();
        let place = |word: &str| text.find(word).unwrap();
        assert!(place("\"require\"") < place("\"types\""));
        assert!(place("\"types\"") < place("\"default\""));
    }

    #[test]
    fn workerd_comes_before_the_conditions_that_fit_everywhere() {
        let exports = &from_cargo(CARGO).unwrap()["exports"];
        for entry in [".", "./slim", "./complete"] {
            let conditions: Vec<_> = exports[entry].as_object().unwrap().keys().collect();
            assert_eq!(conditions, ["workerd", "require", "default"], "{entry}");
        }
    }

    #[test]
    fn what_the_workspace_does_not_say_is_named() {
        let error = from_cargo(&CARGO.replace("license = \"MIT\"\n", "")).unwrap_err().to_string();
        assert!(error.contains("`license`"), "{error}");
    }
}
