//! A page that resolves URLs as browsers do.

use super::{FakePage, World};
use clerk_wasm::engine::{Clerk, ClerkOptions};
use clerk_wasm::platform::{Near, Page, Platform, Reach, Registration, Window};
use std::rc::Rc;
use url::Url;

/// A page at an address, or none.
pub struct WebPage {
    pub href: Option<Url>,
    pub other: Rc<FakePage>,
}

impl WebPage {
    fn resolved(&self, url: &str) -> Option<Url> {
        Url::options().base_url(self.href.as_ref()).parse(url).ok()
    }
}

impl World {
    /// A Clerk object on a page that resolves URLs as browsers do; without an address there is no page.
    pub fn clerk_at(&self, href: Option<&str>, key: &str, options: &ClerkOptions) -> Clerk {
        let href = href.map(|href| Url::parse(href).unwrap());
        let page = Rc::new(WebPage { href, other: self.page.clone() });
        let platform = Platform {
            near: Near { page: page.clone(), ..self.near() },
            reach: Reach { window: page, ..self.reach() },
        };
        Clerk::on(platform, key, options).unwrap()
    }
}

impl Page for WebPage {
    fn origin(&self) -> Option<String> {
        Some(self.href.as_ref()?.origin().ascii_serialization())
    }

    fn query_parameter(&self, name: &str) -> Option<String> {
        let (_, value) = self.href.as_ref()?.query_pairs().find(|(key, _)| key == name)?;
        Some(value.into_owned())
    }

    fn take_query_parameter(&self, name: &str) -> Option<String> {
        self.query_parameter(name)
    }

    fn is_in_front(&self) -> bool {
        self.other.is_in_front()
    }
}

impl Window for WebPage {
    fn href(&self) -> Option<String> {
        self.href.as_ref().map(Url::to_string)
    }

    fn navigate(&self, url: &str) -> bool {
        self.other.navigate(url)
    }

    fn language(&self) -> Option<String> {
        self.other.language()
    }

    fn is_online(&self) -> bool {
        self.other.is_online()
    }

    fn tab_state(&self) -> Option<&'static str> {
        self.other.tab_state()
    }

    fn on_return(&self, act: Box<dyn Fn()>) -> Registration {
        self.other.on_return(act)
    }

    fn on_focus(&self, act: Box<dyn Fn()>) -> Registration {
        self.other.on_focus(act)
    }

    fn resolve_url(&self, url: &str) -> Option<String> {
        self.resolved(url).map(String::from)
    }

    fn url_below_root(&self, url: &str) -> Option<String> {
        let root = self.resolved("/");
        Url::options().base_url(root.as_ref()).parse(url).ok().map(String::from)
    }

    fn whole_url(&self, url: &str) -> Option<String> {
        Url::parse(url).ok().map(String::from)
    }

    fn with_query_parameter(&self, url: &str, name: &str, value: &str) -> Option<String> {
        let mut changed = self.resolved(url)?;
        let query = changed.query().unwrap_or_default().to_owned();
        let mut is_set = false;
        let mut pairs = form_urlencoded::Serializer::new(String::new());
        for (key, old) in form_urlencoded::parse(query.as_bytes()) {
            if key != name {
                pairs.append_pair(&key, &old);
            } else if !std::mem::replace(&mut is_set, true) {
                pairs.append_pair(name, value);
            }
        }
        if !is_set {
            pairs.append_pair(name, value);
        }
        changed.set_query(Some(&pairs.finish()));
        Some(changed.into())
    }
}
