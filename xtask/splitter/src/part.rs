//! One of the two modules, before it is written. Functions have their indices of the bound module here.

use std::collections::BTreeMap;

/// One of the two modules.
pub(crate) struct Part {
    /// Whether it is the first, which owns memory, table and globals.
    pub(crate) is_first: bool,
    /// The functions that the host gives.
    pub(crate) host_imports: Vec<u32>,
    /// The functions that the first part gives, and how it exports them.
    pub(crate) from_first: BTreeMap<u32, String>,
    /// Its own functions.
    pub(crate) functions: Vec<u32>,
    /// The functions that it exports.
    pub(crate) exports: Vec<(String, u32)>,
    /// The slots of the table that it fills.
    pub(crate) slots: BTreeMap<u32, u32>,
    /// The bytes that it writes to the memory.
    pub(crate) data: Vec<Bytes>,
    /// The function that runs when it is instantiated.
    pub(crate) start: Option<u32>,
}

/// Bytes of the memory.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Bytes {
    pub(crate) address: usize,
    pub(crate) bytes: Vec<u8>,
}

/// How the first part exports what both have.
pub(crate) struct Shared {
    pub(crate) memory: String,
    pub(crate) table: String,
    pub(crate) globals: Vec<String>,
}
