//! Panics become traps, and what only they needed is gone.

#![allow(clippy::unwrap_used)]

mod support;

use serde_json::json;
use splitter::Rules;
use support::{Pair, holds, rules};

/// A text of the standard library, which each panic of `unwrap` shows.
const TEXT: &str = "called `Option::unwrap()` on a `None` value";

#[test]
fn a_panic_is_a_trap_and_its_text_is_in_neither_part() {
    let pair = Pair::of("panics", &Rules { trap_panics: true, ..rules() });
    let found = pair.run(
        "const second = arrive();
        return [first.at(1), caught(() => first.at(3)), second.second_at(5, 4), caught(() => second.second_at(5, 5))];",
    );
    assert_eq!(found, json!([2, "unreachable", 4, "unreachable"]));
    for module in [&pair.split.first, &pair.split.second] {
        assert!(!holds(module, TEXT));
        assert!(!holds(module, "index out of bounds"));
    }
    assert!(pair.report().trapped > 0);
    let mut functions = pair.report().first.functions.iter().chain(&pair.report().second.functions);
    assert!(!functions.any(|name| name.contains("backtrace") || name.contains("core::fmt")));
}

#[test]
fn what_our_functions_hand_to_a_panic_is_in_neither_part() {
    let pair = Pair::of("panics", &Rules { trap_panics: true, ..rules() });
    let found = pair.run(
        "const said = caught(() => first.said(3));
        return [first.checked(3), caught(() => first.checked(2)), said, notes.map(([, value]) => String.fromCharCode(value)).join('')];",
    );
    assert_eq!(found, json!([3, "unreachable", "unreachable", "a text that is said"]));
    for module in [&pair.split.first, &pair.split.second] {
        for text in ["the number is too small", "is too great", "panics.rs"] {
            assert!(!holds(module, text), "{text}");
        }
    }
}

#[test]
fn hooks_locks_and_catching_still_work() {
    let pair = Pair::of("panics", &Rules { trap_panics: true, ..rules() });
    assert_eq!(pair.run("return [first.prepared(3), first.prepared(4)];"), json!([1, 2]));
}

#[test]
fn without_the_switch_the_texts_stay() {
    let pair = Pair::of("panics", &rules());
    for text in [TEXT, "the number is too small", "is too great", "panics.rs"] {
        assert!(holds(&pair.split.first, text), "{text}");
    }
    assert_eq!(pair.report().trapped, 0);
}
