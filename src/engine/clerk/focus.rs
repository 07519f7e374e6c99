//! The server hears which session a tab shows when its reader comes to it.

use super::state::Rest;
use super::touch::touch_session;
use std::cell::Cell;

/// Where all tabs show the same session, it is told no more often than this, in ms.
const PAUSE_MS: f64 = 5000.0;

/// Touches the current session from now on each time that the window gets the focus.
pub(super) fn touch_on_focus(rest: &Rest) {
    let (weak, next_ms) = (rest.downgrade(), Cell::new(0.0));
    let registration = rest.reach().window.on_focus(Box::new(move || {
        let Some(rest) = weak.upgrade() else { return };
        let now_ms = rest.page().near.clock.now_ms();
        let is_due = !rest.page().is_single_session() || now_ms >= next_ms.get();
        let Some(session) = rest.page().session().filter(|_| is_due) else { return };
        next_ms.set(now_ms + PAUSE_MS);
        // A failure is made up for by the next focus.
        rest.wire().go_on_with(touch_session(&rest, &session, "focus", false));
    }));
    rest.state.registrations.change(|all| all.push(registration));
}
