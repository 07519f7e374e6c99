//! Whether a test is there that a list names: one that its runner finds, and does not leave out.

use super::File;

/// Where the scenarios of the differential suite lie.
const SCENARIOS: &str = "tests/js/differential/scenarios/";
/// The file there that imports those that are played.
const AREAS: &str = "tests/js/differential/scenarios/index.mjs";
/// The calls whose first argument is a test's name. `test.skip('…')` runs nothing, and `expect('…')` names nothing.
const CALLS: [&str; 3] = ["test", "test.concurrent", "scenario"];
/// How a statement begins whose name stands behind a table: `test.for([…])('…')`.
const TABLES: [&str; 4] = ["test.for(", "test.each(", "test.concurrent.for(", "test.concurrent.each("];
/// The attributes of a Rust test, by their last word.
const ATTRIBUTES: [&str; 2] = ["test", "wasm_bindgen_test"];

/// Whether the files have the test `path::name`: a Rust function with a test's attribute, or a test or scenario in JavaScript.
pub(super) fn exists(test: &str, files: &[File]) -> bool {
    let Some((path, name)) = test.split_once("::") else { return false };
    let Some(file) = files.iter().find(|file| file.path == path) else { return false };
    let code = without_comments(&file.text);
    if path.ends_with(".rs") {
        is_in_rust(name, &code)
    } else {
        is_run(path, files) && is_in_js(name, path, &code, files)
    }
}

fn is_in_rust(name: &str, code: &str) -> bool {
    let lines: Vec<&str> = code.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let is_function = |line: &str| {
        let line = line.strip_prefix("async ").unwrap_or(line);
        line.strip_prefix("fn ")
            .and_then(|rest| rest.strip_prefix(name))
            .is_some_and(|rest| rest.starts_with("()"))
    };
    lines.iter().enumerate().filter(|(_, line)| is_function(line)).any(|(at, _)| {
        let above = lines.iter().take(at).rev();
        let attributes: Vec<&str> = above.map_while(|line| attribute(line)).collect();
        attributes.iter().any(|name| ATTRIBUTES.contains(name)) && !attributes.contains(&"ignore")
    })
}

/// The last word of an attribute's path: `test` of `#[tokio::test(flavor = "…")]`.
fn attribute(line: &str) -> Option<&str> {
    let path = line.strip_prefix("#[")?.split(['(', ']', ' ']).next()?;
    path.rsplit("::").next()
}

/// Whether vitest takes the file for one of tests, or the differential suite plays the scenarios in it.
fn is_run(path: &str, files: &[File]) -> bool {
    let Some(area) = path.strip_prefix(SCENARIOS) else { return path.ends_with(".test.mjs") };
    let areas = files.iter().find(|file| file.path == AREAS).map(|file| without_comments(&file.text));
    areas.is_some_and(|text| text.contains(&format!("from './{area}'")))
}

fn is_in_js(name: &str, path: &str, code: &str, files: &[File]) -> bool {
    ['\'', '"', '`'].iter().any(|quote| {
        let text = format!("{quote}{name}{quote}");
        code.match_indices(&text).any(|(at, _)| takes_name(code.split_at(at).0, path, code, files))
    })
}

/// Whether what stands before a text makes it a test's name: `test(`, `test.for([…])(`, or a function of ours that calls one.
fn takes_name(before: &str, path: &str, code: &str, files: &[File]) -> bool {
    let Some(called) = before.trim_end().strip_suffix('(') else { return false };
    if called.ends_with(')') {
        let mut lines = called.lines().rev().map(str::trim_start);
        let statement = lines.find(|line| line.starts_with("test(") || line.starts_with("test."));
        return statement.is_some_and(|line| TABLES.iter().any(|table| line.starts_with(table)));
    }
    let in_name = |char: char| char.is_alphanumeric() || ['_', '$', '.'].contains(&char);
    let name = called.rsplit(|char| !in_name(char)).next().unwrap_or_default();
    CALLS.contains(&name)
        || is_own_call(name, code)
        || imported_from(name, path, code, files).is_some_and(|other| is_own_call(name, &other))
}

/// The code of the file beside this one that the name is imported from.
fn imported_from(name: &str, path: &str, code: &str, files: &[File]) -> Option<String> {
    let folder = path.rsplit_once('/')?.0;
    let mut imports = code.split("import {").skip(1).filter_map(|rest| rest.split_once("} from './"));
    let (_, rest) = imports.find(|(names, _)| names.split(',').any(|own| own.trim() == name))?;
    let path = format!("{folder}/{}", rest.split_once('\'')?.0);
    files.iter().find(|file| file.path == path).map(|file| without_comments(&file.text))
}

