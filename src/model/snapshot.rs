//! The client as JSON, for handing it to another page or to the server: `client.__internal_toSnapshot()`.

use super::{SignIn, SignUp};
use crate::json::Json;

/// The client as wire JSON. Whatever the server sent is kept, also keys that are not known here; what a reader
/// may rely on is filled in: an id, the list of sessions, and blank attempts where there are none.
pub fn client_snapshot(json: &Json) -> Json {
    let mut out = Json::object([("object", Json::from("client")), ("id", Json::from(""))]);
    out = overlay(out, json);
    let sign_in = json.get("sign_in").unwrap_or_else(Json::null);
    let sign_up = json.get("sign_up").unwrap_or_else(Json::null);
    out.with("sessions", Json::array(json.list("sessions").into_iter().filter(Json::is_object)))
        .with("sign_up", attempt(&sign_up, SignUp::FIELDS, "sign_up"))
        .with("sign_in", attempt(&sign_in, SignIn::FIELDS, "sign_in"))
}

fn attempt(json: &Json, _fields: &str, object: &str) -> Json {
    overlay(Json::object([("object", Json::from(object)), ("id", Json::from(""))]), json)
}

fn overlay(below: Json, above: &Json) -> Json {
    above.keys().iter().fold(below, |out, key| match above.present(key) {
        Some(value) => out.with(key, value),
        None => out,
    })
}
