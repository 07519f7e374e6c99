//! What each row sends, and what it refuses.

use super::*;
use crate::json::Json;

const METHODS_FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/account_methods.json");

fn json(text: &str) -> Json {
    Json::parse(text).unwrap()
}

fn all() -> impl Iterator<Item = &'static Row> {
    TABLES.iter().copied().flatten().copied()
}

/// The tests of JavaScript's side compare the names under which its objects have these methods. `BLESS=1` rewrites the file.
#[test]
fn the_javascript_tests_have_the_same_methods() {
    let mut nouns: Vec<(&str, Json)> = Vec::new();
    for noun in all().map(|row| row.noun) {
        if !nouns.iter().any(|(known, _)| *known == noun) {
            nouns.push((noun, Json::from(names_of(noun))));
        }
    }
    let text = Json::object(&nouns).to_text().replace("\",\"", "\",\n\"") + "\n";
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(METHODS_FILE, &text).unwrap();
    }
    let held = std::fs::read_to_string(METHODS_FILE).unwrap_or_default();
    assert!(
        held == text,
        "tests/fixtures/account_methods.json is not what the rows say: run this test with BLESS=1"
    );
}

#[test]
fn every_method_is_there_once_and_a_get_has_no_form() {
    for row in all() {
        assert_eq!(all().filter(|other| (other.noun, other.name) == (row.noun, row.name)).count(), 1);
        assert!(std::ptr::eq(find(row.noun, row.name).unwrap(), row));
        assert!(row.method != Method::Get || row.body == Body::None, "{row:?}");
        assert!(row.method == Method::Get || row.query == Query::None, "{row:?}");
    }
    assert!(find("User", "destroy").is_none() && find("Person", "update").is_none());
}

const RESOURCE: &str = r#"{"id":"x/1","organization_id":"org 1","email_address":"a@b.c","phone_number":"+1","web3_wallet":"0x",
    "organization":{"id":"org_1"},"public_user_data":{"user_id":"user_1"}}"#;

/// `METHOD path?query body`
fn sent(noun: &str, name: &str, given: &Given) -> String {
    let request = find(noun, name).unwrap().request(&json(RESOURCE), given, &|_| None).unwrap();
    let mut text = format!("{} {}", request.method.as_str(), request.path);
    if !request.search.as_str().is_empty() {
        text.push_str(&format!("?{}", request.search.as_str()));
    }
    if let Some(body) = &request.body {
        text.push_str(&format!(" {}", body.as_str()));
    }
    text
}

