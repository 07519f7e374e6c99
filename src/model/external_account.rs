//! Accounts of a user elsewhere: at a provider, at an enterprise, in an authenticator.

use super::Verification;
/// JavaScript knows it by a name of its own, since there it shows what the browser makes a passkey of.
use super::Verification as PasskeyVerification;
use super::view::view;

view! {
    /// An account at another provider.
    ExternalAccount at "/me/external_accounts" {
        /// The unique identifier, `eac_…`.
        id: text_or_empty,
        /// The identification that the account gives.
        identification_id: text_or_empty,
        /// The provider: `google`, `github`, …; the wire's `oauth_` prefix is left out.
        provider: without_oauth,
        /// The user's identifier at the provider.
        provider_user_id: text_or_empty,
        /// The email address at the provider.
        email_address: text_or_empty,
        /// What the user has granted, separated by spaces.
        approved_scopes: text_or_empty,
        /// The first name at the provider.
        first_name: text_or_empty,
        /// The last name at the provider.
        last_name: text_or_empty,
        /// The picture at the provider.
        image_url: text_or_empty,
        /// The user name at the provider.
        username: text_or_empty,
        /// The phone number at the provider.
        phone_number: text_or_empty,
        /// What the backend stored, for everybody to read.
        public_metadata: json_or_empty,
        /// A label that tells accounts of one provider apart.
        label: text_or_empty,
        /// How far the connection got.
        verification: maybe(Verification),
    }
}

impl ExternalAccount {
    /// Whether the account is connected.
    pub fn is_verified(&self) -> bool {
        self.verification().is_some_and(|verification| verification.is_verified())
    }
}

view! {
    /// An account at the user's enterprise.
    EnterpriseAccount at "/me/enterprise_accounts" {
        /// The unique identifier.
        id: text_or_empty,
        /// The protocol: `saml` or `oauth`.
        protocol: text,
        /// The provider: `saml_okta`, `oauth_google`, ….
        provider: text,
        /// The user's identifier at the provider.
        provider_user_id: text_or_null,
        /// Whether the account may be used.
        active: flag,
        /// The email address at the enterprise.
        email_address: text_or_empty,
        /// The first name at the enterprise.
        first_name: text_or_null,
        /// The last name at the enterprise.
        last_name: text_or_null,
        /// What the backend stored, for everybody to read.
        public_metadata: json_or_empty,
        /// How far its verification got.
        verification: maybe(Verification),
        /// The connection that the account belongs to.
        enterprise_connection: maybe(EnterpriseAccountConnection),
        /// The identifier of that connection.
        enterprise_connection_id: text_or_null,
        /// When the account last authenticated.
        last_authenticated_at: date_or_null,
    }
}

view! {
    /// The enterprise connection of an [`EnterpriseAccount`].
    EnterpriseAccountConnection at "" {
        /// The unique identifier.
        id: text_or_empty,
        /// Whether the connection may be used.
        active: flag,
        /// Whether the enterprise may start a sign-in.
        allow_idp_initiated: flag,
        /// Whether subdomains of `domain` count.
        allow_subdomains: flag,
        /// Whether users may not add other identifications.
        disable_additional_identifications: flag,
        /// The domain of the enterprise.
        domain: text_or_empty,
        /// The picture of the connection.
        logo_public_url: text_or_null,
        /// The name of the connection.
        name: text_or_empty,
        /// The protocol: `saml` or `oauth`.
        protocol: text,
        /// The provider: `saml_okta`, `oauth_google`, ….
        provider: text,
        /// Whether the enterprise's attributes overwrite the user's at each sign-in.
        sync_user_attributes: flag,
        /// Whether members may link accounts through the organization.
        allow_organization_account_linking: flag,
        /// The identifier of the connection, where it differs from `id`.
        enterprise_connection_id: text_or_null,
    }
}

view! {
    /// A passkey.
    Passkey at "/me/passkeys" {
        /// The unique identifier, `passkey_…`.
        id: text_or_empty,
        /// The name that the user gave it.
        name: nullable_text,
        /// How far its verification got.
        verification: maybe(PasskeyVerification),
        /// When it was last used.
        last_used_at: date_or_null,
        /// When it was created.
        created_at: date,
        /// When it was last updated.
        updated_at: date,
    }
}
