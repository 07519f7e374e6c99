//! Users and organizations: what their methods send, what becomes of the answer, and who hears of it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod support;

use clerk_wasm::engine::Clerk;
use clerk_wasm::model::{EnrollmentMode, Strategy};
use clerk_wasm::{
    CreateExternalAccount, CreateOrganization, ErrorKind, GetDomains, GetInvitations, GetMemberships, Paging,
    Picture, PrepareEmailAddress, UpdateEnrollmentMode, UpdateOrganization, UpdatePassword, UpdateUser, User,
};
use futures_util::future::join;
use std::cell::Cell;
use std::rc::Rc;
use support::{Answer, Gate, World, client, json, piggybacked, session, wrapped};

const EMAIL: &str =
    r#"{"object":"email_address","id":"idn_1","email_address":"ada@example.com","verification":null}"#;

fn user(first_name: &str) -> String {
    format!(
        r#"{{"object":"user","id":"user_1","first_name":"{first_name}","unsafe_metadata":{{"a":1,"b":{{"c":2,"d":3}}}},
        "email_addresses":[{EMAIL}],"organization_memberships":[{}]}}"#,
        membership("org:admin")
    )
}

fn membership(role: &str) -> String {
    format!(
        r#"{{"object":"organization_membership","id":"orgmem_1","role":"{role}",
        "organization":{{"id":"org_1","name":"Engines"}},"public_user_data":{{"user_id":"user_1"}}}}"#
    )
}

