//! Moments as JavaScript has them.

use crate::model::Timestamp;
use js_sys::Date;
use wasm_bindgen::JsValue;

impl Timestamp {
    /// What the device's clock shows. The server's may differ.
    pub fn now() -> Self {
        Self::from_number(Date::now())
    }
}

impl From<Timestamp> for Date {
    fn from(time: Timestamp) -> Self {
        Date::new(&JsValue::from_f64(time.ms() as f64))
    }
}
