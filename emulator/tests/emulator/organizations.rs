//! Organizations: made, read, changed, deleted.

use serde_json::{Value, json};

use crate::office::{ADA, BOB, EVE, Office};
use crate::support::Browser;

#[tokio::test]
async fn who_makes_an_organization_administrates_it() {
    let office = Office::open().await;
    let mut eve = office.desk_of(EVE).await;
    let body = eve.send("POST", "/v1/organizations", "name=Big+%26+Co.").await.ok();
    let made = &body["response"];
    assert_eq!((&made["name"], &made["slug"]), (&json!("Big & Co."), &json!("big-co")));
    assert_eq!((&made["members_count"], &made["max_allowed_memberships"]), (&json!(1), &json!(5)));
    let memberships = &body["client"]["sessions"][0]["user"]["organization_memberships"];
    assert_eq!(
        (&memberships[1]["organization"]["id"], &memberships[1]["role"]),
        (&made["id"], &json!("org:admin"))
    );
    // Being made does not choose it.
    assert_eq!(body["client"]["sessions"][0]["last_active_organization_id"], Value::Null);
    let twin = eve.send("POST", "/v1/organizations", "name=Big+%26+Co.&slug=").await.ok();
    assert_eq!(twin["response"]["slug"], "big-co-1");
}

#[tokio::test]
async fn an_organization_is_read_and_changed() {
    let office = Office::open().await;
    let path = format!("/v1/organizations/{}", office.acme);
    let mut ada = office.desk_of(ADA).await;
    let body = ada.send("PATCH", &path, "name=Acme+Ltd&slug=acme-ltd").await.ok();
    assert_eq!(
        (&body["response"]["name"], &body["response"]["slug"]),
        (&json!("Acme Ltd"), &json!("acme-ltd"))
    );
    // Its own slug is not taken.
    ada.send("PATCH", &path, "slug=acme-ltd").await.ok();
    let read = office.desk_of(BOB).await.send("GET", &path, "").await.ok();
    assert_eq!(read["response"]["name"], "Acme Ltd");
    assert_eq!(
        read["client"]["sessions"][0]["user"]["organization_memberships"][0]["organization"],
        read["response"]
    );
}

#[tokio::test]
async fn a_deleted_organization_leaves_its_sessions() {
    let office = Office::open().await;
    let (mut ada, mut bob) = (office.desk_of(ADA).await, office.desk_of(BOB).await);
    ada.choose(&office.acme).await;
    bob.choose(&office.acme).await;
    let path = format!("/v1/organizations/{}", office.acme);
    let body = ada.send("DELETE", &path, "").await.ok();
    let deleted = json!({ "object": "organization", "id": office.acme, "slug": "acme", "deleted": true });
    assert_eq!(body["response"], deleted);
    assert_eq!(body["client"]["sessions"][0]["last_active_organization_id"], Value::Null);
    let session = bob.session().await;
    assert_eq!(session["last_active_organization_id"], Value::Null);
    assert_eq!(session["user"]["organization_memberships"], json!([]));
    assert_eq!(ada.send("GET", &path, "").await.error(404), "organization_not_found_or_unauthorized");
}

#[tokio::test]
async fn wrong_organizations_are_refused() {
    let office = Office::open().await;
    let mut ada = office.desk_of(ADA).await;
    let acme = format!("/v1/organizations/{}", office.acme);
    let (long, all) = (format!("name={}", "x".repeat(257)), "/v1/organizations");
    ada.refused(&[
        ("POST", all, "", 422, "form_param_missing"),
        ("POST", all, "name=", 422, "form_param_nil"),
        ("POST", all, "name=+", 422, "form_param_nil"),
        ("POST", all, &long, 422, "form_param_max_length_exceeded"),
        ("POST", all, "name=A&slug=other", 422, "form_identifier_exists"),
        ("POST", all, "name=A&slug=Not+One", 422, "form_param_format_invalid"),
        ("POST", all, "name=A&color=red", 422, "form_param_unknown"),
        ("PATCH", &acme, "slug=other", 422, "form_identifier_exists"),
        ("PATCH", &acme, "color=red", 422, "form_param_unknown"),
    ])
    .await;
    office.set(json!({ "slugs": false })).await;
    ada.refused(&[("POST", all, "name=A&slug=a", 422, "form_param_unknown")]).await;
}

