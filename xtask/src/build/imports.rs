//! That no exception can pass through WebAssembly. It would keep its share of the module's 64 KiB of stack, leave `RefCell`s borrowed, and
//! leave the call that it broke off pending: after some hundreds of them every Clerk object of the page is dead.
//!
//! So each function that the module imports is caught (`#[wasm_bindgen(catch)]`), or one of our snippets, which never throw
//! (`tests/js/unit/total.test.mjs` holds them to it), or on the list [`HARMLESS`]. The functions are read in the glue that wasm-bindgen
//! writes, so what js-sys, web-sys and gloo-net bring along is among them.

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail};

use super::glue::in_name;

/// Where the imported functions begin in the glue, and where they end.
const BEGIN: &str = "    const import0 = {\n        __proto__: null,";
const END: &str = "\n    };\n";
/// The line that ends a function among them, and that of one whose exceptions are caught.
const ENDS: [&str; 2] = ["        },", "        }, arguments); },"];
/// How a function begins that is caught.
const CAUGHT: &str = "return handleError(function";

/// What imported functions may do, with `_` for each argument, and why that cannot throw.
const HARMLESS: &[(&str, &str)] = &[
    // Questions of wasm-bindgen's own about a value, which run no code of the value's.
    ("_", "a value as it is"),
    ("!_", "truth has no conversion that a page can change"),
    ("_ === null", "identity"),
    ("_ === undefined", "identity"),
    ("_ === _", "identity"),
    ("typeof(_) === 'function'", "a type"),
    ("typeof(v) === 'boolean' ? v : undefined", "a type"),
    ("typeof(obj) === 'number' ? obj : undefined", "a type"),
    ("typeof(obj) === 'string' ? obj : undefined", "a type"),
    // Objects of the module's own.
    ("_._wbg_cb_unref()", "a closure of the module's"),
    ("makeClosure(_, _, _)", "a closure of the module's"),
    ("makeMutClosure(_, _, _)", "a closure of the module's"),
    ("ClientResource.__wrap(_)", "an object of an exported class, which glue/prepare.js completes"),
    ("ResourceHandle.__wrap(_)", "an object of an exported class"),
    ("new Array()", "the language's own"),
    ("_.push(_)", "an array that Rust has made"),
    ("new Error(_)", "the language's own, of a text"),
    ("new TypeError(_)", "the language's own, of a text"),
    // What futures are run by.
    ("new Promise(cb0)", "the language's own; the callback is the module's"),
    ("Promise.resolve(_)", "undefined, by which wasm-bindgen-futures waits for a microtask"),
    ("_.then(_)", "a promise of the module's or of a snippet, which no application has made"),
    ("_.then(_, _)", "a promise of the module's or of a snippet, which no application has made"),
    ("_.queueMicrotask", "a property of the global object"),
    ("queueMicrotask(_)", "a closure of the module's"),
    ("typeof globalThis === 'undefined' ? undefined : globalThis", "a type"),
    ("typeof global === 'undefined' ? undefined : global", "a type"),
    ("typeof self === 'undefined' ? undefined : self", "a type"),
    ("typeof window === 'undefined' ? undefined : window", "a type"),
    ("Date.now()", "a number; a page that takes it away has no script that runs"),
    ("Date.parse(_)", "a number, of a text; a page that takes it away has no script that runs"),
    ("Math.random()", "a number; a page that takes it away has no script that runs"),
    // The answer that gloo-net reads is an object of platform/browser/fetch.js.
    ("_.headers", "an answer as fetch.js makes it"),
    ("_.status", "an answer as fetch.js makes it"),
    ("_.statusText", "an answer as fetch.js makes it"),
];

/// What stands around that: how arguments come and results go. Of a line that begins so nothing throws, as long as the result is of the type
/// that Rust asks for, which snippets see to.
const CONVERSIONS: [&str; 19] = [
    "return ",
    "var ptr1 = ",
    "const ptr1 = ",
    "var len1 = ",
    "const len1 = ",
    "getDataViewMemory0().set",
    "const v = getObject(",
    "const obj = getObject(",
    "let v0;",
    "if (arg",
    "v0 = getStringFromWasm0(",
    "wasm.__wbindgen_free(",
    "// ",
    "}",
    "try {",
    "var state0 = ",
    "var cb0 = ",
    "const a = state0.a;",
    "state0.a = ",
];

