//! vitest, over the tests of `tests/js`, with what they need of this machine.

use std::process::Command;

use anyhow::Result;

use super::Order;
use crate::emulator;
use crate::set_up::{browser, npm};

/// A command that runs the tests that the order asks for, in Chromium as far as they need a browser.
pub(super) fn command(order: Order<'_>) -> Result<Command> {
    let mut vitest = without_chromium(order);
    vitest.env("CHROMIUM", browser::headless()?);
    // The quickest one has no back/forward cache.
    if let Ok(whole) = browser::chromium() {
        vitest.env("WHOLE_CHROMIUM", whole);
    }
    Ok(vitest)
}

/// The same for tests that bring their own browser.
pub(super) fn without_chromium(order: Order<'_>) -> Command {
    let mut vitest = npm::tool(order.workspace, "vitest");
    vitest.arg("run").args(named_tests(order.pattern)).env("EMULATOR", emulator::program(order.workspace));
    order.tell(&mut vitest);
    vitest
}

/// vitest's own arguments and paths of test files as they are; other words are part of a test's name, or of its group's.
fn named_tests(pattern: &[String]) -> Vec<String> {
    match pattern.first() {
        Some(first) if !first.starts_with('-') && !first.contains('/') => {
            vec!["--testNamePattern".to_owned(), pattern.join(" ")]
        }
        _ => pattern.to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_name_tests_and_paths_name_files() {
        let of =
            |words: &[&str]| named_tests(&words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>());
        assert_eq!(of(&["signs", "in"]), ["--testNamePattern", "signs in"]);
        assert_eq!(of(&["package/load"]), ["package/load"]);
        assert_eq!(of(&["-t", "signs in"]), ["-t", "signs in"]);
        assert!(of(&[]).is_empty());
    }
}
