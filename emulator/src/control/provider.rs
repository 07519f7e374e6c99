//! `/_emulator/provider/{strategy}`: where somebody is asked whether a page may know who they are. Every provider and
//! every directory is this one.

use axum::Extension;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, Uri};
use axum::response::{Html, Response};
use url::Url;

use super::body::Refused;
use crate::http::caller::Caller;
use crate::http::form::{parse_form, read_body};
use crate::http::params::Params;
use crate::model::enterprise::EnterpriseConnection;
use crate::model::external::{Grant, Journey, Profile, ProviderAccount};
use crate::model::verification::Verification;
use crate::random::Random;
use crate::routes::external::callback::{escaped, provider_name, sent_on};
use crate::state::{AttemptId, Emulator, State as Everything, normalized_email};

/// What of the query is looked at.
struct Asked {
    state: String,
    login_hint: String,
}

impl Asked {
    fn read(uri: &Uri) -> Result<Self, Refused> {
        let query = Params::parse(uri.query().unwrap_or_default());
        let query = query.map_err(|_| Refused::bad_input("the query is malformed"))?;
        Ok(Self {
            state: one(&query, "state")?.ok_or_else(|| Refused::bad_input("state is missing"))?.to_owned(),
            login_hint: one(&query, "login_hint")?.unwrap_or_default().to_owned(),
        })
    }
}

/// `GET`: the page.
pub(super) async fn page(
    State(emulator): State<Emulator>,
    Path(strategy): Path<String>,
    uri: Uri,
) -> Result<Html<String>, Refused> {
    let asked = Asked::read(&uri)?;
    let everything = emulator.lock();
    let journey = journey_at(&everything, &strategy, &asked.state)?;
    let accounts: String =
        accounts(&everything, journey).into_iter().map(|profile| button(&profile, &asked.state)).collect();
    let application = everything.tables.settings().application_name;
    Ok(Html(
        include_str!("provider.html")
            .replace("{provider}", &escaped(&name(&everything, journey)))
            .replace("{application}", &escaped(&application))
            .replace("{state}", &escaped(&asked.state))
            .replace("{hint}", &escaped(&asked.login_hint))
            .replace("{accounts}", &accounts),
    ))
}

fn button(profile: &Profile, state: &str) -> String {
    let names: Vec<&str> =
        [&profile.first_name, &profile.last_name].into_iter().flatten().map(String::as_str).collect();
    let title = if names.is_empty() { profile.email_address.clone() } else { names.join(" ") };
    format!(
        "<form method=\"post\" action=\"?state={}\"><input type=\"hidden\" name=\"account\" value=\"{}\">\
         <button name=\"decision\" value=\"allow\">{}<small>{}</small></button></form>\n",
        escaped(state),
        escaped(&profile.provider_user_id),
        escaped(&title),
        escaped(&profile.email_address),
    )
}

/// `POST`: what was decided. The browser goes back to the instance.
pub(super) async fn decide(
    State(emulator): State<Emulator>,
    Path(strategy): Path<String>,
    uri: Uri,
    Extension(random): Extension<Random>,
    caller: Caller,
    headers: HeaderMap,
    request: Request,
) -> Result<Response, Refused> {
    let asked = Asked::read(&uri)?;
    let form = form(&headers, request).await?;
    let mut everything = emulator.lock();
    let attempt = attempt_at(&everything, &asked.state)?;
    let journey = journey_at(&everything, &strategy, &asked.state)?.clone();
    let mut back = Url::parse(&format!("{}/v1/oauth_callback", caller.base_url))
        .map_err(|_| Refused::bad_input("the host of the request is none"))?;
    back.query_pairs_mut().append_pair("state", &asked.state);
    match one(&form, "decision")? {
        Some("deny") => {
            back.query_pairs_mut().append_pair("error", "access_denied");
        }
        Some("allow") => {
            let code = random.text(32);
            let profile = chosen(&mut everything, &journey, &form)?;
            let grant = Grant { code: code.clone(), profile };
            let proof = everything.tables.proof_on_journey_mut(&attempt);
            if let Some(journey) = proof.and_then(Verification::journey_mut) {
                journey.grant = Some(grant);
            }
            back.query_pairs_mut().append_pair("code", &code);
        }
        _ => return Err(Refused::bad_input("decision is \"allow\" or \"deny\"")),
    }
    everything.save()?;
    sent_on(back.as_str(), &headers).map_err(|_| Refused::bad_input("the host of the request is none"))
}

