//! Whom the emulator behind the demo knows, so that each way of signing in can be tried.

use anyhow::{Context, Result};
use serde_json::Value;

use crate::emulator::Emulator;

const SEED: &str = include_str!("people.json");

/// Seeds the emulator; gives its users for the page, each with the `id` that it has there.
pub(super) fn seed(emulator: &Emulator) -> Result<Value> {
    let seed: Value = serde_json::from_str(SEED).context("people.json is no JSON")?;
    let made = emulator.control("seed", &seed)?;
    Ok(named(&seed, &made))
}

fn named(seed: &Value, made: &Value) -> Value {
    let users =
        |of: &Value| of.get("users").and_then(Value::as_array).cloned().unwrap_or_default().into_iter();
    users(seed)
        .zip(users(made))
        .map(|(mut user, made)| {
            if let (Some(fields), Some(id)) = (user.as_object_mut(), made.get("id")) {
                fields.insert("id".to_owned(), id.clone());
            }
            user
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn each_person_gets_the_id_of_its_user() {
        let seed = json!({ "users": [{ "first_name": "Ada" }, { "first_name": "Alan" }] });
        let made = json!({ "users": [{ "id": "user_1" }, { "id": "user_2" }] });
        let people =
            json!([{ "first_name": "Ada", "id": "user_1" }, { "first_name": "Alan", "id": "user_2" }]);
        assert_eq!(named(&seed, &made), people);
    }
}
