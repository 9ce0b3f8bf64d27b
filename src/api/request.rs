//! One HTTP request to the API: its headers, its timeout, and the answer.

use super::answer::{self, Failure, Kind, Received, Saved};
use super::deadline::Deadline;
use super::integer::write_integer;
use super::object::object;
use super::phone::{Operation, PhoneBody};
use super::token::{Scheme, Token};
use super::value::Value;
use gloo_net::http::Response;
use js_sys::{Function, JSON, JsString, Reflect};
use serde::Serialize;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{AbortController, AbortSignal, ResponseType};

#[wasm_bindgen]
extern "C" {
    /// `JSON.parse` of a text that stays in JavaScript. The binding in js-sys copies the text
    /// into and out of the WebAssembly.
    #[wasm_bindgen(catch, js_namespace = JSON)]
    fn parse(text: &JsString) -> Result<JsValue, JsValue>;
}

/// The longest answer that is parsed, in UTF-16 units. A phone has some hundreds. A longer answer
/// does not come from the API; only its status counts.
const LONGEST_ANSWER: u32 = 1 << 20;

/// The most requests at once that may outlive their page. Chromium refuses more than 256 of a page.
const MOST_KEPT_ALIVE: u32 = 100;

thread_local! {
    /// How many requests are on their way.
    static SENDING: Cell<u32> = const { Cell::new(0) };
}

/// A save, with everything that the request needs.
#[derive(Clone, Debug)]
pub struct Save {
    /// The API's address at the time of the submit, without a slash at its end.
    pub base_url: String,
    /// The scheme of `Authorization`.
    pub scheme: Scheme,
    /// Milliseconds for the whole request: connection, headers and body.
    pub timeout: u32,
    /// The phone to update; `None` creates one.
    pub phone_id: Option<u64>,
    /// The body to send.
    pub body: PhoneBody,
}

/// An answer with a phone in it.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The fields that the form reads.
    pub saved: Saved,
    /// The object that `JSON.parse` returned, without the later revision's wrapper.
    pub object: JsValue,
}

impl Save {
    /// Which of the API's calls this is.
    pub fn operation(&self) -> Operation {
        if self.phone_id.is_some() { Operation::Update } else { Operation::Create }
    }

    /// The body as a JavaScript object, its fields in the specification's order.
    pub fn body_object(&self) -> JsValue {
        // Like a result of `JSON.parse`: plain objects, plain numbers, null for no extension.
        let serializer = serde_wasm_bindgen::Serializer::json_compatible();
        // Integers, booleans and strings can always be serialized.
        self.body.serialize(&serializer).unwrap_or(JsValue::NULL)
    }

    /// Sends the save once, to the address that the token is for.
    ///
    /// # Errors
    ///
    /// A [`Failure`] for every outcome except a 2xx with a phone in it.
    pub async fn send(&self, base_url: &str, token: &Token) -> Result<Answer, Failure> {
        let controller = AbortController::new().ok();
        let signal = controller.as_ref().map(AbortController::signal);
        let deadline = Deadline::after(self.timeout);
        SENDING.set(SENDING.get() + 1);
        let answer = self.exchange(base_url, token, signal.as_ref(), &deadline).await;
        SENDING.set(SENDING.get() - 1);
        if deadline.is_over() {
            // Without a reason of our own: `fetch` would reject with it.
            if let Some(controller) = controller {
                controller.abort();
            }
            return Err(Failure::unanswered(Kind::Timeout));
        }
        answer.ok_or(Failure::unanswered(Kind::Network))?.read()
    }

    /// The complete answer; `None` if there is none.
    async fn exchange(
        &self,
        base_url: &str,
        token: &Token,
        signal: Option<&AbortSignal>,
        deadline: &Deadline,
    ) -> Option<RawResponse> {
        let promise = self.fetch(base_url, token, signal)?;
        // Not necessarily a `Response`: a host's wrapper may return a proxy, or one of a frame's.
        let response: web_sys::Response = deadline.settled(&promise).await?.unchecked_into();
        let mut raw = RawResponse::before_body(&response)?;
        // gloo-net's `text` panics if a host has replaced the method.
        if raw.status != 0
            && let Ok(promise) = response.text()
        {
            raw.text = deadline.settled(&promise).await.and_then(|text| text.dyn_into().ok());
        }
        Some(raw)
    }

