//! Names of functions.

use rustc_demangle::demangle;

/// The name as a human reads it: demangled, without hashes.
pub(crate) fn readable(symbol: &str) -> String {
    format!("{:#}", demangle(symbol))
}

/// wasm-bindgen's macros give an export's symbol a suffix (`clerk_new_0123456789abcdef`), which wasm-bindgen takes away.
/// None if there is no such suffix.
pub(crate) fn without_hash(symbol: &str) -> Option<&str> {
    let (name, hash) = symbol.rsplit_once('_')?;
    let is_hash = hash.len() == 16 && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    is_hash.then_some(name)
}

/// Whether wasm-bindgen itself made a function of this name. Its shims only call other functions: they need no relocations.
pub(crate) fn is_made_by_wasm_bindgen(name: &str) -> bool {
    const PREFIXES: [&str; 2] = ["__wbindgen_", "__jspi_"];
    const SUFFIXES: [&str; 5] =
        [" externref shim", " multivalue shim", " catch wrapper", " jspi wrapper", " sp wrapper"];
    PREFIXES.iter().any(|prefix| name.starts_with(prefix))
        || SUFFIXES.iter().any(|suffix| name.ends_with(suffix))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_sixteen_lower_hexadecimal_digits() {
        assert_eq!(without_hash("clerk_new_0123456789abcdef"), Some("clerk_new"));
        assert_eq!(without_hash("clerk_new"), None);
        assert_eq!(without_hash("clerk_new_0123456789ABCDEF"), None);
        assert_eq!(without_hash("clerk_new_0123456789abcdef0"), None);
    }

    #[test]
    fn shims_of_wasm_bindgen_are_known_by_their_names() {
        assert!(is_made_by_wasm_bindgen("__wbindgen_add_to_stack_pointer"));
        assert!(is_made_by_wasm_bindgen("clerk_new externref shim"));
        assert!(!is_made_by_wasm_bindgen("clerk_new"));
    }

    #[test]
    fn names_are_read_without_hashes() {
        assert_eq!(readable("_ZN4core9panicking5panic17h0123456789abcdefE"), "core::panicking::panic");
        assert_eq!(readable("clerk_new"), "clerk_new");
    }
}
