//! Waiting for something, but not for ever.

use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::rc::Rc;
use std::task::{Poll, Waker};

/// What the work comes to, or `None` where it takes longer than so many milliseconds. The
/// work is given up then, whatever it is: a host may have put anything in place of `fetch`
/// and of a token, a promise that never settles included.
pub async fn within<T>(milliseconds: u32, work: impl Future<Output = T>) -> Option<T> {
    let expired = Rc::new(Cell::new(false));
    let waiting: Rc<RefCell<Option<Waker>>> = Rc::default();
    let _timer = Timeout::new(milliseconds, {
        let (expired, waiting) = (Rc::clone(&expired), Rc::clone(&waiting));
        move || {
            expired.set(true);
            if let Some(waker) = waiting.take() {
                waker.wake();
            }
        }
    });
    let mut work = pin!(work);
    poll_fn(|context| match work.as_mut().poll(context) {
        Poll::Ready(value) => Poll::Ready(Some(value)),
        Poll::Pending if expired.get() => Poll::Ready(None),
        Poll::Pending => {
            waiting.replace(Some(context.waker().clone()));
            Poll::Pending
        }
    })
    .await
}
