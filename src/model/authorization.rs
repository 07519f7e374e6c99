//! Whether a session may do something, by its organization, its features and plans, and how recently it was verified.
//!
//! `js/glue/authorization.js` holds the same rules over the same properties: there they are 0.5 KB of brotli, this would be 3.4, and a
//! check in the midst of rendering needs no way into WebAssembly. Both are tested by the same rows.

use super::{FactorAges, Session, VerificationLevel};
use std::time::Duration;

/// What [`Session::check_authorization`] is asked. All that is there must hold.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Authorization<'a> {
    /// A role in the organization that is active in the session; with `org:` before it or without.
    pub role: Option<&'a str>,
    /// A permission there; with `org:` before it or without.
    pub permission: Option<&'a str>,
    /// A feature, of the user or of the organization: `export`, or of one of them, `user:export` or `org:export`.
    pub feature: Option<&'a str>,
    /// A plan, written as features are.
    pub plan: Option<&'a str>,
    /// How recently the user must have been verified.
    pub reverification: Option<Reverification>,
}

/// How recently a user must have been verified, and by what.
#[derive(Debug, Clone, PartialEq)]
pub struct Reverification {
    /// By what.
    pub level: VerificationLevel,
    /// How long a verification is recent.
    pub after: Duration,
}

impl Reverification {
    /// `strict_mfa`: both factors within 10 minutes.
    pub const STRICT_MFA: Self = Self::new(VerificationLevel::MultiFactor, minutes(10));
    /// `strict`: the second factor within 10 minutes.
    pub const STRICT: Self = Self::new(VerificationLevel::SecondFactor, minutes(10));
    /// `moderate`: the second factor within an hour.
    pub const MODERATE: Self = Self::new(VerificationLevel::SecondFactor, minutes(60));
    /// `lax`: the second factor within a day.
    pub const LAX: Self = Self::new(VerificationLevel::SecondFactor, minutes(24 * 60));

    /// Verified at `level`, and less than `after` ago.
    pub const fn new(level: VerificationLevel, after: Duration) -> Self {
        Self { level, after }
    }

    /// Whether ages are recent enough.
    fn holds(&self, FactorAges { first, second }: FactorAges) -> bool {
        let is_recent = |age: Option<Duration>| age.is_some_and(|age| self.after > age);
        let has_no_second = second.is_none();
        match &self.level {
            VerificationLevel::FirstFactor => is_recent(first),
            VerificationLevel::SecondFactor => is_recent(if has_no_second { first } else { second }),
            VerificationLevel::MultiFactor => is_recent(first) && (has_no_second || is_recent(second)),
            VerificationLevel::Other(_) => false,
        }
    }
}

const fn minutes(count: u64) -> Duration {
    Duration::from_secs(count * 60)
}

impl Session {
    /// Whether the session may do what is asked, as far as this side knows: a server must ask for itself. Nothing asked, and
    /// nobody signed in, is no.
    ///
    /// ```
    /// use clerk_wasm::model::{Authorization, Reverification, Session};
    ///
    /// # fn show(session: &Session) {
    /// let may_invite = session.check_authorization(&Authorization {
    ///     permission: Some("org:sys_memberships:manage"),
    ///     reverification: Some(Reverification::STRICT),
    ///     ..Default::default()
    /// });
    /// # let _ = may_invite;
    /// # }
    /// ```
    pub fn check_authorization(&self, asked: &Authorization<'_>) -> bool {
        let user = self.user();
        let membership = self.active_membership();
        let claims = self.last_active_token().and_then(|token| Some(token.jwt()?.claims().clone()));
        let entitled = |claim: &str, asked: &str| {
            claims.as_ref().and_then(|claims| claims.text(claim)).is_some_and(|claim| entitles(&claim, asked))
        };
        let answers = [
            asked.role.map(|role| {
                let own = membership.as_ref().map(|one| one.role()).unwrap_or_default();
                !own.is_empty() && bare(&own) == bare(role)
            }),
            asked.permission.map(|permission| {
                let own = membership.as_ref().map(|one| one.permissions()).unwrap_or_default();
                own.iter().any(|one| one.strip_prefix(ORG) == Some(bare(permission)))
            }),
            asked.feature.map(|feature| entitled("fea", feature)),
            asked.plan.map(|plan| entitled("pla", plan)),
            asked
                .reverification
                .as_ref()
                .map(|asked| self.factor_verification_age().is_some_and(|ages| asked.holds(ages))),
        ];
        !user.id().is_empty() && answers.contains(&Some(true)) && !answers.contains(&Some(false))
    }
}

