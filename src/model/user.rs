//! The user, and what may be shown of one.

use super::view::view;
use super::{
    EmailAddress, EnterpriseAccount, ExternalAccount, OrganizationMembership, Passkey, PhoneNumber,
    Web3Wallet,
};

view! {
    /// A user. Without JSON it is blank, with the id `''`.
    User at "/me" {
        /// The unique identifier, `user_…`.
        id: text_or_empty,
        /// The identifier in the application's own system.
        external_id: text_or_null,
        /// The user name.
        username: text_or_null,
        /// The first name.
        first_name: text_or_null,
        /// The last name.
        last_name: text_or_null,
        /// Which of `email_addresses` is the primary one.
        primary_email_address_id: text_or_null,
        /// Which of `phone_numbers` is the primary one.
        primary_phone_number_id: text_or_null,
        /// Which of `web3_wallets` is the primary one.
        primary_web3_wallet_id: text_or_null,
        /// The picture, or a generated one.
        image_url: text_or_empty,
        /// Whether the user has uploaded a picture, or taken one over from a provider.
        has_image: flag,
        /// The email addresses.
        email_addresses: many(EmailAddress),
        /// The phone numbers.
        phone_numbers: many(PhoneNumber),
        /// The wallets.
        web3_wallets: many(Web3Wallet),
        /// The accounts at other providers.
        external_accounts: many(ExternalAccount),
        /// The accounts at the user's enterprises.
        enterprise_accounts: many(EnterpriseAccount),
        /// The passkeys.
        passkeys: many(Passkey),
        /// The memberships in organizations.
        organization_memberships: many(OrganizationMembership),
        /// Whether the user has a password.
        password_enabled: flag,
        /// Whether the user has an authenticator app.
        totp_enabled: flag,
        /// Whether the user has backup codes.
        backup_code_enabled: flag,
        /// Whether the user signs in with a second factor.
        two_factor_enabled: flag,
        /// What the backend stored, for everybody to read.
        public_metadata: json_or_empty,
        /// What the page stored.
        unsafe_metadata: json_or_empty,
        /// Whether the user may create organizations.
        create_organization_enabled: flag,
        /// How many organizations the user may create; no limit when `None`.
        create_organizations_limit: number_or_null,
        /// Whether the user may delete their account.
        delete_self_enabled: flag,
        /// Where the user is, as an IANA time zone such as `Europe/Berlin`.
        timezone: nullable_text,
        /// When the user last signed in.
        last_sign_in_at: date_or_null,
        /// When the user accepted the legal documents.
        legal_accepted_at: date_or_null,
        /// When the user was created.
        created_at: date_or_null,
        /// When the user was last updated.
        updated_at: date_or_null,
    }
    also "first_name:F:fullName:;\
          primary_email_address_id:PemailAddresses:primaryEmailAddress:;\
          primary_phone_number_id:PphoneNumbers:primaryPhoneNumber:;\
          primary_web3_wallet_id:Pweb3Wallets:primaryWeb3Wallet:;"
}

impl User {
    /// First and last name; `None` when there is neither.
    pub fn full_name(&self) -> Option<String> {
        let names: Vec<String> = [self.first_name(), self.last_name()].into_iter().flatten().collect();
        let name = names.join(" ").trim().to_owned();
        (!name.is_empty()).then_some(name)
    }

    /// The primary email address.
    pub fn primary_email_address(&self) -> Option<EmailAddress> {
        let id = self.primary_email_address_id()?;
        self.email_addresses().into_iter().find(|email| email.id() == id)
    }

    /// The primary phone number.
    pub fn primary_phone_number(&self) -> Option<PhoneNumber> {
        let id = self.primary_phone_number_id()?;
        self.phone_numbers().into_iter().find(|phone| phone.id() == id)
    }

    /// The primary wallet.
    pub fn primary_web3_wallet(&self) -> Option<Web3Wallet> {
        let id = self.primary_web3_wallet_id()?;
        self.web3_wallets().into_iter().find(|wallet| wallet.id() == id)
    }
}

view! {
    /// What others may see of a user.
    PublicUserData {
        /// The first name.
        first_name: text_or_null,
        /// The last name.
        last_name: text_or_null,
        /// The picture, or a generated one.
        image_url: text_or_empty,
        /// Whether the picture is the user's own.
        has_image: flag,
        /// What the user is known by: an email address, a phone number, a name.
        identifier: text_or_empty,
        /// The unique identifier of the user.
        user_id: text_or_undefined,
        /// The user name.
        username: text_or_undefined,
        /// Whether the user is banned.
        banned: flag_or_undefined,
        /// Whether the user was removed by their enterprise's directory.
        deprovisioned: flag_or_undefined,
    }
}

view! {
    /// What may be shown of the user while they sign in.
    UserData {
        /// The first name.
        first_name: text_or_undefined,
        /// The last name.
        last_name: text_or_undefined,
        /// The picture, or a generated one.
        image_url: text_or_undefined,
        /// Whether the picture is the user's own.
        has_image: flag_or_undefined,
    }
}
