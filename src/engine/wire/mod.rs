//! The wire: how a request becomes an answer. It takes a client that comes along to the page below, and tells the room
//! above of a 401.

mod captcha;
mod dev_browser;
mod exchange;
mod gateway;
mod hooks;
mod order;
mod shared;
mod state;
mod time;
mod work;

pub(crate) use gateway::unexpected_shape;
pub use hooks::{Becoming, Hooks};
pub(crate) use shared::{Shared, both, within};
pub(crate) use state::{WeakWire, Wire, WireState};
pub use work::Work;
pub(crate) use work::{done, or_fail};
