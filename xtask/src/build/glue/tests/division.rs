//! Which part has what.

use super::super::divide;
use super::{GLUE, divided, error, parts};

#[test]
fn a_method_is_where_its_export_is() {
    let both = divided(GLUE);
    assert!(both.first.contains("get key() {") && both.first.contains("constructor(key) {"));
    assert!(!both.first.contains("load(options) {"));
    assert!(both.second.contains("export const methods = {\nClerk: {\n    load(options) {\n"));
    assert!(
        both.second.contains("const ret = part.a(addHeapObject(this), passString(options), vectorLength());")
    );
    // The method of the first part waits for the second.
    assert!(both.first.contains("addSecond(Clerk, 'Clerk', 'load');\n"));
    assert!(both.first.contains("return takeObject(wasm.a(this.__wbg_ptr));"));
}

#[test]
fn an_import_is_where_it_is_imported_and_once_where_both_import_it() {
    let both = divided(GLUE);
    assert!(both.first.contains("    a: function(arg0) {\n            return get(takeObject(arg0));\n"));
    assert!(both.first.contains("    d: import1.origin,\n"));
    assert!(!both.first.contains("send"));
    for (name, value) in [
        ("a", "first.f,"),
        ("b", "known.a,"),
        ("c", "function(arg0) {\n            return handleError(send, wrapped(arg0));\n        },"),
        ("d", "import1.reload,"),
    ] {
        assert!(both.second.contains(&format!("    {name}: {value}\n")), "{name}: {}", both.second);
    }
    assert!(both.second.starts_with(
        "import * as import1 from './snippets/clerk-1/src/platform/page.js';\nimport { send } from"
    ));
}

#[test]
fn what_the_second_part_alone_uses_is_moved_there() {
    let both = divided(GLUE);
    for moved in ["function handleError(", "const WRAPPED =", "function wrapped(", "function arrived("] {
        assert!(!both.first.contains(moved) && both.second.contains(moved), "{moved}");
    }
    for kept in [
        "function takeObject(",
        "function passString(",
        "function fromJSON(",
        "let heap",
        "heap.push(undefined)",
    ] {
        assert!(both.first.contains(kept) && !both.second.contains(kept), "{kept}");
    }
}

#[test]
fn what_changes_a_variable_is_there_once() {
    let both = divided(GLUE);
    assert!(
        both.first.contains("function addHeapObject(") && !both.second.contains("function addHeapObject(")
    );
}

#[test]
fn what_both_use_is_handed_over_once() {
    let both = divided(GLUE);
    let given = "loadsSecondBy(() => import('./second.js'), () => ['b1', wasm, imports, [() => WASM_VECTOR_LEN, addHeapObject, passString, takeObject]]);";
    assert!(both.first.contains(given), "{}", both.first);
    assert!(
        both.second.contains("let wasm, part, vectorLength, addHeapObject, passString, takeObject;\n"),
        "{}",
        both.second
    );
    assert!(both.second.contains("  [vectorLength, addHeapObject, passString, takeObject] = helpers;\n"));
    assert!(!both.second.contains("WASM_VECTOR_LEN"));
}

#[test]
fn another_variable_cannot_be_handed_over() {
    let heap = error("return handleError(send, wrapped(arg0));", "return heap[arg0];");
    assert!(heap.contains("uses the variable heap of wasm-bindgen's glue"), "{heap}");
}

#[test]
fn the_second_part_alone_imports_nothing_that_has_state() {
    let hooks = error("return handleError(send, wrapped(arg0));", "return newHooks();");
    assert!(hooks.contains("/src/js/glue/requests.js") && hooks.contains("src/js/second/glue"), "{hooks}");
}

#[test]
fn an_accessor_of_the_second_part_fails_the_build() {
    let accessor = error("wasm.clerk_key(", "wasm.clerk_load(");
    assert!(accessor.contains("an accessor or static") && accessor.contains("get key() {"), "{accessor}");
}

#[test]
fn an_export_that_neither_part_has_fails_the_build() {
    let method = error("wasm.clerk_key(", "wasm.clerk_keys(wasm.clerk_key, ");
    assert!(method.contains("`wasm.clerk_keys`, which neither part exports"), "{method}");
    let helper = error("return f(args);", "return wasm.call(f, args);");
    assert!(helper.contains("`wasm.call` where no part"), "{helper}");
    let mut parts = parts();
    parts.second.imports.push(("first".to_owned(), "__splitter_f_8".to_owned(), "e".to_owned()));
    let missing = divide(GLUE, &parts).unwrap_err().to_string();
    assert!(missing.contains("imports __splitter_f_8 of the first"), "{missing}");
}

#[test]
fn an_export_that_nobody_uses_fails_the_build() {
    let indexed = error("wasm.clerk_load(", "wasm['clerk_load'](");
    assert!(indexed.contains("`wasm.clerk_load` 0 times, not at least once"), "{indexed}");
}

#[test]
fn an_import_that_the_glue_does_not_have_fails_the_build() {
    let import = error("__wbg_send_2: function", "__wbg_sends_2: function");
    assert!(import.contains("no import __wbg_send_2"), "{import}");
    let module = error("import * as import1 from", "import { import1 } from");
    assert!(module.contains("src/platform/page.js\"` 0 times, not 1"), "{module}");
}
