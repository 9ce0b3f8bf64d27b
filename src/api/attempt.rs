//! A save and its credentials: each time that it is sent, with a token for where it goes.

use super::answer::{Failure, Kind};
use super::credentials::{self, Credentials, Reason};
use super::deadline::Deadline;
use super::request::{Answer, Save};
use super::retry;
use super::token::Token;

/// How often a token function is asked while the host keeps changing `base-url` under it.
const MOST_ASKED: usize = 3;

/// Milliseconds for the token that follows a 401. Far more than a request gets: a host
/// may ask the user to sign in again first.
const SIGN_IN: u32 = 300_000;

/// One submit, for as long as it has no end: it is sent, and perhaps sent again.
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

    /// What is saved.
    pub fn save(&self) -> &Save {
        &self.save
    }

    /// Milliseconds to wait before it is sent again, which is counted here; `None` where
    /// this failure is its end. `random` is a number from 0 to 1.
    pub fn wait(&mut self, failure: &Failure, random: f64) -> Option<u32> {
        let wait = retry::wait(self.save.operation(), failure, self.repeated, random);
        self.repeated += 1;
        wait
    }

    /// Sends it, and once more after a 401 where the host can be asked for another token.
    ///
    /// `base_url` says where the API is by now, or that this cannot be told.
    ///
    /// # Errors
    ///
    /// A [`Failure`] for every end but a 2xx with a phone in it, and one of kind
    /// [`Kind::Configuration`] where the host gave no token that can be sent.
    pub async fn send(&mut self, base_url: &dyn Fn() -> Option<String>) -> Result<Answer, Failure> {
        let mut reason = Reason::Initial;
        loop {
            // Each by itself: as parts of all that is waited for here, they compress worse.
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

    /// A token, and the address that it is for.
    ///
    /// A function may look at `base-url` when it makes one, so a token goes nowhere but to
    /// the address that held before and after it was asked for. A token that the host has
    /// set belongs to the address that was set beside it.
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
            let text = deadline.settled(&answer).await.and_then(|text| text.as_string());
            let Some(Ok(token)) = text.map(|text| Token::new(&text)) else { break };
            if base_url().as_ref() == Some(&base) {
                return Ok((token, base));
            }
        }
        Err(Failure::unanswered(Kind::Configuration))
    }
}
