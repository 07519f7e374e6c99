//! What is taken from the glue, and what is said of a glue of another shape.

use super::super::exported_names;
use super::{GLUE, divided, error};

#[test]
fn what_frees_objects_is_left_out() {
    let both = divided(GLUE);
    let text = both.first + &both.second;
    for gone in ["free()", "__destroy_into_raw", "Symbol.dispose"] {
        assert!(!text.contains(gone), "{gone}");
    }
}

#[test]
fn the_starting_functions_are_not_among_the_names() {
    assert_eq!(exported_names(GLUE), ["Clerk", "fromJSON", "arrived"]);
}

#[test]
fn only_what_starts_the_module_is_cut_off() {
    assert!(!divided(GLUE).first.contains("__wbg_load"));
    let behind = error("function initSync(", "function later() {\n}\nfunction initSync(");
    assert!(behind.contains("`function later() {` behind"), "{behind}");
    let statement = error("export { initSync", "heap.push(null);\nexport { initSync");
    assert!(statement.contains("`heap.push(null);` behind"), "{statement}");
    let none = error("__wbg_load", "load");
    assert!(none.contains("`async function __wbg_load(` 0 times, not 1"), "{none}");
    assert!(none.ends_with("adapt xtask/src/build/glue to it"), "{none}");
}

#[test]
fn a_class_without_methods_that_end_fails_the_build() {
    let open = error("        return takeObject(ret);\n    }\n}", "        return takeObject(ret);\n    } }");
    assert!(open.contains("a class Clerk without methods that end"), "{open}");
    let (head, tail) = ("export class Clerk {\n", "}\nif (Symbol.dispose)");
    let body = GLUE.split_once(head).and_then(|(_, rest)| rest.split_once(tail)).unwrap().0;
    let empty = error(&format!("{head}{body}{tail}"), &format!("{head}{tail}"));
    assert!(empty.contains("a class Clerk without methods that end"), "{empty}");
}

#[test]
fn nothing_behind_a_class_gets_lost() {
    let behind = error("if (Symbol.dispose)", "(() => {})();\nif (Symbol.dispose)");
    assert!(behind.contains("`(() => {})();` in the class Clerk"), "{behind}");
}

#[test]
fn an_import_of_another_shape_fails_the_build() {
    let import = error("import { newHooks } from", "import newHooks from");
    assert!(import.contains("the import `import newHooks from"), "{import}");
}

#[test]
fn what_the_module_imports_has_to_be_found() {
    let object = error("const import0 = {", "const import9 = {");
    assert!(object.contains("const import0 = {"), "{object}");
    let end = error("newHooks(); },\n    };", "newHooks(); }\n    };");
    assert!(end.contains("an import __wbg_hooks_4 that does not end"), "{end}");
    let first = error("__proto__: null,\n        __wbg_get_1: ", "__proto__: null,\n        [");
    assert!(first.contains("`        [function(arg0) {` before the first import"), "{first}");
    let none = error("function __wbg_get_imports() {", "function imports() {");
    assert!(none.contains("`function __wbg_get_imports() {` 0 times"), "{none}");
}
