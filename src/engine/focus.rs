//! The server hears which session a tab shows when its reader comes to it (behaviour map 4.5, 4.8).

use super::core::Core;
use std::cell::Cell;
use std::rc::Rc;

/// Where all tabs show the same session, it is told no more often than this, in ms.
const PAUSE_MS: f64 = 5000.0;

impl Core {
    /// Touches the current session from now on each time that the window gets the focus.
    pub(super) fn touch_on_focus(self: &Rc<Self>) {
        let (weak, next_ms) = (Rc::downgrade(self), Cell::new(0.0));
        self.platform.page.on_focus(Box::new(move || {
            let Some(core) = weak.upgrade() else { return };
            let now_ms = core.platform.clock.now_ms();
            let is_due = !core.is_single_session() || now_ms >= next_ms.get();
            let Some(session) = core.session().filter(|_| is_due) else { return };
            next_ms.set(now_ms + PAUSE_MS);
            // A failure is made up for by the next focus.
            core.go_on_with(core.touch_session(&session, "focus", false));
        }));
    }
}
