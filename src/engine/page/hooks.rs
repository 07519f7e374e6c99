//! What the application does itself while a page starts. All its hooks are the trait
//! [`Hooks`](crate::engine::Hooks), of which this is the part that is never waited for.

use super::handles::Client;
use super::options::Status;
#[cfg(all(target_arch = "wasm32", feature = "js"))]
use crate::json::Json;

pub(crate) trait PageHooks {
    /// The platform's own hooks, such as an object of the page's; null where there are none.
    #[cfg(all(target_arch = "wasm32", feature = "js"))]
    fn native(&self) -> Json;
    /// The [`Status`] has changed.
    fn status_changed(&self, status: Status);
    /// Chooses the session that is current first, of a client that has just arrived, by its id. `None` where the
    /// client's own rule is to choose.
    fn select_initial_session(&self, client: &Client) -> Option<Option<String>>;
}
