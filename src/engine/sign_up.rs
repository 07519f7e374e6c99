//! A sign-up attempt that can act.

use super::core::Core;
use super::gateway::params_object;
use super::resource::Resource;
use super::session::attached;
use crate::error::Result;
use crate::fapi::{Form, endpoints::sign_up as endpoints};
use crate::json::Json;
use crate::model;
use std::rc::Rc;

/// A live handle on a sign-up attempt. A blank one becomes the attempt that its first
/// [`create`](SignUp::create) starts.
#[derive(Clone)]
pub struct SignUp {
    core: Option<Rc<Core>>,
    resource: Rc<Resource>,
}

impl SignUp {
    pub(crate) fn new(core: Option<Rc<Core>>, resource: Rc<Resource>) -> Self {
        Self { core, resource }
    }

    #[cfg(all(target_arch = "wasm32", feature = "js"))]
    pub(crate) fn resource(&self) -> &Rc<Resource> {
        &self.resource
    }

    /// The attempt as it is now.
    pub fn data(&self) -> model::SignUp {
        model::SignUp::new(self.resource.data())
    }

    /// Starts an attempt with `emailAddress`, `password`, `firstName`, `unsafeMetadata` and whatever else the
    /// instance asks for. The reader's language goes along as `locale` unless one is given.
    ///
    /// # Errors
    /// What the Frontend API answers, such as `form_identifier_exists`.
    pub async fn create(&self, params: &Json) -> Result<()> {
        let core = attached(&self.core)?;
        let mut form = form_of(params, "signUp.create()")?;
        let language = core.platform.page.language().filter(|_| params.present("locale").is_none());
        if let Some(language) = language {
            form.set("locale", &language);
        }
        core.send_for(endpoints::create(form), &self.resource).await
    }

    /// Adds to the attempt what was missing.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub async fn update(&self, params: &Json) -> Result<()> {
        let form = form_of(params, "signUp.update()")?;
        let request = endpoints::update(self.resource.id().as_deref(), form);
        attached(&self.core)?.send_for(request, &self.resource).await
    }

    /// Has a code sent to the email address; `strategy` is `email_code` unless given.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub async fn prepare_email_address_verification(&self, params: &Json) -> Result<()> {
        let mut form = form_of(params, "signUp.prepareEmailAddressVerification()")?;
        if params.present("strategy").is_none() {
            form.set("strategy", "email_code");
        }
        let request = endpoints::prepare_verification(self.resource.id().as_deref(), form);
        attached(&self.core)?.send_for(request, &self.resource).await
    }

    /// Verifies the email address by the `code` that was sent to it. A complete attempt has a
    /// [`created_session_id`](model::SignUp::created_session_id).
    ///
    /// # Errors
    /// What the Frontend API answers, such as `form_code_incorrect`.
    pub async fn attempt_email_address_verification(&self, params: &Json) -> Result<()> {
        let mut form = form_of(params, "signUp.attemptEmailAddressVerification()")?;
        form.set("strategy", "email_code");
        let request = endpoints::attempt_verification(self.resource.id().as_deref(), form);
        attached(&self.core)?.send_for(request, &self.resource).await
    }

    /// Reads the attempt again.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub async fn reload(&self) -> Result<()> {
        let request = endpoints::reload(self.resource.id().as_deref());
        attached(&self.core)?.send_for(request, &self.resource).await
    }
}

/// The form of a caller's parameters. Metadata travels as JSON text, as every object does.
fn form_of(params: &Json, call: &str) -> Result<Form> {
    Ok(Form::from_params(&params_object(params, call)?))
}

impl std::fmt::Debug for SignUp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("SignUp").field(&self.resource).finish()
    }
}
