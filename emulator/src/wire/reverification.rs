//! The reverification object.

use serde_json::{Value, json};

use crate::http::visit::Visit;
use crate::model::reverification::{Factor, Reverification, Status};
use crate::model::session::Session;
use crate::model::user::User;
use crate::model::verification::Verification;

impl Visit<'_> {
    /// A reverification with the factors that may be used now, and a session without its user.
    pub(crate) fn reverification_json(&self, session: &Session, reverification: &Reverification) -> Value {
        let user = self.tables.users.get(&session.user_id);
        let status = reverification.status();
        let when_needed = |factor| user.filter(|_| status == Status::Needs(factor));
        let proof_json =
            |proof: &Option<Verification>| proof.as_ref().map(|proof| self.verification_json(proof));
        json!({
            "object": "session_reverification",
            "level": reverification.level.as_str(),
            "status": status.as_str(),
            "supported_first_factors": when_needed(Factor::First).map(|user| self.factors_json(user)),
            "supported_second_factors": when_needed(Factor::Second).map(second_factors_json),
            "first_factor_verification": proof_json(&reverification.first_factor),
            "second_factor_verification": proof_json(&reverification.second_factor),
            "session": self.session_base_json(session),
        })
    }

    /// A passkey is good here, and not for signing in.
    fn factors_json(&self, user: &User) -> Vec<Value> {
        let passkey = (!user.passkeys.is_empty()).then(|| json!({ "strategy": "passkey" }));
        self.first_factors_json(user).into_iter().chain(passkey).collect()
    }
}

fn second_factors_json(user: &User) -> Vec<Value> {
    let phone = user.phone_number.as_ref().map(|phone| {
        json!({
            "strategy": "phone_code",
            "safe_identifier": phone.number,
            "phone_number_id": phone.id,
            "primary": true,
            "default": true,
        })
    });
    let codes = (!user.backup_codes.is_empty()).then(|| json!({ "strategy": "backup_code" }));
    phone.into_iter().chain(codes).collect()
}