/// Fails for the first function of the glue that the module imports and that may throw. `is_imported` knows those that it still imports: the
/// optimiser has left some out, such as the one by which wasm-bindgen throws.
pub(crate) fn check(glue: &str, is_imported: impl Fn(&str) -> bool) -> Result<()> {
    let (_, rest) = glue.split_once(BEGIN).with_context(|| changed("no list of imports"))?;
    let (functions, _) = rest.split_once(END).with_context(|| changed("no end of the list of imports"))?;
    let snippets = snippets_of(glue);
    let mut seen = 0;
    let mut lines = functions.lines().skip(1);
    while let Some(first) = lines.next() {
        let Some((name, head)) = first.trim().split_once(": function(") else {
            bail!(changed(&format!("`{first}` where an imported function should begin")));
        };
        let body: Vec<&str> = lines.by_ref().take_while(|line| !ENDS.contains(line)).map(str::trim).collect();
        seen += 1;
        if head.contains(CAUGHT) || !is_imported(name) || is_question_of_class(&body) {
            continue;
        }
        let deed = deed_of(&body).with_context(|| format!("in {name}, which the module imports"))?;
        let is_snippet = deed.split_once('(').is_some_and(|(called, _)| snippets.contains(called));
        if !is_snippet && !HARMLESS.iter().any(|(harmless, _)| *harmless == deed) {
            bail!(
                "the module imports {name}, which does `{deed}` and is not caught: an exception would pass through WebAssembly. Call it by \
                 a snippet that never throws, or with #[wasm_bindgen(catch)], or say in {HERE} why it cannot throw",
            );
        }
    }
    if seen == 0 {
        bail!(changed("an empty list of imports"));
    }
    Ok(())
}

const HERE: &str = "xtask/src/build/imports.rs";

fn changed(what: &str) -> String {
    format!("wasm-bindgen's glue has {what}: its output has changed; adapt {HERE} to it")
}

/// What the glue calls our snippets: `import { get, put as put1 } from './snippets/…'`.
fn snippets_of(glue: &str) -> BTreeSet<&str> {
    let imports =
        glue.lines().filter_map(|line| line.strip_prefix("import { ")?.split_once(" } from './snippets/"));
    let names = imports.flat_map(|(names, _)| names.split(", "));
    names.map(|name| name.split(" as ").last().unwrap_or(name)).collect()
}

/// `instanceof`, which wasm-bindgen catches itself.
fn is_question_of_class(body: &[&str]) -> bool {
    matches!(body, ["let result;", "try {", question, "} catch (_) {", "result = false;", "}", ..]
        if question.starts_with("result = ") && question.contains(" instanceof "))
}

/// The one thing that a function does besides converting, with `_` for each argument.
fn deed_of(body: &[&str]) -> Result<String> {
    let is_call_of_the_module = |line: &&str| is_of_the_module(line);
    let is_conversion =
        |line: &&str| CONVERSIONS.iter().any(|known| line.starts_with(known)) || is_call_of_the_module(line);
    let deeds: Vec<&str> = body.iter().copied().filter(|line| !is_conversion(line)).collect();
    let [deed] = deeds[..] else { bail!(changed(&format!("{deeds:?} where one thing should be done"))) };
    let deed = deed.strip_prefix("const ret = ").unwrap_or(deed);
    Ok(without_arguments(deed.trim_end_matches(';')))
}

/// `get(getObject(arg0), getStringFromWasm0(arg1, arg2))` as `get(_, _)`.
fn without_arguments(deed: &str) -> String {
    const TAKEN: [&str; 3] = ["getObject(", "takeObject(", "getStringFromWasm0("];
    const CONVERTED: [&str; 4] =
        ["_ >>> 0", "_ !== 0", "_ === 0 ? undefined : _", "_ === Number.MAX_SAFE_INTEGER ? undefined : _"];
    let mut rest = deed;
    let mut result = String::new();
    while let Some(first) = rest.chars().next() {
        let is_start = !result.ends_with(|char| in_name(char) || char == '.');
        let taken = TAKEN.iter().find(|taken| is_start && rest.starts_with(**taken));
        let word = rest.split(|char| !in_name(char)).next().unwrap_or_default();
        let behind = match taken {
            Some(taken) => {
                rest.strip_prefix(taken).and_then(|given| given.split_once(')')).map(|(_, behind)| behind)
            }
            None => rest.strip_prefix(word).filter(|_| is_start && is_argument(word)),
        };
        result.push(if behind.is_some() { '_' } else { first });
        rest = behind.or_else(|| rest.strip_prefix(first)).unwrap_or_default();
    }
    CONVERTED.iter().fold(result, |text, known| text.replace(known, "_"))
}

/// Whether a name is one of the module's own functions, by either of the compiler's manglings or as wasm-bindgen makes it readable.
fn is_of_the_module(name: &str) -> bool {
    ["_ZN", "_R", "wasm_bindgen_"].iter().any(|start| name.starts_with(start))
}

