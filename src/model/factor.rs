//! What somebody may prove who they are by.

use super::view::view;
use super::{PhoneCodeChannel, Strategy};

view! {
    /// A factor that a sign-in or a reverification offers: its strategy, and what it would use.
    ///
    /// [`PrepareFactor`](crate::PrepareFactor) is made from it.
    Factor {
        /// How it verifies.
        strategy: choice(Strategy),
        /// The address or number in question, masked so that it can be shown.
        safe_identifier: text_or_null,
        /// The email address that a code or a link would be sent to.
        email_address_id: text_or_null,
        /// The phone that a code would be sent to.
        phone_number_id: text_or_null,
        /// The wallet that would sign.
        web3_wallet_id: text_or_null,
        /// The name of that wallet.
        wallet_name: text_or_null,
        /// The passkey that would sign.
        passkey_id: text_or_null,
        /// The device that would sign, of a native application.
        trusted_device_id: text_or_null,
        /// Whether the address or number is the user's primary one.
        primary: flag,
        /// Whether it is the one to offer first.
        default: flag_or_undefined,
        /// How a code by phone would be delivered.
        channel: choice_or_undefined(PhoneCodeChannel),
        /// The connection of the enterprise.
        enterprise_connection_id: text_or_null,
        /// What people call it.
        enterprise_connection_name: text_or_null,
        /// The URL of its picture.
        enterprise_connection_logo_public_url: text_or_null,
        /// What stands behind it, such as `saml_okta`.
        enterprise_connection_provider: text_or_null,
        /// Where the browser has to go.
        external_verification_redirect_url: text_or_null,
    }
}
