//! A sign-up attempt that can act.

use super::core::Core;
use super::gateway::{Work, or_fail, params_object};
use super::resource::Resource;
use super::session::attached;
use crate::error::Result;
use crate::fapi::{Form, Request, endpoints::sign_up as endpoints};
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
    pub fn create(&self, params: &Json) -> Work {
        self.send(|core, _| {
            let mut form = form_of(params, "signUp.create()")?;
            let language = core.platform.page.language().filter(|_| params.present("locale").is_none());
            if let Some(language) = language {
                form.set("locale", &language);
            }
            Ok(endpoints::create(form))
        })
    }

    /// Adds to the attempt what was missing.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn update(&self, params: &Json) -> Work {
        self.send(|_, id| Ok(endpoints::update(id, form_of(params, "signUp.update()")?)))
    }

    /// Has a code sent to the email address; `strategy` is `email_code` unless given.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn prepare_email_address_verification(&self, params: &Json) -> Work {
        self.send(|_, id| {
            let mut form = form_of(params, "signUp.prepareEmailAddressVerification()")?;
            if params.present("strategy").is_none() {
                form.set("strategy", "email_code");
            }
            Ok(endpoints::prepare_verification(id, form))
        })
    }

    /// Verifies the email address by the `code` that was sent to it. A complete attempt has a
    /// [`created_session_id`](model::SignUp::created_session_id).
    ///
    /// # Errors
    /// What the Frontend API answers, such as `form_code_incorrect`.
    pub fn attempt_email_address_verification(&self, params: &Json) -> Work {
        self.send(|_, id| {
            let mut form = form_of(params, "signUp.attemptEmailAddressVerification()")?;
            form.set("strategy", "email_code");
            Ok(endpoints::attempt_verification(id, form))
        })
    }

    /// Reads the attempt again.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn reload(&self) -> Work {
        self.send(|_, id| Ok(endpoints::reload(id)))
    }

    fn send(&self, request: impl FnOnce(&Core, Option<&str>) -> Result<Request>) -> Work {
        or_fail(attached(&self.core).and_then(|core| {
            let request = request(core, self.resource.id().as_deref())?;
            Ok(core.send_for(request, &self.resource))
        }))
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
