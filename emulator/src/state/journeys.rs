//! Finding the attempt that has sent somebody to a provider.

use super::Tables;
use crate::model::client::Client;
use crate::model::verification::Verification;

/// An attempt of either kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum AttemptId {
    SignIn(String),
    SignUp(String),
}

impl Tables {
    /// The attempt that has sent somebody away with this state.
    pub(crate) fn attempt_on_journey(&self, state: &str) -> Option<AttemptId> {
        let is_it = |proof: &Option<Verification>| {
            let journey = proof.as_ref().and_then(Verification::journey);
            journey.is_some_and(|journey| journey.state == state)
        };
        let sign_in = self.sign_ins.values().find(|attempt| is_it(&attempt.first_factor));
        let sign_up = || self.sign_ups.values().find(|attempt| is_it(&attempt.external_account));
        sign_in
            .map(|attempt| AttemptId::SignIn(attempt.id.clone()))
            .or_else(|| sign_up().map(|attempt| AttemptId::SignUp(attempt.id.clone())))
    }

    /// The verification by a provider.
    pub(crate) fn proof_on_journey(&self, attempt: &AttemptId) -> Option<&Verification> {
        match attempt {
            AttemptId::SignIn(id) => self.sign_ins.get(id)?.first_factor.as_ref(),
            AttemptId::SignUp(id) => self.sign_ups.get(id)?.external_account.as_ref(),
        }
    }

    /// The same, to be changed.
    pub(crate) fn proof_on_journey_mut(&mut self, attempt: &AttemptId) -> Option<&mut Verification> {
        match attempt {
            AttemptId::SignIn(id) => self.sign_ins.get_mut(id)?.first_factor.as_mut(),
            AttemptId::SignUp(id) => self.sign_ups.get_mut(id)?.external_account.as_mut(),
        }
    }

    /// The browser that the attempt belongs to.
    pub(crate) fn client_of(&self, attempt: &AttemptId) -> Option<&Client> {
        let client_id = match attempt {
            AttemptId::SignIn(id) => &self.sign_ins.get(id)?.client_id,
            AttemptId::SignUp(id) => &self.sign_ups.get(id)?.client_id,
        };
        self.clients.get(client_id)
    }
}