/// What stands before roles and permissions.
const ORG: &str = "org:";

fn bare(text: &str) -> &str {
    text.trim_start_matches(ORG)
}

/// Whether a claim such as `o:export,u:chat,ou:basic` lists what is asked for; one that is written in another way lists nothing.
fn entitles(claim: &str, asked: &str) -> bool {
    let mut parts = asked.split(':');
    let first = parts.next().unwrap_or_default();
    let (scope, id) = match (first, parts.next()) {
        (id, None) => ("", id),
        ("o" | "org" | "organization", Some(id)) => ("o", id),
        ("u" | "user", Some(id)) => ("u", id),
        _ => return false,
    };
    let id = if id.is_empty() { first } else { id };
    let entries: Option<Vec<_>> = claim.split(',').map(|entry| entry.trim().split_once(':')).collect();
    let is_it = |(scopes, own): &(&str, &str)| {
        matches!(*scopes, "o" | "u" | "ou" | "uo") && scopes.contains(scope) && *own == id
    };
    entries.is_some_and(|entries| entries.iter().any(is_it))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::Json;
    use base64ct::{Base64UrlUnpadded, Encoding};

    const ROWS: &str = include_str!("../../tests/fixtures/authorization.json");

    /// A session of what a row tells of one; what it leaves out is as the file says first.
    fn session(told: &Json) -> Session {
        let part = |json: &Json| Json::from(Base64UrlUnpadded::encode_string(json.to_text().as_bytes()));
        let get = |key: &str| told.get(key).unwrap_or_else(Json::null);
        let token = told.present("claims").map(|claims| {
            let parts = [Json::parse("{}").unwrap(), claims].map(|json| part(&json).as_text().unwrap());
            Json::object(&[("jwt", Json::from(format!("{}.c2ln", parts.join("."))))])
        });
        let membership = Json::object(&[
            ("organization", Json::object(&[("id", get("organization_id"))])),
            ("role", get("role")),
            ("permissions", get("permissions")),
        ]);
        let user = [("id", get("user_id")), ("organization_memberships", Json::array(&[membership]))];
        Session::new(Json::object(&[
            ("last_active_organization_id", get("active")),
            ("factor_verification_age", get("ages")),
            ("last_active_token", token.into()),
            ("user", Json::object(&user)),
        ]))
    }

    fn reverification(asked: &Json) -> Reverification {
        match asked.as_text().as_deref() {
            Some("strict_mfa") => Reverification::STRICT_MFA,
            Some("strict") => Reverification::STRICT,
            Some("moderate") => Reverification::MODERATE,
            Some("lax") => Reverification::LAX,
            _ => Reverification::new(
                VerificationLevel::from(asked.text("level").unwrap()),
                Duration::from_secs_f64((asked.number("afterMinutes").unwrap() * 60.0).max(0.0)),
            ),
        }
    }

    #[test]
    fn each_row_is_answered_as_in_javascript() {
        let file = Json::parse(ROWS).unwrap();
        for row in file.list("rows") {
            let [told, asked, answer] = <[Json; 3]>::try_from(row.items()).unwrap();
            let [role, permission, feature, plan] =
                ["role", "permission", "feature", "plan"].map(|key| asked.text(key));
            let wanted = Authorization {
                role: role.as_deref(),
                permission: permission.as_deref(),
                feature: feature.as_deref(),
                plan: plan.as_deref(),
                reverification: asked.get("reverification").as_ref().map(reverification),
            };
            let known = file.get("session").unwrap();
            let told = told.keys().iter().fold(known, |all, key| all.with(key, told.get(key).unwrap()));
            assert_eq!(
                Some(session(&told).check_authorization(&wanted)),
                answer.as_flag(),
                "{}",
                row.to_text()
            );
        }
    }

    #[test]
    fn a_level_that_is_not_known_does_not_hold() {
        let session = session(&Json::parse(ROWS).unwrap().get("session").unwrap());
        for level in [VerificationLevel::FirstFactor, VerificationLevel::Other("third_factor".to_owned())] {
            let reverification = Some(Reverification::new(level, minutes(5)));
            assert!(!session.check_authorization(&Authorization { reverification, ..Default::default() }));
        }
    }
}
