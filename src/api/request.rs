//! One request: its headers, its end, and the answer as it came.

use super::answer::{self, Failure, Kind, Saved};
use super::credentials::{Credentials, Reason};
use super::phone::{Operation, PhoneBody};
use super::token::{Scheme, Token};
use super::value::Value;
use gloo_net::http::{Method, RequestBuilder};
use gloo_timers::callback::Timeout;
use js_sys::{Function, JSON, Object, Promise, Reflect};
use serde::Serialize;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, AbortSignal, RequestCache, RequestCredentials, RequestRedirect, Response,
    ResponseType,
};

/// Longest answer that is looked into, in bytes of UTF-8. A phone takes some hundreds;
/// anything beyond is not the API's, and its status says enough.
const LONGEST_ANSWER: usize = 1 << 20;

/// A save, with all that the request needs.
#[derive(Clone, Debug)]
pub struct Save {
    /// The API's address, without a slash at its end.
    pub base_url: String,
    /// The scheme of `Authorization`.
    pub scheme: Scheme,
    /// Milliseconds that connecting, headers and body may take together.
    pub timeout: u32,
    /// The phone to update; `None` creates one.
    pub phone_id: Option<u64>,
    /// What is sent.
    pub body: PhoneBody,
}

/// An answer with a phone in it.
#[derive(Clone, Debug)]
pub struct Answer {
    /// What the form reads of it.
    pub saved: Saved,
    /// The very object that `JSON.parse` made, without the later revision's wrapper.
    pub object: JsValue,
}

impl Save {
    /// Which of the API's calls this is.
    pub fn operation(&self) -> Operation {
        if self.phone_id.is_some() { Operation::Update } else { Operation::Create }
    }

    /// The body as a JavaScript object, its fields in the specification's order.
    pub fn body_object(&self) -> JsValue {
        // Serializing integers, booleans and strings into an object cannot fail.
        self.body
            .serialize(&serde_wasm_bindgen::Serializer::json_compatible())
            .unwrap_or(JsValue::NULL)
    }

    /// Sends it, and once more after a 401 where the host can be asked for another token.
    ///
    /// # Errors
    ///
    /// A [`Failure`] for every end but a 2xx with a phone in it, and one of kind
    /// [`Kind::Configuration`] where the host gave no token that can be sent.
    pub async fn send(&self, credentials: &Credentials) -> Result<Answer, Failure> {
        let unusable = |_| Failure::unanswered(Kind::Configuration);
        let token = credentials.token(Reason::Initial).await.map_err(unusable)?;
        let answer = self.send_once(&token).await;
        match answer {
            Err(Failure { kind: Kind::Unauthenticated, .. })
                if credentials.can_be_asked_again() =>
            {
                let token = credentials.token(Reason::Unauthenticated).await.map_err(unusable)?;
                self.send_once(&token).await
            }
            answer => answer,
        }
    }

    async fn send_once(&self, token: &Token) -> Result<Answer, Failure> {
        let controller = AbortController::new().ok();
        let signal = controller.as_ref().map(AbortController::signal);
        let expired = Rc::new(Cell::new(false));
        let timer = Timeout::new(self.timeout, {
            let expired = Rc::clone(&expired);
            move || {
                expired.set(true);
                // With the default reason: another one would be what `fetch` rejects with.
                if let Some(controller) = controller {
                    controller.abort();
                }
            }
        });
        let answered = self.exchange(token, signal.as_ref()).await;
        drop(timer);
        match answered {
            Some((status, text)) => read(status, &text),
            None if expired.get() => Err(Failure::unanswered(Kind::Timeout)),
            None => Err(Failure::unanswered(Kind::Network)),
        }
    }

    /// Status (0 for a redirect) and text of the answer; `None` where there is no whole one.
    async fn exchange(&self, token: &Token, signal: Option<&AbortSignal>) -> Option<(u16, String)> {
        let response = fetch(&self.build(token, signal)?).await?;
        if response.type_() == ResponseType::Opaqueredirect {
            return Some((0, String::new()));
        }
        let text = JsFuture::from(response.text().ok()?).await.ok()?;
        Some((response.status(), text.as_string()?))
    }

    fn build(&self, token: &Token, signal: Option<&AbortSignal>) -> Option<web_sys::Request> {
        let (method, url) = match self.phone_id {
            None => (Method::POST, [&self.base_url, "/lead-phones"].concat()),
            Some(id) => (Method::PUT, [&self.base_url, "/lead-phones/", &id.to_string()].concat()),
        };
        RequestBuilder::new(&url)
            .method(method)
            .header("Authorization", &token.authorization(self.scheme))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .credentials(RequestCredentials::Omit)
            .redirect(RequestRedirect::Manual)
            .cache(RequestCache::NoStore)
            .abort_signal(signal)
            .body(JSON::stringify(&self.body_object()).ok()?)
            .ok()
            .map(Into::into)
    }
}

/// The page's `fetch`, which a host may have wrapped: what it returns is looked at before
/// it is believed (gloo-net panics on anything but a promise of a `Response`).
async fn fetch(request: &web_sys::Request) -> Option<Response> {
    let global = js_sys::global();
    let fetch = Reflect::get(&global, &"fetch".into()).ok()?.dyn_into::<Function>().ok()?;
    // `keepalive` lets a save outlive its page; the request builder has no word for it.
    // The referrer's policy is said here too, since any option sets it back.
    let options = Object::new();
    Reflect::set(&options, &"keepalive".into(), &JsValue::TRUE).ok()?;
    Reflect::set(&options, &"referrerPolicy".into(), &"no-referrer".into()).ok()?;
    let promise = fetch.call2(&global, request, &options).ok()?;
    JsFuture::from(Promise::resolve(&promise)).await.ok()?.dyn_into().ok()
}

fn read(status: u16, text: &str) -> Result<Answer, Failure> {
    let object = parse(text);
    let body = object.as_ref().map(Value::from_js);
    let saved = answer::read(status, body.as_ref())?;
    let object = object.unwrap_or(JsValue::NULL);
    let object = if saved.wrapped {
        Reflect::get(&object, &"data".into()).unwrap_or(JsValue::NULL)
    } else {
        object
    };
    Ok(Answer { saved, object })
}

fn parse(text: &str) -> Option<JsValue> {
    (text.len() <= LONGEST_ANSWER).then(|| JSON::parse(text).ok()).flatten()
}