fn signed_in() -> String {
    let session = session("sess_1");
    let (head, _) = session.rsplit_once('}').unwrap();
    let with_user = format!(r#"{head},"user":{},"last_active_organization_id":"org_1"}}"#, user("Ada"));
    client(&[json(&with_user).to_text()])
}

fn world() -> (World, Clerk, User) {
    let (world, clerk) = World::with_client(&signed_in());
    let user = clerk.user().unwrap();
    (world, clerk, user)
}

/// What was sent, with its form.
fn sent(world: &World) -> Vec<String> {
    let bodies = world.fapi.requests().into_iter().map(|request| request.body.unwrap_or_default());
    world
        .fapi
        .calls()
        .into_iter()
        .zip(bodies)
        .map(|(call, body)| format!("{call} {body}").trim_end().to_owned())
        .collect()
}

#[test]
fn a_user_is_changed_and_the_session_shows_it() {
    let (world, clerk, held) = world();
    world.fapi.on("PATCH /me", Answer::json(&wrapped(&user("Grace"))));
    world.run(held.update(UpdateUser::default().first_name("Grace"))).unwrap();
    assert_eq!(sent(&world), ["PATCH /me first_name=Grace"]);
    assert_eq!(held.data().first_name().as_deref(), Some("Grace"));
    assert_eq!(clerk.session().unwrap().data().user().first_name().as_deref(), Some("Grace"));
    assert_eq!(
        (clerk.user().unwrap() == held, clerk.user().unwrap().data().full_name().as_deref()),
        (true, Some("Grace"))
    );
}

#[test]
fn a_refusal_changes_nothing() {
    let (world, clerk, held) = world();
    for answer in [Answer::error(422, "form_param_invalid"), Answer::json("[1]"), Answer::Cut] {
        world.fapi.now_on("PATCH /me", answer);
        assert!(world.run(held.update(UpdateUser::default().username("x"))).is_err());
        assert_eq!(held.data().first_name().as_deref(), Some("Ada"));
        assert_eq!(clerk.user().unwrap().data().first_name().as_deref(), Some("Ada"));
    }
}

#[test]
fn of_two_changes_that_overlap_the_later_one_is_shown() {
    let (world, _, held) = world();
    let gate = Gate::default();
    let late = Answer::json(&wrapped(&user("First"))).behind(&gate);
    world.fapi.on("PATCH /me", late);
    world.fapi.on("PATCH /me", Answer::json(&wrapped(&user("Second"))));
    let change = |name: &str| held.update(UpdateUser::default().first_name(name));
    let (first, second) = (change("First"), change("Second"));
    let opens = async {
        let outcome = second.await;
        gate.open();
        outcome
    };
    let (first, second) = world.run(join(first, opens));
    first.unwrap();
    second.unwrap();
    assert_eq!(held.data().first_name().as_deref(), Some("Second"));
}

#[test]
fn metadata_is_replaced_by_a_patch() {
    let (world, _, held) = world();
    world.fapi.on("GET /me", Answer::json(&wrapped(&user("Ada"))));
    world.fapi.on("PATCH /me/metadata", Answer::json(&wrapped(&user("Ada"))));
    let metadata = |text| UpdateUser::default().unsafe_metadata(json(text));
    world.run(held.update(metadata(r#"{"a":1,"b":{"c":5}}"#))).unwrap();
    let patch = "%7B%22b%22%3A%7B%22c%22%3A5%2C%22d%22%3Anull%7D%7D";
    assert_eq!(sent(&world), ["GET /me".to_owned(), format!("PATCH /me/metadata unsafe_metadata={patch}")]);
    world.fapi.forget_log();
    world.run(held.update(metadata(r#"{"a":1,"b":{"c":2,"d":3}}"#))).unwrap();
    assert_eq!(sent(&world), ["GET /me"]);
}

#[test]
fn who_is_deleted_is_not_signed_in_even_where_no_client_says_so() {
    for client in ["null".to_owned(), client(&[])] {
        let (world, clerk, held) = world();
        let gone = r#"{"object":"user","id":"user_1","deleted":true}"#;
        world.fapi.on("DELETE /me", Answer::json(&piggybacked(gone, &client)));
        let heard = Rc::new(Cell::new(false));
        let told = heard.clone();
        let _subscription = clerk.add_listener(move |now| told.set(now.session == Some(None)), true);
        world.run(held.delete()).unwrap();
        assert!(clerk.session().is_none() && heard.get());
        assert!(clerk.user().is_none() && clerk.organization().is_none());
    }
}

#[test]
fn a_password_is_in_the_form_and_in_no_debug() {
    let (world, _, held) = world();
    world.fapi.on("POST /me/change_password", Answer::json(&wrapped(&user("Ada"))));
    let params = UpdatePassword::new("hunter2".to_owned());
    assert!(!format!("{params:?} {held:?}").contains("hunter2"));
    world.run(held.update_password(params)).unwrap();
    assert_eq!(sent(&world), ["POST /me/change_password new_password=hunter2"]);
}

#[test]
fn an_address_is_added_and_verified_by_a_code_that_is_sent_once() {
    let (world, _, held) = world();
    let verified = EMAIL.replace("null", r#"{"status":"verified"}"#);
    world.fapi.on("POST /me/email_addresses/", Answer::json(&wrapped(EMAIL)));
    world.fapi.on("POST /me/email_addresses/idn_1/prepare_verification", Answer::json(&wrapped(EMAIL)));
    world.fapi.on("POST /me/email_addresses/idn_1/attempt_verification", Answer::json(&wrapped(&verified)));
    let address = world.run(held.create_email_address("ada@example.com")).unwrap();
    let code = || PrepareEmailAddress::new(Strategy::EmailCode);
    let (first, second) =
        world.run(join(address.prepare_verification(code()), address.prepare_verification(code())));
    first.and(second).unwrap();
    world.run(address.attempt_verification("424242")).unwrap();
    assert!(address.data().verification().is_verified());
    assert_eq!(
        sent(&world),
        [
            "POST /me/email_addresses/ email_address=ada%40example.com",
            "POST /me/email_addresses/idn_1/prepare_verification strategy=email_code",
            "POST /me/email_addresses/idn_1/attempt_verification code=424242",
        ]
    );
    assert_eq!(held.email_addresses(), [address]);
}

#[test]
fn lists_come_page_by_page_and_their_entries_act() {
    let (world, clerk, held) = world();
    let organization = clerk.organization().unwrap();
    assert_eq!(organization.data().name(), "Engines");
    let page = format!(r#"{{"data":[{},null,5],"total_count":7}}"#, membership("org:admin"));
    world.fapi.on("GET /organizations/org_1/memberships", Answer::json(&wrapped(&page)));
    world.fapi.on(
        "PATCH /organizations/org_1/memberships/user_1",
        Answer::json(&wrapped(&membership("org:member"))),
    );
    let roles = vec!["org:admin".to_owned(), "org:member".to_owned()];
    let params = GetMemberships::default().initial_page(3u32).page_size(5u32).role(roles);
    let members = world.run(organization.get_memberships(params)).unwrap();
    assert_eq!((members.data.len(), members.total_count), (1, 7));
    let url = world.fapi.last().url;
    assert!(url.contains("role=org%3Aadmin&role=org%3Amember&paginated=true&limit=5&offset=10&"), "{url}");
    world.run(members.data[0].update("org:member")).unwrap();
    assert_eq!(members.data[0].data().role(), "org:member");
    assert_eq!(held.organization_memberships()[0].organization(), organization);
    for answer in ["[]", "5", "{}", r#"{"data":{}}"#] {
        world.fapi.now_on("GET /organizations/org_1/memberships", Answer::json(&wrapped(answer)));
        let error = world.run(organization.get_memberships(GetMemberships::default())).unwrap_err();
        let ErrorKind::Runtime(error) = error.kind() else { panic!("{answer}") };
        assert_eq!(error.code, "unexpected_answer", "{answer}");
    }
}

#[test]
fn a_page_that_is_empty_and_the_first_one_by_default() {
    let (world, clerk, held) = world();
    let empty = wrapped(r#"{"data":[],"total_count":0}"#);
    for path in ["organization_invitations", "organization_suggestions", "organization_memberships"] {
        world.fapi.on(&format!("GET /me/{path}"), Answer::json(&empty));
    }
    world.fapi.on("GET /organizations/org_1/domains", Answer::json(&empty));
    world.fapi.on("GET /organizations/org_1/roles", Answer::json(&empty));
    let organization = clerk.organization().unwrap();
    let is_empty = [
        world.run(held.get_organization_invitations(GetInvitations::default())).unwrap().data.is_empty(),
        world.run(held.get_organization_suggestions(GetInvitations::default())).unwrap().data.is_empty(),
        world.run(held.get_organization_memberships(Paging::default())).unwrap().data.is_empty(),
        world.run(organization.get_domains(GetDomains::default())).unwrap().data.is_empty(),
        world.run(organization.get_roles(Paging::default())).unwrap().data.is_empty(),
    ];
    assert_eq!(is_empty, [true; 5]);
    assert!(world.fapi.requests().iter().all(|request| request.url.contains("limit=10&offset=0")));
}

#[test]
fn organizations_are_made_read_changed_and_deleted() {
    let (world, clerk, _) = world();
    let named = |name: &str| wrapped(&format!(r#"{{"object":"organization","id":"org_2","name":"{name}"}}"#));
    world.fapi.on("POST /organizations", Answer::json(&named("Made")));
    world.fapi.on("GET /organizations/org_2", Answer::json(&named("Read")));
    world.fapi.on("PATCH /organizations/org_2", Answer::json(&named("Changed")));
    world.fapi.on("DELETE /organizations/org_2", Answer::json(&wrapped(r#"{"id":"org_2","deleted":true}"#)));
    world.fapi.on("PUT /organizations/org_2/logo", Answer::json(&named("Pictured")));
    let params = CreateOrganization::new("Made");
    let made = world.run(clerk.create_organization(params)).unwrap();
    assert_eq!(world.run(clerk.get_organization("org_2")).unwrap(), made);
    let change = UpdateOrganization::default().name("Changed");
    world.run(made.update(change)).unwrap();
    assert_eq!(made.data().name(), "Changed");
    let pictured = world.run(made.set_logo(Picture::DataUrl("data:image/png;base64,AA==".into()))).unwrap();
    assert_eq!(pictured.data().name(), "Pictured");
    assert!(world.run(made.set_logo(Picture::File(json("{}")))).is_err(), "that is no file");
    world.run(made.destroy()).unwrap();
    assert_eq!(made.data().id(), "org_2");
    assert!(world.run(clerk.get_organization("")).is_err());
    assert_eq!(
        sent(&world),
        [
            "POST /organizations name=Made",
            "GET /organizations/org_2",
            "PATCH /organizations/org_2 name=Changed",
            "PUT /organizations/org_2/logo",
            "DELETE /organizations/org_2",
        ]
    );
}

#[test]
fn a_domain_is_added_and_changed() {
    let (world, clerk, _) = world();
    let domain = wrapped(r#"{"id":"orgdmn_1","organization_id":"org_1","name":"b.c"}"#);
    world.fapi.on("POST /organizations/org_1/domains", Answer::json(&domain));
    world.fapi.on("POST /organizations/org_1/domains/orgdmn_1/update_enrollment_mode", Answer::json(&domain));
    let organization = clerk.organization().unwrap();
    let added =
        world.run(organization.create_domain("b.c", Some(EnrollmentMode::AutomaticInvitation))).unwrap();
    world.run(organization.create_domain("d.e", None)).unwrap();
    let params = UpdateEnrollmentMode::new(EnrollmentMode::EnterpriseSso).delete_pending(true);
    world.run(added.update_enrollment_mode(params)).unwrap();
    assert_eq!(
        sent(&world),
        [
            "POST /organizations/org_1/domains name=b.c&enrollment_mode=automatic_invitation",
            "POST /organizations/org_1/domains name=d.e",
            "POST /organizations/org_1/domains/orgdmn_1/update_enrollment_mode enrollment_mode=enterprise_sso&delete_pending=true",
        ]
    );
}

#[test]
fn an_account_at_a_provider_says_where_to_go() {
    let (world, _, held) = world();
    let to = "https://provider.example.com/authorize";
    let account =
        format!(r#"{{"id":"eac_1","verification":{{"external_verification_redirect_url":"{to}"}}}}"#);
    world.fapi.on("POST /me/external_accounts", Answer::json(&wrapped(&account)));
    let params = CreateExternalAccount::default()
        .strategy("oauth_google")
        .redirect_url("https://example.com/back")
        .additional_scopes(vec!["a".to_owned()]);
    let added = world.run(held.create_external_account(params)).unwrap();
    let url = added.data().verification().unwrap().external_verification_redirect_url();
    assert_eq!(url.as_deref(), Some(to));
    let body = "strategy=oauth_google&redirect_url=https%3A%2F%2Fexample.com%2Fback&additional_scope=a";
    assert_eq!(sent(&world), [format!("POST /me/external_accounts {body}")]);
}

#[test]
fn nobody_has_a_user_before_they_sign_in() {
    let (_, clerk) = World::with_client(&client(&[]));
    assert!(clerk.user().is_none() && clerk.organization().is_none());
    let world = World::new();
    assert!(world.clerk(support::LIVE).user().is_none());
}
