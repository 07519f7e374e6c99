//! What a page does for as long as it lives, whichever way it was started.

use super::focus::touch_on_focus;
use super::other_tabs::listen_to_sign_outs;
use super::outage::{Pause, ask_again};
use super::returns::look_on_return;
use super::snapshot::keep_snapshots;
use super::state::Rest;
#[cfg(all(target_arch = "wasm32", feature = "js"))]
use super::touch::touch_session;

/// Begins to listen to other tabs, and to look after the token and the focus. Once for each Clerk object.
pub(super) fn come_alive(rest: &Rest) {
    if rest.state.is_alive.replace(true) {
        return;
    }
    let options = rest.page().options();
    rest.tokens.listen_to_other_tabs();
    listen_to_sign_outs(rest);
    if options.standard_browser {
        look_on_return(rest);
    }
    if options.standard_browser && options.polling {
        rest.tokens.start_polling();
    }
    if options.standard_browser && options.touch_session {
        touch_on_focus(rest);
    }
}

/// Goes on where a start has ended: the page comes alive, its clients are kept for the next visit if it wants that, and
/// what a snapshot has stood in for is asked for in the background. A second call changes nothing.
pub(crate) fn keep_going(rest: &Rest) {
    come_alive(rest);
    if rest.page().options().start_from_snapshot {
        keep_snapshots(rest);
    }
    if rest.page().lacks.is_unasked.take() {
        ask_again(rest, true, Pause::after(None, 0));
    }
}

/// The same, which makes up for a focus that nobody has listened to since the start. A sign-out is seen in the cookies.
#[cfg(all(target_arch = "wasm32", feature = "js"))]
pub(crate) fn keep_going_after(rest: &Rest, is_focused: bool) {
    keep_going(rest);
    let session = rest.page().session().filter(|_| is_focused && rest.page().options().touch_session);
    if let Some(session) = session {
        rest.wire().go_on_with(touch_session(rest, &session, "focus", false));
    }
}
