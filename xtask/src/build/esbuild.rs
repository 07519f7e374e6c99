//! What esbuild writes, and what it reports of it.

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::glue::in_name;

/// What is to be adapted when esbuild's output has changed.
const HERE: &str = "xtask/src/build/esbuild.rs";

/// A report, which esbuild calls a metafile.
fn read(metafile: &str) -> Result<Value> {
    serde_json::from_str(metafile).context("esbuild's metafile is not readable")
}

/// A module with state is there once: a file that is loaded later may have none of the folder `first`.
pub(super) fn check_has_none_of(first: &str, name: &str, metafile: &str) -> Result<()> {
    let report = read(metafile)?;
    let inputs =
        report.get("inputs").and_then(Value::as_object).context("esbuild's metafile has no inputs")?;
    match inputs.keys().find(|path| path.contains(&format!("{first}/"))) {
        Some(path) => bail!(
            "{name}.js would have its own copy of {path}, which is the first part's: take what it needs from the \
             `tools` of {first}/lazy.js"
        ),
        None => Ok(()),
    }
}

/// The names that esbuild's report says the one output with exports has.
pub(super) fn exports_in(metafile: &str) -> Result<Vec<String>> {
    let report = read(metafile)?;
    let outputs =
        report.get("outputs").and_then(Value::as_object).context("esbuild's metafile has no outputs")?;
    let names = outputs.values().filter_map(|output| output.get("exports")?.as_array()).flatten();
    let names: Vec<_> =
        names.filter_map(Value::as_str).filter(|name| *name != "default").map(str::to_owned).collect();
    if names.is_empty() {
        bail!("esbuild's metafile names no export, so that none would keep its name; adapt {HERE} to it");
    }
    Ok(names)
}

/// esbuild turns a class that mentions itself into `var Name = class _Name`; this takes the underscore back.
pub(super) fn with_class_names(bundle: String, names: &[String]) -> Result<String> {
    names.iter().try_fold(bundle, |text, name| {
        let renamed = format!("_{name}");
        let written = format!("var {name} = class {renamed} ");
        let text = if text.contains(&written) { replace_word(&text, &renamed, name) } else { text };
        let class = format!("class {renamed}");
        match text.split(&class).skip(1).filter(|rest| !rest.starts_with(in_name)).count() {
            0 => Ok(text),
            left => bail!(
                "esbuild wrote `{class}` {left} times, and not as `{written}`: {name} would be called {renamed}; \
                 adapt {HERE} to it"
            ),
        }
    })
}

/// esbuild's helper goes through what it exports by `for … in`: that finds what another script has put on every object.
pub(super) fn with_own_names(bundle: String) -> String {
    bundle.replace("for (var name in all)", "for (var name of Object.keys(all))")
}

/// Replaces a JavaScript identifier, but not where it is a part of a longer one.
fn replace_word(text: &str, from: &str, to: &str) -> String {
    let mut pieces = text.split(from).peekable();
    let mut result = String::with_capacity(text.len());
    while let Some(piece) = pieces.next() {
        result.push_str(piece);
        if let Some(next) = pieces.peek() {
            let inside = result.ends_with(in_name) || next.starts_with(in_name);
            result.push_str(if inside { from } else { to });
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_that_mentions_itself_keeps_its_name() {
        let bundle = "var Clerk = class _Clerk { a() { return new _Clerk(__Clerk, _ClerkKey); } };";
        let wanted = "var Clerk = class Clerk { a() { return new Clerk(__Clerk, _ClerkKey); } };";
        let names = ["Clerk".to_owned()];
        assert_eq!(with_class_names(bundle.to_owned(), &names).unwrap(), wanted);
        let own = "const _Clerk = 1; var ClerkKey = class _ClerkKey {};";
        assert_eq!(with_class_names(own.to_owned(), &names).unwrap(), own);
    }

    #[test]
    fn a_class_that_is_renamed_in_another_shape_fails_the_build() {
        let error = with_class_names("let Clerk = class _Clerk {};".to_owned(), &["Clerk".to_owned()]);
        assert!(error.unwrap_err().to_string().contains("esbuild wrote `class _Clerk` 1 times"));
    }

    #[test]
    fn a_file_that_is_loaded_later_has_no_copy_of_the_first_part_s_modules() {
        let check = |path: &str| {
            check_has_none_of(
                "src/js/glue",
                "second",
                &format!(r#"{{"inputs":{{"a.js":{{}},"{path}":{{}}}}}}"#),
            )
        };
        assert!(check("snippets/clerk-1/src/js/second/glue/errors.js").is_ok());
        let error = check("snippets/clerk-1/src/js/glue/errors.js").unwrap_err().to_string();
        assert!(error.starts_with("second.js would have its own copy of snippets/"), "{error}");
        assert!(check_has_none_of("src/js/glue", "second", "{}").is_err());
    }

    #[test]
    fn exported_names_come_from_esbuild_s_report() {
        let report = r#"{"outputs":{"a.js":{"exports":["Clerk","default"]}}}"#;
        assert_eq!(exports_in(report).unwrap(), ["Clerk"]);
        assert!(exports_in("{}").is_err());
        assert!(exports_in(r#"{"outputs":{"a.js":{"exports":[]}}}"#).is_err());
    }
}
