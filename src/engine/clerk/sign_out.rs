//! `signOut()`.

use super::choice::Choice;
use super::leaving::{Leaving, arrive};
use super::navigation::go_on_to;
use super::state::Rest;
use super::unauthenticated::tell_signed_out;
use super::ways_out::page_afterwards;
use crate::engine::page::{ClientState, Emit, Session};
use crate::engine::wire::{Becoming, Work, done};
use crate::error::Result;
use crate::fapi::endpoints;
use crate::platform::LocalFuture;

/// How to sign out.
#[derive(Default)]
pub struct SignOut {
    /// One session; absent, all of them.
    pub session_id: Option<String>,
    /// Where to go afterwards; absent, the URL given to `load()`, or `/`. It is `/` also where this is another origin that neither
    /// [`LoadOptions::allowed_redirect_origins`](crate::engine::LoadOptions::allowed_redirect_origins) nor, without those, the instance names.
    pub redirect_url: Option<String>,
    /// What to do afterwards instead of going anywhere; gives whether the browser leaves the page all the same.
    pub callback: Option<Box<dyn FnOnce() -> LocalFuture<Result<bool>>>>,
}

impl std::fmt::Debug for SignOut {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SignOut").field("session_id", &self.session_id).finish_non_exhaustive()
    }
}

/// Removes one session or all. When the current one goes, the page is told before and after.
pub(crate) fn sign_out(rest: &Rest, mut options: SignOut) -> Work {
    match page_afterwards(rest, options.redirect_url.take()) {
        Ok(url) => options.redirect_url = url,
        Err(error) => return done(Err(error)),
    }
    let Some(client) = rest.page().loaded_client().filter(|client| !client.sessions().is_empty()) else {
        return done(Ok(()));
    };
    let (rest, number) = (rest.clone(), Choice::number(rest));
    Box::pin(async move {
        rest.wire().before_set_active(Becoming::Any).await?;
        remove_and_go_on(&rest, &client, options, number).await
    })
}

fn remove_and_go_on(rest: &Rest, client: &ClientState, options: SignOut, number: u32) -> Work {
    let one = options.session_id.as_deref().filter(|_| client.signed_in_sessions().len() > 1);
    let removal = match one {
        Some(id) => {
            let Some(session) = client.session(id) else { return done(Ok(())) };
            Session::new(Some(rest.page().clone()), session.clone()).clear_cache();
            rest.wire().send_for(endpoints::session::remove(id), &session)
        }
        None if !rest.page().options().persist_client => destroy_client(rest, Emit::No),
        None => rest.wire().send_for_client(endpoints::client::remove_sessions()),
    };
    if one.is_some() && rest.page().session_id().as_deref() != one {
        return removal;
    }
    let rest = rest.clone();
    Box::pin(async move {
        let choice = Choice::begin(&rest, number);
        let leaving = Leaving::begin(rest.page());
        removal.await?;
        tell_signed_out(&rest);
        // Where the application goes to now, the server has to see nobody.
        rest.page().cookies.write_for(rest.page(), None);
        let went = match options.callback {
            Some(callback) => callback().await,
            None => go_on_after_sign_out(&rest, options.redirect_url).await,
        };
        // The sessions are gone, whatever the callback did. A session that is still there may have been made current by a later call.
        let last = choice.filter(Choice::is_last);
        let session = if last.is_some() { None } else { rest.page().session() };
        last.into_iter().for_each(|mut choice| choice.make());
        arrive(&rest, went, Some(leaving), session).await
    })
}

fn go_on_after_sign_out(rest: &Rest, redirect_url: Option<String>) -> Work<bool> {
    let options = rest.page().options();
    let url = redirect_url.as_ref().or(options.after_sign_out_url.as_ref());
    go_on_to(rest, url.map_or("/", String::as_str))
}

/// Deletes the client. A sign-out tells of it itself.
pub(crate) fn destroy_client(rest: &Rest, emit: Emit) -> Work {
    let rest = rest.clone();
    Box::pin(async move {
        rest.wire().send(endpoints::client::destroy()).await?;
        rest.page().client.clear();
        rest.page().relink(emit);
        Ok(())
    })
}
