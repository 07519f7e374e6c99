//! Which functions only say what went wrong before they trap. The crate decides: no function of ours, whatever it is called.

use crate::names::readable;

/// Rust's own libraries. In `__rustc` is what the compiler links to by a fixed name, such as the panic handler.
const LIBRARIES: [&str; 6] = ["core", "alloc", "std", "panic_abort", "compiler_builtins", "__rustc"];

/// The function by which wasm-bindgen throws texts of its own, such as "null pointer passed to rust".
const THROWING: &str = "wasm_bindgen::throw_str";

/// Whether the function of this symbol becomes a trap.
pub(crate) fn is_panic(symbol: &str) -> bool {
    let name = readable(symbol);
    let path = path_of(&name);
    path == THROWING || is_library_panic(path) || is_library_debug(&name)
}

/// The path of a function without types. A method of a type (`<…>::name`) has none: it names no crate of its own.
fn path_of(name: &str) -> &str {
    let path = name.split('<').next().unwrap_or_default();
    path.strip_suffix("::").unwrap_or(path)
}

/// Functions in and around the library's modules `panicking` that programs call which do not panic: they set the hook, they catch, and they
/// ask whether there is a panic, as each lock does.
const HARMLESS: [&str; 6] = ["set_hook", "take_hook", "update_hook", "catch_unwind", "try", "panic_count"];

/// Whether the function is one of Rust's libraries and panics: it is in a module `panicking`, or it is called so.
fn is_library_panic(path: &str) -> bool {
    if path.ends_with("::panicking") || path.split("::").any(|word| HARMLESS.contains(&word)) {
        return false;
    }
    let mut words = path.split("::");
    let (Some(first), Some(last)) = (words.clone().next(), path.rsplit("::").next()) else {
        return false;
    };
    LIBRARIES.contains(&first) && (words.any(|word| word == "panicking") || is_called_panic(last))
}

/// What functions that panic are called, if they are in no module `panicking`. Each is in a module with `-Cpanic=abort` and Rust 1.95.
fn is_called_panic(word: &str) -> bool {
    const WORDS: [&str; 6] = [
        "rust_begin_unwind",
        "capacity_overflow",
        "handle_error",
        "handle_alloc_error",
        "__rust_alloc_error_handler",
        "rust_oom",
    ];
    const SUFFIXES: [&str; 3] = ["_fail", "_failed", "_fail_rt"];
    word.starts_with("panic")
        || word.starts_with("rust_panic")
        || WORDS.contains(&word)
        || SUFFIXES.iter().any(|suffix| word.ends_with(suffix))
}

/// Whether the function shows a value of Rust's libraries for a programmer (`{:?}`). The library that comes with the compiler hands such
/// functions to each panic that tells a value, by a pointer, so that they are reached although nobody calls them but panics.
/// All crates of the name have to be libraries: `<&ours::Thing as core::fmt::Debug>::fmt` stays.
fn is_library_debug(name: &str) -> bool {
    const BUILDERS: [&str; 3] =
        ["core::fmt::builders::", "core::fmt::Formatter>::debug_", "core::fmt::Formatter::debug_"];
    let shows = name.contains("core::fmt::Debug") && name.ends_with("::fmt");
    let builds = BUILDERS.iter().any(|builder| name.contains(builder));
    (shows || builds) && crates(name).all(|name| LIBRARIES.contains(&name))
}

