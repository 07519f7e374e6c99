//! Every noun, read from what a server may send: all of it, nothing, or values of the wrong type.

use super::*;
use crate::json::Json;
use std::time::Duration;

const CLIENT: &str = include_str!("../../tests/fixtures/client.json");
const CLIENT_FORMS: &str = include_str!("../../tests/fixtures/client_forms.json");
const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/");

fn client() -> Client {
    Client::new(Json::parse(CLIENT).unwrap())
}

/// The tests of `glue/resource.js` run without wasm, so they read the rows from files. `BLESS=1` rewrites them.
#[test]
fn the_javascript_tests_have_the_same_rows() {
    for (file, nouns) in [("nouns.json", NOUNS), ("account_nouns.json", ACCOUNT_NOUNS)] {
        let rows: Vec<_> = nouns.iter().map(|(name, fields)| (*name, Json::from(*fields))).collect();
        let text = Json::object(&rows).to_text().replace("\",\"", "\",\n\"") + "\n";
        let path = [FIXTURES, file].concat();
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&path, &text).unwrap();
        }
        let held = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(held == text, "tests/fixtures/{file} is not what the model says: run this test with BLESS=1");
    }
}

fn all_nouns() -> Vec<(&'static str, &'static str)> {
    NOUNS.iter().chain(ACCOUNT_NOUNS).copied().collect()
}

#[test]
fn every_noun_is_named_once_and_its_rows_parse() {
    let names: Vec<&str> = all_nouns().iter().map(|(name, _)| *name).collect();
    for (name, fields) in all_nouns() {
        assert_eq!(names.iter().filter(|other| **other == name).count(), 1, "{name}");
        for row in fields.split_terminator(';') {
            let parts: Vec<&str> = row.split(':').collect();
            assert_eq!(parts.len(), 4, "{name}: {row}");
            let kind = *parts.get(1).unwrap();
            if let Some(of) = kind.strip_prefix(['1', 'h', '?', '!', '*']) {
                // JavaScript makes one noun of another, in `define` of `glue/resource.js`.
                assert!(names.contains(&of) || of == "PasskeyVerification", "{name}: {row}");
            }
        }
    }
}

/// A client of the Backend API says what it is, which JavaScript's objects do not show.
fn with_objects(backend: Json) -> Json {
    let sessions = backend.list("sessions").into_iter().map(|one| one.with("object", Json::from("session")));
    let sessions: Vec<_> = sessions.collect();
    backend.with("object", Json::from("client")).with("sessions", Json::array(&sessions))
}

/// `tests/js/unit/client-forms.test.mjs` holds `glue/backend.js` to the same rows.
#[test]
fn the_forms_of_a_client_are_as_in_javascript() {
    let rows = Json::parse(CLIENT_FORMS).unwrap().list("rows");
    assert!(rows.len() > 20);
    for row in rows {
        let [what, client, backend, android] =
            ["what", "client", "backend", "android"].map(|key| row.get(key).unwrap());
        let client = Client::new(client);
        assert!(
            with_objects(backend) == backend_client(&client),
            "{}: {}",
            what.to_text(),
            backend_client(&client).to_text()
        );
        assert!(
            android == android_client(&client),
            "{}: {}",
            what.to_text(),
            android_client(&client).to_text()
        );
    }
}

