//! As whom somebody is here: the organization of a session, and what its tokens say of it.

use data_encoding::BASE64URL_NOPAD;
use serde_json::{Value, json};

use crate::office::{ADA, BOB, EVE, Office};
use crate::support::{Browser, change_settings, control_reply, fresh_app};

fn claims(jwt: &Value) -> Value {
    let payload = jwt.as_str().unwrap().split('.').nth(1).unwrap();
    serde_json::from_slice(&BASE64URL_NOPAD.decode(payload.as_bytes()).unwrap()).unwrap()
}

#[tokio::test]
async fn a_client_lists_what_its_users_are_in() {
    let office = Office::open().await;
    let mut bob = office.desk_of(BOB).await;
    let session = bob.session().await;
    let memberships = session["user"]["organization_memberships"].as_array().unwrap();
    assert_eq!(memberships.len(), 1);
    assert_eq!(
        (&memberships[0]["role"], &memberships[0]["role_name"]),
        (&json!("org:member"), &json!("Member"))
    );
    let permissions = json!(["org:sys_memberships:read", "org:sys_billing:read"]);
    assert_eq!(memberships[0]["permissions"], permissions);
    assert_eq!(memberships[0]["public_user_data"]["user_id"], json!(bob.user));
    let acme = &memberships[0]["organization"];
    assert_eq!(
        (&acme["id"], &acme["slug"], &acme["members_count"]),
        (&json!(office.acme), &json!("acme"), &json!(2))
    );
    assert_eq!(acme["public_metadata"], json!({ "plan": "gold" }));
    assert_eq!(session["user"]["create_organization_enabled"], true);
    assert_eq!(session["last_active_organization_id"], Value::Null);
    office.set(json!({ "enabled": false })).await;
    let session = office.desk_of(BOB).await.session().await;
    assert_eq!(session["user"]["organization_memberships"], json!([]));
    assert_eq!(session["user"]["create_organization_enabled"], false);
}

#[tokio::test]
async fn touch_chooses_an_organization_and_tokens_tell_it() {
    let office = Office::open().await;
    let permissions = json!({ "org:admin": ["org:invoices:read", "org:teams:manage", "org:teams:read"] });
    office.set(json!({ "permissions": permissions })).await;
    let mut ada = office.desk_of(ADA).await;
    let body = ada.choose(&office.acme).await;
    assert_eq!(body["response"]["last_active_organization_id"], json!(office.acme));
    assert_eq!(body["client"]["sessions"][0]["last_active_organization_id"], json!(office.acme));
    let told = claims(&body["response"]["last_active_token"]["jwt"]);
    let organization =
        json!({ "id": office.acme, "slg": "acme", "rol": "admin", "per": "read,manage", "fpm": "1,3" });
    assert_eq!((&told["o"], &told["fea"]), (&organization, &json!("o:invoices,o:teams")));
    // A look without a word of it changes nothing.
    let path = format!("/v1/client/sessions/{}/touch", ada.session);
    let body = ada.browser.post(&path, "intent=focus").await.ok();
    assert_eq!(body["response"]["last_active_organization_id"], json!(office.acme));
    let body = ada.choose("").await;
    assert_eq!(body["response"]["last_active_organization_id"], Value::Null);
    assert_eq!(claims(&body["response"]["last_active_token"]["jwt"]).get("o"), None);
}

#[tokio::test]
async fn permissions_of_the_system_are_in_no_token() {
    let office = Office::open().await;
    let mut bob = office.desk_of(BOB).await;
    let told = claims(&bob.choose(&office.acme).await["response"]["last_active_token"]["jwt"]);
    assert_eq!(told["o"], json!({ "id": office.acme, "slg": "acme", "rol": "member" }));
    assert_eq!(told.get("fea"), None);
}

#[tokio::test]
async fn a_token_may_be_for_another_organization_than_the_session() {
    let office = Office::open().await;
    let mut ada = office.desk_of(ADA).await;
    ada.choose(&office.acme).await;
    let path = format!("/v1/client/sessions/{}/tokens", ada.session);
    for (form, expected) in [
        ("", json!(office.acme)),
        ("organization_id=", Value::Null),
        (&*format!("organization_id={}", office.acme), json!(office.acme)),
    ] {
        let token = ada.browser.post(&path, form).await.ok()["jwt"].clone();
        assert_eq!(claims(&token)["o"]["id"], expected, "{form}");
    }
    assert_eq!(ada.session().await["last_active_organization_id"], json!(office.acme));
}

#[tokio::test]
async fn the_edge_makes_no_token_for_another_organization() {
    let office = Office::open().await;
    change_settings(&office.app, json!({ "session_minter": true })).await;
    let mut ada = office.desk_of(ADA).await;
    let path = format!("/v1/client/sessions/{}/tokens", ada.session);
    let personal = ada.browser.post(&path, "organization_id=").await.ok()["jwt"].clone();
    let form = format!("organization_id={}&token={}", office.acme, personal.as_str().unwrap());
    let token = ada.browser.post(&path, &form).await.ok()["jwt"].clone();
    assert_eq!(claims(&token)["o"]["id"], json!(office.acme));
}

