//! What changes, as something to wait for.

use crate::engine::page::{Clerk, Page, Resources, ScopedSubscription};
use crate::held::Held;
use futures_core::Stream;
use std::cell::Cell;
use std::future::poll_fn;
use std::pin::Pin;
use std::rc::{Rc, Weak};
use std::task::{Context, Poll, Waker};

/// Each change of a [`Clerk`] object: who is signed in, and everything else that listeners hear of. Dropping it ends it.
///
/// It gives how things are now: of several changes since it was looked at last it gives the newest alone. It is over when the Clerk
/// object is gone, which it does not keep.
#[derive(Debug)]
pub struct Changes {
    page: Weak<Page>,
    news: Rc<News>,
    /// Without it nothing is heard any more.
    _subscription: ScopedSubscription,
}

/// What the listener leaves. It must not hold what it has heard: that holds the page, which holds the listener.
#[derive(Debug, Default)]
struct News {
    is_there: Cell<bool>,
    waker: Held<Option<Waker>>,
}

impl News {
    fn wake(&self) {
        if let Some(waker) = self.waker.take() {
            waker.wake();
        }
    }
}

/// What the listener holds: it goes with the Clerk object, of which whoever waits hears.
struct Herald(Rc<News>);

impl Herald {
    fn tell(&self) {
        self.0.is_there.set(true);
        self.0.wake();
    }
}

impl Drop for Herald {
    fn drop(&mut self) {
        self.0.wake();
    }
}

impl Clerk {
    /// All changes from now on, as a [`Stream`]; the first is how things are, once there is a client.
    ///
    /// ```
    /// use clerk_wasm::Clerk;
    ///
    /// async fn follow(clerk: &Clerk, show: impl Fn(Option<String>)) {
    ///     let mut changes = clerk.changes();
    ///     while let Some(now) = changes.next().await {
    ///         show(now.session.flatten().and_then(|session| session.data().user().full_name()));
    ///     }
    /// }
    /// ```
    pub fn changes(&self) -> Changes {
        let news = Rc::<News>::default();
        let herald = Herald(news.clone());
        let subscription = self.add_listener(move |_| herald.tell(), false).scoped();
        Changes { page: Rc::downgrade(&self.page), news, _subscription: subscription }
    }
}

impl Changes {
    /// Waits for the next change; `None` when the Clerk object is gone.
    pub async fn next(&mut self) -> Option<Resources> {
        poll_fn(|context| self.poll(context)).await
    }

    fn poll(&self, context: &Context<'_>) -> Poll<Option<Resources>> {
        let Some(page) = self.page.upgrade() else { return Poll::Ready(None) };
        if let Some(now) = self.news.is_there.take().then(|| page.resources()).flatten() {
            return Poll::Ready(Some(now));
        }
        self.news.waker.set(Some(context.waker().clone()));
        Poll::Pending
    }
}

impl Stream for Changes {
    type Item = Resources;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Resources>> {
        self.poll(context)
    }
}
