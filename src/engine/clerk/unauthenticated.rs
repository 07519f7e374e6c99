//! What a 401 means: perhaps the session ended elsewhere.

use super::returns::give_cookies_back;
use super::snapshot::forget_snapshot;
use super::state::Rest;
use crate::engine::wire::{Becoming, Work};
use crate::error::ClerkError;
use crate::fapi::endpoints;
use crate::json::Json;

/// Who has noticed that nobody may be signed in any more.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Heard {
    Here,
    OtherTab,
}

/// A check that is under way: it ends with whoever waits for it.
struct Check(Rest);

impl Drop for Check {
    fn drop(&mut self) {
        self.0.state.is_checking_client.set(false);
    }
}

/// Asks for the client; when the current session is not in it any more, nobody is signed in, and the other tabs hear of it unless it
/// is them who said so. One check at a time: the check itself may be answered with a 401.
pub(crate) fn handle_unauthenticated(rest: &Rest, heard_from: Heard) -> Work {
    let rest = rest.clone();
    Box::pin(async move {
        if rest.page().session().is_none() || rest.state.is_checking_client.replace(true) {
            return Ok(());
        }
        let check = Check(rest.clone());
        let outcome = rest.wire().send_for_client(endpoints::client::get()).await;
        drop(check);
        let is_refused = |error: &ClerkError| matches!(error.refusal(), Some(401 | 403 | 500));
        if outcome.as_ref().is_err_and(is_refused) {
            forget_snapshot(&rest);
            rest.page().settle(None);
        }
        if rest.page().session().is_some() {
            if outcome.is_ok() {
                give_cookies_back(&rest);
            }
            return outcome;
        }
        if heard_from == Heard::Here {
            tell_signed_out(&rest);
        }
        rest.wire().before_set_active(Becoming::SignedOut).await?;
        rest.wire().after_set_active().await
    })
}

/// [`handle_unauthenticated`], for which nobody waits.
pub(super) fn check_in_background(rest: &Rest, heard: Heard) {
    rest.wire().go_on_with(handle_unauthenticated(rest, heard));
}

/// Tells other tabs that the user of this one is signed out: each of them asks whether its own is.
pub(super) fn tell_signed_out(rest: &Rest) {
    let tell = rest.state.sign_outs.get();
    if let Some(tell) = tell {
        tell(Json::object(&[("type", Json::from("signout"))]));
    }
}
