//! Work that several callers wait for, two works at once, and the first of two.

use super::work::Work;
use crate::error::Result;
use crate::held::Held;
use crate::platform::LocalFuture;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// A future whose output every clone of it gets. Whoever polls drives it for all.
pub(crate) struct Shared<T>(Rc<State<T>>);

struct State<T> {
    work: Held<Option<LocalFuture<T>>>,
    output: Held<Option<T>>,
    waiting: Held<Vec<Waker>>,
}

impl<T> Shared<T> {
    pub(crate) fn new(work: LocalFuture<T>) -> Self {
        Self(Rc::new(State {
            work: Held::new(Some(work)),
            output: Held::default(),
            waiting: Held::default(),
        }))
    }

    /// Whether this and `other` are the same work, and nobody else holds it.
    pub(crate) fn is_left_to(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0) && Rc::strong_count(&self.0) == 2
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

/// The work wakes whoever polled it last. When that one is dropped, the others have to ask for themselves.
impl<T> Drop for Shared<T> {
    fn drop(&mut self) {
        self.0.waiting.take().into_iter().for_each(Waker::wake);
    }
}

impl<T: Clone> Future for Shared<T> {
    type Output = T;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<T> {
        let state = &self.0;
        // The work is taken out while it runs: it may come back here.
        if let Some(mut work) = state.work.take() {
            match work.as_mut().poll(context) {
                Poll::Ready(output) => {
                    state.output.set(Some(output));
                    state.waiting.take().into_iter().for_each(Waker::wake);
                }
                Poll::Pending => {
                    state.work.set(Some(work));
                }
            }
        }
        match state.output.get() {
            Some(output) => Poll::Ready(output),
            None => {
                state.waiting.change(|waiting| waiting.push(context.waker().clone()));
                Poll::Pending
            }
        }
    }
}

/// The output of `work`; `None` when `limit` is over first. The work ends then, as it does with whoever waits for it.
pub(crate) fn within<T: 'static>(limit: LocalFuture<()>, work: LocalFuture<T>) -> LocalFuture<Option<T>> {
    let (mut limit, mut work) = (limit, work);
    Box::pin(poll_fn(move |context| match work.as_mut().poll(context) {
        Poll::Ready(output) => Poll::Ready(Some(output)),
        Poll::Pending => limit.as_mut().poll(context).map(|()| None),
    }))
}

/// The outcomes of two works that are under way at once.
pub(crate) fn both(one: Work, other: Work) -> LocalFuture<(Result<()>, Result<()>)> {
    let (mut one, mut other) = (Running::new(one), Running::new(other));
    Box::pin(poll_fn(move |context| {
        one.poll(context);
        other.poll(context);
        match (one.outcome.clone(), other.outcome.clone()) {
            (Some(one), Some(other)) => Poll::Ready((one, other)),
            _ => Poll::Pending,
        }
    }))
}

struct Running {
    work: Work,
    outcome: Option<Result<()>>,
}

impl Running {
    fn new(work: Work) -> Self {
        Self { work, outcome: None }
    }

    fn poll(&mut self, context: &mut Context<'_>) {
        if self.outcome.is_some() {
            return;
        }
        if let Poll::Ready(outcome) = self.work.as_mut().poll(context) {
            self.outcome = Some(outcome);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures_executor::{LocalPool, block_on};
    use futures_util::future::{abortable, join_all};
    use futures_util::task::LocalSpawnExt;
    use std::cell::Cell;

    #[test]
    fn the_work_is_done_once_for_all() {
        let runs = Rc::new(Cell::new(0));
        let count = runs.clone();
        let mut yields = 3;
        let work = Shared::new(Box::pin(poll_fn(move |context| {
            yields -= 1;
            if yields > 0 {
                context.waker().wake_by_ref();
                return Poll::Pending;
            }
            count.set(count.get() + 1);
            Poll::Ready("done")
        })));
        assert_eq!(block_on(join_all((0..5).map(|_| work.clone()))), ["done"; 5]);
        assert_eq!(block_on(work), "done");
        assert_eq!(runs.get(), 1);
    }

    #[test]
    fn a_dropped_waiter_does_not_stop_the_others() {
        let work = Shared::new(Box::pin(async { 7 }));
        drop(work.clone());
        assert_eq!(block_on(work), 7);
    }

    #[test]
    fn whoever_polled_last_may_go() {
        let (door, is_open) = (Rc::new(Held::new(None::<Waker>)), Rc::new(Cell::new(false)));
        let (seen, open) = (door.clone(), is_open.clone());
        let work = Shared::new(Box::pin(poll_fn(move |context| {
            seen.set(Some(context.waker().clone()));
            if open.get() { Poll::Ready(7) } else { Poll::Pending }
        })));
        let mut pool = LocalPool::new();
        let told = Rc::new(Cell::new(0));
        let (told_by_first, first) = (told.clone(), work.clone());
        pool.spawner().spawn_local(async move { told_by_first.set(first.await) }).unwrap();
        pool.run_until_stalled();
        let (last, handle) = abortable(work);
        pool.spawner().spawn_local(async move { assert!(last.await.is_err()) }).unwrap();
        pool.run_until_stalled();
        handle.abort();
        pool.run_until_stalled();
        is_open.set(true);
        door.take().unwrap().wake();
        pool.run_until_stalled();
        assert_eq!(told.get(), 7);
    }
}
