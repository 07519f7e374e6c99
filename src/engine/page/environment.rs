//! The environment: what the instance allows, and where its pages are.

use super::state::Page;
use crate::json::Json;

impl Page {
    pub(crate) fn apply_environment(&self, environment: Json) {
        if environment.flag("partitioned_cookies") && self.cookies.is_enabled() {
            self.near.cookies.partition();
            self.cookies.forget_written();
            self.cookies.write(self);
        }
        self.environment.set(environment);
    }

    /// Whether the server signs a new token from the last one alone, which it is then sent.
    pub(crate) fn uses_session_minter(&self) -> bool {
        self.allows("session_minter")
    }

    /// Whether all tabs show the same session, since a second one takes the place of the first.
    pub(crate) fn is_single_session(&self) -> bool {
        self.allows("single_session_mode")
    }

    fn allows(&self, setting: &str) -> bool {
        self.environment().present("auth_config").is_some_and(|settings| settings.flag(setting))
    }
}