#[test]
fn a_full_client_is_read() {
    let client = client();
    assert_eq!(client.id().as_deref(), Some("client_1"));
    assert_eq!(client.sessions().len(), 3);
    assert_eq!(client.signed_in_sessions().len(), 2);
    assert!(client.session("sess_2").is_some() && client.session("sess_x").is_none());
    let session = client.session("sess_1").unwrap();
    assert_eq!(session.last_active_token().and_then(|token| token.jwt()?.sid()).as_deref(), Some("sess_1"));
    assert_eq!(session.public_user_data().map(|user| user.identifier()).as_deref(), Some("ada@example.com"));
    let user = session.user();
    assert_eq!(user.full_name().as_deref(), Some("Ada Lovelace"));
    assert_eq!(
        user.primary_email_address().map(|email| email.email_address()).as_deref(),
        Some("ada@example.com")
    );
    assert_eq!(user.primary_phone_number().map(|phone| phone.id()).as_deref(), Some("idn_2"));
    assert_eq!(user.primary_web3_wallet(), None);
    let account = user.external_accounts().into_iter().next().unwrap();
    assert_eq!(account.provider().as_deref(), Some("google"));
    assert!(account.is_verified());
    let membership = user.organization_memberships().into_iter().next().unwrap();
    assert_eq!(membership.organization().members_count(), 3);
    assert_eq!(membership.permissions(), ["org:sys_memberships:read"]);
    let pending = client.session("sess_2").unwrap();
    assert_eq!(pending.current_task().and_then(|task| task.key()), Some(SessionTaskKey::ChooseOrganization));
    assert!(pending.agent().is_some() && session.agent().is_none());
    let sign_in = client.sign_in();
    assert_eq!(sign_in.supported_first_factors().len(), 2);
    let verification = sign_in.first_factor_verification();
    assert!(verification.is_verified_at(Some("client_1")));
    assert!(!verification.is_verified_at(None) && !Verification::new(Json::null()).is_verified_at(None));
}

#[test]
fn blank_resources_have_their_initial_values() {
    for json in ["null", "{}", "5", "[]", "\"x\""] {
        let json = Json::parse(json).unwrap();
        let client = Client::new(json.clone());
        assert!(client.id().is_none() && client.sessions().is_empty() && client.created_at().is_none());
        assert!(client.sign_in().id().is_none() && client.sign_up().status().is_none());
        assert!(client.sign_up().verifications().email_address().status().is_none());
        assert!(!client.sign_up().has_password() && client.sign_up().required_fields().is_empty());
        let user = User::new(json);
        assert_eq!((user.id().as_str(), user.full_name()), ("", None));
        assert!(user.primary_email_address().is_none() && user.external_accounts().is_empty());
    }
}

#[test]
fn a_value_of_the_wrong_type_costs_its_property_alone() {
    let json = r#"{"id":5,"sessions":[{"id":"sess_1","status":["active"],"user":7,"tasks":"x","expire_at":"soon",
        "last_active_token":"t","public_user_data":[],"actor":"me"},3,null,"x"],"sign_in":"y",
        "captcha_bypass":"yes","created_at":"never"}"#;
    let client = Client::new(Json::parse(json).unwrap());
    assert!(client.id().is_none() && client.created_at().is_none() && client.captcha_bypass());
    let sessions = client.sessions();
    assert_eq!(sessions.len(), 1);
    let session = sessions.first().unwrap();
    assert_eq!(session.id().as_deref(), Some("sess_1"));
    assert!(session.status().is_none() && session.tasks().is_empty() && session.expire_at().is_none());
    assert!(session.last_active_token().is_none() && session.public_user_data().is_none());
    assert!(session.agent().is_none() && session.user().id().is_empty());
}

