//! What JavaScript sees: the exported classes. They read arguments, call the engine and convert; nothing is
//! decided here.

mod backend;
mod resource;
mod types;
