//! A session that can act.

use super::core::{Core, Emit};
use super::resource::Resource;
use super::tokens::GetToken;
use crate::error::{ClerkError, Result};
use crate::fapi::{Request, endpoints};
use crate::model;
use crate::secret::Secret;
use std::rc::Rc;

/// A live handle on a session: its data is what the last answer said. Cloning it is cheap and names the same session.
#[derive(Clone)]
pub struct Session {
    core: Option<Rc<Core>>,
    resource: Rc<Resource>,
}

impl Session {
    pub(crate) fn new(core: Option<Rc<Core>>, resource: Rc<Resource>) -> Self {
        Self { core, resource }
    }

    #[cfg(all(target_arch = "wasm32", feature = "js"))]
    pub(crate) fn resource(&self) -> &Rc<Resource> {
        &self.resource
    }

    /// The session as it is now.
    pub fn data(&self) -> model::Session {
        model::Session::new(self.resource.data())
    }

    /// Ends the session: it stays on the client, as `ended`.
    ///
    /// # Errors
    /// What the Frontend API answers; nothing is lost then.
    pub async fn end(&self) -> Result<()> {
        self.finish(endpoints::session::end).await
    }

    /// Removes the session from the client.
    ///
    /// # Errors
    /// What the Frontend API answers; nothing is lost then.
    pub async fn remove(&self) -> Result<()> {
        self.finish(endpoints::session::remove).await
    }

    async fn finish(&self, request: fn(&str) -> Request) -> Result<()> {
        let (core, id) = self.attached()?;
        core.tokens.clear(&self.resource);
        core.send_for(request(&id), &self.resource).await
    }

    /// Tells the server that the session is in use, and which organization is active in it.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub async fn touch(&self, intent: Option<&str>) -> Result<()> {
        let (core, id) = self.attached()?;
        let organization_id = self.data().last_active_organization_id();
        let request = endpoints::session::touch(&id, organization_id.as_deref(), intent);
        core.send_for(request, &self.resource).await?;
        core.cookies.write(core);
        Ok(())
    }

    /// The session's token, from memory while it has more than 5 s to live; concurrent calls share one request.
    ///
    /// # Errors
    /// Code `network_error` offline or when no token came, else what the Frontend API answers.
    pub async fn get_token(&self, options: GetToken) -> Result<Rc<Secret<String>>> {
        let (core, _) = self.attached()?;
        core.get_token(self.resource.clone(), options).await
    }

    /// Forgets this session's tokens: the next [`get_token`](Session::get_token) mints one.
    pub fn clear_cache(&self) {
        if let Some(core) = &self.core {
            core.tokens.clear(&self.resource);
        }
    }

    /// Reads the session again.
    ///
    /// # Errors
    /// What the Frontend API answers; the data stays as it was then.
    pub async fn reload(&self) -> Result<()> {
        let (core, id) = self.attached()?;
        core.send_for(endpoints::session::reload(&id), &self.resource).await?;
        core.relink(Emit::Yes);
        Ok(())
    }

    fn attached(&self) -> Result<(&Rc<Core>, String)> {
        let core = attached(&self.core)?;
        let id = self.resource.id().ok_or_else(|| ClerkError::state("This session has no id."))?;
        Ok((core, id))
    }
}

/// Only what a Clerk object handed out can reach the Frontend API.
pub(crate) fn attached(core: &Option<Rc<Core>>) -> Result<&Rc<Core>> {
    core.as_ref().ok_or_else(|| {
        ClerkError::state(
            "This resource was made from JSON and belongs to no Clerk object, so it cannot make requests.",
        )
    })
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Session").field(&self.resource).finish()
    }
}