async fn form(headers: &HeaderMap, request: Request) -> Result<Params, Refused> {
    let bytes = read_body(request.into_body()).await;
    let bytes = bytes.map_err(|_| Refused::bad_input("the body is too large or was cut off"))?;
    parse_form(headers, &bytes).map_err(|_| Refused::bad_input("the body is no form"))
}

fn one<'f>(form: &'f Params, name: &str) -> Result<Option<&'f str>, Refused> {
    form.filled(name).map_err(|_| Refused::bad_input(format!("{name} is there more than once")))
}

/// The attempt that has sent somebody here.
fn attempt_at(everything: &Everything, state: &str) -> Result<AttemptId, Refused> {
    let attempt = everything.tables.attempt_on_journey(state);
    attempt.ok_or_else(|| Refused::bad_input("no attempt has sent anybody here with this state"))
}

/// Its way here.
fn journey_at<'e>(everything: &'e Everything, strategy: &str, state: &str) -> Result<&'e Journey, Refused> {
    let attempt = attempt_at(everything, state)?;
    let proof = everything.tables.proof_on_journey(&attempt);
    proof
        .and_then(Verification::journey)
        .filter(|journey| journey.strategy == strategy)
        .ok_or_else(|| Refused::bad_input("the attempt has sent its visitor to another provider"))
}

fn connection(everything: &Everything, journey: &Journey) -> Option<EnterpriseConnection> {
    let mut connections = everything.tables.settings().enterprise_connections.into_iter();
    connections.find(|connection| Some(&connection.id) == journey.connection_id.as_ref())
}

fn name(everything: &Everything, journey: &Journey) -> String {
    connection(everything, journey)
        .map_or_else(|| provider_name(&journey.strategy), |connection| connection.name)
}

/// Whom the provider knows: those that were seeded or have been here, and those that users are linked to. A directory
/// has those of its domains.
fn accounts(everything: &Everything, journey: &Journey) -> Vec<Profile> {
    let strategy = &journey.strategy;
    let own = everything.tables.provider_accounts.values().filter(|account| account.strategy == *strategy);
    let linked = everything.tables.users.values().flat_map(|user| &user.external_accounts);
    let linked = linked.filter(|account| account.strategy == *strategy).map(|account| &account.profile);
    let connection = connection(everything, journey);
    let mut profiles: Vec<Profile> = Vec::new();
    for profile in own.map(|account| &account.profile).chain(linked) {
        let is_here = connection.as_ref().is_none_or(|connection| connection.covers(&profile.email_address));
        let is_new = !profiles.iter().any(|known| known.provider_user_id == profile.provider_user_id);
        if is_here && is_new {
            profiles.push(profile.clone());
        }
    }
    profiles
}

/// The account that was chosen: by its id or address, and a new one where the provider has none of this address.
fn chosen(everything: &mut Everything, journey: &Journey, form: &Params) -> Result<Profile, Refused> {
    let name = one(form, "account")?.ok_or_else(|| Refused::bad_input("account is missing"))?;
    let address = normalized_email(name);
    let is_it = |profile: &Profile| {
        profile.provider_user_id == name || Some(&profile.email_address) == address.as_ref()
    };
    if let Some(known) = accounts(everything, journey).into_iter().find(is_it) {
        return Ok(known);
    }
    let address = address
        .ok_or_else(|| Refused::bad_input(format!("account {name:?} is none here, and no e-mail address")))?;
    let text = |name: &str| one(form, name).map(|value| value.map(str::to_owned));
    let profile = Profile {
        provider_user_id: address.clone(),
        email_address: address,
        email_address_verified: one(form, "email_address_verified")? != Some("false"),
        first_name: text("first_name")?,
        last_name: text("last_name")?,
        username: text("username")?,
    };
    let account = ProviderAccount { strategy: journey.strategy.clone(), profile: profile.clone() };
    everything.tables.provider_accounts.insert(&account.key(), account);
    Ok(profile)
}
