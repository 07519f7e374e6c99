//! Which of two tokens is the newer: an answer that was overtaken must not bring an old token back.

use super::Jwt;
use std::cmp::Ordering;

/// The fresher of the two tokens; `incoming` on a tie.
///
/// A token with the header `oiat` beats one without; then the larger `oiat` wins, then the larger `iat`.
pub fn pick_freshest<'a>(existing: Option<&'a Jwt>, incoming: &'a Jwt) -> &'a Jwt {
    existing.filter(|existing| is_fresher(existing, incoming)).unwrap_or(incoming)
}

/// Whether the session's token should be kept although `incoming` arrived: both are of the same session and the
/// same organization, and the existing one is strictly fresher.
pub fn should_keep_existing(existing: Option<&Jwt>, incoming: &Jwt) -> bool {
    existing.is_some_and(|existing| {
        existing.sid() == incoming.sid()
            && existing.org_id() == incoming.org_id()
            && is_fresher(existing, incoming)
    })
}

fn is_fresher(existing: &Jwt, incoming: &Jwt) -> bool {
    match (existing.oiat(), incoming.oiat()) {
        (None, None) => false,
        (Some(_), None) => true,
        (None, Some(_)) => false,
        (Some(mine), Some(theirs)) => match mine.total_cmp(&theirs) {
            Ordering::Equal => existing.iat().unwrap_or_default() > incoming.iat().unwrap_or_default(),
            order => order == Ordering::Greater,
        },
    }
}
