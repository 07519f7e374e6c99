//! What JavaScript sees: the exported classes. They read arguments, call the engine and convert.
//!
//! The npm package is loaded in two parts. What a page needs to start, and whatever answers at once, is in [`first`];
//! what makes requests and gives a promise is in [`second`], which is loaded later. `xtask/splitter` divides the linked
//! module by what the exports of `first` reach, so nothing in `first` may call into `second`.

mod first;
mod second;
mod types;
