//! The flows that attempts and the Clerk object have.

use crate::engine::clerk::{AttemptKind, Rest, attempt_url, navigate, url_after};
use crate::engine::flows::{Callback, handle_callback, redirect_in_sign_in, redirect_in_sign_up};
use crate::engine::page::{Attempt, Clerk, SignIn, SignUp};
use crate::engine::wire::{Work, done, or_fail};
use crate::error::Result;
use crate::fapi::params::{AuthenticateWithRedirect, HandleRedirectCallback};
use crate::json::Json;

impl SignIn {
    /// Sends the browser to a provider's page, or to an enterprise's. It comes back to the page `redirect_url`, which calls
    /// [`Clerk::handle_redirect_callback`].
    ///
    /// # Errors
    /// What the Frontend API answers; [`ErrorKind::State`](crate::ErrorKind::State) when it does not say where the provider is.
    pub fn authenticate_with_redirect(&self, params: AuthenticateWithRedirect) -> Work {
        redirect_in_sign_in(&self.0, &params.to_json())
    }
}

impl SignUp {
    /// The same as [`SignIn::authenticate_with_redirect`], for somebody who has no account yet. A captcha that the instance has begun to
    /// want since the page was loaded is asked for once more.
    ///
    /// # Errors
    /// The same.
    pub fn authenticate_with_redirect(&self, params: AuthenticateWithRedirect) -> Work {
        redirect_in_sign_up(&self.0, &params.to_json())
    }
}

impl Clerk {
    /// Goes on where a provider has led back: makes the new session current and goes to the page after it, makes a sign-up of a sign-in
    /// whose account does not exist and the other way round, or goes to the page of the step that is lacking. Nothing happens before the
    /// client is loaded.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn handle_redirect_callback(&self, params: HandleRedirectCallback) -> Work {
        self.come_back(params, false)
    }

    /// The same, for a page on which a challenge of Clerk Protect was met: it is no reason to go to that page once more.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn resume_after_protect_check(&self, params: HandleRedirectCallback) -> Work {
        self.come_back(params, true)
    }

    fn come_back(&self, params: HandleRedirectCallback, is_resuming: bool) -> Work {
        let rest = self.rest();
        let [sign_in, sign_up] = attempts_of(&rest);
        let params = params.to_json();
        let work = handle_callback(
            &rest,
            Callback { sign_in, sign_up, is_resuming, params, go: None, goes_on: None },
        );
        Box::pin(async move { work.await.map(drop) })
    }

    /// The page on which to sign in, which leads to `redirect_url` afterwards, or back to this page. Empty before
    /// [`load`](Clerk::load) is done.
    ///
    /// # Errors
    /// [`ErrorKind::Argument`](crate::ErrorKind::Argument) when the `redirect_url`, or one of the options, is no URL.
    pub fn build_sign_in_url(&self, redirect_url: Option<&str>) -> Result<String> {
        attempt_url(&self.rest(), AttemptKind::SignIn, &leading_to(redirect_url))
    }

    /// The page on which to sign up; else the same.
    ///
    /// # Errors
    /// The same.
    pub fn build_sign_up_url(&self, redirect_url: Option<&str>) -> Result<String> {
        attempt_url(&self.rest(), AttemptKind::SignUp, &leading_to(redirect_url))
    }

    /// Where one goes after a sign-in, as the options say it.
    ///
    /// # Errors
    /// [`ErrorKind::Argument`](crate::ErrorKind::Argument) when one of the options is no URL.
    pub fn build_after_sign_in_url(&self) -> Result<String> {
        self.build_url_with_auth(&url_after(&self.rest(), AttemptKind::SignIn, &Json::null())?)
    }

    /// Where one goes after a sign-up, as the options say it.
    ///
    /// # Errors
    /// The same.
    pub fn build_after_sign_up_url(&self) -> Result<String> {
        self.build_url_with_auth(&url_after(&self.rest(), AttemptKind::SignUp, &Json::null())?)
    }

    /// Goes to the page on which to sign in. Gives whether the browser leaves this page.
    ///
    /// # Errors
    /// As [`build_sign_in_url`](Clerk::build_sign_in_url).
    pub fn redirect_to_sign_in(&self, redirect_url: Option<&str>) -> Work<bool> {
        self.go_to(self.build_sign_in_url(redirect_url))
    }

    /// Goes to the page on which to sign up. Gives whether the browser leaves this page.
    ///
    /// # Errors
    /// As [`build_sign_up_url`](Clerk::build_sign_up_url).
    pub fn redirect_to_sign_up(&self, redirect_url: Option<&str>) -> Work<bool> {
        self.go_to(self.build_sign_up_url(redirect_url))
    }

    fn go_to(&self, url: Result<String>) -> Work<bool> {
        or_fail(url.map(|url| if url.is_empty() { done(Ok(false)) } else { navigate(&self.rest(), &url) }))
    }
}

fn leading_to(redirect_url: Option<&str>) -> Json {
    redirect_url.map_or_else(Json::null, |url| Json::object(&[("redirectUrl", Json::from(url))]))
}

/// The client's attempts, as they are now.
pub(crate) fn attempts_of(rest: &Rest) -> [Attempt; 2] {
    let of = |resource| Attempt { page: Some(rest.page().clone()), resource };
    [of(rest.page().client.sign_in()), of(rest.page().client.sign_up())]
}
