//! What a sign-up is given, and what its verifications need.

use super::params;
use crate::json::Json;
use crate::model::{PhoneCodeChannel, Strategy};
use crate::secret::Secret;

params! {
    /// What [`SignUp::create`](crate::SignUp::create) takes. Everything may also come later, by
    /// [`SignUp::update`](crate::SignUp::update).
    ///
    /// ```
    /// use clerk_wasm::{CreateSignUp, Result, SignUp};
    ///
    /// async fn sign_up(attempt: &SignUp, email: &str, password: &str) -> Result<()> {
    ///     attempt.create(CreateSignUp::default().email_address(email).password(password)).await?;
    ///     attempt.prepare_email_address_verification(Default::default()).await
    /// }
    /// ```
    CreateSignUp {
        /// How the person signs up, where it is not by what follows.
        strategy: Strategy,
        /// The email address.
        email_address: String,
        /// The phone number, in E.164 form.
        phone_number: String,
        /// Either of the two.
        email_address_or_phone_number: String,
        /// The user name.
        username: String,
        /// The password.
        password: Secret<String>,
        /// The first name.
        first_name: String,
        /// The last name.
        last_name: String,
        /// The address of a wallet.
        web3_wallet: String,
        /// Whether the person accepts the legal documents.
        legal_accepted: bool,
        /// What to store with the attempt and the user, for the page to read and write: an object.
        unsafe_metadata: Json,
        /// The ticket of an invitation.
        ticket: Secret<String>,
        /// What [`Strategy::GoogleOneTap`] and [`Strategy::OAuthTokenApple`] go by.
        token: Secret<String>,
        /// What [`Strategy::OAuthTokenApple`] may come with, instead of a token.
        code: Secret<String>,
        /// Whether this goes on with a sign-in whose account turned out not to exist.
        transfer: bool,
        /// Where the provider leads back to.
        redirect_url: String,
        /// Where the browser goes when all is done.
        action_complete_redirect_url: String,
        /// The connection of the enterprise.
        enterprise_connection_id: String,
        /// What an OpenID provider asks of the user.
        oidc_prompt: String,
        /// Whom an OpenID provider should suggest.
        oidc_login_hint: String,
        /// How a code by phone is delivered.
        channel: PhoneCodeChannel,
        /// The person's language, such as `en-US`; the reader's where none is given.
        locale: String,
        /// Where the person is, as an IANA time zone such as `Europe/Berlin`.
        timezone: String,
    }
}

/// What [`SignUp::update`](crate::SignUp::update) takes: as much as what starts one.
pub type UpdateSignUp = CreateSignUp;

params! {
    /// What has a verification of a sign-up prepared: a code or a link sent, or whatever else its strategy needs first.
    PrepareVerification {
        /// How it is verified.
        strategy: Strategy,
        /// Where a link, or a provider, leads back to.
        redirect_url: String,
        /// Where the browser goes when all is done.
        action_complete_redirect_url: String,
        /// The connection of the enterprise.
        enterprise_connection_id: String,
        /// What an OpenID provider asks of the user.
        oidc_prompt: String,
        /// Whom an OpenID provider should suggest.
        oidc_login_hint: String,
        /// How a code by phone is delivered.
        channel: PhoneCodeChannel,
    }
}

impl PrepareVerification {
    /// A verification by this strategy.
    pub fn new(strategy: impl Into<Strategy>) -> Self {
        Self::default().strategy(strategy)
    }
}

params! {
    /// What verifies a part of a sign-up.
    AttemptVerification {
        /// How it is verified.
        strategy: Strategy,
        /// The code that was sent.
        code: Secret<String>,
        /// What the provider has given.
        token: Secret<String>,
        /// What the wallet has signed.
        signature: Secret<String>,
    }
}

impl AttemptVerification {
    /// By a code, which the strategy says the origin of.
    pub fn by_code(strategy: impl Into<Strategy>, code: impl Into<Secret<String>>) -> Self {
        Self::default().strategy(strategy).code(code)
    }

    /// By what a wallet has signed.
    pub fn by_signature(strategy: impl Into<Strategy>, signature: impl Into<Secret<String>>) -> Self {
        Self::default().strategy(strategy).signature(signature)
    }
}
