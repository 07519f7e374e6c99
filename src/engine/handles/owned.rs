//! What users and organizations have: handles whose methods are rows of `fapi::endpoints::account`.

use crate::engine::clerk::{Rest, reload, run_account};
use crate::engine::page::{Page, Resource};
use crate::engine::wire::Work;
use crate::fapi::endpoints::account::{Given, Row, path_below};
use crate::json::Json;
use std::rc::Rc;

/// The data of such a handle, and the page through which it acts.
#[derive(Clone)]
pub(crate) struct Owned {
    pub(super) page: Rc<Page>,
    pub(super) resource: Rc<Resource>,
}

impl Owned {
    pub(super) fn new(page: &Rc<Page>, data: Json) -> Self {
        Self { page: page.clone(), resource: Resource::new(data) }
    }

    pub(super) fn rest(&self) -> Rest {
        Rest::of(&self.page)
    }

    /// Calls a method, and gives the answer's JSON.
    pub(super) fn ask(&self, row: &'static Row, given: impl Into<Given>) -> Work<Json> {
        run_account(&self.rest(), row, &self.resource, &given.into())
    }

    /// Calls a method that changes this.
    pub(super) fn change(&self, row: &'static Row, given: impl Into<Given>) -> Work {
        done(self.ask(row, given))
    }

    /// Calls a method that gives one thing.
    pub(super) fn get<T: Made>(&self, row: &'static Row, given: impl Into<Given>) -> Work<T> {
        let (page, asked) = (self.page.clone(), self.ask(row, given));
        Box::pin(async move { Ok(T::made(&page, asked.await?)) })
    }

    /// Calls a method that gives a list.
    pub(super) fn list<T: Made>(&self, row: &'static Row, given: impl Into<Given>) -> Work<Vec<T>> {
        let (page, asked) = (self.page.clone(), self.ask(row, given));
        Box::pin(async move { Ok(all(&page, asked.await?.items())) })
    }

    /// Calls a method that gives a page of a list.
    pub(super) fn page_of<T: Made>(&self, row: &'static Row, given: impl Into<Given>) -> Work<Paginated<T>> {
        let (page, asked) = (self.page.clone(), self.ask(row, given));
        Box::pin(async move {
            let answer = asked.await?;
            let total_count = answer.number("total_count").unwrap_or_default() as u32;
            Ok(Paginated { data: all(&page, answer.list("data")), total_count })
        })
    }

    /// Reads this again, below the place where such things are kept.
    pub(super) fn reload(&self, root: &str) -> Work {
        let path = path_below(root, &self.resource.id().unwrap_or_default());
        done(reload(&self.rest(), path, &self.resource, None))
    }
}

/// What an answer becomes.
pub(super) trait Made: 'static {
    /// The thing that `data` says of, on this page.
    fn made(page: &Rc<Page>, data: Json) -> Self;
}

/// Without what the answer was.
pub(super) fn done(work: Work<Json>) -> Work {
    Box::pin(async move { work.await.map(|_| ()) })
}

fn all<T: Made>(page: &Rc<Page>, items: Vec<Json>) -> Vec<T> {
    let objects = items.into_iter().filter(Json::is_object);
    objects.map(|item| T::made(page, item)).collect()
}

/// A page of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Paginated<T> {
    /// What is on this page.
    pub data: Vec<T>,
    /// How many there are on all pages.
    pub total_count: u32,
}

/// Declares a handle: its data is read by a view of `model`.
macro_rules! owned {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone)]
        pub struct $name(pub(super) super::owned::Owned);

        impl $name {
            /// What is known of it now: its own methods change it, and it stays as it was when they fail.
            pub fn data(&self) -> crate::model::$name {
                crate::model::$name::new(self.0.resource.data())
            }
        }

        impl super::owned::Made for $name {
            fn made(page: &std::rc::Rc<crate::engine::page::Page>, data: crate::json::Json) -> Self {
                Self(super::owned::Owned::new(page, data))
            }
        }

        /// Two handles are equal when they name the same thing of the same Clerk object, whatever each knows of it.
        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                std::rc::Rc::ptr_eq(&self.0.page, &other.0.page) && self.0.resource.id() == other.0.resource.id()
            }
        }

        impl Eq for $name {}

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_tuple(stringify!($name)).field(&self.0.resource.id()).finish()
            }
        }
    };
}
pub(super) use owned;

/// A view that is given as it is, since nothing can be done with it.
macro_rules! read_only {
    ($($name:ident),* $(,)?) => {
        $(
            impl super::owned::Made for crate::model::$name {
                fn made(_: &std::rc::Rc<crate::engine::page::Page>, data: crate::json::Json) -> Self {
                    Self::new(data)
                }
            }
        )*
    };
}
pub(super) use read_only;
