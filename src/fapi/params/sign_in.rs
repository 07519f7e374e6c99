//! What starts a sign-in, and what ends one that is for somebody who has forgotten their password.

use super::params;
use crate::model::Strategy;
use crate::secret::Secret;

params! {
    /// What [`SignIn::create`](crate::SignIn::create) takes.
    ///
    /// ```
    /// use clerk_wasm::{CreateSignIn, Result, SignIn};
    ///
    /// async fn sign_in(attempt: &SignIn, email: &str, password: &str) -> Result<()> {
    ///     attempt.create(CreateSignIn::default().identifier(email).password(password)).await
    /// }
    /// ```
    CreateSignIn {
        /// By what the person signs in, where that is known already.
        strategy: Strategy,
        /// Who signs in: an email address, a phone number, a user name.
        identifier: String,
        /// The password.
        password: Secret<String>,
        /// What [`Strategy::Ticket`] goes by.
        ticket: Secret<String>,
        /// What [`Strategy::GoogleOneTap`] and [`Strategy::OAuthTokenApple`] go by.
        token: Secret<String>,
        /// What [`Strategy::OAuthTokenApple`] may come with, instead of a token.
        code: Secret<String>,
        /// The device that a native application signs in by.
        trusted_device_id: String,
        /// Where the provider, or a link, leads back to.
        redirect_url: String,
        /// Where the browser goes when all is done.
        action_complete_redirect_url: String,
        /// The connection of the enterprise.
        enterprise_connection_id: String,
        /// What an OpenID provider asks of the user.
        oidc_prompt: String,
        /// Whom an OpenID provider should suggest.
        oidc_login_hint: String,
        /// Whether this goes on with a sign-up whose account turned out to exist.
        transfer: bool,
        /// Whether to sign up where there is no such user.
        sign_up_if_missing: bool,
    }
}

params! {
    /// What [`SignIn::reset_password`](crate::SignIn::reset_password) takes.
    ResetPassword {
        /// The new password.
        password: Secret<String>,
        /// Whether to end what is signed in by the old one.
        sign_out_of_other_sessions: bool,
    }
}

impl ResetPassword {
    /// This password from now on.
    pub fn new(password: impl Into<Secret<String>>) -> Self {
        Self::default().password(password)
    }
}
