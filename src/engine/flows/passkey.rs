//! Passkeys: what the server wants signed, or made, goes to the browser, and its answer back.

use crate::engine::clerk::{Rest, attached, run_account};
use crate::engine::page::{Attempt, Resource, Session};
use crate::engine::wire::{Work, done, or_fail};
use crate::error::{ClerkError, Result};
use crate::fapi::endpoints::account::{Given, identification, user};
use crate::fapi::endpoints::attempt::Call;
use crate::fapi::endpoints::{reverification, sign_in};
use crate::json::Json;
use crate::platform::Refusal;
use std::rc::Rc;

const PASSKEY: &str = "passkey";
const NOTHING_TO_SIGN: &str = "The server has not said what a passkey should sign.";
const NOTHING_TO_MAKE: &str = "The server has not said what a passkey should be made of.";

/// How somebody signs in by a passkey.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum PasskeyFlow {
    /// As the attempt says, which knows who it is for.
    #[default]
    OfAttempt,
    /// By any passkey that the person has here: nobody has said yet who they are.
    Discoverable,
    /// By one that the browser offers in a field of the page with `autocomplete="webauthn"`; it asks by itself where it cannot.
    Autofill,
}

/// Fails where there are no passkeys.
pub(crate) fn needs_passkeys(rest: &Rest) -> Result<()> {
    let none = || ClerkError::runtime("passkey_not_supported", "This browser has no passkeys.");
    rest.reach().credentials.is_supported().then_some(()).ok_or_else(none)
}

/// Why the browser gives no passkey. What has no code of its own is told as it is.
fn refused(refusal: Refusal, is_made: bool) -> ClerkError {
    let code = match (refusal.name.as_str(), is_made) {
        ("AbortError", _) => "passkey_operation_aborted",
        ("SecurityError", _) => "passkey_invalid_rpID_or_domain",
        ("NotAllowedError", false) => "passkey_retrieval_cancelled",
        ("NotAllowedError", true) => "passkey_registration_cancelled",
        ("InvalidStateError", true) => "passkey_already_exists",
        _ => return other(refusal),
    };
    ClerkError::runtime(code, refusal.message)
}

/// To JavaScript it is the browser's own error.
#[cfg(all(target_arch = "wasm32", feature = "js"))]
fn other(refusal: Refusal) -> ClerkError {
    crate::error::ErrorKind::Thrown(refusal.native).into()
}

#[cfg(not(all(target_arch = "wasm32", feature = "js")))]
fn other(refusal: Refusal) -> ClerkError {
    let Refusal { name, message, .. } = refusal;
    ClerkError::state(crate::encoding::concat(&["The browser gave no passkey: ", &name, ": ", &message]))
}

/// Has one of the user's passkeys sign the `nonce` of a verification; gives what proves it, as parameters of the call that takes it.
fn sign(
    rest: &Rest,
    verification: Option<Json>,
    is_offered: bool,
    nothing: fn() -> ClerkError,
) -> Work<Json> {
    let nonce =
        verification.and_then(|verification| verification.text("nonce")).filter(|nonce| !nonce.is_empty());
    let signing = needs_passkeys(rest).and_then(|()| {
        let nonce = nonce.ok_or_else(nothing)?;
        Ok(rest.reach().credentials.sign(&nonce, is_offered))
    });
    let signing = match signing {
        Ok(signing) => signing,
        Err(error) => return done(Err(error)),
    };
    Box::pin(async move {
        let signed = signing.await.map_err(|refusal| refused(refusal, false))?;
        let none = || ClerkError::runtime("passkey_retrieval_failed", "The browser gave no passkey.");
        Ok(proof(signed.ok_or_else(none)?))
    })
}

fn proof(credential: String) -> Json {
    let strategy = ("strategy", Json::from(PASSKEY));
    Json::object(&[("publicKeyCredential", Json::from(credential)), strategy])
}

fn by_passkey() -> Json {
    Json::object(&[("strategy", Json::from(PASSKEY))])
}

fn no_options() -> ClerkError {
    ClerkError::runtime("missing_public_key_options", NOTHING_TO_SIGN)
}

fn has_factor(attempt: &Attempt, list: &str) -> Result<()> {
    let factors = attempt.resource.data().list(list);
    let has = factors.iter().any(|factor| factor.text("strategy").as_deref() == Some(PASSKEY));
    let none = || ClerkError::runtime("factor_not_found", "The attempt has no factor for a passkey.");
    has.then_some(()).ok_or_else(none)
}

