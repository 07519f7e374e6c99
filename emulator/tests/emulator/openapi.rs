//! Every answer that the tests see is held against Clerk's published description, if it is here:
//! `$CLERK_FAPI_SPEC`, or `../shared/reference/fapi-2026-05-12.yml` beside the checkout. It is
//! not part of this project.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{LazyLock, Mutex, PoisonError};

use jsonschema::Validator;
use serde_json::{Map, Value, json};

use crate::support::Reply;

/// Fields that clerk-js reads and the description does not have.
const EXTRA_FIELDS: [(&str, &[&str]); 2] = [
    ("sign_up_attempt", &["has_password", "external_account", "locale"]),
    ("auth_config", &["session_minter"]),
];
/// The same of an object that does not say what it is.
const EXTRA_ORGANIZATION_SETTINGS: [&str; 2] =
    ["force_organization_selection", "organization_creation_defaults"];
/// Fields that clerk-js reads and only some answers have.
const SOMETIMES: [(&str, &str); 2] =
    [("sign_in_attempt", "protect_check"), ("sign_up_attempt", "protect_check")];
/// Schemas that leave room for other fields, of which we mean to send all and no other.
const EXACT_SCHEMAS: [&str; 4] = ["Client.Client-2", "Client.Session-2", "Client.User", "Client.SignUp"];
/// Fields that the description allows and the emulator has no value for.
const ABSENT_FIELDS: [&str; 3] =
    ["private_metadata", "create_organizations_limit", "password_last_updated_at"];

static DESCRIPTION: LazyLock<Option<Description>> = LazyLock::new(Description::load);

struct Description {
    document: Value,
    validators: Mutex<BTreeMap<String, Validator>>,
}

/// Panics when the answer of a described route is not as described.
pub(crate) fn check(method: &str, path: &str, reply: &Reply) {
    let Some(description) = &*DESCRIPTION else { return };
    let schema = if reply.headers.contains_key("clerk-emulator-fault") && reply.status.is_success() {
        // A fault may make an answer that is not as described.
        None
    } else if reply.status.is_success() {
        description.schema_of(method, path)
    } else if path.starts_with("/v1") && reply.status.as_u16() >= 400 && !reply.text.starts_with('<') {
        Some("#/components/responses/ClerkErrors/content/application~1json/schema".to_owned())
    } else {
        None
    };
    if let Some(pointer) = schema {
        let mut body = reply.json();
        remove_extra_fields(&mut body);
        let problems = description.problems(&pointer, &body);
        assert!(
            problems.is_empty(),
            "{method} {path} is not as described:\n{}\n{body:#}",
            problems.join("\n")
        );
    }
}

impl Description {
    fn load() -> Option<Self> {
        let path = std::env::var_os("CLERK_FAPI_SPEC").map_or_else(
            || {
                PathBuf::from(concat!(
                    env!("CARGO_MANIFEST_DIR"),
                    "/../../shared/reference/fapi-2026-05-12.yml"
                ))
            },
            PathBuf::from,
        );
        let text = std::fs::read_to_string(path).ok()?;
        let mut document: Value = serde_yaml_ng::from_str(&text).expect("the description is YAML");
        for name in EXACT_SCHEMAS {
            make_exact(&mut document, name);
        }
        translate_nullable(&mut document);
        Some(Self { document, validators: Mutex::default() })
    }

    /// Where the schema of a route's 200 answer is, as a JSON pointer.
    fn schema_of(&self, method: &str, path: &str) -> Option<String> {
        let paths = self.document["paths"].as_object().unwrap();
        let (template, operations) = paths.iter().find(|(template, _)| fits(template, path))?;
        let operation = method.to_lowercase();
        let answer = operations.get(&operation)?.get("responses")?.get("200")?;
        let (holder, place) = match answer["$ref"].as_str() {
            Some(reference) => {
                (self.document.pointer(reference.trim_start_matches('#'))?, reference.to_owned())
            }
            None => {
                let template = template.replace('/', "~1").replace('{', "%7B").replace('}', "%7D");
                (answer, format!("#/paths/{template}/{operation}/responses/200"))
            }
        };
        holder.pointer("/content/application~1json/schema")?;
        Some(format!("{place}/content/application~1json/schema"))
    }

    /// What is wrong with a body.
    fn problems(&self, pointer: &str, body: &Value) -> Vec<String> {
        let mut validators = self.validators.lock().unwrap_or_else(PoisonError::into_inner);
        let validator = validators.entry(pointer.to_owned()).or_insert_with(|| {
            let mut root = Map::new();
            root.insert("components".to_owned(), self.document["components"].clone());
            root.insert("paths".to_owned(), self.document["paths"].clone());
            root.insert("$ref".to_owned(), json!(pointer));
            jsonschema::draft202012::new(&Value::Object(root)).expect("the schema compiles")
        });
        validator.iter_errors(body).map(|error| format!("{}: {error}", error.instance_path())).collect()
    }
}

