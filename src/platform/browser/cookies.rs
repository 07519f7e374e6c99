//! The page's cookies, by the snippet `page.js`. Where there is no document there are none.

use crate::encoding::{append_uri_component, concat};
use crate::platform::Cookies;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/platform/browser/page.js")]
extern "C" {
    fn cookie(name: &str) -> Option<String>;
    #[wasm_bindgen(js_name = writeCookie)]
    fn write_cookie(text: &str);
}

const A_YEAR_S: &str = "31536000";

pub(super) struct DocumentCookies;

impl Cookies for DocumentCookies {
    fn get(&self, name: &str) -> Option<String> {
        cookie(name)
    }

    fn set(&self, name: &str, value: &str, is_strict: bool) {
        let mut encoded = String::new();
        append_uri_component(&mut encoded, value);
        let same_site = if is_strict { "Strict" } else { "Lax" };
        let parts = [name, "=", &encoded, "; path=/; max-age=", A_YEAR_S, "; SameSite=", same_site];
        write_cookie(&concat(&parts));
    }

    fn remove(&self, name: &str) {
        write_cookie(&concat(&[name, "=; path=/; max-age=0"]));
    }
}
