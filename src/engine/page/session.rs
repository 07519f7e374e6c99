//! A session, as far as it answers at once.

#[cfg(all(target_arch = "wasm32", feature = "js"))]
use super::handles::Clerk;
use super::handles::Session;
use super::options::GetToken;
#[cfg(all(target_arch = "wasm32", feature = "js"))]
use super::resource::Resource;
use super::token::{Ready, active_organization, last_raw};
use crate::model;
#[cfg(all(target_arch = "wasm32", feature = "js"))]
use std::rc::Rc;

impl Session {
    /// The session as it is now.
    pub fn data(&self) -> model::Session {
        model::Session::new(self.resource.data())
    }

    /// Forgets this session's tokens: the next [`get_token`](Session::get_token) mints one.
    pub fn clear_cache(&self) {
        let Some(page) = &self.page else { return };
        if let Some(id) = self.resource.id() {
            page.brought.serve_no_more(&id, last_raw(&self.resource));
        }
        if let Some(above) = page.above.get() {
            (above.clear_tokens)(page, &self.resource);
        }
        page.changed();
    }

    /// The token that can be had without a request, and at once.
    #[doc(hidden)]
    pub fn held_token(&self, options: &GetToken) -> Option<Ready> {
        let page = self.page.as_ref()?;
        if let Some(above) = page.above.get() {
            return (above.held_token)(page, &self.resource, options);
        }
        let own = active_organization(&self.resource);
        let is_own =
            options.organization_id.as_ref().is_none_or(|id| id.as_deref().unwrap_or_default() == own);
        let is_brought = is_own && options.template.is_none() && !options.skip_cache;
        page.brought(&self.resource).filter(|_| is_brought && self.resource.id().is_some())
    }
}

#[cfg(all(target_arch = "wasm32", feature = "js"))]
impl Session {
    pub(crate) fn clerk(&self) -> Option<Clerk> {
        self.page.as_ref().map(Clerk::of)
    }

    pub(crate) fn resource(&self) -> &Rc<Resource> {
        &self.resource
    }

    /// The session as the client has it now: a newer client may have brought a new object for the same session.
    pub(crate) fn current(&self) -> Self {
        let id = self.resource.id().unwrap_or_default();
        let current = self.page.as_ref().and_then(|page| page.client.session(&id));
        Self::new(self.page.clone(), current.unwrap_or_else(|| self.resource.clone()))
    }
}
