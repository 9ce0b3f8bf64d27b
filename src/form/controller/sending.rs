//! A save in progress: its request, its retries and its timers.

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

/// The time in milliseconds after which the form says that a save takes long.
const SLOW: u32 = 2000;

/// The pause in milliseconds after which the form says what it has changed by itself.
const PAUSE: u32 = 1000;

/// The time in milliseconds after a save in which a press of Save belongs to it. A slow double
/// click takes 700, and the answer may come between its presses.
const SETTLES: u32 = 1000;

/// The timers of a save in progress, and of the last one. They end with the form.
#[derive(Default)]
pub(super) struct Timers {
    /// The save that waits for its retry.
    attempt: Option<Attempt>,
    again: Option<Timeout>,
    slow: Option<Timeout>,
    pause: Option<Timeout>,
    countdown: Option<Interval>,
    settle: Option<Timeout>,
}

impl Form {
    /// Tells the host and sends, unless the host cancels.
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

    pub(super) fn settle(self: &Rc<Self>) {
        let settle = self.after(SETTLES, Action::Settled);
        self.timers.borrow_mut().settle = Some(settle);
    }

    /// Updates the time left twice a second.
    pub(super) fn count_down(self: &Rc<Self>) {
        let form = Rc::downgrade(self);
        let started = js_sys::Date::now();
        let countdown = Interval::new(500, move || {
            if let Some(form) = form.upgrade() {
                // If the clock was set back, the countdown takes longer.
                let passed = js_sys::Date::now() - started;
                form.dispatch(Action::CountedDown(passed as u32));
            }
        });
        self.timers.borrow_mut().countdown = Some(countdown);
    }

    /// Waits for a pause if the form has something to say. Called after each change.
    pub(super) fn wait_for_pause(self: &Rc<Self>) {
        let has_news = self.state.borrow().has_news();
        self.timers.borrow_mut().pause = has_news.then(|| self.after(PAUSE, Action::Paused));
    }

    /// Ends the timers that are no longer needed. Called after each change.
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

    /// The API's address, or `None` if a setting cannot be read or the token must not go there.
    fn base_url(&self) -> Option<String> {
        let state = self.state.borrow();
        let is_safe = state.is_configured() && state.settings.untrusted_base_url.is_none();
        is_safe.then(|| state.settings.base_url.clone())
    }

    /// A separate function: as part of the future in `start`, it would compress worse.
    #[inline(never)]
    fn finish(self: &Rc<Self>, mut attempt: Attempt, outcome: Result<Answer, Failure>) {
        match outcome {
            Ok(Answer { saved, object }) => {
                let operation = attempt.save().operation();
                self.dispatch(Action::Answered(Ok(saved)));
                self.host.raise(HostEvent::Saved { operation, phone: &object });
            }
            Err(failure) => {
                // Only a form on a page retries.
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
