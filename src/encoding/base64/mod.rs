//! Base64 (RFC 4648), in both alphabets, without padding.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(not(target_arch = "wasm32"))]
mod native;

#[cfg(target_arch = "wasm32")]
pub(crate) use browser::decode_text;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use native::decode_text;

const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The digit of the lowest six bits. A text, since a `char` would have to be encoded.
pub(crate) fn digit(bits: u64) -> &'static str {
    let place = bits as usize & 63;
    ALPHABET.get(place..=place).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64ct::{Base64Unpadded, Base64UrlUnpadded, Encoding};

    #[test]
    fn digits_are_those_of_a_well_kept_crate() {
        for bits in 0..64_u8 {
            let one_digit = Base64UrlUnpadded::encode_string(&[bits << 2]);
            assert_eq!(Some(digit(u64::from(bits) | 64)), one_digit.get(..1));
        }
    }

    #[test]
    fn both_alphabets_are_read() {
        let text = "Zoë ∂ ~~~???";
        assert_eq!(decode_text(&Base64UrlUnpadded::encode_string(text.as_bytes())).as_deref(), Some(text));
        assert_eq!(decode_text(&Base64Unpadded::encode_string(text.as_bytes())).as_deref(), Some(text));
        assert_eq!(decode_text("eA==").as_deref(), Some("x"));
    }

    #[test]
    fn refuses_what_is_not_base64_or_not_a_text() {
        for text in ["a", "ab\n%", "%%%%", "é", "_w"] {
            assert_eq!(decode_text(text), None, "{text}");
        }
    }
}
