//! Decoding elsewhere, as browsers do it.

use base64::alphabet::URL_SAFE;
use base64::engine::{DecodePaddingMode, Engine, GeneralPurpose, GeneralPurposeConfig};

/// The text behind base64; `None` for what is none.
pub(crate) fn decode_text(base64: &str) -> Option<String> {
    let as_browsers_do = GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true);
    let url_safe = base64.replace('+', "-").replace('/', "_");
    let bytes = GeneralPurpose::new(&URL_SAFE, as_browsers_do).decode(url_safe).ok()?;
    String::from_utf8(bytes).ok()
}
