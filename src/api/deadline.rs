//! Waiting for a promise of the page with a time limit.

use gloo_timers::callback::Timeout;
use js_sys::{Array, Promise};
use std::cell::{Cell, RefCell};
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Poll, Waker};
use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// Reads a host's promise, and catches what its `then` throws.
    #[wasm_bindgen(js_namespace = Promise, catch)]
    fn all(list: &Array) -> Result<Promise, JsValue>;
}

/// A time limit for a promise. A host may have replaced `fetch` or set a token function whose
/// promise never settles.
#[derive(Debug)]
pub struct Deadline {
    state: Rc<State>,
    _timer: Timeout,
}

#[derive(Debug, Default)]
struct State {
    is_over: Cell<bool>,
    waiting: RefCell<Option<Waker>>,
}

impl Deadline {
    /// A deadline this many milliseconds from now.
    pub fn after(milliseconds: u32) -> Deadline {
        let state: Rc<State> = Rc::default();
        let timer = Timeout::new(milliseconds, {
            let state = Rc::clone(&state);
            move || {
                state.is_over.set(true);
                if let Some(waker) = state.waiting.take() {
                    waker.wake();
                }
            }
        });
        Deadline { state, _timer: timer }
    }

    /// Whether the time is over.
    pub fn is_over(&self) -> bool {
        self.state.is_over.get()
    }

    /// The value that a promise resolves to; a value that is not a promise resolves at once.
    /// `None` if the promise is rejected, or is not settled within the deadline.
    pub fn settled(&self, value: &JsValue) -> impl Future<Output = Option<JsValue>> {
        let mut work = all(&Array::of1(value)).map(JsFuture::from).ok();
        poll_fn(move |context| match &mut work {
            None => Poll::Ready(None),
            Some(work) => match Pin::new(work).poll(context) {
                Poll::Ready(result) => {
                    Poll::Ready(result.ok().map(|all| all.unchecked_into::<Array>().get(0)))
                }
                Poll::Pending if self.is_over() => Poll::Ready(None),
                Poll::Pending => {
                    self.state.waiting.replace(Some(context.waker().clone()));
                    Poll::Pending
                }
            },
        })
    }
}
