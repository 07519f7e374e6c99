//! The environment: what the instance allows, and where its pages are.

use super::core::Core;
use super::gateway::Work;
use crate::fapi::endpoints;
use crate::json::Json;
use std::rc::Rc;

impl Core {
    pub(super) fn fetch_environment(self: &Rc<Self>) -> Work {
        let core = self.clone();
        Box::pin(async move {
            let outcome = core.send(endpoints::environment::get(core.uses_dev_browser())).await;
            core.dev_browser.write(&core);
            outcome.map(|payload| {
                core.environment.replace(payload.map_or(Json::null(), |payload| payload.resource()));
            })
        })
    }

    /// Whether the server signs a new token from the last one alone, which it is then sent.
    pub(super) fn uses_session_minter(&self) -> bool {
        self.allows("session_minter")
    }

    /// Whether all tabs show the same session, since a second one takes the place of the first.
    pub(super) fn is_single_session(&self) -> bool {
        self.allows("single_session_mode")
    }

    fn allows(&self, setting: &str) -> bool {
        let environment = self.environment.borrow().clone();
        environment.present("auth_config").is_some_and(|settings| settings.flag(setting))
    }
}