#[tokio::test]
async fn only_who_may_touches_an_organization() {
    let office = Office::open().await;
    let acme = format!("/v1/organizations/{}", office.acme);
    let missing = "missing_organization_permission";
    let mut bob = office.desk_of(BOB).await;
    bob.refused(&[("PATCH", &acme, "name=A", 403, missing), ("DELETE", &acme, "", 403, missing)]).await;
    let unknown = "organization_not_found_or_unauthorized";
    let mut eve = office.desk_of(EVE).await;
    for method in ["GET", "PATCH", "DELETE"] {
        eve.refused(&[
            (method, &acme, "", 404, unknown),
            (method, "/v1/organizations/org_0", "", 404, unknown),
        ])
        .await;
    }
    let mut nobody = Browser::production(&office.app);
    assert_eq!(nobody.get(&acme).await.error(401), "signed_out");
    assert_eq!(nobody.post("/v1/organizations", "name=A").await.error(401), "signed_out");
}

#[tokio::test]
async fn settings_take_organizations_away() {
    let office = Office::open().await;
    let acme = format!("/v1/organizations/{}", office.acme);
    let mut ada = office.desk_of(ADA).await;
    office.set(json!({ "creation_limit": 1 })).await;
    ada.send("POST", "/v1/organizations", "name=Mine").await.ok();
    ada.refused(&[("POST", "/v1/organizations", "name=More", 403, "authorization_invalid")]).await;
    office.set(json!({ "creation_limit": 0, "creation": false })).await;
    ada.refused(&[("POST", "/v1/organizations", "name=More", 403, "authorization_invalid")]).await;
    office.set(json!({ "enabled": false })).await;
    let off = "organization_not_enabled_in_instance";
    ada.refused(&[
        ("POST", "/v1/organizations", "name=More", 403, off),
        ("GET", &acme, "", 403, off),
        ("GET", &format!("{acme}/memberships"), "", 403, off),
        ("GET", &format!("{acme}/invitations"), "", 403, off),
        ("GET", "/v1/me/organization_memberships", "", 403, off),
        ("GET", "/v1/me/organization_invitations", "", 403, off),
    ])
    .await;
}

#[tokio::test]
async fn an_organization_may_be_safe_from_its_administrators() {
    let office = Office::open().await;
    office.set(json!({ "admin_delete": false })).await;
    let mut ada = office.desk_of(ADA).await;
    let made = ada.send("POST", "/v1/organizations", "name=Safe").await.ok();
    let path = format!("/v1/organizations/{}", made["response"]["id"].as_str().unwrap());
    ada.refused(&[("DELETE", &path, "", 403, "organization_admin_delete_not_enabled")]).await;
}

#[tokio::test]
async fn organizations_made_at_once_share_no_slug() {
    let office = Office::open().await;
    let mut tasks = Vec::new();
    for address in [ADA, BOB, EVE] {
        let mut desk = office.desk_of(address).await;
        tasks.push(tokio::spawn(
            async move { desk.send("POST", "/v1/organizations", "name=Race").await.ok() },
        ));
    }
    let mut slugs = Vec::new();
    for task in tasks {
        slugs.push(task.await.unwrap()["response"]["slug"].as_str().unwrap().to_owned());
    }
    slugs.sort();
    assert_eq!(slugs, ["race", "race-1", "race-2"]);
}

#[tokio::test]
async fn the_page_may_name_the_session_that_asks() {
    let office = Office::open().await;
    let mut desk = office.desk_of(ADA).await;
    let adas = desk.session.clone();
    desk.browser.sign_in(EVE).await;
    let acme = format!("/v1/organizations/{}", office.acme);
    assert_eq!(desk.send("GET", &acme, "").await.error(404), "organization_not_found_or_unauthorized");
    desk.send("GET", &format!("{acme}?_clerk_session_id={adas}"), "").await.ok();
    let wrong = desk.send("GET", &format!("{acme}?_clerk_session_id=sess_0"), "").await;
    assert_eq!(wrong.error(401), "signed_out");
}
