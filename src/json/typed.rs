//! [`Json`] as an application's own types. The npm package does not need it, and so does not carry it: reading options by
//! serde made it 12.6 KB brotli larger.

use super::Json;
use crate::error::{ClerkError, Result};
use serde::de::DeserializeOwned;

impl Json {
    /// Reads the value as a type of the application, such as what it keeps in a user's `public_metadata`.
    ///
    /// # Errors
    /// [`ErrorKind::Argument`](crate::ErrorKind::Argument) when the value is of another shape; the text names
    /// what was found and what was expected.
    pub fn to<T: DeserializeOwned>(&self) -> Result<T> {
        #[cfg(target_arch = "wasm32")]
        let read = serde_wasm_bindgen::from_value(self.as_js().clone()).map_err(|error| error.to_string());
        #[cfg(not(target_arch = "wasm32"))]
        let read = serde_json::from_str(&self.to_text()).map_err(|error| error.to_string());
        read.map_err(ClerkError::argument)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(serde::Deserialize, PartialEq, Debug)]
    struct Plan {
        name: String,
        seats: u32,
    }

    #[test]
    fn reads_an_application_s_own_type() {
        let plan: Plan = Json::parse(r#"{"name":"pro","seats":5,"more":null}"#).unwrap().to().unwrap();
        assert_eq!(plan, Plan { name: "pro".to_owned(), seats: 5 });
        let wrong = Json::parse(r#"{"name":"pro","seats":"many"}"#).unwrap().to::<Plan>();
        assert!(wrong.unwrap_err().to_string().contains("u32"));
    }
}
