//! `why` tells the path by which the first part reaches a function.

#![allow(clippy::unwrap_used)]

mod support;

use splitter::{Rules, why};
use support::{bind::bind, linked, rules};

fn paths(rules: &Rules, name_part: &str) -> Vec<String> {
    let linked = linked("shared");
    why(&linked, &bind(&linked), rules, name_part).unwrap()
}

#[test]
fn the_path_is_told_through_data_and_pointers() {
    let found = paths(&rules(), "Quiet");
    let [path] = found.as_slice() else { unreachable!("{found:?}") };
    let lines: Vec<&str> = path.split("\n  <- ").collect();
    let vtable = "through the data of ";
    assert_eq!(lines.first().copied(), Some("<shared::Quiet as shared::Speaker>::say"));
    assert!(lines.get(1).is_some_and(|line| line.starts_with(vtable)), "{path}");
    assert!(lines.contains(&"through the data of shared::SPEAKERS"), "{path}");
    assert_eq!(lines.last().copied(), Some("export table_speaks"));
}

#[test]
fn a_call_is_told_by_its_caller() {
    let found = paths(&rules(), "second_wanted_by_first");
    assert_eq!(found, ["second_wanted_by_first\n  <- wants_second\n  <- export wants_second"]);
}

#[test]
fn what_the_first_does_not_reach_has_no_path() {
    assert!(paths(&rules(), "triple").is_empty());
    assert!(!paths(&Rules::default(), "triple").is_empty());
}
