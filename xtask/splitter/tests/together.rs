//! The two parts work together as the one module did.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use serde_json::json;
use splitter::Rules;
use support::{Pair, holds, rules};

#[test]
fn statics_and_the_heap_are_shared() {
    let pair = Pair::of("shared", &rules());
    let found = pair.run(
        "const second = arrive();
        return [first.count(), second.second_count_up(3), first.count(), second.second_unboxed(first.boxed(21)),
            first.unboxed(second.second_boxed(4)), notes];",
    );
    let notes = json!([["host_note", 7], ["host_second", 3], ["host_note", 10]]);
    assert_eq!(found, json!([7, 7, 10, 42, 5, notes]));
}

#[test]
fn objects_and_functions_of_the_second_are_called_by_the_first() {
    let pair = Pair::of("shared", &rules());
    let found = pair.run(
        "const before = [first.speak(), first.above(2)];
        const second = arrive();
        second.second_speaker(3);
        second.second_above();
        return [before, first.speak(), first.above(2), first.table_speaks(0)];",
    );
    assert_eq!(found, json!([[0, 0], 300, 6, 5]));
}

#[test]
fn texts_are_where_they_belong() {
    let pair = Pair::of("shared", &rules());
    let found = pair.run(
        "const second = arrive();
        return [text(first.text(), 30), text(second.second_text(), 31), second.second_hashed(2), first.hashed(0)];",
    );
    let texts = ["a text of the first part alone", "a text of the second part alone"];
    assert_eq!(found, json!([texts[0], texts[1], 116, 7]));
    let (first, second) = (&pair.split.first, &pair.split.second);
    assert_eq!(texts.map(|text| holds(first, text)), [true, false]);
    assert_eq!(texts.map(|text| holds(second, text)), [false, true]);
}

#[test]
fn what_the_first_changed_stays_when_the_second_comes() {
    let pair = Pair::of("shared", &rules());
    let found = pair.run(
        "const all = whole();
        const addresses = [0, 1, 2].map(which => first.first_address(which));
        const before = first.first_sum() === all.first_sum();
        first.change(0xabcdef12);
        all.change(0xabcdef12);
        const second = arrive();
        const others = [0, 1, 2].map(which => second.second_address(which));
        const between = addresses.filter(address => others.includes(address - 4) && others.includes(address + 4));
        return [before, between.length, first.first_sum() === all.first_sum(), second.second_sum() === all.second_sum()];",
    );
    assert_eq!(found, json!([true, 2, true, true]));
}

#[test]
fn what_neither_reaches_is_in_neither() {
    let pair = Pair::of("shared", &rules());
    for module in [&pair.split.first, &pair.split.second] {
        assert!(!holds(module, "a text that nobody reads"));
        assert!(!holds(module, "nobody_calls"));
    }
    assert_eq!(pair.report().unknown_data_bytes, 0);
}

#[test]
fn each_part_imports_and_exports_what_it_needs() {
    let pair = Pair::of("shared", &rules());
    let found = pair.run(
        "return [importsOf('first.wasm'), importsOf('second.wasm').filter(name => !name.startsWith('first.')),
            importsOf('second.wasm').includes('first.memory'), exportsOf('first.wasm').includes('memory'),
            exportsOf('second.wasm')];",
    );
    assert_eq!(found[0], json!(["env.host_note"]));
    assert_eq!(found[1], json!(["env.host_second"]));
    assert_eq!((&found[2], &found[3]), (&json!(true), &json!(true)));
    assert_eq!(found[4], json!(pair.report().second.exports));
    assert!(pair.report().second.exports.iter().all(|name| name.starts_with("second_")));
    assert_eq!(pair.report().first.imports, [("env".to_owned(), "host_note".to_owned())]);
    assert_eq!(pair.report().second.host_imports, [("env".to_owned(), "host_second".to_owned())]);
}

#[test]
fn an_export_that_the_first_reaches_stays_there() {
    let pair = Pair::of("shared", &rules());
    assert_eq!(pair.report().already_in_first, ["second_wanted_by_first"]);
    assert!(pair.report().first.exports.contains(&"second_wanted_by_first".to_owned()));
    assert!(!pair.report().second.exports.contains(&"second_wanted_by_first".to_owned()));
    assert_eq!(pair.run("return first.second_wanted_by_first(1);"), json!(1));
}

/// Each export gives the same in the whole module and in the two parts, in whatever order they are called.
fn same_results(rules: &Rules) -> Pair {
    let pair = Pair::of("many", rules);
    let differences = pair.run(
        "const all = whole(), second = arrive(), differences = [];
        const names = exportsOf('whole.wasm').filter(name => typeof all[name] === 'function');
        let number = 12345;
        const next = () => (number = (Math.imul(number, 1103515245) + 12345) >>> 0) >>> 7;
        for (let round = 0; round < 3000; round++) {
            const name = names[next() % names.length], a = next(), b = next() % 5000;
            const [expected, found] = [all[name](a, b), (second[name] ?? first[name])(a, b)];
            if (expected !== found) differences.push([name, a, b, expected, found]);
        }
        return [names.length, differences];",
    );
    assert_eq!(differences, json!([10, []]));
    pair
}

#[test]
fn every_export_gives_the_same_as_in_the_whole_module() {
    let pair = same_results(&rules());
    assert_eq!(pair.report().second.copied, 0);
    assert!(!pair.report().second.from_first.is_empty());
}

#[test]
fn copies_of_small_functions_do_what_the_originals_do() {
    let without = same_results(&rules());
    let with = same_results(&Rules { copy_up_to: 200, ..rules() });
    assert!(with.report().second.copied > 0);
    assert!(with.report().second.from_first.len() < without.report().second.from_first.len());
    assert_eq!(with.report().first.functions, without.report().first.functions);
}

#[test]
fn trapped_panics_change_no_result() {
    let pair = same_results(&Rules { trap_panics: true, copy_up_to: 50, ..rules() });
    assert!(pair.report().trapped > 0);
}

#[test]
fn everything_may_be_in_one_part() {
    same_results(&Rules::default());
    same_results(&Rules { second: vec!["*".to_owned()], ..Rules::default() });
}
