//! A save under way: its request, its repetitions, and the timers between them.

use super::Form;
use crate::api::answer::Failure;
use crate::api::attempt::Attempt;
use crate::api::phone::PhoneBody;
use crate::api::request::{Answer, Save};
use crate::form::controller::host::HostEvent;
use crate::form::state::Action;
use gloo_timers::callback::{Interval, Timeout};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// Milliseconds after which a save is said to be still going on.
const SLOW: u32 = 2000;

/// What runs while a save has no end, and ends with the form.
#[derive(Default)]
pub(super) struct Timers {
    /// The save that waits to be sent again.
    attempt: Option<Attempt>,
    again: Option<Timeout>,
    slow: Option<Timeout>,
    countdown: Option<Interval>,
}

impl Form {
    /// Tells the host, and unless it objects, sends.
    pub(super) fn send(self: &Rc<Self>, phone_id: Option<u64>, body: PhoneBody) {
        let save = {
            let settings = &self.state.borrow().settings;
            Save {
                base_url: settings.base_url.clone(),
                scheme: settings.scheme,
                timeout: settings.timeout,
                phone_id,
                body,
            }
        };
        let credentials = self.credentials.borrow().clone();
        let submit =
            HostEvent::Submit { operation: save.operation(), phone_id, body: &save.body_object() };
        let Some(credentials) = credentials.filter(|_| self.host.raise(submit)) else {
            return self.dispatch(Action::Cancelled);
        };
        let slow = self.after(SLOW, Action::Slow);
        self.timers.borrow_mut().slow = Some(slow);
        self.start(Attempt::new(save, credentials));
    }

    pub(super) fn wait(self: &Rc<Self>, milliseconds: u32) {
        let again = self.after(milliseconds, Action::Again);
        self.timers.borrow_mut().again = Some(again);
    }

    pub(super) fn send_again(self: &Rc<Self>) {
        let attempt = self.timers.borrow_mut().attempt.take();
        if let Some(attempt) = attempt {
            self.start(attempt);
        }
    }

    /// Says how much time is left, a little more often than each second.
    pub(super) fn count_down(self: &Rc<Self>) {
        let form = Rc::downgrade(self);
        let started = js_sys::Date::now();
        let countdown = Interval::new(500, move || {
            if let Some(form) = form.upgrade() {
                // The clock may have been set back; then it takes longer.
                let passed = js_sys::Date::now() - started;
                form.dispatch(Action::CountedDown(passed as u32));
            }
        });
        self.timers.borrow_mut().countdown = Some(countdown);
    }

    /// Ends the timers whose reason has gone. Called after each change.
    pub(super) fn end_timers(&self) {
        let (waits, sending, counts) = {
            let state = self.state.borrow();
            (state.waits(), state.sending.is_some(), state.countdown().is_some())
        };
        let mut timers = self.timers.borrow_mut();
        if !waits {
            timers.again = None;
        }
        if !sending {
            timers.attempt = None;
            timers.slow = None;
        }
        if !counts {
            timers.countdown = None;
        }
    }

    fn after(self: &Rc<Self>, milliseconds: u32, action: Action) -> Timeout {
        let form = Rc::downgrade(self);
        Timeout::new(milliseconds, move || {
            if let Some(form) = form.upgrade() {
                form.dispatch(action);
            }
        })
    }

    fn start(self: &Rc<Self>, mut attempt: Attempt) {
        let form = Rc::clone(self);
        spawn_local(async move {
            let held = form.host.hold();
            let outcome = attempt.send(&|| form.base_url()).await;
            form.finish(attempt, outcome);
            drop(held);
        });
    }

    /// Where the API is, unless that cannot be told.
    fn base_url(&self) -> Option<String> {
        let state = self.state.borrow();
        state.is_configured().then(|| state.settings.base_url.clone())
    }

    /// By itself: as the end of all that is waited for in `start`, it compresses worse.
    #[inline(never)]
    fn finish(self: &Rc<Self>, mut attempt: Attempt, outcome: Result<Answer, Failure>) {
        match outcome {
            Ok(Answer { saved, object }) => {
                let operation = attempt.save().operation();
                self.dispatch(Action::Answered(Ok(saved)));
                self.host.raise(HostEvent::Saved { operation, phone: &object });
            }
            Err(failure) => {
                // Repetitions belong to the form on the page.
                let wait = attempt
                    .wait(&failure, js_sys::Math::random())
                    .filter(|_| self.mounted.borrow().is_some());
                match wait {
                    Some(wait) => {
                        self.timers.borrow_mut().attempt = Some(attempt);
                        self.dispatch(Action::TryAgain(failure, wait));
                    }
                    None => self.dispatch(Action::Answered(Err(failure))),
                }
            }
        }
    }
}