#[test]
fn what_is_sent() {
    for (noun, name, argument, expected) in [
        ("User", "update", r#"{"firstName":"A b","username":null}"#, "PATCH /me first_name=A+b&username="),
        ("User", "delete", "null", "DELETE /me"),
        (
            "User",
            "createEmailAddress",
            r#"{"email":"a@b.c","x":1}"#,
            "POST /me/email_addresses/ email_address=a%40b.c",
        ),
        (
            "User",
            "createExternalAccount",
            r#"{"strategy":"oauth_x","additionalScopes":["a","b"]}"#,
            "POST /me/external_accounts strategy=oauth_x&additional_scope=a&additional_scope=b",
        ),
        ("User", "leaveOrganization", r#""org/1""#, "DELETE /me/organization_memberships/org%2F1"),
        (
            "User",
            "getOrganizationMemberships",
            "null",
            "GET /me/organization_memberships?paginated=true&limit=10&offset=0",
        ),
        (
            "User",
            "getOrganizationSuggestions",
            r#"{"status":["a",null],"pageSize":5,"initialPage":3,"x":null}"#,
            "GET /me/organization_suggestions?status=a&status=null&x=null&limit=5&offset=10",
        ),
        ("User", "getEnterpriseConnections", "null", "GET /me/enterprise_connections"),
        (
            "User",
            "getEnterpriseConnections",
            r#"{"withOrganizationAccountLinking":true}"#,
            "GET /me/enterprise_connections?with_organization_account_linking=true",
        ),
        (
            "User",
            "__experimental_prepareBiometricCredential",
            r#"{"publicKeyJwk":{"k":1},"platform":"ios"}"#,
            "POST /me/biometric_credentials/prepare platform=ios&public_key_jwk=%7B%22k%22%3A1%7D",
        ),
        ("EmailAddress", "create", "null", "POST /me/email_addresses/x%2F1 email_address=a%40b.c"),
        (
            "PhoneNumber",
            "prepareVerification",
            "5",
            "POST /me/phone_numbers/x%2F1/prepare_verification strategy=phone_code",
        ),
        (
            "PhoneNumber",
            "setReservedForSecondFactor",
            r#"{"reserved":false}"#,
            "PATCH /me/phone_numbers/x%2F1 reserved_for_second_factor=false",
        ),
        (
            "Web3Wallet",
            "attemptVerification",
            r#"{"signature":"s","code":1}"#,
            "POST /me/web3_wallets/x%2F1/attempt_verification signature=s",
        ),
        ("SessionWithActivities", "revoke", "null", "POST /me/sessions/x%2F1/revoke "),
        ("UserOrganizationInvitation", "accept", "null", "POST /me/organization_invitations/x%2F1/accept"),
        (
            "Organization",
            "updateMember",
            r#"{"userId":"user_2","role":"org:member"}"#,
            "PATCH /organizations/x%2F1/memberships/user_2 role=org%3Amember",
        ),
        (
            "Organization",
            "getDomains",
            r#"{"enrollmentMode":"a","pageSize":2}"#,
            "GET /organizations/x%2F1/domains?limit=2&offset=0&enrollment_mode=a",
        ),
        (
            "Organization",
            "getDomains",
            r#"{"enrollmentMode":""}"#,
            "GET /organizations/x%2F1/domains?limit=10&offset=0",
        ),
        ("Organization", "getDomain", r#"{"domainId":"d 1"}"#, "GET /organizations/x%2F1/domains/d%201"),
        (
            "Organization",
            "prepareOwnershipVerification",
            r#"["a","b"]"#,
            "POST /organizations/x%2F1/domains/prepare_ownership_verification/bulk organization_domain_ids=a&organization_domain_ids=b",
        ),
        (
            "OrganizationMembership",
            "update",
            r#"{"role":"r","x":1}"#,
            "PATCH /organizations/org_1/memberships/user_1 role=r",
        ),
        ("OrganizationInvitation", "revoke", "null", "POST /organizations/org%201/invitations/x%2F1/revoke"),
        ("OrganizationDomain", "delete", "null", "DELETE /organizations/org%201/domains/x%2F1"),
        ("Clerk", "createOrganization", r#"{"name":"N"}"#, "POST /organizations name=N"),
        ("Clerk", "getOrganization", r#""org_1""#, "GET /organizations/org_1"),
    ] {
        assert_eq!(sent(noun, name, &json(argument).into()), expected);
    }
    let domain = Given { argument: Json::from("b.c"), more: json(r#"{"enrollmentMode":"e","x":1}"#) };
    assert_eq!(
        sent("Organization", "createDomain", &domain),
        "POST /organizations/x%2F1/domains name=b.c&enrollment_mode=e"
    );
}

#[test]
fn what_is_refused_says_what_is_taken() {
    for (noun, name, arguments, words) in [
        ("User", "update", vec!["null", "5", "[]", r#""x""#], "user.update() takes an object of parameters."),
        ("User", "getOrganizationInvitations", vec!["5", "[]"], "takes an object of options, or nothing."),
        ("User", "leaveOrganization", vec!["null", r#""""#, "{}"], "user.leaveOrganization() takes an id."),
        ("Organization", "createDomain", vec!["null", "5"], "organization.createDomain() takes a text."),
        ("Organization", "attemptOwnershipVerification", vec!["null", "{}"], "takes a list of ids."),
        ("User", "setProfileImage", vec!["null", "{}", r#"{"file":{}}"#, r#"{"file":5}"#], "takes a file: "),
        ("Organization", "updateMember", vec!["{}", r#"{"userId":""}"#], "takes an object with userId."),
    ] {
        for argument in arguments {
            let error = find(noun, name).unwrap().request(&json(RESOURCE), &json(argument).into(), &|_| None);
            assert!(error.unwrap_err().to_string().contains(words), "{noun}.{name}({argument})");
        }
    }
}

#[test]
fn what_has_no_id_is_made_where_it_will_be_or_cannot_be_asked_for() {
    let path = |noun, name| {
        find(noun, name).unwrap().request(&json("{}"), &json("{}").into(), &|_| None).map(|sent| sent.path)
    };
    assert_eq!(path("EmailAddress", "create").unwrap(), "/me/email_addresses");
    assert_eq!(path("EmailAddress", "attemptVerification").unwrap(), "/me/email_addresses");
    for (noun, name, missing) in [
        ("OrganizationMembership", "destroy", "organization.id"),
        ("OrganizationDomain", "delete", "organization_id"),
        ("Organization", "getRoles", "id"),
    ] {
        let error = path(noun, name).unwrap_err().to_string();
        assert!(error.contains(&format!("has no {missing}, ")), "{error}");
    }
}

#[test]
fn a_picture_is_a_form_a_text_or_nothing() {
    let request = |noun, name, file: &str| {
        let form_of = |file: &Json| file.get("blob").map(|_| Json::from("a form"));
        find(noun, name).unwrap().request(&json(RESOURCE), &json(file).into(), &form_of).unwrap()
    };
    let upload = |file| request("User", "setProfileImage", file);
    assert_eq!((upload(r#"{"file":null}"#).method, upload(r#"{"file":null}"#).init), (Method::Delete, None));
    let text = upload(r#"{"file":"data:x"}"#);
    assert_eq!(text.method, Method::Post);
    let expected = r#"{"body":"data:x","headers":{"Content-Type":"application/octet-stream"}}"#;
    assert_eq!(text.init.unwrap().to_text(), expected);
    let logo = request("Organization", "setLogo", r#"{"file":{"blob":1}}"#);
    assert_eq!((logo.method, logo.init.unwrap().to_text().as_str()), (Method::Put, r#"{"body":"a form"}"#));
}

#[test]
fn an_answer_that_is_something_else_does_not_fit() {
    let fits = |noun, name, text| find(noun, name).unwrap().fits(&json(text));
    for text in ["null", "{}", "[]", "5", r#"{"data":[]}"#, r#"{"data":{}}"#] {
        let is_object = text.starts_with('{');
        assert_eq!(fits("User", "update", text), is_object || text == "null", "{text}");
        assert_eq!(fits("User", "createTOTP", text), is_object, "{text}");
        assert_eq!(fits("User", "getSessions", text), text == "[]", "{text}");
        assert_eq!(fits("Organization", "getRoles", text), text == r#"{"data":[]}"#, "{text}");
        assert!(fits("User", "delete", text) && fits("User", "disableTOTP", text));
    }
}
