//! The methods of users, organizations and what belongs to them are rows, as those of attempts are: `user.rs`, `identification.rs` and
//! `organization.rs` list them, and one function turns each of them into a request.

pub mod identification;
pub mod organization;
mod request;
mod row;
#[cfg(test)]
mod tests;
pub mod user;

pub use request::Given;
pub use row::{Body, Gives, Query, Row, Takes};

use crate::encoding::concat;
use crate::fapi::Method;
use crate::fapi::request::segment;

/// Lists the rows of a file.
macro_rules! rows {
    [$($row:ident),* $(,)?] => {
        /// Every row.
        pub static ROWS: &[&super::Row] = &[$(&$row),*];
    };
}
use rows;

/// Every row.
static TABLES: [&[&Row]; 4] = [user::ROWS, identification::ROWS, organization::ROWS, &[&RELOAD]];

/// Reads a resource again, where it is kept: every noun has it.
pub static RELOAD: Row = Row::new("Any", "reload", Method::Get, "").takes(Takes::Options);

/// Where the resource with this `id` is kept, below the `root` of its noun.
pub fn path_below(root: &str, id: &str) -> String {
    concat(&[root, "/", &segment(id)])
}

/// The method `name` of a `noun`.
pub fn find(noun: &str, name: &str) -> Option<&'static Row> {
    TABLES.iter().copied().flatten().copied().find(|row| row.name == name && row.noun == noun)
}

/// The names of a noun's methods, with spaces between.
pub fn names_of(noun: &str) -> String {
    let mut names = String::new();
    for row in TABLES.iter().copied().flatten() {
        if row.noun == noun {
            names.push_str(if names.is_empty() { "" } else { " " });
            names.push_str(row.name);
        }
    }
    names
}
