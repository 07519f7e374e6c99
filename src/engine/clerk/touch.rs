//! A touch tells the server that a session is in use.

use super::state::Rest;
use super::unauthenticated::{Heard, check_in_background};
use crate::engine::page::Resource;
use crate::engine::wire::Work;
use crate::error::ClerkError;
use crate::fapi::{Request, endpoints};
use crate::model;
use std::rc::Rc;

/// The request that tells the server of a session in use.
pub(crate) fn touch(session: &Resource, intent: Option<&str>) -> Request {
    let organization_id = model::Session::new(session.data()).last_active_organization_id();
    endpoints::session::touch(&session.id().unwrap_or_default(), organization_id.as_deref(), intent)
}

/// A refusal that says that nobody is signed in fails nothing here: whether that is so is asked for in the background.
pub(super) fn touch_session(rest: &Rest, session: &Rc<Resource>, intent: &str, is_quiet: bool) -> Work {
    let rest = rest.clone();
    let mut request = touch(session, Some(intent));
    request.is_quiet = is_quiet;
    let touched = rest.wire().send_for(request, session);
    Box::pin(async move {
        let outcome = touched.await;
        if outcome.as_ref().is_err_and(ClerkError::is_unauthenticated) {
            check_in_background(&rest, Heard::Here);
            return Ok(());
        }
        outcome
    })
}
