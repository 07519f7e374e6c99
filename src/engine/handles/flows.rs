//! The flows that attempts and the Clerk object have.

use crate::engine::clerk::{AttemptKind, attempt_url, navigate, url_after};
use crate::engine::flows::{
    Callback, FollowedLink, PasskeyFlow, SignInOrUp, attempts_of, authenticate_with_passkey, handle_callback,
    handle_link, link_in_sign_in, link_in_sign_up, one_tap, pass_second_factor, popup_in_sign_in,
    popup_in_sign_up, redirect_in_sign_in, redirect_in_sign_up, verify_with_passkey,
};
use crate::engine::page::{Clerk, Resource, Session, SignIn, SignUp};
use crate::engine::wire::{Work, done, or_fail};
use crate::error::Result;
use crate::fapi::params::{
    AuthenticateWithRedirect, GoogleOneTap, HandleEmailLink, HandleRedirectCallback, StartEmailLink,
};
use crate::json::Json;
use crate::model::SessionVerification;
use crate::platform::Popup;
use std::rc::Rc;

impl SignIn {
    /// Sends the browser to a provider's page, or to an enterprise's. It comes back to the page `redirect_url`, which calls
    /// [`Clerk::handle_redirect_callback`].
    ///
    /// # Errors
    /// What the Frontend API answers; [`ErrorKind::State`](crate::ErrorKind::State) when it does not say where the provider is.
    pub fn authenticate_with_redirect(&self, params: AuthenticateWithRedirect) -> Work {
        redirect_in_sign_in(&self.0, &params.to_json())
    }

    /// The same in a window, which [`Clerk::open_popup`] opens; this page stays. Done when the provider is done with it: the session is current
    /// then and this page was gone on from, to `redirect_url_complete`. Both URLs are absolute.
    ///
    /// # Errors
    /// The same; [`ErrorKind::Runtime`](crate::ErrorKind::Runtime) with the code `popup_closed` when somebody closes the window before.
    pub fn authenticate_with_popup(&self, popup: Rc<dyn Popup>, params: AuthenticateWithRedirect) -> Work {
        followed(popup_in_sign_in(&self.0, popup, &params.to_json()))
    }

    /// Signs in by a passkey, which the browser asks the person for. The attempt is `complete` then.
    ///
    /// # Errors
    /// [`ErrorKind::Runtime`](crate::ErrorKind::Runtime) with a code: `passkey_not_supported`, `passkey_retrieval_cancelled` when the
    /// person says no, `passkey_operation_aborted` when another question took the place of this one, `factor_not_found` when the attempt
    /// is for somebody without a passkey; else what the Frontend API answers.
    pub fn authenticate_with_passkey(&self, flow: PasskeyFlow) -> Work {
        authenticate_with_passkey(&self.0, flow)
    }

    /// Passes the second factor by a passkey. The attempt is `complete` then.
    ///
    /// # Errors
    /// The same.
    pub fn pass_second_factor_with_passkey(&self) -> Work {
        pass_second_factor(&self.0)
    }

    /// Has a link sent to an email address, and waits until it was followed, which is looked for each second: the attempt is
    /// `complete` then, or its verification has expired. Dropping this ends the wait.
    ///
    /// # Errors
    /// [`ErrorKind::State`](crate::ErrorKind::State) before there is an attempt; else what the Frontend API answers.
    pub fn start_email_link_flow(&self, params: StartEmailLink) -> Work {
        link_in_sign_in(&self.0, &params.to_json())
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

    /// The same as [`SignIn::authenticate_with_popup`], for somebody who has no account yet.
    ///
    /// # Errors
    /// The same.
    pub fn authenticate_with_popup(&self, popup: Rc<dyn Popup>, params: AuthenticateWithRedirect) -> Work {
        followed(popup_in_sign_up(&self.0, popup, &params.to_json()))
    }

    /// Has a link sent to the attempt's email address, which leads to `redirect_url` in the end, and waits until it was followed, as
    /// [`SignIn::start_email_link_flow`] does.
    ///
    /// # Errors
    /// The same.
    pub fn start_email_link_flow(&self, redirect_url: &str) -> Work {
        link_in_sign_up(&self.0, &leading_to(Some(redirect_url)))
    }
}

impl Session {
    /// Verifies the session by a passkey of its user's.
    ///
    /// # Errors
    /// As [`SignIn::authenticate_with_passkey`].
    pub fn verify_with_passkey(&self) -> Work<SessionVerification> {
        let state = Resource::blank();
        let verified = verify_with_passkey(self, &state);
        Box::pin(async move {
            verified.await?;
            Ok(SessionVerification::new(state.data()))
        })
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

    /// Opens a window for [`SignIn::authenticate_with_popup`]: while a click is handled, since browsers block others. `None` where none was
    /// opened, as on a server.
    pub fn open_popup(&self) -> Option<Rc<dyn Popup>> {
        self.rest().reach().window.open()
    }

    /// Goes on where a link from an e-mail has led to this page: makes its session current, or says where the attempt goes on.
    ///
    /// # Errors
    /// [`ErrorKind::Runtime`](crate::ErrorKind::Runtime) with the code `email_link_expired`, `email_link_client_mismatch` (it has to be
    /// followed in the browser that asked for it) or `email_link_failed`; else what the Frontend API answers.
    pub fn handle_email_link_verification(&self, params: HandleEmailLink) -> Work<FollowedLink> {
        let work = handle_link(&self.rest(), &params.to_json(), None);
        Box::pin(async move { work.await.map(|(next, _)| next) })
    }

    /// Signs in by the token that Google's One Tap has given; where nobody has the account, signs up.
    /// [`handle_redirect_callback`](Clerk::handle_redirect_callback) goes on from there.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn authenticate_with_google_one_tap(&self, params: GoogleOneTap) -> Work<SignInOrUp> {
        one_tap(&self.rest(), &params.to_json())
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

/// What comes of a window, once it is done.
fn followed(shown: Work<Work>) -> Work {
    Box::pin(async move { shown.await?.await })
}

fn leading_to(redirect_url: Option<&str>) -> Json {
    redirect_url.map_or_else(Json::null, |url| Json::object(&[("redirectUrl", Json::from(url))]))
}
