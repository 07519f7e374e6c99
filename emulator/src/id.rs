//! Identifiers and secrets: Clerk's prefixes before random text.

use rand::RngExt;

const ALPHABET: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// A new identifier such as `sess_2x…`: the prefix and 27 characters, as long as Clerk's.
pub(crate) fn new_id(prefix: &str) -> String {
    format!("{prefix}_{}", random_text(27))
}

/// `length` characters that nobody can guess.
pub(crate) fn random_text(length: usize) -> String {
    let mut random = rand::rng();
    (0..length)
        .filter_map(|_| ALPHABET.get(random.random_range(0..ALPHABET.len())))
        .map(|byte| char::from(*byte))
        .collect()
}

/// A one-time code of six digits.
pub(crate) fn new_code() -> String {
    format!("{:06}", rand::rng().random_range(0..1_000_000))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_carry_their_prefix_and_differ() {
        let (first, second) = (new_id("sess"), new_id("sess"));
        assert!(first.starts_with("sess_") && first.len() == 32);
        assert_ne!(first, second);
        assert_eq!(new_code().len(), 6);
    }
}
