//! How the first part starts, and what it does for the second.

use super::{GLUE, divided, error};

#[test]
fn the_exports_are_guarded_until_they_are_there() {
    let first = divided(GLUE).first;
    assert!(
        first.contains("import { notReady } from './guard.js';\n")
            && first.contains("let wasm = notReady;\n")
    );
    assert!(!first.contains("wasmModule"));
    assert!(first.contains("export { init as default, initSync };\n"));
}

#[test]
fn collected_objects_are_freed_by_the_second_part() {
    let both = divided(GLUE);
    let registry = "const ClerkFinalization = freed('__wbg_clerk_free');";
    assert!(both.first.contains(registry), "{}", both.first);
    assert!(both.first.contains("from './snippets/clerk-1/src/js/glue/second_part.js';\n"));
    assert!(
        both.second.contains("export const frees = {\n__wbg_clerk_free: ptr => part.c(ptr, 1),\n};\n"),
        "{}",
        both.second
    );
}

#[test]
fn both_parts_know_their_build() {
    let both = divided(GLUE);
    assert!(both.first.contains("['b1', ") && both.second.contains("export const BUILD = 'b1';\n"));
}

#[test]
fn glue_of_another_shape_fails_the_build() {
    for (from, to, said) in [
        (
            "let wasmModule, wasmInstance, wasm;",
            "let wasmInstance, wasm;",
            "`let wasmModule, wasmInstance, wasm;` 0 times, not 1",
        ),
        ("    wasmModule = module;\n", "", "0 times, not 1"),
        (
            "FinalizationRegistry(ptr => wasm",
            "FinalizationRegistry(p => wasm",
            "(ptr => wasm.` 0 times, not 1",
        ),
        ("_free(ptr, 1)", "_free(ptr, true)", "`(ptr, 1))` 0 times, not 1"),
    ] {
        let error = error(from, to);
        assert!(error.contains(said) && error.contains("adapt xtask/src/build/glue"), "{error}");
    }
}
