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
        #[wasm_bindgen(js_name = decodeText)]
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

/// Bytes as base64url.
pub(crate) fn encode(bytes: &[u8]) -> String {
    let mut text = String::new();
    let (mut bits, mut count) = (0_u32, 0);
    for byte in bytes {
        bits = bits << 8 | u32::from(*byte);
        count += 8;
        while count >= 6 {
            count -= 6;
            text.push(digit(bits >> count));
        }
    }
    if count > 0 {
        text.push(digit(bits << (6 - count)));
    }
    text
}

fn digit(bits: u32) -> char {
    ALPHABET.get(bits as usize & 63).copied().map_or('A', char::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64ct::{Base64Unpadded, Base64UrlUnpadded, Encoding};

    #[test]
    fn agrees_with_a_well_kept_crate() {
        for length in 0..80_u8 {
            let bytes: Vec<u8> = (0..length).map(|byte| byte.wrapping_mul(97).wrapping_add(length)).collect();
            assert_eq!(encode(&bytes), Base64UrlUnpadded::encode_string(&bytes));
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
