//! What a user's second factors are made of.

use super::view::view;

view! {
    /// An authenticator app.
    #[allow(clippy::upper_case_acronyms)]
    TOTP at "/me" {
        /// The unique identifier.
        id: text_or_empty,
        /// The secret that the app is given; only where it was just made.
        secret: text_or_undefined,
        /// The same as a URI, which is shown as a QR code.
        uri: text_or_undefined,
        /// Whether the app has shown a right code.
        verified: flag,
        /// Backup codes that were made with it.
        backup_codes: texts_if_given,
        /// When it was made.
        created_at: date_or_null,
        /// When it was last updated.
        updated_at: date_or_null,
    }
}

view! {
    /// Codes for when every other second factor is lost.
    BackupCode at "/me" {
        /// The unique identifier.
        id: text_or_empty,
        /// The codes; each is good once.
        codes: texts,
        /// When they were made.
        created_at: date_or_null,
        /// When they were last updated.
        updated_at: date_or_null,
    }
}

view! {
    /// A device of a native application that proves its user by its own biometrics.
    BiometricCredential at "/me/biometric_credentials" object "trusted_device" {
        /// The unique identifier.
        id: text_or_empty,
        /// `ios` or `android`.
        platform: text_or_empty,
        /// The application on the device.
        app_identifier: text_or_empty,
        /// The name of the device.
        name: text_or_null,
        /// How it signs: `ES256`, ….
        algorithm: text_or_empty,
        /// `active` or `revoked`.
        status: text_or_empty,
        /// When it was last used.
        last_used_at: date_or_null,
        /// When it was taken away.
        revoked_at: date_or_null,
        /// When it was added.
        created_at: date,
        /// When it was last updated.
        updated_at: date,
    }
}
