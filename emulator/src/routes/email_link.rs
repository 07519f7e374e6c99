//! Links that are sent by e-mail, and what happens when somebody opens one.

use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use url::Url;

use super::proof::Place;
use super::redirect::{redirect_url, sent_on_to, with_params};
use crate::clock::SECOND;
use crate::error::ApiError;
use crate::http::caller::Caller;
use crate::http::params::Params;
use crate::http::visit::Visit;
use crate::model::message::{Content, Recipient};
use crate::model::verification::{Refusal, Strategy, Verification};
use crate::state::Emulator;

/// The kind of token, in the header of the JWT.
const CATEGORY: &str = "emulator_email_link";

/// What the page reads of how it went.
const STATUS: &str = "__clerk_status";
const CREATED_SESSION: &str = "__clerk_created_session";

/// What the token of a link says.
#[derive(Debug, Serialize, Deserialize)]
struct Link {
    /// Seconds.
    exp: i64,
    #[serde(rename = "for")]
    place: Place,
    /// Which of the links that were sent for this it is.
    secret: String,
    redirect_url: String,
}

/// How following a link went.
enum Outcome {
    Verified { session_id: Option<String> },
    Expired,
    Failed,
    ClientMismatch,
}

impl Outcome {
    fn as_str(&self) -> &'static str {
        match self {
            Self::Verified { .. } => "verified",
            Self::Expired => "expired",
            Self::Failed => "failed",
            Self::ClientMismatch => "client_mismatch",
        }
    }
}

/// `GET /v1/verify`: a navigation, perhaps in another browser than the one that waits. What the link is for goes on in
/// the browser that asked for it.
pub(super) async fn verify(
    State(emulator): State<Emulator>,
    caller: Caller,
    query: Extension<Params>,
) -> Response {
    emulator.visit(&caller, |visit| {
        let token = query.filled("token")?.ok_or_else(|| ApiError::missing_query("token"))?;
        let link = visit.read_link(token).ok_or_else(ApiError::email_link_invalid)?;
        let target = redirect_url(&link.redirect_url)?;
        let outcome = visit.follow_link(&link);
        let mut told = vec![(STATUS, outcome.as_str())];
        if let Outcome::Verified { session_id: Some(id) } = &outcome {
            told.push((CREATED_SESSION, id));
        }
        sent_on_to(StatusCode::SEE_OTHER, &with_params(target, &told))
    })
}

impl Visit<'_> {
    /// Sends a link, and says what it proves when it is opened.
    pub(super) fn send_link(
        &mut self,
        place: &Place,
        recipient: &Recipient,
        redirect_url: &Url,
    ) -> Result<Verification, ApiError> {
        let secret = self.random.text(32);
        let proof = Verification::of_code(Strategy::EmailLink, &secret, &self.settings, self.now);
        let link = Link {
            exp: proof.expire_at.unwrap_or(self.now) / SECOND,
            place: place.clone(),
            secret,
            redirect_url: redirect_url.to_string(),
        };
        let unsigned = |_| ApiError::internal("The link could not be signed.");
        let claims = serde_json::to_value(link).map_err(|error| ApiError::internal(error.to_string()))?;
        let token = self.key.sign(CATEGORY, self.now / SECOND, &claims).map_err(unsigned)?;
        let url = format!("{}/v1/verify?token={token}", self.caller.base_url);
        self.tables.send(recipient, place.kind(Strategy::EmailLink), Content::Url(url), self.now);
        Ok(proof)
    }

    fn read_link(&self, token: &str) -> Option<Link> {
        serde_json::from_value(Value::Object(self.key.read(token)?.claims)).ok()
    }

    fn follow_link(&mut self, link: &Link) -> Outcome {
        let Some(owner) = self.owner_of(&link.place) else { return Outcome::Failed };
        let opener = self.client_that_navigates(&owner);
        if self.settings.email_link_same_client && opener.as_ref() != Some(&owner) {
            return Outcome::ClientMismatch;
        }
        self.on_behalf_of(&owner, |visit| visit.verify_link(link, opener))
    }

    /// The client whose attempt it is.
    fn owner_of(&self, place: &Place) -> Option<String> {
        match place {
            Place::SignIn(id, _) => self.tables.sign_ins.get(id).map(|attempt| attempt.client_id.clone()),
            Place::SignUp(id, _) => self.tables.sign_ups.get(id).map(|attempt| attempt.client_id.clone()),
            Place::Session(id, _) => self.tables.sessions.get(id).map(|session| session.client_id.clone()),
            Place::Contact(..) => None,
        }
    }

    fn verify_link(&mut self, link: &Link, opener: Option<String>) -> Outcome {
        if self.refuse_closed(&link.place).is_err() {
            return Outcome::Failed;
        }
        let (now, max_attempts) = (self.now, self.settings.max_code_attempts);
        let mut outcome = Some(Refusal::Incorrect);
        self.change_proof(&link.place, |current| {
            let sent = current.as_mut().filter(|proof| proof.is_of_link(&link.secret));
            if let Some(proof) = sent {
                outcome = proof.attempt(true, max_attempts, now).err();
                if outcome.is_none() {
                    proof.verified_at_client = opener;
                }
            }
        });
        match outcome {
            Some(Refusal::Expired) => Outcome::Expired,
            Some(_) => Outcome::Failed,
            None => match self.proceed_after_link(&link.place) {
                Ok(session_id) => Outcome::Verified { session_id },
                Err(_) => Outcome::Failed,
            },
        }
    }

    /// Is the attempt still one that goes on?
    fn refuse_closed(&self, place: &Place) -> Result<(), ApiError> {
        match place {
            Place::SignIn(id, factor) => self.account_to_verify(id, *factor).map(|_| ()),
            Place::SignUp(id, _) => self.open_sign_up(id),
            Place::Session(..) | Place::Contact(..) => Err(ApiError::verification_missing()),
        }
    }

    /// Goes on with what the link was for; the id of the session, if that was the end of it.
    fn proceed_after_link(&mut self, place: &Place) -> Result<Option<String>, ApiError> {
        match place {
            Place::SignIn(id, factor) => {
                self.factor_verified_of_sign_in(id, *factor).map(drop)?;
                let attempt = self.tables.sign_ins.get(id);
                Ok(attempt.and_then(|attempt| attempt.created_session_id.clone()))
            }
            Place::SignUp(id, _) => {
                self.proceed_with_sign_up(id).map(drop)?;
                let attempt = self.tables.sign_ups.get(id);
                Ok(attempt.and_then(|attempt| attempt.created_session_id.clone()))
            }
            Place::Session(..) | Place::Contact(..) => Err(ApiError::verification_missing()),
        }
    }
}
