//! The page's cookies, by `document.cookie`. Where there is no document there are none.

use super::page::document;
use crate::encoding::append_uri_component;
use crate::platform::Cookies;
use wasm_bindgen::JsCast;
use web_sys::HtmlDocument;

const A_YEAR_S: &str = "31536000";

pub(super) struct DocumentCookies;

impl Cookies for DocumentCookies {
    fn get(&self, name: &str) -> Option<String> {
        let all = cookie_document()?.cookie().ok()?;
        let mut pairs = all.split(';').filter_map(|pair| pair.trim_start().split_once('='));
        let value = pairs.find(|(key, _)| *key == name)?.1;
        js_sys::decode_uri_component(value).ok().map(String::from)
    }

    fn set(&self, name: &str, value: &str, is_strict: bool) {
        let mut encoded = String::new();
        append_uri_component(&mut encoded, value);
        let same_site = if is_strict { "Strict" } else { "Lax" };
        write(&[name, "=", &encoded, "; path=/; max-age=", A_YEAR_S, "; SameSite=", same_site]);
    }

    fn remove(&self, name: &str) {
        write(&[name, "=; path=/; max-age=0"]);
    }
}

fn write(parts: &[&str]) {
    if let Some(document) = cookie_document() {
        let secure = if document.location().and_then(|at| at.protocol().ok()).as_deref() == Some("https:") {
            "; Secure"
        } else {
            ""
        };
        // A sandboxed frame refuses cookies by an exception: it goes on without them.
        let _ = document.set_cookie(&[&parts.concat(), secure].concat());
    }
}

fn cookie_document() -> Option<HtmlDocument> {
    document()?.dyn_into().ok()
}
