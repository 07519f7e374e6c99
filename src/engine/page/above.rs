//! The door to the rooms above: what they do when something happens on the page.
//!
//! The first part knows no more of the second than this table. It stands in the second part, which puts it into
//! [`Page::above`] when it has come; until then nobody does these things, and whoever comes makes up for them.

use super::options::GetToken;
use super::resource::Resource;
use super::state::Page;
use super::token::Ready;
use std::rc::Rc;

pub(crate) struct Above {
    /// A client has been taken over, and the current session was found again in it. Listeners have not heard yet.
    pub(crate) relinked: fn(&Rc<Page>),
    /// A session, or none, was made current. Listeners have not heard yet.
    pub(crate) settled: fn(&Rc<Page>),
    /// The caller clears the tokens of a session.
    pub(crate) clear_tokens: fn(&Rc<Page>, &Resource),
    /// The token that can be had without a request.
    pub(crate) held_token: fn(&Rc<Page>, &Rc<Resource>, &GetToken) -> Option<Ready>,
}
