//! The package in one file, beside its parts: for `require`, whose users have often no `import()` either (Jest), and for module service
//! workers, which are refused one.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::process::Run;
use crate::set_up::npm;
use crate::workspace::Workspace;

/// What stands in for `TextEncoder` and `TextDecoder` where there are none: in Jest's jsdom.
const TEXT: &str = include_str!("js/text.js");
const SLIM: &str = include_str!("js/slim.cjs");
const COMPLETE: &str = "export * from './index.js';\n";

/// Writes the files, made of those that `package` has.
pub(super) fn write(workspace: &Workspace, stage: &Path, package: &Path) -> Result<()> {
    let text = stage.join("text.js");
    save(&text, TEXT)?;
    let inject = format!("--inject:{}", text.display());
    let bundled =
        |from: &str, to: &str, how: &[&str]| bundle(workspace, &package.join(from), &package.join(to), how);
    bundled("index.js", "complete.js", &["--format=esm"])?;
    bundled("index.js", "index.cjs", &["--format=cjs", &inject])?;
    bundled("early.js", "early.cjs", &["--format=cjs"])?;
    save(&package.join("slim.cjs"), SLIM)?;
    save(&package.join("complete.d.ts"), COMPLETE)?;
    for name in ["index", "slim", "early"] {
        // TypeScript takes a `.d.ts` of this package for a module that cannot be required.
        let types = fs::read_to_string(package.join(format!("{name}.d.ts")))?;
        save(&package.join(format!("{name}.d.cts")), &types.replace("'./index.js'", "'./index.cjs'"))?;
    }
    Ok(())
}

/// One file with all that `from` loads. Its names stay, since a class is called what its binding is called.
pub(super) fn bundle(workspace: &Workspace, from: &Path, to: &Path, how: &[&str]) -> Result<()> {
    npm::tool(workspace, "esbuild")
        .arg(from)
        .args(["--bundle", "--charset=utf8", "--log-level=warning", "--minify-whitespace", "--minify-syntax"])
        .args(how)
        .arg(format!("--target={}", super::bundle::LANGUAGE))
        .arg(format!("--outfile={}", to.display()))
        .quiet()
}

fn save(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}
