//! The cookies that a page keeps for its server: the session token, and in development the time of the last change.

use super::resource::Resource;
use super::state::{Page, SessionCookies, UNKNOWN};
use super::token::{active_organization, expires_at_ms, is_staler, last_raw};
use crate::encoding::concat;
use crate::json::Json;
use crate::model::{self, Jwt};
use crate::platform::Lifetime;

const SESSION: &str = "__session";
const CLIENT_UAT: &str = "__client_uat";
const ACTIVE_CONTEXT: &str = "clerk_active_context";

impl SessionCookies {
    pub(crate) fn disable(&self) {
        self.is_enabled.set(false);
    }

    pub(crate) fn is_enabled(&self) -> bool {
        self.is_enabled.get()
    }

    /// A cookie's name with what tells this instance from others on the page.
    pub(crate) fn suffixed(&self, name: &str) -> String {
        concat(&[name, "_", &self.suffix])
    }

    /// What a cookie holds: this instance's, or the one without a suffix.
    pub(super) fn read(&self, page: &Page, name: &str) -> Option<String> {
        let cookies = &page.near.cookies;
        cookies.get(&self.suffixed(name)).or_else(|| cookies.get(name)).filter(|value| !value.is_empty())
    }

    /// The session token that the cookie holds.
    pub(crate) fn token(&self, page: &Page) -> Option<String> {
        self.read(page, SESSION)
    }

    /// Whether somebody else has taken the cookie of the current session away, or has put one there of a session that the client does not have.
    pub(crate) fn are_taken_away(&self, page: &Page) -> bool {
        let written = self.token.get();
        if page.session().is_none() || written.is_empty() || written == UNKNOWN {
            return false;
        }
        // What is no token says nothing of a session.
        let session_of = |held: &str| Jwt::decode(held).and_then(|jwt| jwt.sid());
        let is_ours = |held: String| {
            held == written || session_of(&held).is_none_or(|id| page.client.session(&id).is_some())
        };
        !self.token(page).is_some_and(is_ours)
    }

    /// Whether no cookie says that somebody is signed in, neither the server's nor one of this page.
    pub(crate) fn says_signed_out(&self, page: &Page) -> bool {
        let uat = self.read(page, CLIENT_UAT);
        let is_time =
            |uat: String| !uat.starts_with("-") && uat.bytes().any(|byte| matches!(byte, b'1'..=b'9'));
        !uat.is_some_and(is_time)
    }

    /// Brings the cookies in line with the current session. Nothing is known during a change of sessions.
    pub(crate) fn write(&self, page: &Page) {
        if page.is_settled() {
            self.write_for(page, page.session().as_deref());
        }
    }

    /// Brings the cookies in line with a session, or none, that is current or is about to be.
    pub(crate) fn write_for(&self, page: &Page, session: Option<&Resource>) {
        if !self.is_enabled() {
            return;
        }
        // A sign-in that is complete says nothing to the page's server before its session is current.
        if !self.had_session.replace(session.is_some()) && session.is_none() {
            return;
        }
        let token = session.and_then(last_raw).unwrap_or_default();
        if self.token.get() != token {
            let context = session.map_or(String::new(), context);
            if self.may_write(page, &context, &token) {
                self.write_token(page, &context, &token);
                self.token.set(token);
            }
        }
        if page.key.uses_dev_browser() {
            let uat = client_uat(page);
            if self.client_uat.get() != uat {
                let cookies = &page.near.cookies;
                cookies.set(&self.suffixed(CLIENT_UAT), &uat, Lifetime::YearStrict);
                cookies.set(CLIENT_UAT, &uat, Lifetime::YearStrict);
                self.client_uat.set(uat);
            }
        }
    }

    /// Whether the session cookie is this tab's to write: it is in front, or the one in front shows the same. An older
    /// token does not replace one that is good.
    fn may_write(&self, page: &Page, context: &str, token: &str) -> bool {
        let is_of_front = || page.near.cookies.get(ACTIVE_CONTEXT).is_none_or(|front| front == context);
        if !page.near.page.is_in_front() && !is_of_front() {
            return false;
        }
        let held = self.token(page).filter(|held| expires_at_ms(held) > page.near.clock.now_ms());
        !is_staler(held.as_deref(), Some(token))
    }

    fn write_token(&self, page: &Page, context: &str, token: &str) {
        let cookies = &page.near.cookies;
        let put = |name: &str, value: &str, lifetime| match value {
            "" => cookies.remove(name, lifetime),
            value => cookies.set(name, value, lifetime),
        };
        if cookies.get(ACTIVE_CONTEXT).unwrap_or_default() != context {
            put(ACTIVE_CONTEXT, context, Lifetime::Visit);
        }
        for name in [SESSION, &self.suffixed(SESSION)] {
            put(name, token, Lifetime::Year);
        }
    }

    /// Somebody else may have written since: the next write is not left out.
    pub(crate) fn forget_written(&self) {
        self.token.set(UNKNOWN.to_owned());
        self.client_uat.set(UNKNOWN.to_owned());
        self.had_session.set(true);
    }
}

/// What a tab shows: `<session>:<organization>`.
fn context(session: &Resource) -> String {
    concat(&[&session.id().unwrap_or_default(), ":", &active_organization(session)])
}

/// Seconds since the epoch of the client's last change, or `0` when nobody is signed in.
fn client_uat(page: &Page) -> String {
    let client: model::Client = page.client.data();
    let is_signed_in = page.client.first_signed_in().is_some();
    let seconds =
        client.json().number("updated_at").filter(|_| is_signed_in).map_or(0.0, |ms| (ms / 1000.0).floor());
    Json::from(seconds).to_field()
}
