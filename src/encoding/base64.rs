//! Base64 (RFC 4648), in both alphabets, without padding.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The text behind base64; `None` for what is none. The browser has this in its own code.
#[cfg(target_arch = "wasm32")]
pub(crate) use browser::decode_text;

#[cfg(target_arch = "wasm32")]
mod browser {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen(module = "/src/encoding/base64.js")]
    extern "C" {
        #[wasm_bindgen(js_name = decodeBase64)]
        pub(crate) fn decode_text(base64: &str) -> Option<String>;
    }
}

/// The text behind base64; `None` for what is none.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn decode_text(base64: &str) -> Option<String> {
    use ::base64::alphabet::URL_SAFE;
    use ::base64::engine::{DecodePaddingMode, Engine, GeneralPurpose, GeneralPurposeConfig};

    let as_browsers_do = GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true);
    let url_safe = base64.replace('+', "-").replace('/', "_");
    let bytes = GeneralPurpose::new(&URL_SAFE, as_browsers_do).decode(url_safe).ok()?;
    String::from_utf8(bytes).ok()
}

/// The digit of the lowest six bits.
pub(crate) fn digit(bits: u64) -> char {
    ALPHABET.get(bits as usize & 63).copied().map_or('A', char::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64ct::{Base64Unpadded, Base64UrlUnpadded, Encoding};

    #[test]
    fn digits_are_those_of_a_well_kept_crate() {
        for bits in 0..64_u8 {
            let one_digit = Base64UrlUnpadded::encode_string(&[bits << 2]);
            assert_eq!(Some(digit(u64::from(bits) | 64)), one_digit.chars().next());
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
