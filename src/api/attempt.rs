//! One save with its credentials: it fetches a token for each request and sends the request.

use super::answer::{Failure, Kind};
use super::credentials::{self, Credentials, Reason};
use super::deadline::Deadline;
use super::request::{Answer, Save};
use super::retry;
use super::token::Token;
use wasm_bindgen::JsValue;

/// The most times that a token function is called while the host keeps changing `base-url` during
/// the calls.
const MOST_ASKED: usize = 3;

/// Milliseconds to wait for the token after a 401. This is much longer than a request's timeout,
/// because a host may ask the user to sign in again first.
const SIGN_IN: u32 = 300_000;

/// One submit until its end: the first request and the retries.
#[derive(Debug)]
pub struct Attempt {
    save: Save,
    credentials: Credentials,
    repeated: usize,
    asked_again: bool,
}

impl Attempt {
    /// A save that has not been sent yet.
    pub fn new(save: Save, credentials: Credentials) -> Attempt {
        Attempt { save, credentials, repeated: 0, asked_again: false }
    }

    /// The save to send.
    pub fn save(&self) -> &Save {
        &self.save
    }

    /// Milliseconds to wait before the next retry; `None` if this failure is final. Each call
    /// counts as one retry. `random` is a number from 0 to 1.
    pub fn wait(&mut self, failure: &Failure, random: f64) -> Option<u32> {
        let wait = retry::wait(self.save.operation(), failure, self.repeated, random);
        self.repeated += 1;
        wait
    }

    /// Sends the save. After a 401 it asks the host for another token and sends once more, if the
    /// token comes from a function.
    ///
    /// `base_url` returns the API's current address, or `None` if the address is unknown.
    ///
    /// # Errors
    ///
    /// A [`Failure`] for every outcome except a 2xx with a phone in it. The kind is
    /// [`Kind::Configuration`] if the host gave no token that can be sent, and
    /// [`Kind::Unauthenticated`] if its token function resolves to `false`.
    pub async fn send(&mut self, base_url: &dyn Fn() -> Option<String>) -> Result<Answer, Failure> {
        let mut reason = Reason::Initial;
        loop {
            // Boxed separately: as parts of this future, they would compress worse.
            let (token, base) = Box::pin(self.ask(reason, base_url)).await?;
            let answer = Box::pin(self.save.send(&base, &token)).await;
            let refused = matches!(&answer, Err(failure) if failure.kind == Kind::Unauthenticated);
            if !refused || self.asked_again || !self.credentials.can_be_asked_again() {
                return answer;
            }
            self.asked_again = true;
            reason = Reason::Unauthenticated;
        }
    }

    /// Returns a token and the address that it is for.
    ///
    /// A token function may read `base-url`. Its token is therefore only used if the address was
    /// the same before and after the call. A token that the host has set as a text belongs to the
    /// address that was set beside it.
    async fn ask(
        &self,
        reason: Reason,
        base_url: &dyn Fn() -> Option<String>,
    ) -> Result<(Token, String), Failure> {
        let function = match &self.credentials {
            Credentials::Token(token) => return Ok((token.clone(), self.save.base_url.clone())),
            Credentials::Function(function) => function,
        };
        let within = match reason {
            Reason::Initial => self.save.timeout,
            Reason::Unauthenticated => SIGN_IN.max(self.save.timeout),
        };
        for _ in 0..MOST_ASKED {
            let Some(base) = base_url() else { break };
            let deadline = Deadline::after(within);
            let Some(answer) = credentials::ask(function, reason) else { break };
            let answer = deadline.settled(&answer).await;
            if answer == Some(JsValue::FALSE) {
                // The page's own server knows nobody, as `www/token-url.js` says it.
                return Err(Failure::unanswered(Kind::Unauthenticated));
            }
            let text = answer.and_then(|text| text.as_string());
            let Some(Ok(token)) = text.map(|text| Token::new(&text)) else { break };
            if base_url().as_ref() == Some(&base) {
                return Ok((token, base));
            }
        }
        Err(Failure::unanswered(Kind::Configuration))
    }
}
