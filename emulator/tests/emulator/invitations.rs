//! Invitations to organizations: sent, revoked, accepted.

use serde_json::{Value, json};

use crate::office::{ADA, BOB, EVE, Office};
use crate::support::advance_clock;

const MINE: &str = "/v1/me/organization_invitations";
const MONTH: i64 = 30 * 24 * 60 * 60 * 1_000;

fn id(answer: &Value) -> String {
    answer["response"]["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn whoever_is_invited_accepts_and_is_in() {
    let office = Office::open().await;
    let (mut ada, mut eve) = (office.desk_of(ADA).await, office.desk_of(EVE).await);
    let path = format!("/v1/organizations/{}/invitations", office.acme);
    let sent = ada.send("POST", &path, &format!("email_address={EVE}&role=org:admin")).await.ok();
    assert_eq!(
        (&sent["response"]["status"], &sent["response"]["role"]),
        (&json!("pending"), &json!("org:admin"))
    );
    let acme = &sent["client"]["sessions"][0]["user"]["organization_memberships"][0]["organization"];
    assert_eq!(acme["pending_invitations_count"], 1);
    let mine = eve.send("GET", &format!("{MINE}?status=pending&limit=10&offset=0"), "").await.ok();
    assert_eq!(mine["response"]["data"][0]["public_organization_data"]["name"], "Acme");
    let accept = format!("{MINE}/{}/accept", id(&sent));
    let body = eve.send("POST", &accept, "").await.ok();
    assert_eq!(body["response"]["status"], "accepted");
    let memberships = &body["client"]["sessions"][0]["user"]["organization_memberships"];
    assert_eq!(
        (&memberships[1]["organization"]["id"], &memberships[1]["role"]),
        (&json!(office.acme), &json!("org:admin"))
    );
    eve.refused(&[("POST", &accept, "", 400, "already_a_member_in_organization")]).await;
    let listed = ada.send("GET", &format!("{path}?status=accepted"), "").await.ok();
    assert_eq!(listed["response"]["total_count"], 1);
    let listed = ada.send("GET", &format!("{path}?status=pending&status=revoked"), "").await.ok();
    assert_eq!(listed["response"], json!({ "data": [], "total_count": 0 }));
}

#[tokio::test]
async fn an_invitation_ends_by_being_revoked_or_by_time() {
    let office = Office::open().await;
    let (mut ada, mut eve) = (office.desk_of(ADA).await, office.desk_of(EVE).await);
    let path = format!("/v1/organizations/{}/invitations", office.acme);
    let form = format!("email_address={EVE}&role=org:member");
    let first = id(&ada.send("POST", &path, &form).await.ok());
    let revoke = format!("{path}/{first}/revoke");
    assert_eq!(ada.send("POST", &revoke, "").await.ok()["response"]["status"], "revoked");
    let over = "organization_invitation_not_pending";
    ada.refused(&[("POST", &revoke, "", 400, over)]).await;
    eve.refused(&[("POST", &format!("{MINE}/{first}/accept"), "", 400, over)]).await;
    let second = id(&ada.send("POST", &path, &form).await.ok());
    // Sessions would be over by then too.
    advance_clock(&office.app, MONTH).await;
    let mut eve = office.desk_of(EVE).await;
    eve.refused(&[("POST", &format!("{MINE}/{second}/accept"), "", 400, over)]).await;
    let mine = eve.send("GET", &format!("{MINE}?status=expired"), "").await.ok();
    assert_eq!(mine["response"]["total_count"], 1);
}

#[tokio::test]
async fn many_are_invited_or_nobody() {
    let office = Office::open().await;
    let mut ada = office.desk_of(ADA).await;
    let path = format!("/v1/organizations/{}/invitations", office.acme);
    let bulk = format!("{path}/bulk");
    let many: String = (0..11).map(|number| format!("email_address=p{number}@example.com&")).collect();
    ada.refused(&[
        ("POST", &bulk, "role=org:member", 422, "form_param_missing"),
        ("POST", &bulk, &format!("{many}role=org:member"), 400, "bulk_size_exceeded"),
        (
            "POST",
            &bulk,
            "email_address=a@x.com&email_address=A@x.com&role=org:member",
            400,
            "organization_invitation_not_unique",
        ),
        (
            "POST",
            &bulk,
            &format!("email_address=a@x.com&email_address={BOB}&role=org:member"),
            400,
            "already_a_member_in_organization",
        ),
        (
            "POST",
            &bulk,
            "email_address=a@x.com&email_address=b@x.com&email_address=c@x.com&email_address=d@x.com&role=org:member",
            403,
            "organization_membership_quota_exceeded",
        ),
    ])
    .await;
    let nobody = ada.send("GET", &path, "").await.ok();
    assert_eq!(nobody["response"]["total_count"], 0);
    let body =
        ada.send("POST", &bulk, "email_address=b@x.com&email_address=a@x.com&role=org:member").await.ok();
    let sent: Vec<&Value> =
        body["response"].as_array().unwrap().iter().map(|invitation| &invitation["email_address"]).collect();
    assert_eq!(sent, [&json!("b@x.com"), &json!("a@x.com")]);
}

#[tokio::test]
async fn wrong_invitations_are_refused() {
    let office = Office::open().await;
    let mut ada = office.desk_of(ADA).await;
    let path = format!("/v1/organizations/{}/invitations", office.acme);
    ada.refused(&[
        ("POST", &path, "role=org:member", 422, "form_param_missing"),
        ("POST", &path, "email_address=no&role=org:member", 422, "form_param_format_invalid"),
        ("POST", &path, "email_address=a@x.com&role=org:boss", 404, "resource_not_found"),
        ("POST", &path, "email_address=a@x.com&role=org:member&color=red", 422, "form_param_unknown"),
        (
            "POST",
            &path,
            "email_address=a@x.com&role=org:member&notify=maybe",
            422,
            "form_param_value_invalid",
        ),
        ("GET", &format!("{path}?status=lost"), "", 422, "form_param_value_invalid"),
        ("POST", &format!("{path}/orginv_0/revoke"), "", 404, "resource_not_found"),
        ("POST", &format!("{MINE}/orginv_0/accept"), "", 404, "resource_not_found"),
    ])
    .await;
}

#[tokio::test]
async fn only_administrators_invite_and_only_the_invited_accept() {
    let office = Office::open().await;
    let (mut ada, mut bob, mut eve) =
        (office.desk_of(ADA).await, office.desk_of(BOB).await, office.desk_of(EVE).await);
    let path = format!("/v1/organizations/{}/invitations", office.acme);
    let sent = id(&ada.send("POST", &path, "email_address=new@x.com&role=org:member").await.ok());
    let (bulk, revoke) = (format!("{path}/bulk"), format!("{path}/{sent}/revoke"));
    for (method, path) in [("GET", &path), ("POST", &path), ("POST", &bulk), ("POST", &revoke)] {
        bob.refused(&[(method, path, "", 403, "missing_organization_permission")]).await;
        eve.refused(&[(method, path, "", 404, "organization_not_found_or_unauthorized")]).await;
    }
    eve.refused(&[("POST", &format!("{MINE}/{sent}/accept"), "", 404, "resource_not_found")]).await;
    // An administrator of another organization does not reach it through that one.
    let through = format!("/v1/organizations/{}/invitations/{sent}/revoke", office.other);
    eve.refused(&[("POST", &through, "", 404, "resource_not_found")]).await;
}
