//! The reverification object.

use serde_json::{Value, json};

use super::factor::second_factors_json;
use crate::http::visit::Visit;
use crate::model::reverification::{Reverification, Status};
use crate::model::session::Session;
use crate::model::verification::{Factor, Verification};

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
            "supported_first_factors": when_needed(Factor::First).map(|user| self.reverification_factors_json(user)),
            "supported_second_factors": when_needed(Factor::Second).map(second_factors_json),
            "first_factor_verification": proof_json(&reverification.first_factor),
            "second_factor_verification": proof_json(&reverification.second_factor),
            "session": self.session_base_json(session),
        })
    }
}
