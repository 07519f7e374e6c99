//! The client as the Android SDK's `Client` class reads it.

use super::Client;
use crate::json::Json;

/// The JSON that `com.clerk.model.client.Client` accepts.
pub fn android_client(client: &Client) -> Json {
    client.json().clone()
}
