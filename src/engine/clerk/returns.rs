//! When the reader comes back to a page, perhaps from the back/forward cache, what it remembers may be out of date.

use super::state::Rest;
use super::unauthenticated::{Heard, check_in_background};

/// Looks from now on each time that the reader comes back.
pub(super) fn look_on_return(rest: &Rest) {
    let weak = rest.downgrade();
    let registration = rest.reach().window.on_return(Box::new(move || {
        if let Some(rest) = weak.upgrade() {
            look(&rest);
        }
    }));
    rest.state.registrations.change(|all| all.push(registration));
    look_at_cookies(rest);
}

/// Not every sign-out is told to the other tabs: a page of the site may sign out without Clerk, and in WebKit a channel hears nothing in its
/// first moments. Gives whether the server is asked.
pub(super) fn look_at_cookies(rest: &Rest) -> bool {
    let is_asked = are_taken_away(rest);
    if is_asked {
        check_in_background(rest, Heard::Here);
    }
    is_asked
}

/// The cookies are looked at before any is written: where somebody else has taken the session's away, such as a page of this site that signs
/// out without Clerk, the server is asked whether there is a session.
fn look(rest: &Rest) {
    if !look_at_cookies(rest) && rest.page().options().polling {
        rest.tokens.look_again();
    }
}

fn are_taken_away(rest: &Rest) -> bool {
    !rest.state.keeps_no_cookies.get() && rest.page().cookies.are_taken_away(rest.page())
}

/// The session is there all the same, the server says: its cookies are written again. A browser that keeps none is not asked twice.
pub(super) fn give_cookies_back(rest: &Rest) {
    if are_taken_away(rest) {
        let page = rest.page();
        page.cookies.forget_written();
        page.cookies.write(page);
        rest.state.keeps_no_cookies.set(page.cookies.are_taken_away(page));
    }
}