/// Signs in by a passkey.
pub(crate) fn authenticate_with_passkey(attempt: &Attempt, flow: PasskeyFlow) -> Work {
    or_fail(attached(&attempt.page).and_then(|rest| {
        needs_passkeys(&rest)?;
        let call = if flow == PasskeyFlow::OfAttempt {
            has_factor(attempt, "supported_first_factors")?;
            &sign_in::PREPARE_FIRST_FACTOR
        } else {
            &sign_in::CREATE
        };
        let prepared = attempt.run(call, &by_passkey());
        let attempt = attempt.clone();
        Ok(Box::pin(async move {
            prepared.await?;
            let is_offered = flow == PasskeyFlow::Autofill && rest.reach().credentials.can_be_offered().await;
            let verification = attempt.resource.data().get("first_factor_verification");
            let proof = sign(&rest, verification, is_offered, no_options).await?;
            attempt.run(&sign_in::ATTEMPT_FIRST_FACTOR, &proof).await
        }) as Work)
    }))
}

/// Passes a sign-in's second factor by a passkey.
pub(crate) fn pass_second_factor(attempt: &Attempt) -> Work {
    or_fail(attached(&attempt.page).and_then(|rest| {
        has_factor(attempt, "supported_second_factors")?;
        let (prepared, attempt) =
            (attempt.run(&sign_in::PREPARE_SECOND_FACTOR, &by_passkey()), attempt.clone());
        Ok(Box::pin(async move {
            prepared.await?;
            let verification = attempt.resource.data().get("second_factor_verification");
            let proof = sign(&rest, verification, false, no_options).await?;
            attempt.run(&sign_in::ATTEMPT_SECOND_FACTOR, &proof).await
        }) as Work)
    }))
}

/// Verifies a session by a passkey: `state` becomes the reverification.
pub(crate) fn verify_with_passkey(session: &Session, state: &Rc<Resource>) -> Work {
    or_fail(attached(&session.page).map(|rest| {
        let call = |call: &Call, params: &Json| session.verify(call, params, state);
        let prepared = call(&reverification::PREPARE_FIRST_FACTOR, &by_passkey());
        let (session, state) = (session.clone(), state.clone());
        Box::pin(async move {
            prepared.await?;
            let verification = state.data().get("first_factor_verification");
            let proof = sign(&rest, verification, false, || ClerkError::state(NOTHING_TO_SIGN)).await?;
            session.verify(&reverification::ATTEMPT_FIRST_FACTOR, &proof, &state).await
        }) as Work
    }))
}

/// Makes a passkey for a user: what the server has begun becomes a resource by `begun`, which is proved then.
pub(crate) fn create_passkey<T: 'static>(
    rest: &Rest,
    user: &Rc<Resource>,
    begun: impl FnOnce(Json) -> Result<(Rc<Resource>, T)> + 'static,
) -> Work<T> {
    let asked =
        needs_passkeys(rest).map(|()| run_account(rest, &user::CREATE_PASSKEY, user, &Given::default()));
    let rest = rest.clone();
    or_fail(asked.map(|asked| {
        Box::pin(async move {
            let (passkey, value) = begun(asked.await?)?;
            let proof = make(&rest, &passkey.data()).await?;
            run_account(&rest, &identification::ATTEMPT_PASSKEY, &passkey, &proof.into()).await?;
            Ok(value)
        }) as Work<T>
    }))
}

/// Has the browser make what a passkey's verification says; gives what proves it.
fn make(rest: &Rest, passkey: &Json) -> Work<Json> {
    let nonce = passkey.get("verification").and_then(|verification| verification.text("nonce"));
    let options = nonce.as_deref().and_then(|nonce| Json::parse(nonce).ok()).filter(Json::is_object);
    let (Some(nonce), Some(options)) = (nonce, options) else {
        return done(Err(ClerkError::state(NOTHING_TO_MAKE)));
    };
    let selection = options.get("authenticatorSelection").unwrap_or_default();
    let is_of_device = selection.text("authenticatorAttachment").as_deref() == Some("platform");
    let credentials = rest.reach().credentials.clone();
    Box::pin(async move {
        if is_of_device && !credentials.is_kept_by_device().await {
            let message = "This device keeps no passkeys.";
            return Err(ClerkError::runtime("passkey_pa_not_supported", message));
        }
        let made = credentials.make(&nonce).await.map_err(|refusal| refused(refusal, true))?;
        let none = || ClerkError::runtime("passkey_registration_failed", "The browser made no passkey.");
        Ok(by_passkey().with("publicKeyCredential", Json::from(made.ok_or_else(none)?)))
    })
}