/// The crates that a name mentions: each word before a `::` that has none before it.
fn crates(name: &str) -> impl Iterator<Item = &str> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let mut rest = name;
    std::iter::from_fn(move || {
        loop {
            let start = rest.find(is_word)?;
            let inside_path = rest.get(..start)?.ends_with("::");
            let from = rest.get(start..)?;
            let end = from.find(|c| !is_word(c)).unwrap_or(from.len());
            let (word, after) = from.split_at(end);
            rest = after;
            if after.starts_with("::") && !inside_path {
                return Some(word);
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn panics_of_the_libraries_in_the_older_mangling() {
        assert!(is_panic("_ZN4core9panicking9panic_fmt17h0123456789abcdefE"));
        assert!(is_panic("_ZN4core6option13expect_failed17h0123456789abcdefE"));
        assert!(is_panic("_ZN5alloc7raw_vec17capacity_overflow17h0123456789abcdefE"));
        assert!(is_panic("_ZN12wasm_bindgen9throw_str17h0123456789abcdefE"));
        // <alloc::string::String as core::fmt::Debug>::fmt
        assert!(is_panic(
            "_ZN58_$LT$alloc..string..String$u20$as$u20$core..fmt..Debug$GT$3fmt17h0123456789abcdefE"
        ));
    }

    #[test]
    fn panics_of_the_libraries_in_the_newer_mangling() {
        assert!(is_panic("_RNvNtCsbm4wLQ9YkpL_4core9panicking9panic_fmt"));
        assert!(is_panic("_RNvCsbm4wLQ9YkpL_7___rustc17rust_begin_unwind"));
        assert!(is_panic("_RNvNtCsbm4wLQ9YkpL_5alloc7raw_vec12handle_error"));
        assert!(is_panic("_RNvCsbm4wLQ9YkpL_12wasm_bindgen9throw_str"));
        // <u32 as core::fmt::Debug>::fmt
        assert!(is_panic("_RNvXCsbm4wLQ9YkpL_4coremNtNtB2_3fmt5Debug3fmt"));
    }

    #[test]
    fn no_function_of_ours_whatever_it_is_called() {
        assert!(!is_panic("_ZN10clerk_wasm9panicking9panic_fmt17h0123456789abcdefE"));
        assert!(!is_panic("_RNvNtCsbm4wLQ9YkpL_10clerk_wasm7gateway7or_fail"));
        assert!(!is_panic("_ZN10clerk_wasm4core5alloc12handle_error17h0123456789abcdefE"));
        assert!(!is_panic("rust_panic"));
        assert!(!is_panic("panic_fmt"));
        // <ours::Thing as core::fmt::Debug>::fmt
        assert!(!is_panic("_ZN50_$LT$ours..Thing$u20$as$u20$core..fmt..Debug$GT$3fmt17h0123456789abcdefE"));
    }

    #[test]
    fn what_the_libraries_do_for_everybody_stays() {
        assert!(!is_panic("_ZN4core3fmt9Formatter12pad_integral17h0123456789abcdefE"));
        assert!(!is_panic("_RNvCsbm4wLQ9YkpL_7___rustc14___rust_realloc"));
    }

    #[test]
    fn what_does_not_panic_in_the_modules_of_panics_stays() {
        assert!(!is_panic("_ZN3std9panicking8set_hook17h0123456789abcdefE"));
        assert!(!is_panic("_ZN3std9panicking3try17h0123456789abcdefE"));
        assert!(!is_panic("_ZN3std9panicking12catch_unwind7do_call17h0123456789abcdefE"));
        assert!(!is_panic("_ZN3std9panicking11panic_count17is_zero_slow_path17h0123456789abcdefE"));
        assert!(!is_panic("_ZN3std6thread9panicking17h0123456789abcdefE"));
        assert!(is_panic("_ZN3std9panicking11begin_panic17h0123456789abcdefE"));
    }

    #[test]
    fn crates_of_a_name() {
        let found = |name| crates(name).collect::<Vec<_>>();
        assert_eq!(found("<&ours::Thing<u8> as core::fmt::Debug>::fmt"), ["ours", "core"]);
        assert_eq!(found("core::fmt::num::<impl core::fmt::Debug for u32>::fmt"), ["core", "core"]);
        assert_eq!(found("plain"), [""; 0]);
    }

    #[test]
    fn debug_of_a_library_type_that_holds_ours_stays() {
        assert!(is_library_debug("<core::option::Option<u32> as core::fmt::Debug>::fmt"));
        assert!(is_library_debug("<core::fmt::builders::DebugStruct>::field"));
        assert!(is_library_debug("<core::fmt::Formatter>::debug_tuple_field1_finish"));
        assert!(!is_library_debug("<core::option::Option<ours::Thing> as core::fmt::Debug>::fmt"));
    }
}
