//! A reverification: who is signed in proves again who they are.

use super::view::view;
use super::{Factor, Session, SessionVerificationStatus, Verification, VerificationLevel};

view! {
    /// A reverification of a session, as the Frontend API describes it.
    SessionVerification at "" {
        /// Always absent so far: the Frontend API gives a reverification no id of its own.
        id: text,
        /// What it needs next.
        status: choice(SessionVerificationStatus),
        /// What has to be proved. It is the first factor, whatever was asked for, when the user has no second.
        level: choice(VerificationLevel),
        /// The session, reduced: without its user, its organization and its dates of creation and update.
        session: held(Session),
        /// The factors that may be verified first, while it needs the first one.
        supported_first_factors: camel_list(Factor),
        /// The factors that may be verified second, while it needs the second one.
        supported_second_factors: camel_list(Factor),
        /// How far the first factor got.
        first_factor_verification: one(Verification),
        /// How far the second factor got.
        second_factor_verification: one(Verification),
    }
}

impl SessionVerification {
    /// Whether all that was asked for is proved.
    pub fn is_complete(&self) -> bool {
        self.status() == Some(SessionVerificationStatus::Complete)
    }
}
