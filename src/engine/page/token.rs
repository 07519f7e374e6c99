//! The token that a session comes with.

use super::resource::Resource;
use super::state::Page;
use crate::json::Json;
use crate::model::{Jwt, should_keep_existing};
use std::fmt;

/// A token with less left than this is not served any more, in ms: it could expire on its way.
pub(crate) const LEEWAY_MS: f64 = 5000.0;

/// A token that is there.
#[doc(hidden)]
pub struct Ready {
    pub raw: Json,
    /// Until when it is served, in ms since the epoch by the device's clock.
    pub until_ms: f64,
}

/// Without the token.
impl fmt::Debug for Ready {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Ready").field("until_ms", &self.until_ms).finish_non_exhaustive()
    }
}

impl Ready {
    pub(crate) fn if_good(raw: Json, expires_at_ms: f64, page: &Page) -> Option<Self> {
        let until_ms = expires_at_ms - LEEWAY_MS - page.ahead_ms.get();
        (until_ms > page.near.clock.now_ms()).then_some(Self { raw, until_ms })
    }
}

/// Empty for the personal account.
pub(crate) fn active_organization(session: &Resource) -> String {
    session.data().text("last_active_organization_id").unwrap_or_default()
}

pub(crate) fn last_raw(session: &Resource) -> Option<String> {
    raw_in(&session.data())
}

/// The token that a session's JSON holds.
pub(crate) fn raw_in(session: &Json) -> Option<String> {
    session.present("last_active_token")?.text("jwt").filter(|raw| !raw.is_empty())
}

/// A token that does not say when it expires has expired.
pub(crate) fn expires_at_ms(raw: &str) -> f64 {
    Jwt::decode(raw).and_then(|jwt| jwt.exp_s()).unwrap_or_default() * 1000.0
}

/// Whether `raw` is of the same session and organization as `held`, and older: it must not replace it.
pub(crate) fn is_staler(held: Option<&str>, raw: Option<&str>) -> bool {
    let incoming = raw.filter(|_| held != raw).and_then(Jwt::decode);
    incoming.is_some_and(|incoming| should_keep_existing(held.and_then(Jwt::decode).as_ref(), &incoming))
}

/// A payload may carry an older token than the one that was minted since: the session then keeps the fresher one.
pub(crate) fn with_fresher_token(held: &Json, incoming: Json) -> Json {
    let fresher = is_staler(raw_in(held).as_deref(), raw_in(&incoming).as_deref());
    match held.present("last_active_token").filter(|_| fresher) {
        Some(token) => incoming.with("last_active_token", token),
        None => incoming,
    }
}
