//! The cookies that a page keeps for its server: the session token, and in development the time of the last change
//! (behaviour map 4.7).

use super::core::Core;
use super::resource::Resource;
use crate::encoding::concat;
use crate::json::Json;
use crate::model;
use std::cell::{Cell, RefCell};

const SESSION: &str = "__session";
const CLIENT_UAT: &str = "__client_uat";

pub(crate) struct SessionCookies {
    suffix: String,
    is_enabled: Cell<bool>,
    written: RefCell<Option<Written>>,
}

/// What the cookies hold, so that each is written only when it changes.
struct Written {
    has_session: bool,
    token: Option<String>,
    client_uat: Option<String>,
}

impl SessionCookies {
    pub(crate) fn new(suffix: String) -> Self {
        Self { suffix, is_enabled: Cell::new(true), written: RefCell::new(None) }
    }

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

    /// The session token that the cookie holds: this instance's first.
    pub(crate) fn token(&self, core: &Core) -> Option<String> {
        let cookies = &core.platform.cookies;
        cookies
            .get(&self.suffixed(SESSION))
            .or_else(|| cookies.get(SESSION))
            .filter(|token| !token.is_empty())
    }

    /// Brings the cookies in line with the current session. Nothing is known during a change of sessions.
    pub(crate) fn write(&self, core: &Core) {
        if core.is_settled() {
            self.write_for(core, core.session().as_deref());
        }
    }

    /// Brings the cookies in line with a session, or none, that is current or is about to be.
    pub(crate) fn write_for(&self, core: &Core, session: Option<&Resource>) {
        if !self.is_enabled() {
            return;
        }
        let token =
            session.and_then(|session| model::Session::new(session.data()).last_active_token()?.raw());
        let client_uat = core.key.uses_dev_browser().then(|| client_uat(core));
        let has_session = session.is_some();
        let had_session = self.written.borrow().as_ref().is_none_or(|written| written.has_session);
        // A sign-in that is complete says nothing to the page's server before its session is current.
        if !has_session && !had_session {
            return;
        }
        let now = Written { has_session, token: token.clone(), client_uat: client_uat.clone() };
        let before = self.written.replace(Some(now));
        let cookies = &core.platform.cookies;
        if before.as_ref().is_none_or(|before| before.token != token) {
            for name in [SESSION.to_owned(), self.suffixed(SESSION)] {
                match &token {
                    Some(token) => cookies.set(&name, token, false),
                    None => cookies.remove(&name),
                }
            }
        }
        let known_uat = before.and_then(|before| before.client_uat);
        if let Some(uat) = client_uat.filter(|uat| known_uat.as_ref() != Some(uat)) {
            cookies.set(&self.suffixed(CLIENT_UAT), &uat, true);
            cookies.set(CLIENT_UAT, &uat, true);
        }
    }
}

/// Seconds since the epoch of the client's last change, or `0` when nobody is signed in.
fn client_uat(core: &Core) -> String {
    let client: model::Client = core.client.data();
    let is_signed_in = core.client.first_signed_in().is_some();
    let seconds = client.updated_at().filter(|_| is_signed_in).map_or(0.0, |ms| (ms / 1000.0).floor());
    Json::from(seconds).to_field()
}