/// Whether the code has `const name = (…) => scenario(…`.
fn is_own_call(name: &str, code: &str) -> bool {
    code.split(&format!("const {name} = ")).skip(1).any(|rest| {
        let Some((parameters, body)) = rest.split_once("=>") else { return false };
        let mut calls = CALLS.iter().filter_map(|call| body.trim_start().strip_prefix(call));
        !parameters.contains(';') && calls.any(|rest| rest.starts_with('('))
    })
}

/// The code of both languages without its comments: what is commented out is no test. A comment that begins behind code on its line and
/// does not end there is not seen.
fn without_comments(text: &str) -> String {
    let mut in_comment = false;
    let lines = text.lines().map(|line| {
        if in_comment || line.trim_start().starts_with("/*") {
            in_comment = !line.contains("*/");
            return "";
        }
        let mut slashes = line.match_indices("//");
        let comment =
            slashes.find(|(at, _)| !line.split_at(*at).0.ends_with(|char: char| !char.is_whitespace()));
        comment.map_or(line, |(at, _)| line.split_at(at).0)
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(path: &str, text: &str, name: &str) -> bool {
        let file = |path: &str, text: &str| File { path: path.to_owned(), text: text.to_owned() };
        let areas = "import { scenarios as client } from './client.mjs';\n// from './left.mjs'\n";
        let words = "export const lived = (name, steps) =>\n  scenario(name, { steps });\nexport const said = x => call(x);";
        let words = file(&format!("{SCENARIOS}words.mjs"), words);
        exists(&format!("{path}::{name}"), &[file(path, text), file(AREAS, areas), words])
    }

    #[test]
    fn a_rust_test_has_its_attribute() {
        let rust = |text: &str| has("a.rs", text, "one");
        assert!(rust("#[test]\nfn one() {}"));
        assert!(rust("#[wasm_bindgen_test]\n    /// Says why.\n    async fn one() {}"));
        assert!(rust("#[test]\n#[cfg(unix)]\nfn one() {}"));
        assert!(rust("fn one() {}\n#[tokio::test(flavor = \"current_thread\")]\nasync fn one() {}"));
        for text in [
            "fn one() {}",
            "#[test]\nfn two() {}\nfn one() {}",
            "#[cfg(test)]\nfn one() {}",
            "#[test]\n#[ignore = \"slow\"]\nfn one() {}",
            "// #[test]\n// fn one() {}",
            "#[test]\n// fn one() {}\nfn two() {}",
            "/*\n#[test]\nfn one() {}\n*/",
            "#[test]\nfn one_more() {}",
        ] {
            assert!(!rust(text), "{text}");
        }
    }

    #[test]
    fn a_test_in_javascript_is_called_by_its_name() {
        let js = |text: &str| has("a.test.mjs", text, "it works");
        for text in [
            "test('it works', () => {});",
            "test(\n  'it works',\n  () => {},\n);",
            "test.for([\n  ['a)', 1],\n])('it works', () => {});",
            "test.each(rows)(\n  \"it works\",\n  () => {});",
            "const url = 'https://a.b'; test(`it works`, () => {});",
        ] {
            assert!(js(text), "{text}");
        }
        for text in [
            "// test('it works', () => {});",
            "  f(); // test('it works', () => {});",
            "/**\n * test('it works')\n */",
            "test.skip('it works', () => {});",
            "test.skip.for([1])('it works', () => {});",
            "test.todo('it works');",
            "test('it works not', () => {});",
            "test('other', () => expect('it works').toBe(1));",
            "test('other', () => made(1)('it works'));",
            "const text = 'it works';",
            "attest('it works');",
        ] {
            assert!(!js(text), "{text}");
        }
        assert!(!has("a.mjs", "test('it works', () => {});", "it works"), "vitest does not look there");
    }

    #[test]
    fn a_scenario_is_played_and_not_only_spoken_of() {
        let (played, left) = (format!("{SCENARIOS}client.mjs"), format!("{SCENARIOS}left.mjs"));
        let scenario = "export const scenarios = [scenario('signOut', { steps: [] })];";
        assert!(has(&played, scenario, "signOut"));
        assert!(!has(&left, scenario, "signOut"), "it is not among the areas");
        assert!(!has(&played, "scenario('other', { steps: [call('signOut')] })", "signOut"));
        let own = "const account = (name, steps) =>\n  scenario(name, { steps });\naccount('signOut', []);";
        assert!(has(&played, own, "signOut"));
        assert!(!has(&played, &own.replace("scenario(name", "call(name"), "signOut"));
        let imported = "import {\n  lived,\n  said,\n} from './words.mjs';\nlived('signOut', []);";
        assert!(has(&played, imported, "signOut"));
        assert!(!has(&played, &imported.replace("words.mjs", "other.mjs"), "signOut"));
        assert!(!has(&played, &imported.replace("lived('", "said('"), "signOut"));
    }
}
