//! How the second part comes to a page that has started without it.

use super::returns::look_at_cookies;
use super::snapshot::keep_snapshot;
use super::state::{DeedState, Rest, RestState};
use super::unauthenticated::{Heard, check_in_background, handle_unauthenticated};
use crate::engine::page::{Above, Page, PageHooks, detached};
use crate::engine::tokens::TokenState;
use crate::engine::wire::{Hooks, WireState};
use crate::error::Result;
use crate::platform::{self, Reach};
use std::cell::Cell;
use std::rc::Rc;

/// What the rooms above the page do when something happens on it.
static ABOVE: Above = Above {
    relinked,
    settled: |page| with(page, |rest| rest.tokens.arm_refresh_of_session()),
    clear_tokens: |page, session| with(page, |rest| rest.tokens.clear(session)),
    held_token: |page, session, options| Rest::attached(page)?.tokens.ready_token(session, options),
};

/// Gives a page its second part, with the far half of its platform and all hooks of the application. What has happened
/// on the page before is made up for. A second call changes nothing.
pub(crate) fn attach(page: &Rc<Page>, reach: Reach, hooks: Option<Rc<dyn Hooks>>) -> Rest {
    let state = Rc::new(RestState {
        wire: WireState::new(reach, hooks, |page| handle_unauthenticated(&Rest::of(page), Heard::Here)),
        tokens: TokenState::new(
            |page| check_in_background(&Rest::of(page), Heard::Here),
            |page| with(page, |rest| _ = look_at_cookies(rest)),
        ),
        deeds: Rc::<DeedState>::default(),
    });
    let rest = state.of(page);
    match page.rest.set(state) {
        Ok(()) => {
            page.above.set(Some(&ABOVE));
            if page.answered_ms.get() > 0.0 {
                rest.wire().learn_time_of(&page.client.resource.data(), page.answered_ms.get());
            }
            if page.loaded_client().is_some() {
                relinked(page);
            }
            rest
        }
        Err(_) => Rest::attached(page).unwrap_or(rest),
    }
}

/// Makes the hooks of an application of those that its page has already.
pub(crate) type AllHooks = fn(&dyn PageHooks) -> Rc<dyn Hooks>;

thread_local! {
    static ALL_HOOKS: Cell<Option<AllHooks>> = const { Cell::new(None) };
}

/// Says how the hooks of a page that starts without the second part become all hooks.
#[cfg(all(target_arch = "wasm32", feature = "js"))]
pub(crate) fn set_all_hooks(all_hooks: AllHooks) {
    ALL_HOOKS.set(Some(all_hooks));
}

impl Rest {
    /// The second part of a page, which is attached if that has not happened.
    pub(crate) fn of(page: &Rc<Page>) -> Self {
        Self::attached(page).unwrap_or_else(|| {
            let hooks = page.hooks().zip(ALL_HOOKS.get()).map(|(hooks, all_hooks)| all_hooks(&*hooks));
            attach(page, platform::reach(), hooks)
        })
    }
}

/// Only what a Clerk object handed out can reach the Frontend API.
pub(crate) fn attached(page: &Option<Rc<Page>>) -> Result<Rest> {
    page.as_ref().map(Rest::of).ok_or_else(detached)
}

fn relinked(page: &Rc<Page>) {
    with(page, |rest| {
        rest.wire().state.order.client_has_come();
        if page.has_new_task.take() {
            rest.wire().go_on_with(rest.wire().after_set_active());
        }
        rest.tokens.keep_only_of_client();
        rest.tokens.arm_refresh_of_session();
        keep_snapshot(rest);
    });
}

fn with(page: &Rc<Page>, act: impl FnOnce(&Rest)) {
    if let Some(rest) = Rest::attached(page) {
        act(&rest);
    }
}
