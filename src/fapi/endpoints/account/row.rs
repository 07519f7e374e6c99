//! What a method is made of: what it takes, what it sends, and what its answer becomes.

use crate::fapi::Method;

/// One method of a user, of an organization, or of what belongs to them.
#[derive(Debug)]
pub struct Row {
    /// The noun that has the method, as JavaScript calls it: `User`, `EmailAddress`, …
    pub noun: &'static str,
    /// The method's name in JavaScript.
    pub name: &'static str,
    /// What its argument has to be.
    pub takes: Takes,
    /// The logical method.
    pub method: Method,
    /// Where it is sent. In braces stands a field of the resource (`{organization.id}`), with `=` a field of the argument, or `{=}` the
    /// argument itself. Before `{id?}` the path ends where the resource has no id yet.
    pub path: &'static str,
    /// The query.
    pub query: Query,
    /// The form.
    pub body: Body,
    /// What the answer becomes.
    pub gives: Gives,
    /// Whether the client beside the answer to a `GET` is applied.
    pub updates_client: bool,
    /// Whether calls that overlap are sent once: they have something sent, a code for one.
    pub is_shared: bool,
}

/// What the argument of a method has to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// Nothing is asked of it.
    Anything,
    /// An object.
    Params,
    /// An object, or nothing.
    Options,
    /// An id.
    Id,
    /// A text.
    Text,
    /// A list of ids.
    Ids,
    /// An object whose `file` is a file, a data URL or null.
    Picture,
}

/// What goes into the query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Query {
    /// Nothing.
    None,
    /// A page of a list, as the Frontend API counts: from its first entry.
    Page,
    /// The same of memberships.
    PageOfMemberships,
    /// The same of domains.
    PageOfDomains,
    /// Which enterprise connections are wanted.
    Linking,
}

/// What goes into the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Body {
    /// There is none.
    None,
    /// An empty one.
    Empty,
    /// All parameters.
    All,
    /// All parameters, and this one last.
    AllWithLast(&'static str),
    /// Some parameters, with spaces between; `from>to` sends one under another name.
    Only(&'static str),
    /// What the resource itself shows under this key.
    Own(&'static str),
    /// This value under this key.
    Fixed(&'static str, &'static str),
    /// The argument under the first key, and of the second argument the parameters of the second text.
    Argument(&'static str, &'static str),
}

/// What an answer becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gives {
    /// The new state of the resource. No content leaves it as it is.
    Itself,
    /// Nothing: what was deleted stays what it was.
    Nothing,
    /// A resource of this noun.
    One(&'static str),
    /// A list of them.
    List(&'static str),
    /// A page of a list with `total_count`, and what else stands beside under this key.
    Page(&'static str, &'static str),
    /// A list in `data`, with the `errors` of what is not in it.
    Bulk(&'static str),
    /// What is left of something that was deleted.
    Deleted,
    /// What a device has to sign.
    Challenge,
}

impl Row {
    /// A row that asks for nothing, sends nothing and gives the resource itself.
    pub(super) const fn new(
        noun: &'static str,
        name: &'static str,
        method: Method,
        path: &'static str,
    ) -> Self {
        Self {
            noun,
            name,
            takes: Takes::Anything,
            method,
            path,
            query: Query::None,
            body: Body::None,
            gives: Gives::Itself,
            updates_client: false,
            is_shared: false,
        }
    }

    pub(super) const fn takes(mut self, takes: Takes) -> Self {
        self.takes = takes;
        self
    }

    /// Takes parameters, and sends this of them.
    pub(super) const fn sends(mut self, body: Body) -> Self {
        self.takes = Takes::Params;
        self.body = body;
        self
    }

    /// Sends this, whatever the argument is.
    pub(super) const fn says(mut self, body: Body) -> Self {
        self.body = body;
        self
    }

    /// Takes options, and sends them as this query.
    pub(super) const fn asks(mut self, query: Query) -> Self {
        self.takes = Takes::Options;
        self.query = query;
        self
    }

    pub(super) const fn gives(mut self, gives: Gives) -> Self {
        self.gives = gives;
        self
    }

    pub(super) const fn updating_client(mut self) -> Self {
        self.updates_client = true;
        self
    }

    pub(super) const fn shared(mut self) -> Self {
        self.is_shared = true;
        self
    }
}
