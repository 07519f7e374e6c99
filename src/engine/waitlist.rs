//! The waitlist, by which people ask to be let in.

use super::clerk::Clerk;
use super::gateway::Work;
use super::resource::Resource;
use crate::fapi::endpoints;
use crate::model::Waitlist;
use std::rc::Rc;

impl Clerk {
    /// Puts an address on the waitlist of an instance that lets in only whom it knows. One that is there already keeps its entry.
    ///
    /// # Errors
    /// What the Frontend API answers.
    pub fn join_waitlist(&self, email_address: &str) -> Work<Waitlist> {
        let entry = Resource::blank();
        let work = self.join_waitlist_as(email_address, &entry);
        Box::pin(async move {
            work.await?;
            Ok(Waitlist::new(entry.data()))
        })
    }

    /// The same; the answer is the state of `entry`.
    pub(crate) fn join_waitlist_as(&self, email_address: &str, entry: &Rc<Resource>) -> Work {
        self.core.send_for(endpoints::waitlist::join(email_address), entry)
    }
}
