//! The encodings that keys, tokens and requests are written in. Small enough to be our own: the crates for them were 6 % of
//! the package (CONTRIBUTING.md has the figures).

mod base64;
mod parts;
mod percent;
mod sha1;

pub(crate) use base64::{decode_text as decode_base64, digit as base64_digit};
pub(crate) use parts::{concat, join, split, split_once};
pub(crate) use percent::{append_form, append_uri_component};
pub(crate) use sha1::sha1;
