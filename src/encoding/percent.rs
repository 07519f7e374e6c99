//! Percent encoding, for paths and for forms.

/// Appends a text as `encodeURIComponent` writes it.
pub(crate) fn append_uri_component(to: &mut String, text: &str) {
    append(
        to,
        text,
        |byte| matches!(byte, b'-' | b'_' | b'.' | b'!' | b'~' | b'*' | b'\'' | b'(' | b')'),
        "%20",
    );
}

/// Appends a text as `URLSearchParams` writes it: a space is a plus sign.
pub(crate) fn append_form(to: &mut String, text: &str) {
    append(to, text, |byte| matches!(byte, b'-' | b'_' | b'.' | b'*'), "+");
}

/// Piece by piece: a `char` would have to be encoded.
fn append(to: &mut String, text: &str, is_kept: fn(u8) -> bool, space: &str) {
    for (place, byte) in text.bytes().enumerate() {
        if byte.is_ascii_alphanumeric() || is_kept(byte) {
            to.push_str(text.get(place..=place).unwrap_or_default());
        } else if byte == b' ' {
            to.push_str(space);
        } else {
            to.push_str("%");
            to.push_str(hex_digit(byte >> 4));
            to.push_str(hex_digit(byte & 15));
        }
    }
}

fn hex_digit(nibble: u8) -> &'static str {
    let place = usize::from(nibble);
    "0123456789ABCDEF".get(place..=place).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ODD: &str = "a/b?c d%é+&=,#'\"()~*!-_.∂\u{1}";

    #[test]
    fn forms_agree_with_a_well_kept_crate() {
        let mut text = String::from("k=");
        append_form(&mut text, ODD);
        let expected: String = form_urlencoded::byte_serialize(ODD.as_bytes()).collect();
        assert_eq!(text, format!("k={expected}"));
    }

    #[test]
    fn components_are_those_of_javascript() {
        let mut text = String::new();
        append_uri_component(&mut text, ODD);
        assert_eq!(text, "a%2Fb%3Fc%20d%25%C3%A9%2B%26%3D%2C%23'%22()~*!-_.%E2%88%82%01");
    }
}