#[test]
fn the_second_wire_name_is_read_when_the_first_is_missing() {
    for json in [r#"{"password_enabled":true}"#, r#"{"has_password":null,"password_enabled":true}"#] {
        assert!(SignUp::new(Json::parse(json).unwrap()).has_password(), "{json}");
    }
    assert!(
        !SignUp::new(Json::parse(r#"{"has_password":false,"password_enabled":true}"#).unwrap())
            .has_password()
    );
}

#[test]
fn an_error_without_a_code_is_none() {
    let error = |json: &str| Verification::new(Json::parse(json).unwrap()).error();
    assert!(error(r#"{"error":{"code":"","message":""}}"#).is_none() && error("{}").is_none());
    let incorrect =
        error(r#"{"error":{"code":"form_code_incorrect","meta":{"param_name":"code"}}}"#).unwrap();
    assert_eq!(
        (incorrect.code().as_str(), incorrect.param_name().as_deref()),
        ("form_code_incorrect", Some("code"))
    );
}

#[test]
fn a_factor_says_what_it_would_use() {
    let sign_in = r#"{"supported_first_factors":[
        {"strategy":"phone_code","phone_number_id":"idn_2","safe_identifier":"+1*****0","primary":true,"default":true,"channel":"whatsapp"},
        {"strategy":"enterprise_sso","enterprise_connection_id":"ent_1","enterprise_connection_name":"Big"},
        {"strategy":"oauth_google"},7],
        "supported_second_factors":null,"sso_bypass_first_factors":[{"strategy":"password"}],"client_trust_state":"new",
        "protect_check":{"status":"pending","token":"t","sdk_url":"https://a.test/","expires_at":5}}"#;
    let sign_in = SignIn::new(Json::parse(sign_in).unwrap());
    let factors = <[Factor; 3]>::try_from(sign_in.supported_first_factors()).unwrap();
    let [phone, enterprise, google] = &factors;
    assert_eq!(
        (phone.strategy(), phone.channel()),
        (Some(Strategy::PhoneCode), Some(PhoneCodeChannel::Whatsapp))
    );
    assert_eq!((phone.safe_identifier().as_deref(), phone.default()), (Some("+1*****0"), Some(true)));
    assert!(phone.primary() && !enterprise.primary());
    assert_eq!(enterprise.enterprise_connection_name().as_deref(), Some("Big"));
    assert_eq!(google.strategy(), Some(Strategy::oauth("google")));
    let prepared = crate::PrepareFactor::from(phone).to_json().to_text();
    let expected = r#"{"strategy":"phone_code","phoneNumberId":"idn_2","default":true,"channel":"whatsapp"}"#;
    assert_eq!(prepared, expected);
    assert!(sign_in.supported_second_factors().is_empty());
    assert_eq!(sign_in.sso_bypass_first_factors().len(), 1);
    assert_eq!(sign_in.client_trust_state(), Some(ClientTrustState::New));
    let check = sign_in.protect_check().unwrap();
    assert_eq!((check.token().as_str(), check.expires_at()), ("t", Some(Timestamp::from_ms(5))));
}

#[test]
fn ages_are_durations_and_a_missing_factor_is_none() {
    let ages = |text: &str| {
        Session::new(Json::parse(&format!(r#"{{"factor_verification_age":{text}}}"#)).unwrap())
            .factor_verification_age()
    };
    let minutes = |count: u64| Some(Duration::from_secs(count * 60));
    assert_eq!(ages("[5,-1]"), Some(FactorAges { first: minutes(5), second: None }));
    assert_eq!(ages("[0,90]"), Some(FactorAges { first: minutes(0), second: minutes(90) }));
    for odd in ["null", "5", "[5]", "[5,5,5]", "[\"5\",5]", "[5,-2]", "[1e300,5]"] {
        assert_eq!(ages(odd), None, "{odd}");
    }
}

#[test]
fn what_a_sign_up_needs_next_is_named() {
    let next = |text: &str| SignUpVerification::new(Json::parse(text).unwrap());
    let code = next(r#"{"next_action":"needs_attempt","supported_strategies":["email_code","email_link"]}"#);
    assert_eq!(code.next_action(), Some(NextAction::NeedsAttempt));
    assert_eq!(code.supported_strategies(), [Strategy::EmailCode, Strategy::EmailLink]);
    assert_eq!(next(r#"{"next_action":""}"#).next_action(), None);
}

#[test]
fn nothing_secret_is_shown() {
    let client = client();
    let shown = format!(
        "{client:?} {:?} {:?}",
        client.sessions(),
        client.session("sess_1").unwrap().last_active_token()
    );
    assert!(!shown.contains("eyJ") && !shown.contains("ada@"), "{shown}");
}
