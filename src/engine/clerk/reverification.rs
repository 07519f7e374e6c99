//! What the calls of a reverification have in common: each is a row of `fapi::endpoints::reverification`.

use super::attach::attached;
use crate::engine::page::{Resource, Session};
use crate::engine::wire::{Work, or_fail};
use crate::error::{ClerkError, Result};
use crate::fapi::endpoints::attempt::Call;
use crate::json::Json;
use std::rc::Rc;

impl Session {
    /// Sends the call of a row; its answer is the reverification's state.
    pub(crate) fn verify(&self, call: &Call, params: &Json, state: &Rc<Resource>) -> Work {
        or_fail(attached(&self.page).and_then(|rest| {
            let request = call.request(Some(&self.known_id()?), params, None)?;
            Ok(rest.wire().send_for(request, state))
        }))
    }

    /// The session's id, without which nothing can be asked for it.
    pub(crate) fn known_id(&self) -> Result<String> {
        self.resource.id().ok_or_else(|| ClerkError::state("This session has no id."))
    }
}