#[tokio::test]
async fn nobody_chooses_what_is_not_theirs() {
    let office = Office::open().await;
    let mut eve = office.desk_of(EVE).await;
    for id in [&office.acme, "org_none", "acme"] {
        for (action, param) in [("touch", "active_organization_id"), ("tokens", "organization_id")] {
            let path = format!("/v1/client/sessions/{}/{action}", eve.session);
            let reply = eve.browser.post(&path, &format!("{param}={id}")).await;
            assert_eq!(reply.error(404), "organization_not_found_or_unauthorized", "{action} {id}");
        }
    }
    assert_eq!(eve.session().await["last_active_organization_id"], Value::Null);
    assert_eq!(
        eve.choose(&office.other).await["response"]["last_active_organization_id"],
        json!(office.other)
    );
}

#[tokio::test]
async fn a_session_waits_for_a_choice_that_must_be_made() {
    let office = Office::open().await;
    office.set(json!({ "force_organization_selection": true })).await;
    let mut ada = office.desk_of(ADA).await;
    let session = ada.session().await;
    assert_eq!(
        (&session["status"], &session["tasks"]),
        (&json!("pending"), &json!([{ "key": "choose-organization" }]))
    );
    assert_eq!(claims(&session["last_active_token"]["jwt"])["sts"], "pending");
    // Somebody who has none yet must be able to make one first.
    let made = ada.send("POST", "/v1/organizations", "name=Mine").await.ok();
    assert_eq!(made["client"]["sessions"][0]["status"], "pending");
    let session = ada.choose(&office.acme).await["response"].clone();
    assert_eq!((&session["status"], &session["tasks"]), (&json!("active"), &Value::Null));
    assert_eq!(claims(&session["last_active_token"]["jwt"])["sts"], "active");
    let path = format!("/v1/client/sessions/{}/end", ada.session);
    let session = ada.browser.post(&path, "").await.ok()["response"].clone();
    assert_eq!((&session["status"], &session["tasks"]), (&json!("ended"), &Value::Null));
}

#[tokio::test]
async fn the_environment_tells_the_settings() {
    let app = fresh_app();
    let changes = json!({
        "enabled": true, "max_allowed_memberships": 3, "force_organization_selection": true, "admin_delete": false,
        "slugs": false, "creator_role": "org:member", "creation": false, "creation_limit": 2, "creation_defaults": true,
    });
    change_settings(&app, json!({ "organizations": changes })).await;
    let environment = Browser::production(&app).get("/v1/environment").await.ok();
    let expected = json!({
        "enabled": true, "max_allowed_memberships": 3, "force_organization_selection": true,
        "actions": { "admin_delete": false },
        "domains": { "enabled": false, "enrollment_modes": [], "default_role": "org:member" },
        "slug": { "disabled": true },
        "organization_creation_defaults": { "enabled": true }, "creator_role": "org:member",
    });
    assert_eq!(environment["organization_settings"], expected);
    let actions = &environment["user_settings"]["actions"];
    assert_eq!((&actions["create_organization"], &actions["delete_self"]), (&json!(false), &json!(true)));
}

#[tokio::test]
async fn wrong_organizations_are_not_seeded() {
    let on = json!({ "organizations": { "enabled": true } });
    let member = json!({ "user": ADA });
    for (organization, settings, named) in [
        (json!({ "name": "A" }), json!({}), "enabled"),
        (json!({ "name": "A", "color": 1 }), on.clone(), "color"),
        (json!({ "name": "A", "slug": "Not One" }), on.clone(), "Not One"),
        (json!({ "name": "A", "members": [{ "user": "nobody" }] }), on.clone(), "nobody"),
        (json!({ "name": "A", "members": [{ "user": ADA, "role": "boss" }] }), on.clone(), "boss"),
        (json!({ "name": "A", "members": [member, member] }), on.clone(), "twice"),
        (json!({ "name": "A", "invitations": [{ "email_address": "no" }] }), on.clone(), "no"),
    ] {
        let app = fresh_app();
        let users = json!([{ "email_address": ADA }]);
        let seed = json!({ "users": users, "organizations": [organization], "settings": settings });
        let reply = control_reply(&app, "POST", "seed", seed).await;
        assert_eq!(reply.status.as_u16(), 400, "{}", reply.text);
        assert!(reply.text.contains(named), "{}", reply.text);
    }
    let app = fresh_app();
    let twins = json!([{ "name": "A", "slug": "a" }, { "name": "B", "slug": "a" }]);
    let reply = control_reply(&app, "POST", "seed", json!({ "organizations": twins, "settings": on })).await;
    assert!(reply.text.contains("already an organization"), "{}", reply.text);
}
