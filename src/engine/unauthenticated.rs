//! What a 401 means: perhaps the session ended elsewhere (behaviour map 4.6).

use super::core::Core;
use super::gateway::Work;
use super::leaving::Becoming;
use crate::error::ClerkError;
use crate::fapi::endpoints;
use std::rc::Rc;

/// Whether an error says that nobody is signed in by this session any more.
pub(crate) fn is_unauthenticated(error: &ClerkError) -> bool {
    match error.status() {
        Some(401 | 422) => true,
        Some(403) => error.has_code("user_banned") || error.has_code("user_deactivated"),
        _ => false,
    }
}

/// Who has noticed that nobody may be signed in any more.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Heard {
    Here,
    OtherTab,
}

/// A check that is under way: it ends with whoever waits for it.
struct Check(Rc<Core>);

impl Drop for Check {
    fn drop(&mut self) {
        self.0.is_checking_client.set(false);
    }
}

impl Core {
    /// Asks for the client; when the current session is not in it any more, nobody is signed in, and the other tabs hear of it unless it
    /// is them who said so. One check at a time: the check itself may be answered with a 401.
    pub(crate) fn handle_unauthenticated(self: &Rc<Self>, heard_from: Heard) -> Work {
        let core = self.clone();
        Box::pin(async move {
            if core.session().is_none() || core.is_checking_client.replace(true) {
                return Ok(());
            }
            let check = Check(core.clone());
            let outcome = core.send_for_client(endpoints::client::get()).await;
            drop(check);
            let is_refused = |error: &ClerkError| matches!(error.status(), Some(401 | 403 | 500));
            if outcome.as_ref().is_err_and(is_refused) {
                core.forget_snapshot();
                core.settle(None);
            }
            if core.session().is_some() {
                return outcome;
            }
            if heard_from == Heard::Here {
                core.tell_signed_out();
            }
            core.before_set_active(Becoming::SignedOut).await?;
            core.after_set_active().await
        })
    }
}
