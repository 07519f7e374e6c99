//! A sign-in attempt that can act.

use super::core::Core;
use super::gateway::{Work, or_fail, params_object};
use super::resource::Resource;
use super::session::attached;
use crate::error::{ClerkError, Result};
use crate::fapi::{Form, Request, endpoints::sign_in as endpoints};
use crate::json::Json;
use crate::model;
use std::rc::Rc;

/// A live handle on a sign-in attempt. A blank one becomes the attempt that its first
/// [`create`](SignIn::create) starts.
#[derive(Clone)]
pub struct SignIn {
    core: Option<Rc<Core>>,
    resource: Rc<Resource>,
}

impl SignIn {
    pub(crate) fn new(core: Option<Rc<Core>>, resource: Rc<Resource>) -> Self {
        Self { core, resource }
    }

    #[cfg(all(target_arch = "wasm32", feature = "js"))]
    pub(crate) fn resource(&self) -> &Rc<Resource> {
        &self.resource
    }

    /// The attempt as it is now.
    pub fn data(&self) -> model::SignIn {
        model::SignIn::new(self.resource.data())
    }

    /// Starts an attempt with `identifier`, and `password` or `strategy` where they are known. The reader's language
    /// goes along as `locale`.
    ///
    /// # Errors
    /// What the Frontend API answers, such as `form_identifier_not_found`.
    pub fn create(&self, params: &Json) -> Work {
        self.send(|core, _| {
            let mut form = Form::from_params(&params_object(params, "signIn.create()")?);
            if let Some(language) = core.platform.page.language() {
                form.set("locale", &language);
            }
            Ok(endpoints::create(form))
        })
    }

    /// Has a code sent: `strategy` `email_code` with an `emailAddressId` of
    /// [`supported_first_factors`](model::SignIn::supported_first_factors).
    ///
    /// # Errors
    /// [`ClerkError::Argument`](crate::ClerkError::Argument) without a strategy that can be prepared here, else what
    /// the Frontend API answers.
    pub fn prepare_first_factor(&self, params: &Json) -> Work {
        self.send(|_, id| {
            let params = params_object(params, "signIn.prepareFirstFactor()")?;
            match params.text("strategy").as_deref() {
                Some(strategy @ "email_code") => {
                    let address = params.text("emailAddressId");
                    let form = Form::new().field("email_address_id", address.as_deref());
                    Ok(endpoints::prepare_first_factor(id, form.field("strategy", Some(strategy))))
                }
                other => Err(cannot("prepareFirstFactor", other, "email_code")),
            }
        })
    }

    /// Passes the first factor by `strategy` `password` with a `password`, or `email_code` with a `code`. A complete
    /// attempt has a [`created_session_id`](model::SignIn::created_session_id).
    ///
    /// # Errors
    /// [`ClerkError::Argument`](crate::ClerkError::Argument) for another strategy, else what the Frontend API answers,
    /// such as `form_password_incorrect`.
    pub fn attempt_first_factor(&self, params: &Json) -> Work {
        self.send(|_, id| {
            let params = params_object(params, "signIn.attemptFirstFactor()")?;
            match params.text("strategy").as_deref() {
                Some("password" | "email_code") => {
                    Ok(endpoints::attempt_first_factor(id, Form::from_params(&params)))
                }
                other => Err(cannot("attemptFirstFactor", other, "password or email_code")),
            }
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

fn cannot(call: &str, strategy: Option<&str>, known: &str) -> ClerkError {
    let given = strategy.unwrap_or("none");
    ClerkError::argument(
        ["signIn.", call, "() takes the strategy ", known, ", but was given ", given, "."].concat(),
    )
}

impl std::fmt::Debug for SignIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("SignIn").field(&self.resource).finish()
    }
}
