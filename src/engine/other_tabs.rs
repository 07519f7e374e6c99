//! What the tabs of one origin tell each other (behaviour map 3.2, 4.8); those with clerk-js understand it.

use super::core::Core;
use super::unauthenticated::Heard;
use crate::json::Json;
use crate::platform::Tell;
use std::cell::RefCell;
use std::rc::Rc;

const TOKENS: &str = "clerk:session_token";
const SIGN_OUTS: &str = "clerk";

/// Tells other tabs, once this one listens to them.
#[derive(Default)]
pub(crate) struct OtherTabs {
    tokens: RefCell<Option<Tell>>,
    sign_outs: RefCell<Option<Tell>>,
}

impl OtherTabs {
    pub(super) fn token_channel(&self) -> Option<Tell> {
        self.tokens.borrow().clone()
    }
}

impl Core {
    /// Begins to hear of the tokens that other tabs mint, and of their sign-outs; those concern who shares the cookies.
    pub(super) fn listen_to_other_tabs(self: &Rc<Self>) {
        self.other_tabs.tokens.replace(self.open(TOKENS, |core, message| core.hear_of_token(message)));
        if self.cookies.is_enabled() {
            self.other_tabs.sign_outs.replace(self.open(SIGN_OUTS, |core, message| {
                if message.text("type").as_deref() == Some("signout") {
                    core.check_in_background(Heard::OtherTab);
                }
            }));
        }
    }

    fn open(self: &Rc<Self>, channel: &str, hear: fn(&Rc<Self>, &Json)) -> Option<Tell> {
        let core = Rc::downgrade(self);
        let hear = move |message: Json| {
            if let Some(core) = core.upgrade() {
                hear(&core, &message);
            }
        };
        self.platform.tabs.open(channel, Box::new(hear))
    }

    /// Tells other tabs that the user of this one is signed out: each of them asks whether its own is.
    pub(super) fn tell_signed_out(&self) {
        let tell = self.other_tabs.sign_outs.borrow().clone();
        if let Some(tell) = tell {
            tell(Json::object(&[("type", Json::from("signout"))]));
        }
    }

    /// [`handle_unauthenticated`](Core::handle_unauthenticated), for which nobody waits.
    pub(super) fn check_in_background(self: &Rc<Self>, heard: Heard) {
        self.go_on_with(self.handle_unauthenticated(heard));
    }
}
