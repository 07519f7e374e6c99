//! The enterprise connections that somebody may use.

use super::view::view;

view! {
    /// A way to sign in at an enterprise.
    EnterpriseConnection at "" {
        /// The unique identifier.
        id: text_or_empty,
        /// The name.
        name: text_or_empty,
        /// Whether it may be used.
        active: flag,
        /// The provider: `saml_okta`, `oauth_google`, ….
        provider: text_or_empty,
        /// The picture.
        logo_public_url: text_or_null,
        /// The domains whose addresses sign in by it.
        domains: texts,
        /// The organization that it belongs to.
        organization_id: text_or_null,
        /// Whether the enterprise's attributes overwrite the user's at each sign-in.
        sync_user_attributes: flag,
        /// Whether users may not add other identifications.
        disable_additional_identifications: flag,
        /// Whether members may link accounts through the organization.
        allow_organization_account_linking: flag,
        /// The attributes that the application has added.
        custom_attributes: list,
        /// What it is made of where it is OAuth.
        oauth_config: maybe(EnterpriseOAuthData),
        /// What it is made of where it is SAML.
        saml_connection: maybe(EnterpriseSamlData),
        /// When it was made.
        created_at: date_or_null,
        /// When it was last updated.
        updated_at: date_or_null,
    }
}

view! {
    /// A SAML connection.
    EnterpriseSamlData {
        /// The unique identifier.
        id: text_or_empty,
        /// The name.
        name: text_or_empty,
        /// Whether it may be used.
        active: flag,
        /// The enterprise's entity id.
        idp_entity_id: text_or_empty,
        /// Where the enterprise is asked.
        idp_sso_url: text_or_empty,
        /// The enterprise's certificate.
        idp_certificate: text_or_empty,
        /// When that was issued.
        idp_certificate_issued_at: ms_or_zero,
        /// When that expires.
        idp_certificate_expires_at: ms_or_zero,
        /// All certificates.
        idp_certificates: many(EnterpriseSamlCertificateData),
        /// Where the enterprise describes itself.
        idp_metadata_url: text_or_empty,
        /// How it does.
        idp_metadata: text_or_empty,
        /// Where Clerk is answered.
        acs_url: text_or_empty,
        /// Clerk's entity id.
        sp_entity_id: text_or_empty,
        /// Where Clerk describes itself.
        sp_metadata_url: text_or_empty,
        /// Whether subdomains count.
        allow_subdomains: flag,
        /// Whether the enterprise may start a sign-in.
        allow_idp_initiated: flag,
        /// Whether the enterprise has to ask each time.
        force_authn: flag,
    }
}

view! {
    /// A certificate of a SAML connection.
    EnterpriseSamlCertificateData {
        /// The certificate.
        certificate: text_or_empty,
        /// When it was issued.
        issued_at: ms_or_null,
        /// When it expires.
        expires_at: ms_or_null,
    }
}

view! {
    /// An OAuth connection.
    EnterpriseOAuthData {
        /// The unique identifier.
        id: text_or_empty,
        /// The name.
        name: text_or_empty,
        /// The client id at the provider.
        client_id: text_or_empty,
        /// The provider.
        provider_key: text_or_undefined,
        /// Where the provider comes back to.
        redirect_uri: text_or_undefined,
        /// Where the provider describes itself.
        discovery_url: text_or_undefined,
        /// Where the provider asks.
        auth_url: text_or_undefined,
        /// Where the provider gives tokens.
        token_url: text_or_undefined,
        /// Where the provider tells about a user.
        user_info_url: text_or_undefined,
        /// The picture.
        logo_public_url: text_or_undefined,
        /// Whether the provider wants PKCE.
        requires_pkce: flag_or_undefined,
        /// When it was made.
        created_at: date_or_null,
        /// When it was last updated.
        updated_at: date_or_null,
    }
}
