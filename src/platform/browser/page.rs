//! The page, by `window`, `document`, `navigator` and `URL`. In a worker or in Node there is no page.

use crate::platform::Page;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Navigator, Url, VisibilityState, Window, WorkerGlobalScope};

pub(super) struct Tab;

pub(super) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The window, if it is one that shows a page.
fn window() -> Option<Window> {
    web_sys::window().filter(|window| window.document().is_some())
}

fn href() -> Option<String> {
    window()?.location().href().ok()
}

fn navigator() -> Option<Navigator> {
    web_sys::window().map(|window| window.navigator())
}

impl Page for Tab {
    fn origin(&self) -> Option<String> {
        window()?.location().origin().ok()
    }

    fn take_query_parameter(&self, name: &str) -> Option<String> {
        let url = Url::new(&href()?).ok()?;
        let value = url.search_params().get(name)?;
        url.search_params().delete(name);
        let history = window()?.history().ok()?;
        let state = history.state().unwrap_or(JsValue::NULL);
        // Refused only for a foreign origin, which this never is.
        let _ = history.replace_state_with_url(&state, "", Some(&url.href()));
        Some(value)
    }

    fn navigate(&self, url: &str) {
        if let Some(window) = window() {
            // Refused only for what is not a URL, which this always is.
            let _ = window.location().set_href(url);
        }
    }

    fn language(&self) -> Option<String> {
        navigator()?.language().filter(|language| !language.is_empty())
    }

    fn is_online(&self) -> bool {
        let worker =
            || js_sys::global().dyn_into::<WorkerGlobalScope>().map(|scope| scope.navigator().on_line());
        match window() {
            Some(window) => window.navigator().on_line(),
            None => worker().unwrap_or(true),
        }
    }

    fn tab_state(&self) -> Option<&'static str> {
        let document = document()?;
        Some(match (document.has_focus().ok()?, document.visibility_state()) {
            (true, _) => "focused",
            (false, VisibilityState::Visible) => "visible",
            (false, _) => "hidden",
        })
    }

    fn resolve_url(&self, url: &str) -> Option<String> {
        let resolved = match href() {
            Some(base) => Url::new_with_base(url, &base),
            None => Url::new(url),
        };
        resolved.ok().map(|url| url.href())
    }
}
