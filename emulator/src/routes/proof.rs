//! Verifications wherever they are kept: what is sent for one, and attempts at one.

use serde::{Deserialize, Serialize};
use url::Url;

use crate::error::ApiError;
use crate::http::visit::Visit;
use crate::model::message::{Channel, Kind, Recipient};
use crate::model::sign_up::Attribute;
use crate::model::verification::{Factor, Refusal, Strategy, Verification};

/// Where a verification is kept: with a sign-in, with a sign-up, or with a session whose user is verified again.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Place {
    SignIn(String, Factor),
    SignUp(String, Attribute),
    Session(String, Factor),
    /// Of a user, and one of their addresses or phones.
    Contact(String, String),
}

impl Place {
    /// What a message about it is.
    pub(super) fn kind(&self, strategy: Strategy) -> Kind {
        let is_link = strategy == Strategy::EmailLink;
        match self {
            Self::Session(..) => Kind::Reverification,
            Self::Contact(..) => Kind::VerificationCode,
            Self::SignUp(..) if is_link => Kind::SignUpLink,
            Self::SignUp(..) => Kind::SignUpCode,
            Self::SignIn(_, Factor::Second) if is_link => Kind::SecondFactorLink,
            Self::SignIn(_, Factor::Second) => Kind::SecondFactorCode,
            Self::SignIn(..) if is_link => Kind::SignInLink,
            Self::SignIn(..) if strategy.resets_password() => Kind::ResetPasswordCode,
            Self::SignIn(..) => Kind::SignInCode,
        }
    }
}

/// What is to be sent, and is known to be possible.
#[derive(Debug, Clone)]
pub(super) struct Dispatch {
    pub(super) strategy: Strategy,
    pub(super) recipient: Recipient,
    /// The way to a phone that was asked for.
    pub(super) channel: Option<Channel>,
    /// Where a link sends the browser that opens it; none, and it is a code.
    pub(super) redirect_url: Option<Url>,
}

impl Visit<'_> {
    /// A verification that was begun.
    pub(super) fn proof(&self, place: &Place) -> Option<&Verification> {
        match place {
            Place::SignIn(id, factor) => self.tables.sign_ins.get(id)?.proof(*factor),
            Place::SignUp(id, attribute) => self.tables.sign_ups.get(id)?.proof(*attribute),
            Place::Session(id, factor) => {
                self.tables.sessions.get(id)?.reverification.as_ref()?.proof(*factor)
            }
            Place::Contact(user_id, id) => self.tables.users.get(user_id)?.contact(id)?.verification,
        }
    }

    pub(super) fn change_proof(&mut self, place: &Place, change: impl FnOnce(&mut Option<Verification>)) {
        let proof = match place {
            Place::SignIn(id, factor) => {
                self.tables.sign_ins.get_mut(id).map(|attempt| attempt.proof_mut(*factor))
            }
            Place::SignUp(id, attribute) => {
                self.tables.sign_ups.get_mut(id).map(|attempt| attempt.proof_mut(*attribute))
            }
            Place::Session(id, factor) => self
                .tables
                .sessions
                .get_mut(id)
                .and_then(|session| session.reverification.as_mut())
                .map(|reverification| reverification.proof_mut(*factor)),
            Place::Contact(user_id, id) => self
                .tables
                .users
                .get_mut(user_id)
                .and_then(|user| user.contact_mut(id))
                .map(|(_, verification)| verification),
        };
        if let Some(proof) = proof {
            change(proof);
        }
        self.date_client();
    }

    pub(super) fn begin_proof(&mut self, place: &Place, proof: Verification) {
        self.change_proof(place, |current| *current = Some(proof));
    }

    /// Sends a code or a link, which is the one that counts from now on.
    pub(super) fn dispatch(&mut self, place: &Place, dispatch: &Dispatch) -> Result<(), ApiError> {
        let mut proof = match &dispatch.redirect_url {
            Some(url) => self.send_link(place, &dispatch.recipient, url)?,
            None => self.send_code(dispatch.strategy, &dispatch.recipient, place.kind(dispatch.strategy)),
        };
        proof.channel = dispatch.channel;
        self.begin_proof(place, proof);
        Ok(())
    }

    /// Compares a code with the one that was sent.
    pub(super) fn attempt_code(
        &mut self,
        place: &Place,
        strategy: Strategy,
        code: &str,
    ) -> Result<(), ApiError> {
        let user_id = self.user_to_prove(place);
        if let Some(user_id) = &user_id {
            self.refuse_locked(user_id)?;
        }
        let (now, max_attempts) = (self.now, self.settings.max_code_attempts);
        let mut outcome = None;
        self.change_proof(place, |current| {
            let sent = current.as_mut().filter(|proof| proof.strategy == strategy);
            outcome = sent.map(|proof| proof.attempt_code(code, max_attempts, now));
        });
        let outcome = outcome.ok_or_else(ApiError::verification_missing)?;
        if let (Err(Refusal::Incorrect), Some(user_id)) = (outcome, &user_id) {
            self.count_failure(user_id);
        }
        outcome.map_err(|refusal| self.code_refused(refusal))
    }

    /// Remembers that a secret was tried, and how that went.
    pub(super) fn attempt_secret(
        &mut self,
        place: &Place,
        strategy: Strategy,
        outcome: Result<(), ApiError>,
    ) -> Result<(), ApiError> {
        let is_right = outcome.is_ok();
        self.change_proof(place, |current| {
            let before = current.as_ref().filter(|proof| proof.strategy == strategy);
            let attempts = before.map_or(0, |proof| proof.attempts);
            *current = Some(Verification::of_secret(strategy, is_right, attempts + 1));
        });
        outcome.map_err(|error| error.with_client(self.client_json()))
    }

    /// Whose failures are counted; nobody's while somebody signs up.
    fn user_to_prove(&self, place: &Place) -> Option<String> {
        match place {
            Place::SignIn(id, _) => {
                self.tables.sign_ins.get(id)?.account.as_ref().map(|account| account.user_id.clone())
            }
            // Whoever adds an address proves the address, and not who they are.
            Place::SignUp(..) | Place::Contact(..) => None,
            Place::Session(id, _) => self.tables.sessions.get(id).map(|session| session.user_id.clone()),
        }
    }
}
