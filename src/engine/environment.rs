//! The environment: what the instance allows, and where its pages are.

use super::core::Core;
use super::gateway::Work;
use crate::fapi::{Request, endpoints};
use crate::json::Json;
use std::rc::Rc;

impl Core {
    pub(super) fn fetch_environment(self: &Rc<Self>) -> Work {
        self.take_environment(endpoints::environment::get(self.uses_dev_browser()))
    }

    /// Reads the environment again. What is there stays until another one has come.
    #[cfg(all(target_arch = "wasm32", feature = "js"))]
    pub(super) fn reload_environment(self: &Rc<Self>) -> Work {
        self.take_environment(endpoints::environment::get(false))
    }

    fn take_environment(self: &Rc<Self>, request: Request) -> Work {
        let core = self.clone();
        Box::pin(async move {
            let outcome = core.send(request).await;
            if let Ok(Some(payload)) = &outcome {
                core.apply_environment(payload.resource());
            }
            core.dev_browser.write(&core);
            outcome.map(drop)
        })
    }

    pub(super) fn apply_environment(&self, environment: Json) {
        if !environment.is_object() {
            return;
        }
        if environment.flag("partitioned_cookies") && self.cookies.is_enabled() {
            self.platform.cookies.partition();
            self.cookies.forget_written();
            self.cookies.write(self);
        }
        self.environment.replace(environment);
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
