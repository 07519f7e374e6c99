//! What a factor needs, of a sign-in or of a reverification.

use super::params;
use crate::json::Json;
use crate::model::{Factor, PhoneCodeChannel, Strategy};
use crate::secret::Secret;

params! {
    /// What has a factor prepared: a code or a link sent, or whatever else its strategy needs first.
    ///
    /// ```
    /// use clerk_wasm::model::Strategy;
    /// use clerk_wasm::{PrepareFactor, Result, SignIn};
    ///
    /// async fn send_code(attempt: &SignIn) -> Result<()> {
    ///     let factors = attempt.data().supported_first_factors();
    ///     let code = factors.iter().find(|factor| factor.strategy() == Some(Strategy::EmailCode));
    ///     match code {
    ///         Some(factor) => attempt.prepare_first_factor(factor.into()).await,
    ///         None => attempt.prepare_first_factor(PrepareFactor::new(Strategy::Passkey)).await,
    ///     }
    /// }
    /// ```
    PrepareFactor {
        /// That of the factor.
        strategy: Strategy,
        /// The address that a code or a link is sent to.
        email_address_id: String,
        /// The phone that a code is sent to.
        phone_number_id: String,
        /// The wallet that is to sign.
        web3_wallet_id: String,
        /// The device that is to sign, of a native application.
        trusted_device_id: String,
        /// Whether the phone is the one that is offered first.
        is_default: bool as "default",
        /// How a code by phone is delivered.
        channel: PhoneCodeChannel,
        /// Where a link, or an enterprise, leads back to.
        redirect_url: String,
        /// Where the browser goes when all is done.
        action_complete_redirect_url: String,
        /// The connection of the enterprise.
        enterprise_connection_id: String,
        /// What an OpenID provider asks of the user.
        oidc_prompt: String,
        /// Whom an OpenID provider should suggest.
        oidc_login_hint: String,
    }
}

impl PrepareFactor {
    /// A factor by this strategy.
    pub fn new(strategy: impl Into<Strategy>) -> Self {
        Self::default().strategy(strategy)
    }
}

/// What the factor says of itself. A link, and an enterprise, need a `redirect_url` besides.
impl From<&Factor> for PrepareFactor {
    fn from(factor: &Factor) -> Self {
        Self {
            strategy: factor.strategy(),
            email_address_id: factor.email_address_id(),
            phone_number_id: factor.phone_number_id(),
            web3_wallet_id: factor.web3_wallet_id(),
            trusted_device_id: factor.trusted_device_id(),
            is_default: factor.default(),
            channel: factor.channel(),
            enterprise_connection_id: factor.enterprise_connection_id(),
            ..Self::default()
        }
    }
}

params! {
    /// What passes a factor.
    ///
    /// ```
    /// use clerk_wasm::model::Strategy;
    /// use clerk_wasm::{AttemptFactor, Result, SignIn};
    ///
    /// async fn pass(attempt: &SignIn, code: &str) -> Result<()> {
    ///     attempt.attempt_first_factor(AttemptFactor::by_code(Strategy::EmailCode, code)).await
    /// }
    /// ```
    AttemptFactor {
        /// That of the factor.
        strategy: Strategy,
        /// The password.
        password: Secret<String>,
        /// The code that was sent, or that an authenticator shows; one of the backup codes.
        code: Secret<String>,
        /// The ticket.
        ticket: Secret<String>,
        /// What the provider has given.
        token: Secret<String>,
        /// What the wallet, or the device, has signed.
        signature: Secret<String>,
        /// The passkey's answer: an object, or a text of JSON.
        public_key_credential: Json,
        /// The device that has signed, of a native application.
        trusted_device_id: String,
        /// The text that the device has signed.
        client_data: String,
        /// How the device has signed: `ES256`.
        algorithm: String,
    }
}

impl AttemptFactor {
    /// By this strategy. What it goes by is still to be said.
    pub fn new(strategy: impl Into<Strategy>) -> Self {
        Self::default().strategy(strategy)
    }

    /// By a password.
    pub fn by_password(password: impl Into<Secret<String>>) -> Self {
        Self::new(Strategy::Password).password(password)
    }

    /// By a code, which the strategy says the origin of.
    pub fn by_code(strategy: impl Into<Strategy>, code: impl Into<Secret<String>>) -> Self {
        Self::new(strategy).code(code)
    }
}
