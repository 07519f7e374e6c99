//! Base64 (RFC 4648), without padding.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The bytes behind a text in either alphabet; `None` when it is not one.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    if text.len() % 4 == 1 {
        return None;
    }
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    let (mut bits, mut count) = (0_u32, 0);
    for digit in text.bytes() {
        bits = bits << 6 | value(digit)?;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    Some(bytes)
}

fn value(digit: u8) -> Option<u32> {
    Some(u32::from(match digit {
        b'A'..=b'Z' => digit - b'A',
        b'a'..=b'z' => digit - b'a' + 26,
        b'0'..=b'9' => digit - b'0' + 52,
        b'+' | b'-' => 62,
        b'/' | b'_' => 63,
        _ => return None,
    }))
}

/// Bytes in the alphabet for URLs.
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
            let url = Base64UrlUnpadded::encode_string(&bytes);
            assert_eq!(encode(&bytes), url);
            assert_eq!(decode(&url).as_deref(), Some(&bytes[..]));
            assert_eq!(decode(&Base64Unpadded::encode_string(&bytes)), Some(bytes));
        }
    }

    #[test]
    fn refuses_what_is_not_base64() {
        for text in ["a", "abc=", "ab c", "ab\n", "%%%%", "é"] {
            assert_eq!(decode(text), None, "{text}");
        }
    }
}
