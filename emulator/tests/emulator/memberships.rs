//! Who is in an organization, and how they come and go.

use serde_json::{Value, json};

use crate::office::{ADA, BOB, EVE, Office};

fn who(answer: &Value) -> Vec<&str> {
    let members = answer["response"]["data"].as_array().unwrap();
    members.iter().map(|member| member["public_user_data"]["identifier"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn members_are_listed_page_by_page() {
    let office = Office::open().await;
    let mut bob = office.desk_of(BOB).await;
    let path = format!("/v1/organizations/{}/memberships", office.acme);
    let whole = bob.send("GET", &format!("{path}?paginated=true&limit=10&offset=0"), "").await.ok();
    assert_eq!((who(&whole), &whole["response"]["total_count"]), (vec![ADA, BOB], &json!(2)));
    let second = bob.send("GET", &format!("{path}?paginated=true&limit=1&offset=1"), "").await.ok();
    assert_eq!((who(&second), &second["response"]["total_count"]), (vec![BOB], &json!(2)));
    for (query, expected) in [
        ("role=org:admin", vec![ADA]),
        ("role=org:admin&role=org:member", vec![ADA, BOB]),
        ("query=BOB", vec![BOB]),
    ] {
        let some = bob.send("GET", &format!("{path}?paginated=true&{query}"), "").await.ok();
        assert_eq!(who(&some), expected, "{query}");
    }
    let plain = bob.send("GET", &path, "").await.ok();
    assert_eq!(plain["response"].as_array().unwrap().len(), 2);
    for (query, status, code) in [
        ("limit=0", 422, "form_param_value_invalid"),
        ("offset=-1", 422, "form_param_value_invalid"),
        ("paginated=maybe", 422, "form_param_value_invalid"),
        ("role=org:boss", 404, "resource_not_found"),
    ] {
        bob.refused(&[("GET", &format!("{path}?{query}"), "", status, code)]).await;
    }
}

#[tokio::test]
async fn an_administrator_takes_people_in_and_puts_them_out() {
    let office = Office::open().await;
    let (mut ada, mut eve) = (office.desk_of(ADA).await, office.desk_of(EVE).await);
    let path = format!("/v1/organizations/{}/memberships", office.acme);
    let body = ada.send("POST", &path, &format!("user_id={}&role=org:member", eve.user)).await.ok();
    assert_eq!(
        (&body["response"]["role"], &body["response"]["organization"]["members_count"]),
        (&json!("org:member"), &json!(3))
    );
    eve.choose(&office.acme).await;
    let hers = format!("{path}/{}", eve.user);
    let body = ada.send("PATCH", &hers, "role=org:admin").await.ok();
    assert_eq!(body["response"]["role"], "org:admin");
    assert!(body["response"]["permissions"].as_array().unwrap().contains(&json!("org:sys_profile:delete")));
    let body = ada.send("DELETE", &hers, "").await.ok();
    assert_eq!(body["response"]["public_user_data"]["user_id"], json!(eve.user));
    let session = eve.session().await;
    assert_eq!(session["last_active_organization_id"], Value::Null);
    assert_eq!(session["user"]["organization_memberships"].as_array().unwrap().len(), 1);
    // Who comes back has to choose it again.
    ada.send("POST", &path, &format!("user_id={}&role=org:member", eve.user)).await.ok();
    assert_eq!(eve.session().await["last_active_organization_id"], Value::Null);
}

#[tokio::test]
async fn wrong_memberships_are_refused() {
    let office = Office::open().await;
    let (mut ada, bob, eve) =
        (office.desk_of(ADA).await, office.desk_of(BOB).await, office.desk_of(EVE).await);
    let path = format!("/v1/organizations/{}/memberships", office.acme);
    let form = |user: &str, role: &str| format!("user_id={user}&role={role}");
    let (bobs, eves, adas) =
        (format!("{path}/{}", bob.user), format!("{path}/{}", eve.user), format!("{path}/{}", ada.user));
    ada.refused(&[
        ("POST", &path, "role=org:member", 422, "form_param_missing"),
        ("POST", &path, &form(&eve.user, ""), 422, "form_param_nil"),
        ("POST", &path, &form(&eve.user, "org:boss"), 404, "resource_not_found"),
        ("POST", &path, &form("user_0", "org:member"), 404, "resource_not_found"),
        ("POST", &path, &form(&bob.user, "org:member"), 400, "already_a_member_in_organization"),
        ("POST", &path, &(form(&eve.user, "org:member") + "&color=red"), 422, "form_param_unknown"),
        ("PATCH", &bobs, "role=org:boss", 404, "resource_not_found"),
        ("PATCH", &bobs, "", 422, "form_param_missing"),
        ("PATCH", &eves, "role=org:admin", 404, "resource_not_found"),
        ("DELETE", &eves, "", 404, "resource_not_found"),
        ("PATCH", &adas, "role=org:member", 400, "organization_minimum_permissions_needed"),
        ("DELETE", &adas, "", 400, "organization_minimum_permissions_needed"),
    ])
    .await;
}

#[tokio::test]
async fn only_administrators_say_who_is_in() {
    let office = Office::open().await;
    let (mut bob, mut eve) = (office.desk_of(BOB).await, office.desk_of(EVE).await);
    let path = format!("/v1/organizations/{}/memberships", office.acme);
    let bobs = format!("{path}/{}", bob.user);
    let missing = "missing_organization_permission";
    bob.refused(&[
        ("POST", &path, "", 403, missing),
        ("PATCH", &bobs, "role=org:admin", 403, missing),
        ("DELETE", &bobs, "", 403, missing),
    ])
    .await;
    let unknown = "organization_not_found_or_unauthorized";
    for (method, path) in [("GET", &path), ("POST", &path), ("PATCH", &bobs), ("DELETE", &bobs)] {
        eve.refused(&[(method, path, "", 404, unknown)]).await;
    }
}

#[tokio::test]
async fn an_organization_has_room_for_so_many() {
    let office = Office::open().await;
    office.set(json!({ "max_allowed_memberships": 1 })).await;
    let (mut ada, eve) = (office.desk_of(ADA).await, office.desk_of(EVE).await);
    let made = ada.send("POST", "/v1/organizations", "name=Tiny").await.ok();
    let path = format!("/v1/organizations/{}/memberships", made["response"]["id"].as_str().unwrap());
    let form = format!("user_id={}&role=org:member", eve.user);
    ada.refused(&[("POST", &path, &form, 403, "organization_membership_quota_exceeded")]).await;
}

#[tokio::test]
async fn people_leave_but_not_the_last_administrator() {
    let office = Office::open().await;
    let (mut ada, mut bob) = (office.desk_of(ADA).await, office.desk_of(BOB).await);
    let path = format!("/v1/me/organization_memberships/{}", office.acme);
    ada.refused(&[("DELETE", &path, "", 400, "organization_minimum_permissions_needed")]).await;
    bob.choose(&office.acme).await;
    let listed = bob.send("GET", "/v1/me/organization_memberships?paginated=true", "").await.ok();
    let body = bob.send("DELETE", &path, "").await.ok();
    assert_eq!(body["response"]["id"], listed["response"]["data"][0]["id"]);
    assert_eq!(body["response"]["deleted"], true);
    assert_eq!(body["client"]["sessions"][0]["last_active_organization_id"], Value::Null);
    bob.refused(&[("DELETE", &path, "", 404, "organization_not_found_or_unauthorized")]).await;
    let listed = bob.send("GET", "/v1/me/organization_memberships?paginated=true", "").await.ok();
    assert_eq!(listed["response"], json!({ "data": [], "total_count": 0 }));
}

#[tokio::test]
async fn two_administrators_who_leave_at_once_do_not_both() {
    let office = Office::open().await;
    let (mut ada, mut bob) = (office.desk_of(ADA).await, office.desk_of(BOB).await);
    let his = format!("/v1/organizations/{}/memberships/{}", office.acme, bob.user);
    ada.send("PATCH", &his, "role=org:admin").await.ok();
    let path = format!("/v1/me/organization_memberships/{}", office.acme);
    let other = path.clone();
    let first = tokio::spawn(async move { ada.send("DELETE", &path, "").await.status.as_u16() });
    let second = tokio::spawn(async move { bob.send("DELETE", &other, "").await.status.as_u16() });
    let mut statuses = [first.await.unwrap(), second.await.unwrap()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 400]);
}
