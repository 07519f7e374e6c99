//! A client: one browser, with its sessions and its attempts in progress.

use serde::{Deserialize, Serialize};

use super::session::Status;
use crate::clock::MINUTE;
use crate::random::Random;

/// How long the cookie of before a rotation is still good: requests that were on their way when
/// the user signed in must not find themselves signed out.
const ROTATION_GRACE: i64 = MINUTE;

/// A browser that the emulator knows.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Client {
    pub(crate) id: String,
    /// The development browser that owns this client; none means a production cookie does.
    pub(crate) dev_browser: Option<String>,
    /// The secret half of the `__client` cookie.
    secret: String,
    previous_secret: Option<(String, i64)>,
    /// Every session ever started here and not removed, oldest first.
    pub(crate) session_ids: Vec<String>,
    pub(crate) sign_in_id: Option<String>,
    pub(crate) sign_up_id: Option<String>,
    pub(crate) last_active_session_id: Option<String>,
    pub(crate) last_authentication_strategy: Option<String>,
    pub(crate) captcha_bypass: bool,
    pub(crate) cookie_expires_at: i64,
    /// When somebody last signed in or out here: the value of `__client_uat`.
    pub(crate) authentication_changed_at: i64,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
}

impl Client {
    /// A client without sessions.
    pub(crate) fn new(random: &Random, dev_browser: Option<String>, captcha_bypass: bool, now: i64) -> Self {
        Self {
            id: random.id("client"),
            dev_browser,
            secret: random.text(43),
            previous_secret: None,
            session_ids: Vec::new(),
            sign_in_id: None,
            sign_up_id: None,
            last_active_session_id: None,
            last_authentication_strategy: None,
            captcha_bypass,
            cookie_expires_at: now,
            authentication_changed_at: now,
            created_at: now,
            updated_at: now,
        }
    }

    /// The value of the `__client` cookie.
    pub(crate) fn cookie(&self) -> String {
        format!("{}.{}", self.id, self.secret)
    }

    /// The id in a `__client` cookie; it says nothing about whether the cookie is genuine.
    pub(crate) fn id_in_cookie(cookie: &str) -> Option<&str> {
        cookie.split_once('.').map(|(id, _)| id)
    }

    /// Is this the cookie that this client was given, and is it still good?
    pub(crate) fn accepts_cookie(&self, cookie: &str, now: i64) -> bool {
        let Some((id, secret)) = cookie.split_once('.') else {
            return false;
        };
        let previous_is_good =
            self.previous_secret.as_ref().is_some_and(|(previous, until)| previous == secret && now < *until);
        self.dev_browser.is_none()
            && id == self.id
            && now < self.cookie_expires_at
            && (secret == self.secret || previous_is_good)
    }

    /// Gives the client a new cookie, as a sign-in does: a cookie that was planted before it is
    /// worth nothing after it.
    pub(crate) fn rotate_cookie(&mut self, random: &Random, now: i64) {
        let old = std::mem::replace(&mut self.secret, random.text(43));
        self.previous_secret = Some((old, now + ROTATION_GRACE));
    }

    /// Leaves no session selected when `session_id` was, which is closed; one that is removed is not shown any more.
    pub(crate) fn lose_session(&mut self, session_id: &str, status: Status) {
        if status == Status::Removed {
            self.session_ids.retain(|id| id != session_id);
        }
        if self.last_active_session_id.as_deref() == Some(session_id) {
            self.last_active_session_id = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client() -> Client {
        let mut client = Client::new(&Random::default(), None, false, 0);
        client.cookie_expires_at = 1_000 * MINUTE;
        client
    }

    #[test]
    fn the_cookie_of_before_a_rotation_is_good_for_a_moment() {
        let mut client = client();
        let before = client.cookie();
        client.rotate_cookie(&Random::default(), 0);
        assert!(client.accepts_cookie(&client.cookie(), 0));
        assert!(client.accepts_cookie(&before, ROTATION_GRACE - 1));
        assert!(!client.accepts_cookie(&before, ROTATION_GRACE));
    }

    #[test]
    fn a_cookie_must_be_genuine_and_in_time() {
        let client = client();
        assert!(!client.accepts_cookie("nonsense", 0));
        assert!(!client.accepts_cookie(&format!("{}.guess", client.id), 0));
        assert!(!client.accepts_cookie(&client.cookie(), 1_000 * MINUTE));
    }
}
