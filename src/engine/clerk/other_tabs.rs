//! The tabs of one origin tell each other of their sign-outs; those with clerk-js understand it.

use super::state::Rest;
use super::unauthenticated::{Heard, check_in_background};
use crate::json::Json;

const CHANNEL: &str = "clerk";

/// Begins to hear of the sign-outs of other tabs. They concern whoever shares the cookies.
pub(super) fn listen_to_sign_outs(rest: &Rest) {
    if !rest.page().cookies.is_enabled() {
        return;
    }
    let weak = rest.downgrade();
    let hear = move |message: Json| {
        let is_sign_out = message.text("type").as_deref() == Some("signout");
        if let Some(rest) = weak.upgrade().filter(|_| is_sign_out) {
            check_in_background(&rest, Heard::OtherTab);
        }
    };
    rest.state.sign_outs.replace(rest.reach().tabs.open(CHANNEL, Box::new(hear)));
}
