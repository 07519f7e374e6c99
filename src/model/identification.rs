//! What a user is identified by: email addresses, phone numbers, wallets.

use super::Verification;
use super::view::view;

view! {
    /// An email address of a user.
    EmailAddress at "/me/email_addresses" {
        /// The unique identifier, `idn_…`.
        id: text_or_empty,
        /// The address.
        email_address: text_or_empty,
        /// How far its verification got.
        verification: one(Verification),
        /// Whether its domain belongs to an enterprise connection.
        matches_sso_connection: flag,
        /// The accounts that it came from or is linked to.
        linked_to: many(IdentificationLink),
    }
}

view! {
    /// A phone number of a user.
    PhoneNumber at "/me/phone_numbers" {
        /// The unique identifier, `idn_…`.
        id: text_or_empty,
        /// The number, in E.164 form.
        phone_number: text_or_empty,
        /// Whether it serves as a second factor.
        reserved_for_second_factor: flag,
        /// Whether it is the second factor that is offered first.
        default_second_factor: flag,
        /// How far its verification got.
        verification: one(Verification),
        /// The accounts that it came from or is linked to.
        linked_to: many(IdentificationLink),
        /// The codes that were made when it became a second factor; only in that answer.
        backup_codes: texts_or_undefined,
    }
}

view! {
    /// A wallet of a user.
    Web3Wallet at "/me/web3_wallets" {
        /// The unique identifier, `idn_…`.
        id: text_or_empty,
        /// The address of the wallet.
        web3_wallet: text_or_empty,
        /// How far its verification got.
        verification: one(Verification),
    }
}

view! {
    /// What an email address or a phone number is linked to.
    IdentificationLink at "" {
        /// The unique identifier, `idn_…`.
        id: text_or_empty,
    }
    also "type:s::;"
}

impl IdentificationLink {
    /// The kind of what it is linked to: `oauth_google`, `saml`, ….
    pub fn kind(&self) -> Option<String> {
        self.json().text("type")
    }
}