/// What wasm-bindgen calls an argument, or a function of the module that a closure calls.
fn is_argument(word: &str) -> bool {
    let is_number = |text: &str| !text.is_empty() && text.chars().all(|char| char.is_ascii_digit());
    is_of_the_module(word) || ["arg", "v"].iter().any(|known| word.strip_prefix(known).is_some_and(is_number))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "import { get, put as put1 } from './snippets/x/src/json/browser.js';
function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        __wbg___wbindgen_throw_1: function(arg0, arg1) {
            throw new Error(getStringFromWasm0(arg0, arg1));
        },
        __wbg_get_1: function(arg0, arg1, arg2) {
            const ret = get(getObject(arg0), arg1 === 0 ? undefined : getStringFromWasm0(arg1, arg2));
            return addHeapObject(ret);
        },
        __wbg_put_1: function(arg0, arg1, arg2, arg3) {
            let v0;
            if (arg1 !== 0) {
                v0 = getStringFromWasm0(arg1, arg2);
                wasm.__wbindgen_free(arg1, arg2 * 1, 1);
            }
            put1(takeObject(arg0), v0, arg3 !== 0, arg3 >>> 0);
        },
        __wbg_json_1: function() { return handleError(function (arg0) {
            const ret = getObject(arg0).json();
            return addHeapObject(ret);
        }, arguments); },
        __wbg_instanceof_Response_1: function(arg0) {
            let result;
            try {
                result = getObject(arg0) instanceof Response;
            } catch (_) {
                result = false;
            }
            const ret = result;
            return ret;
        },
        __wbg_new_1: function(arg0, arg1) {
            try {
                var state0 = {a: arg0, b: arg1};
                var cb0 = (arg0, arg1) => {
                    const a = state0.a;
                    state0.a = 0;
                    try {
                        return wasm_bindgen_1___convert__closures_____invoke(a, state0.b, arg0, arg1);
                    } finally {
                        state0.a = a;
                    }
                };
                const ret = new Promise(cb0);
                return addHeapObject(ret);
            } finally {
                state0.a = 0;
            }
        },
        __wbindgen_cast_1: function(arg0, arg1) {
            // Cast intrinsic for `Closure(Closure { owned: true }) -> Externref`.
            const ret = makeClosure(arg0, arg1, wasm_bindgen_1___convert__closures_____invoke);
            return addHeapObject(ret);
        },
        __wbindgen_object_drop_ref: function(arg0) {
            takeObject(arg0);
        },
    };
    return {
    };
}
";

    fn is_imported(name: &str) -> bool {
        !name.contains("throw")
    }

    fn problem(line: &str) -> String {
        let glue = GLUE.replace("            takeObject(arg0);", &format!("            {line}"));
        format!("{:#}", check(&glue, is_imported).unwrap_err())
    }

    #[test]
    fn what_is_caught_or_a_snippet_or_harmless_may_be_imported() {
        check(GLUE, is_imported).unwrap();
    }

    #[test]
    fn anything_else_fails_the_build() {
        let own = problem("const ret = getObject(arg0).signal;");
        assert!(
            own.contains("imports __wbindgen_object_drop_ref, which does `_.signal` and is not caught"),
            "{own}"
        );
        assert!(problem("getObject(arg0).abort();").contains("does `_.abort()`"));
        assert!(problem("const ret = new WeakRef(getObject(arg0));").contains("does `new WeakRef(_)`"));
        // It is no snippet: the name is one of the page's.
        assert!(problem("const ret = put(getObject(arg0));").contains("does `put(_)`"));
        let thrown = check(GLUE, |_| true).unwrap_err().to_string();
        assert!(
            thrown.contains("imports __wbg___wbindgen_throw_1, which does `throw new Error(_)`"),
            "{thrown}"
        );
    }

    #[test]
    fn glue_of_another_shape_fails_the_build() {
        let error = |glue: String| format!("{:#}", check(&glue, is_imported).unwrap_err());
        assert!(error(GLUE.replace("const import0", "let import0")).contains("no list of imports"));
        assert!(
            error(GLUE.replace("        __proto__: null,\n", "        __proto__: null,\n    };\n"))
                .contains("empty")
        );
        assert!(
            error(GLUE.replace("__wbg_get_1: function", "__wbg_get_1: async function"))
                .contains("should begin")
        );
        let two = problem("getObject(arg0).abort();\n            getObject(arg0).abort();");
        assert!(two.contains("where one thing should be done"), "{two}");
    }

    #[test]
    fn arguments_are_told_from_the_rest() {
        let of = without_arguments;
        assert_eq!(of("getObject(arg0)[arg1 >>> 0]"), "_[_]");
        assert_eq!(of("getObject(arg0).then(getObject(arg1), takeObject(arg2))"), "_.then(_, _)");
        assert_eq!(of("arg0"), "_");
        assert_eq!(of("typeof(v) === 'boolean' ? v : undefined"), "typeof(v) === 'boolean' ? v : undefined");
        assert_eq!(of("f(arg4 === Number.MAX_SAFE_INTEGER ? undefined : arg4, v0)"), "f(_, _)");
        assert_eq!(of("target.arg0(margin)"), "target.arg0(margin)");
    }
}
