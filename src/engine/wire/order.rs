//! What came after what, as far as a page can know it. Requests are counted when they are sent, clients and resources when they are taken over.
//! The server's clock (`updated_at`) decides only among answers to requests that were under way at once. Nothing else can be overtaken,
//! whatever its date is: the clocks of two servers differ.

use crate::held::Held;
use crate::json::Json;
use std::cell::Cell;
use std::cmp::Ordering;

/// One count for all that happens, so that any two events can be compared.
#[derive(Default)]
pub(crate) struct Order {
    now: Cell<u32>,
    /// When the client that is here was taken over.
    client: Cell<u32>,
    /// The newest answer about each resource.
    latest: Held<Vec<Latest>>,
}

struct Latest {
    id: String,
    taken: u32,
    /// By the server's clock, and where that is the same, by the order in which they were asked for.
    rank: (Option<f64>, u32),
}

impl Order {
    /// Counts an event.
    pub(super) fn next(&self) -> u32 {
        let now = self.now.get().wrapping_add(1);
        self.now.set(now);
        now
    }

    /// A client has been taken over.
    pub(crate) fn client_has_come(&self) {
        self.client.set(self.next());
    }

    /// Whether a client was asked for before the one that is `here` was taken over, and is the older one.
    pub(super) fn is_overtaken(&self, asked: u32, client: &Json, here: &Json) -> bool {
        asked < self.client.get() && is_older(client, here)
    }

    /// Whether an answer about a resource is taken over: not where a newer one has been since it was asked for.
    pub(super) fn takes(&self, asked: u32, resource: &Json) -> bool {
        let Some(id) = resource.text("id") else { return true };
        let newest = Latest { id, taken: self.next(), rank: (updated_at(resource), asked) };
        self.latest.change(|latest| match latest.iter_mut().find(|known| known.id == newest.id) {
            Some(known) if asked < known.taken && newest.rank < known.rank => false,
            Some(known) => {
                *known = newest;
                true
            }
            None => {
                latest.push(newest);
                true
            }
        })
    }
}

fn updated_at(resource: &Json) -> Option<f64> {
    resource.number("updated_at")
}

/// How one state of a resource is dated beside another; `None` where one of them does not say.
fn compare(then: &Json, now: &Json) -> Option<Ordering> {
    updated_at(then)?.partial_cmp(&updated_at(now)?)
}

/// Whether this is an older state of the same client. Not every change of a session or a user is one of the client, so where those dates are the
/// same, theirs decide.
fn is_older(client: &Json, here: &Json) -> bool {
    let is_same = client.text("id") == here.text("id");
    is_same
        && match compare(client, here) {
            None | Some(Ordering::Equal) => has_older_session(client, here).is_some(),
            order => order == Some(Ordering::Less),
        }
}

fn has_older_session(client: &Json, here: &Json) -> Option<()> {
    let (sessions, known) = (client.get("sessions")?, here.get("sessions")?);
    let mut place = 0;
    loop {
        let session = sessions.at(place)?;
        let same = session.text("id").and_then(|id| known.at(known.place_of(&id, place)?));
        if same.is_some_and(|same| is_older_session(&session, &same)) {
            return Some(());
        }
        place += 1;
    }
}

fn is_older_session(session: &Json, here: &Json) -> bool {
    let users = session.get("user").zip(here.get("user"));
    let of_users = users.and_then(|(user, here)| compare(&user, &here));
    [compare(session, here), of_users].contains(&Some(Ordering::Less))
}
