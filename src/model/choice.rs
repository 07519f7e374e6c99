//! Texts of which the Frontend API knows a few, as enums. A new one is no error: it is [`Other`](SessionStatus::Other) until this crate knows it.

use crate::encoding::concat;
use crate::json::Json;

/// Declares such an enum: what Rust calls each text.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $text:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)*
            /// One that this version does not know, as it came.
            Other(String),
        }

        impl $name {
            /// The Frontend API's text.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)*
                    Self::Other(text) => text,
                }
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                match text.as_str() {
                    $($text => Self::$variant,)*
                    _ => Self::Other(text),
                }
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                text.to_owned().into()
            }
        }

        impl From<$name> for Json {
            fn from(choice: $name) -> Self {
                Json::from(choice.as_str())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

choice! {
    /// What has become of a session.
    SessionStatus {
        /// It can be used.
        Active = "active",
        /// The user has something to do before it is active: [`Session::current_task`](super::Session::current_task).
        Pending = "pending",
        /// Another session of this client took its place.
        Replaced = "replaced",
        /// It was ended: its user may sign in by it no more.
        Ended = "ended",
        /// Its time is over.
        Expired = "expired",
        /// It was taken off the client.
        Removed = "removed",
        /// Nobody has used it for too long.
        Abandoned = "abandoned",
        /// An administrator, or another device of the user's, has ended it.
        Revoked = "revoked",
    }
}

choice! {
    /// What a sign-in needs next.
    SignInStatus {
        /// Who signs in.
        NeedsIdentifier = "needs_identifier",
        /// One of [`SignIn::supported_first_factors`](super::SignIn::supported_first_factors).
        NeedsFirstFactor = "needs_first_factor",
        /// One of [`SignIn::supported_second_factors`](super::SignIn::supported_second_factors).
        NeedsSecondFactor = "needs_second_factor",
        /// A proof that this device is the user's: a second factor, by e-mail or text message.
        NeedsClientTrust = "needs_client_trust",
        /// A new password, by [`SignIn::reset_password`](crate::SignIn::reset_password).
        NeedsNewPassword = "needs_new_password",
        /// A proof that a person is there, by [`SignIn::submit_protect_check`](crate::SignIn::submit_protect_check).
        NeedsProtectCheck = "needs_protect_check",
        /// Nothing: [`SignIn::created_session_id`](super::SignIn::created_session_id) is there.
        Complete = "complete",
    }
}

choice! {
    /// How far a sign-up is.
    SignUpStatus {
        /// Something is missing, or not verified yet.
        MissingRequirements = "missing_requirements",
        /// There is a user, and a session.
        Complete = "complete",
        /// It has waited for too long.
        Abandoned = "abandoned",
    }
}

choice! {
    /// How far a verification is.
    VerificationStatus {
        /// Not done yet.
        Unverified = "unverified",
        /// Done.
        Verified = "verified",
        /// Done, for somebody who has no account yet (in a sign-in), or has one (in a sign-up).
        Transferable = "transferable",
        /// Refused, such as after too many tries.
        Failed = "failed",
        /// Its time is over.
        Expired = "expired",
    }
}

choice! {
    /// What a reverification needs next.
    SessionVerificationStatus {
        /// A first factor.
        NeedsFirstFactor = "needs_first_factor",
        /// A second factor.
        NeedsSecondFactor = "needs_second_factor",
        /// Nothing.
        Complete = "complete",
    }
}

choice! {
    /// By which factors a user is verified.
    VerificationLevel {
        /// What signs in first, such as a password.
        FirstFactor = "first_factor",
        /// What signs in second; the first where the user has no second, and the other way round.
        SecondFactor = "second_factor",
        /// Both; the first alone where the user has no second.
        MultiFactor = "multi_factor",
    }
}

choice! {
    /// By what somebody proves who they are. An account at a provider is [`oauth`](Strategy::oauth).
    Strategy {
        /// A password.
        Password = "password",
        /// A code by e-mail.
        EmailCode = "email_code",
        /// A link by e-mail.
        EmailLink = "email_link",
        /// A code by text message.
        PhoneCode = "phone_code",
        /// A passkey.
        Passkey = "passkey",
        /// A code by e-mail, for whoever has forgotten their password.
        ResetPasswordEmailCode = "reset_password_email_code",
        /// A code by text message, for whoever has forgotten their password.
        ResetPasswordPhoneCode = "reset_password_phone_code",
        /// A code of an authenticator app.
        Totp = "totp",
        /// One of the codes that were written down for the day when nothing else works.
        BackupCode = "backup_code",
        /// An account at the user's enterprise.
        EnterpriseSso = "enterprise_sso",
        /// A ticket, such as an invitation's.
        Ticket = "ticket",
        /// What Google's One Tap gives.
        GoogleOneTap = "google_one_tap",
        /// What Apple gives a native application.
        OAuthTokenApple = "oauth_token_apple",
        /// A signature by MetaMask.
        Web3Metamask = "web3_metamask_signature",
        /// A signature by Base.
        Web3Base = "web3_base_signature",
        /// A signature by Coinbase Wallet.
        Web3CoinbaseWallet = "web3_coinbase_wallet_signature",
        /// A signature by the OKX wallet.
        Web3OkxWallet = "web3_okx_wallet_signature",
        /// A signature by a wallet of Solana's.
        Web3Solana = "web3_solana_signature",
        /// A device that a native application knows.
        TrustedDevice = "trusted_device",
    }
}

impl Strategy {
    /// An account at a provider: `google`, `github`, `custom_…`.
    pub fn oauth(provider: &str) -> Self {
        Self::Other(concat(&["oauth_", provider]))
    }

    /// The provider, where it is an account there.
    pub fn provider(&self) -> Option<&str> {
        match self {
            Self::Other(text) => text.strip_prefix("oauth_"),
            _ => None,
        }
    }
}

choice! {
    /// What a user has to do before a session is active.
    SessionTaskKey {
        /// Choose the organization that the session is for, or make one.
        ChooseOrganization = "choose-organization",
        /// Choose another password.
        ResetPassword = "reset-password",
        /// Set up a second factor.
        SetupMfa = "setup-mfa",
    }
}

choice! {
    /// How a code by phone is delivered.
    PhoneCodeChannel {
        /// By text message.
        Sms = "sms",
        /// By WhatsApp.
        Whatsapp = "whatsapp",
    }
}

choice! {
    /// Whether a client is trusted.
    ClientTrustState {
        /// Nobody has signed in on it before.
        New = "new",
        /// It is known.
        Known = "known",
        /// It is still to be proved.
        Pending = "pending",
    }
}

choice! {
    /// What a verification of a sign-up needs next.
    NextAction {
        /// To be prepared: something is to be sent.
        NeedsPrepare = "needs_prepare",
        /// To be attempted, by what was sent.
        NeedsAttempt = "needs_attempt",
    }
}

choice! {
    /// What has become of an invitation to an organization, or of the suggestion to join one.
    InvitationStatus {
        /// It is open.
        Pending = "pending",
        /// The user has accepted it.
        Accepted = "accepted",
        /// The organization has taken it back.
        Revoked = "revoked",
        /// Its time is over.
        Expired = "expired",
    }
}

choice! {
    /// What has become of a request to become a member.
    MembershipRequestStatus {
        /// It is open.
        Pending = "pending",
        /// The organization has accepted it.
        Accepted = "accepted",
        /// The organization has refused it.
        Rejected = "rejected",
    }
}

choice! {
    /// What becomes of people with an address of an organization's domain.
    EnrollmentMode {
        /// They are invited one by one.
        ManualInvitation = "manual_invitation",
        /// They are invited when they sign up.
        AutomaticInvitation = "automatic_invitation",
        /// They may ask to join.
        AutomaticSuggestion = "automatic_suggestion",
        /// They come in by their enterprise.
        EnterpriseSso = "enterprise_sso",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_becomes_what_it_names_and_a_new_one_is_kept() {
        for (text, status) in [
            ("active", SessionStatus::Active),
            ("revoked", SessionStatus::Revoked),
            ("asleep", SessionStatus::Other("asleep".to_owned())),
        ] {
            assert_eq!(SessionStatus::from(text.to_owned()), status);
            assert_eq!((status.as_str(), status.to_string().as_str()), (text, text));
            assert_eq!(Json::from(status).as_text().as_deref(), Some(text));
        }
    }

    #[test]
    fn a_provider_is_a_strategy() {
        let google = Strategy::oauth("google");
        assert_eq!((google.as_str(), google.provider()), ("oauth_google", Some("google")));
        assert_eq!(Strategy::from("oauth_google"), google);
        assert_eq!((Strategy::Password.provider(), Strategy::OAuthTokenApple.provider()), (None, None));
    }
}
