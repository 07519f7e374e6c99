//! What the flows take: those that leave the page, and those that come back to it.

use super::params;
use crate::json::Json;
use crate::model::Strategy;
use crate::secret::Secret;

params! {
    /// What [`SignIn::authenticate_with_redirect`](crate::SignIn::authenticate_with_redirect) and
    /// [`SignUp::authenticate_with_redirect`](crate::SignUp::authenticate_with_redirect) take.
    ///
    /// ```
    /// use clerk_wasm::model::Strategy;
    /// use clerk_wasm::{AuthenticateWithRedirect, Result, SignIn};
    ///
    /// async fn with_google(attempt: &SignIn) -> Result<()> {
    ///     let google = Strategy::from("oauth_google");
    ///     attempt.authenticate_with_redirect(AuthenticateWithRedirect::new(google, "/sso-callback", "/")).await
    /// }
    /// ```
    AuthenticateWithRedirect {
        /// The provider, such as `oauth_google`, or [`Strategy::EnterpriseSso`].
        strategy: Strategy,
        /// Where the provider sends the browser back: a page that calls
        /// [`handle_redirect_callback`](crate::Clerk::handle_redirect_callback).
        redirect_url: String,
        /// Where the browser goes instead, once a session is made.
        redirect_url_complete: String,
        /// The email address by which [`Strategy::EnterpriseSso`] finds the connection of a sign-in.
        identifier: String,
        /// The email address of a sign-up.
        email_address: String,
        /// Whether to go on with the sign-in that there is.
        continue_sign_in: bool,
        /// Whether to go on with the sign-up that there is.
        continue_sign_up: bool,
        /// What to store with a sign-up, for the page to read and write: an object.
        unsafe_metadata: Json,
        /// Whether the person accepts the legal documents.
        legal_accepted: bool,
        /// What an OpenID provider asks of the user.
        oidc_prompt: String,
        /// The connection, where an enterprise has several.
        enterprise_connection_id: String,
    }
}

impl AuthenticateWithRedirect {
    /// With a provider, which leads back to `redirect_url`, and to `redirect_url_complete` once a session is made.
    pub fn new(
        strategy: impl Into<Strategy>,
        redirect_url: impl Into<String>,
        redirect_url_complete: impl Into<String>,
    ) -> Self {
        Self::default()
            .strategy(strategy)
            .redirect_url(redirect_url)
            .redirect_url_complete(redirect_url_complete)
    }
}

params! {
    /// What [`Clerk::handle_redirect_callback`](crate::Clerk::handle_redirect_callback) takes: where the steps of an attempt are done. What
    /// is left out is done at the instance's own pages.
    ///
    /// ```
    /// use clerk_wasm::{Clerk, HandleRedirectCallback, Result};
    ///
    /// async fn come_back(clerk: &Clerk) -> Result<()> {
    ///     let pages = HandleRedirectCallback::default().sign_in_url("/sign-in").continue_sign_up_url("/sign-up/more");
    ///     clerk.handle_redirect_callback(pages).await
    /// }
    /// ```
    HandleRedirectCallback {
        /// Where signing in is done.
        sign_in_url: String,
        /// Where signing up is done.
        sign_up_url: String,
        /// Where a first factor is given.
        first_factor_url: String,
        /// Where a second factor is given.
        second_factor_url: String,
        /// Where a new password is chosen.
        reset_password_url: String,
        /// Where a sign-up gets what it lacks.
        continue_sign_up_url: String,
        /// Where the email address of a sign-up is verified.
        verify_email_address_url: String,
        /// Where the phone number of a sign-up is verified.
        verify_phone_number_url: String,
        /// Where a sign-in's challenge of the instance's protection is met.
        sign_in_protect_check_url: String,
        /// The same of a sign-up.
        sign_up_protect_check_url: String,
        /// Where one goes after a sign-in, in any case.
        sign_in_force_redirect_url: String,
        /// Where one goes after a sign-in, unless something else says so.
        sign_in_fallback_redirect_url: String,
        /// Where one goes after a sign-up, in any case.
        sign_up_force_redirect_url: String,
        /// Where one goes after a sign-up, unless something else says so.
        sign_up_fallback_redirect_url: String,
        /// The attempt to read anew before, where another window may have gone on with it: `signIn` or `signUp`.
        reload_resource: String,
        /// Whether an account that nobody has becomes a sign-up; it does when this is absent.
        transferable: bool,
        /// What a sign-up that comes of it keeps with the user: an object.
        unsafe_metadata: Json,
    }
}

params! {
    /// What [`SignIn::start_email_link_flow`](crate::SignIn::start_email_link_flow) takes.
    StartEmailLink {
        /// The email address, of the attempt's [`supported_first_factors`](crate::model::SignIn::supported_first_factors).
        email_address_id: String,
        /// Where the link leads in the end: a page that calls
        /// [`handle_email_link_verification`](crate::Clerk::handle_email_link_verification). An absolute URL.
        redirect_url: String,
    }
}

params! {
    /// What [`Clerk::handle_email_link_verification`](crate::Clerk::handle_email_link_verification) takes.
    HandleEmailLink {
        /// Where to go once the session is current.
        redirect_url_complete: String,
        /// Where to go when the attempt goes on in this browser.
        redirect_url: String,
    }
}

params! {
    /// What [`Clerk::authenticate_with_google_one_tap`](crate::Clerk::authenticate_with_google_one_tap) takes.
    GoogleOneTap {
        /// What Google's script has given.
        token: Secret<String>,
        /// Whether the person accepts the legal documents, where they sign up.
        legal_accepted: bool,
    }
}
