//! What sign-in and sign-up attempts have in common: each of their methods is a row of `fapi::endpoints`, and
//! [`Attempt::run`] runs them all.

use super::core::Core;
use super::gateway::{Work, or_fail};
use super::resource::Resource;
use super::session::attached;
use crate::fapi::endpoints::attempt::{Call, Language};
use crate::json::Json;
use std::rc::Rc;

/// An attempt and what it acts through.
#[derive(Clone)]
pub(crate) struct Attempt {
    core: Option<Rc<Core>>,
    pub(crate) resource: Rc<Resource>,
}

impl Attempt {
    pub(crate) fn new(core: Option<Rc<Core>>, resource: Rc<Resource>) -> Self {
        Self { core, resource }
    }

    /// Sends the call of a row; its answer is the attempt's new state.
    pub(crate) fn run(&self, call: &Call, params: &Json) -> Work {
        or_fail(attached(&self.core).and_then(|core| {
            let wants_language = call.language != Language::Never;
            let language = if wants_language { core.platform.page.language() } else { None };
            let request = call.request(self.resource.id().as_deref(), params, language.as_deref())?;
            Ok(core.send_for(request, &self.resource))
        }))
    }
}

impl std::fmt::Debug for Attempt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.resource.fmt(f)
    }
}