/// Does a path fit a template such as `/v1/client/sessions/{session_id}`?
fn fits(template: &str, path: &str) -> bool {
    let (wanted, given): (Vec<_>, Vec<_>) = (template.split('/').collect(), path.split('/').collect());
    wanted.len() == given.len()
        && wanted.iter().zip(&given).all(|(wanted, given)| wanted.starts_with('{') || wanted == given)
}

/// Closes a schema, and makes its fields required.
fn make_exact(document: &mut Value, name: &str) {
    let schema = &mut document["components"]["schemas"][name];
    schema["unevaluatedProperties"] = json!(false);
    if let Some(properties) = schema["properties"].as_object() {
        let names: Vec<&String> =
            properties.keys().filter(|name| !ABSENT_FIELDS.contains(&name.as_str())).collect();
        // The description demands this one of a user and does not describe it.
        let undescribed = (name == "Client.User").then_some(json!("enterprise_accounts"));
        let required: Vec<Value> = names.into_iter().map(|name| json!(name)).chain(undescribed).collect();
        schema["required"] = json!(required);
        if name == "Client.User" {
            schema["properties"]["enterprise_accounts"] = json!({ "type": "array" });
        }
    }
}

/// OpenAPI 3.0 says `nullable: true` where JSON Schema says "or null".
fn translate_nullable(node: &mut Value) {
    match node {
        Value::Array(items) => items.iter_mut().for_each(translate_nullable),
        Value::Object(fields) => {
            fields.values_mut().for_each(translate_nullable);
            if fields.get("nullable") == Some(&json!(true)) {
                fields.remove("nullable");
                let rest = Value::Object(std::mem::take(fields));
                fields.insert("anyOf".to_owned(), json!([{ "type": "null" }, rest]));
            }
        }
        _ => {}
    }
}

fn remove_extra_fields(node: &mut Value) {
    match node {
        Value::Array(items) => items.iter_mut().for_each(remove_extra_fields),
        Value::Object(fields) => {
            fields.values_mut().for_each(remove_extra_fields);
            let object = fields.get("object").and_then(Value::as_str).unwrap_or_default().to_owned();
            // A code may prove who is to sign up, which the description knows of providers only.
            if object == "verification_otp" && fields.get("status") == Some(&json!("transferable")) {
                fields.insert("status".to_owned(), json!("verified"));
            }
            for (_, field) in SOMETIMES.iter().filter(|(name, _)| *name == object) {
                fields.remove(*field);
            }
            if let Some(Value::Object(settings)) = fields.get_mut("organization_settings") {
                for field in EXTRA_ORGANIZATION_SETTINGS {
                    assert!(settings.remove(field).is_some(), "clerk-js reads {field}");
                }
            }
            for (_, extra) in EXTRA_FIELDS.iter().filter(|(name, _)| *name == object) {
                for field in *extra {
                    assert!(fields.remove(*field).is_some(), "{object} must have {field} for clerk-js");
                }
            }
        }
        _ => {}
    }
}

#[test]
fn the_description_is_used_when_it_is_there() {
    match &*DESCRIPTION {
        None => {
            println!("Clerk's OpenAPI file is not here (CLERK_FAPI_SPEC): no answer was held against it.")
        }
        Some(description) => {
            for (method, path) in [
                ("GET", "/.well-known/jwks.json"),
                ("PATCH", "/v1/environment"),
                ("GET", "/v1/client"),
                ("DELETE", "/v1/client/sessions"),
                ("POST", "/v1/client/sessions/sess_1/tokens/name"),
                ("POST", "/v1/client/sign_ins"),
                ("PATCH", "/v1/client/sign_ups/sua_1"),
                ("POST", "/v1/organizations"),
                ("PATCH", "/v1/organizations/org_1"),
                ("DELETE", "/v1/organizations/org_1/memberships/user_1"),
                ("POST", "/v1/organizations/org_1/invitations/bulk"),
                ("POST", "/v1/organizations/org_1/invitations/orginv_1/revoke"),
                ("DELETE", "/v1/me"),
                ("POST", "/v1/me/change_password"),
                ("GET", "/v1/me/sessions/active"),
                ("POST", "/v1/me/sessions/sess_1/revoke"),
                ("GET", "/v1/me/organization_memberships"),
                ("POST", "/v1/me/organization_invitations/orginv_1/accept"),
                ("GET", "/v1/me/email_addresses"),
                ("POST", "/v1/me/phone_numbers/idn_1/attempt_verification"),
            ] {
                assert!(description.schema_of(method, path).is_some(), "{method} {path}");
            }
        }
    }
}

#[test]
fn an_answer_with_a_wrong_field_is_noticed() {
    let Some(description) = &*DESCRIPTION else { return };
    let pointer = description.schema_of("GET", "/v1/client").unwrap();
    let problems = |body: Value| description.problems(&pointer, &body);
    assert_eq!(problems(json!({ "response": null, "client": null })), Vec::<String>::new());
    assert!(!problems(json!({ "response": null })).is_empty());
    assert!(!problems(json!({ "response": { "object": "client" }, "client": null })).is_empty());
    assert!(!problems(json!({ "response": null, "client": null, "more": 1 })).is_empty());
}
