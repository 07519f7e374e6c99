//! What a client does that has to be waited for, or that needs what the page does not have.

use crate::encoding::concat;
use crate::engine::clerk::{attached, destroy_client, touch_url};
use crate::engine::page::{Client, Emit};
use crate::engine::wire::{Work, or_fail};
use crate::error::{ClerkError, Result};
use crate::fapi::params::CaptchaAnswer;
use crate::fapi::{Request, endpoints};
use crate::json::Json;

impl Client {
    /// Creates the client and its cookie.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn create(&self) -> Work {
        self.send(endpoints::client::create())
    }

    /// Reads the client again. A native application may rotate its token by a nonce.
    ///
    /// # Errors
    /// What the Frontend API answers; the client stays as it was then.
    pub fn reload(&self, rotating_token_nonce: Option<&str>) -> Work {
        self.send(endpoints::client::reload(rotating_token_nonce))
    }

    /// Deletes the client: nobody is signed in, and its id is empty.
    ///
    /// # Errors
    /// What the Frontend API answers; the client stays as it was then.
    pub fn destroy(&self) -> Work {
        or_fail(attached(&self.page).map(|rest| destroy_client(&rest, Emit::Yes)))
    }

    /// Removes all sessions and keeps the client.
    ///
    /// # Errors
    /// What the Frontend API answers; the sessions stay then.
    pub fn remove_sessions(&self) -> Work {
        self.send(endpoints::client::remove_sessions())
    }

    /// The URL that renews the client's cookie and goes on to `redirect_url`.
    ///
    /// # Errors
    /// [`ErrorKind::Argument`](crate::ErrorKind::Argument) when `redirect_url` is not an absolute URL.
    pub fn build_touch_url(&self, redirect_url: &str) -> Result<String> {
        touch_url(&attached(&self.page)?, redirect_url)
    }

    /// Sends the answer to a captcha.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn send_captcha_token(&self, answer: CaptchaAnswer) -> Work {
        self.send_captcha_params(&answer.to_json())
    }

    /// The same from JavaScript's parameters.
    pub(crate) fn send_captcha_params(&self, params: &Json) -> Work {
        or_fail(attached(&self.page).and_then(|rest| {
            let params = params_object(params, "client.__internal_sendCaptchaToken()")?;
            let work: Work = Box::pin(async move {
                match rest.wire().send_captcha_answer(&params).await {
                    Ok(Some(client)) => rest.page().update_client(&client, Emit::Yes),
                    // An answer without a client leaves it as it was.
                    Ok(None) => {}
                    Err(error) => {
                        rest.wire().after_error(&error).await;
                        return Err(error);
                    }
                }
                Ok(())
            });
            Ok(work)
        }))
    }

    fn send(&self, request: Request) -> Work {
        or_fail(attached(&self.page).map(|rest| rest.wire().send_for_client(request)))
    }
}

/// The parameters of a call as an object: what is absent counts as none given.
fn params_object(params: &Json, call: &str) -> Result<Json> {
    if params.is_null() {
        Ok(Json::object(&[]))
    } else if params.is_object() {
        Ok(params.clone())
    } else {
        Err(ClerkError::argument(concat(&[call, " takes an object of parameters."])))
    }
}
