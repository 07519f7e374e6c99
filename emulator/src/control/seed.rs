//! `/_emulator/seed`: users, organizations and settings to begin a test with.

mod organization;
mod user;

use std::collections::BTreeSet;

use axum::extract::State;
use axum::{Extension, Json};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use self::organization::{Ground, SeedOrganization};
use self::user::SeedUser;
use super::body::{Body, Refused};
use super::seed_external::SeedAccount;
use crate::model::organization::Organization;
use crate::random::Random;
use crate::state::Emulator;

/// What may be seeded.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Seed {
    #[serde(default)]
    users: Vec<SeedUser>,
    /// Accounts that providers offer, and no user has.
    #[serde(default)]
    provider_accounts: Vec<SeedAccount>,
    #[serde(default)]
    organizations: Vec<SeedOrganization>,
    #[serde(default)]
    settings: Map<String, Value>,
}

/// The ids of what was made, in the order of the seed.
#[derive(Debug, Serialize)]
pub(super) struct Seeded {
    users: Vec<SeededUser>,
    organizations: Vec<SeededOrganization>,
}

#[derive(Debug, Serialize)]
struct SeededUser {
    id: String,
    email_address_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    phone_number_id: Option<String>,
}

#[derive(Debug, Serialize)]
struct SeededOrganization {
    id: String,
    slug: String,
    membership_ids: Vec<String>,
    invitation_ids: Vec<String>,
}

impl SeededOrganization {
    fn of(organization: &Organization) -> Self {
        Self {
            id: organization.id.clone(),
            slug: organization.slug.clone(),
            membership_ids: organization.members.iter().map(|member| member.id.clone()).collect(),
            invitation_ids: organization.invitations.iter().map(|one| one.id.clone()).collect(),
        }
    }
}

/// `POST`: makes all of it, or nothing.
pub(super) async fn create(
    State(emulator): State<Emulator>,
    Extension(random): Extension<Random>,
    Body(seed): Body<Seed>,
) -> Result<Json<Seeded>, Refused> {
    let mut state = emulator.lock();
    let now = state.tables.clock().now_ms();
    let settings = state.tables.settings().changed(&seed.settings)?;
    let mut names = BTreeSet::new();
    let users = seed
        .users
        .into_iter()
        .map(|user| user.build(&random, &state.tables, &mut names, now))
        .collect::<Result<Vec<_>, _>>()?;
    let ground = Ground {
        random: &random,
        tables: &state.tables,
        users: &users,
        settings: &settings.organizations,
        now,
    };
    let mut organizations = Vec::new();
    for organization in seed.organizations {
        organizations.push(organization.build(&ground, &organizations)?);
    }
    let provider_accounts =
        seed.provider_accounts.into_iter().map(SeedAccount::build).collect::<Result<Vec<_>, _>>()?;
    for account in provider_accounts {
        state.tables.provider_accounts.insert(&account.key(), account);
    }
    if !seed.settings.is_empty() {
        state.tables.set_settings(settings);
    }
    let seeded_organizations = organizations.iter().map(SeededOrganization::of).collect();
    for organization in organizations {
        state.tables.add_organization(organization);
    }
    let seeded = users
        .into_iter()
        .map(|user| {
            let made = SeededUser {
                id: user.id.clone(),
                email_address_id: user.email_addresses.first().map(|email| email.id.clone()),
                phone_number_id: user.phone_numbers.first().map(|phone| phone.id.clone()),
            };
            state.tables.users.insert(&made.id, user);
            made
        })
        .collect();
    state.save()?;
    Ok(Json(Seeded { users: seeded, organizations: seeded_organizations }))
}