    /// Calls the page's `fetch` with a text and a plain object, since hosts wrap it and read both.
    /// A host's wrapper may return anything, so its result is checked before use.
    fn fetch(
        &self,
        base_url: &str,
        token: &Token,
        signal: Option<&AbortSignal>,
    ) -> Option<JsValue> {
        let (method, url) = match self.phone_id {
            None => ("POST", [base_url, "/lead-phones"].concat()),
            Some(id) => ("PUT", [base_url, "/lead-phones/", &write_integer(id)].concat()),
        };
        // A host may have replaced `JSON.stringify` with any function.
        let body = JSON::stringify(&self.body_object()).ok().filter(|text| text.is_string())?;
        let headers = object(&[
            ("Authorization", token.authorization(self.scheme).into()),
            ("Content-Type", "application/json".into()),
            ("Accept", "application/json".into()),
        ]);
        let options = object(&[
            ("method", method.into()),
            ("headers", headers),
            ("body", body.into()),
            ("credentials", "omit".into()),
            ("redirect", "manual".into()),
            ("cache", "no-store".into()),
            ("referrerPolicy", "no-referrer".into()),
            // A save can then finish after the page is left.
            ("keepalive", (SENDING.get() <= MOST_KEPT_ALIVE).into()),
            ("signal", signal.into()),
        ]);
        let global = js_sys::global();
        let fetch = Reflect::get(&global, &"fetch".into()).ok()?.dyn_into::<Function>().ok()?;
        fetch.call2(&global, &url.into(), &options).ok()
    }
}

/// Whether a property of the result of `fetch` can be read. The result may be anything: getters of
/// an object with only the prototype of a response throw, and in a binding that would trap.
fn can_be_read(response: &JsValue, name: &str) -> bool {
    Reflect::get(response, &name.into()).is_ok_and(|value| !value.is_undefined())
}

/// An answer after its body has ended.
struct RawResponse {
    /// 0 for a redirect.
    status: u16,
    retry_after: Option<String>,
    /// `None` if the body breaks off. The status was received all the same, and it decides.
    text: Option<JsString>,
}

impl RawResponse {
    /// Reads the status and the headers; `None` if this is not an answer.
    fn before_body(raw: &web_sys::Response) -> Option<RawResponse> {
        if !can_be_read(raw, "status") {
            return None;
        }
        let response = Response::from(Clone::clone(raw));
        if can_be_read(raw, "type") && response.type_() == ResponseType::Opaqueredirect {
            return Some(RawResponse { status: 0, retry_after: None, text: None });
        }
        // A response with status 0 stands for a request without an answer.
        let status = Some(response.status()).filter(|status| *status != 0)?;
        let headers = can_be_read(raw, "headers").then(|| response.headers().into_raw());
        let retry_after = headers.and_then(|headers| headers.get("Retry-After").ok().flatten());
        Some(RawResponse { status, retry_after, text: None })
    }

    fn read(&self) -> Result<Answer, Failure> {
        // Checks the length first, so that an answer of many megabytes is not copied.
        let text = self.text.as_ref().filter(|text| text.length() <= LONGEST_ANSWER);
        // WebKit keeps a byte order mark. `trim_start` removes it, because JavaScript treats it
        // as a space.
        let object = text.and_then(|text| parse(text).or_else(|_| parse(&text.trim_start())).ok());
        let body = object.as_ref().map(Value::from_js);
        let saved = answer::read(&Received {
            status: self.status,
            retry_after: self.retry_after.as_deref(),
            body: body.as_ref(),
            now: js_sys::Date::now(),
        })?;
        let object = object.unwrap_or(JsValue::NULL);
        let object = if saved.wrapped {
            Reflect::get(&object, &"data".into()).unwrap_or(JsValue::NULL)
        } else {
            object
        };
        Ok(Answer { saved, object })
    }
}
