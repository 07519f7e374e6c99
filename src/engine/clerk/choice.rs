//! Which of several calls says who is current: the one that was asked last. What an earlier one has waited for changes nothing any more.

use super::state::{DeedState, Rest};
use std::rc::Rc;

/// A call that says who is to be current. Dropped before it is [made](Choice::make), it has failed, and the call before it counts again.
pub(super) struct Choice {
    state: Rc<DeedState>,
    number: u32,
    before: u32,
}

impl Choice {
    /// Numbers a call, when it is made.
    pub(super) fn number(rest: &Rest) -> u32 {
        let number = rest.state.choices.get().wrapping_add(1);
        rest.state.choices.set(number);
        number
    }

    /// The call is known to make sense. `None` where a later one has been before it.
    pub(super) fn begin(rest: &Rest, number: u32) -> Option<Self> {
        let before = rest.state.choice.get();
        (before <= number).then(|| {
            rest.state.choice.set(number);
            Self { state: rest.state.clone(), number, before }
        })
    }

    pub(super) fn is_last(&self) -> bool {
        self.state.choice.get() == self.number
    }

    /// It stays the last one, until another call is made.
    pub(super) fn make(&mut self) {
        self.before = self.number;
    }
}

impl Drop for Choice {
    fn drop(&mut self) {
        if self.is_last() {
            self.state.choice.set(self.before);
        }
    }
}
