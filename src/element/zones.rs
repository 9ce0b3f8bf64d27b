//! Loads numbering plans: one file for each world zone, once for all forms of the page.

use crate::form::number::plans::Plans;
use js_sys::{Function, Promise, Uint8Array};
use lead_phone_number::Zone;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Called when the load has ended, with whether the plans are loaded.
pub(super) type Done = Box<dyn FnOnce(bool)>;

thread_local! {
    static PLANS: Plans = Plans::default();
    static FETCH: RefCell<Option<Function>> = const { RefCell::new(None) };
    /// The callbacks that wait for a zone. A zone with a callback is being loaded.
    static WAITING: RefCell<Vec<(Zone, Done)>> = const { RefCell::new(Vec::new()) };
}

/// The page's plans.
pub(super) fn plans() -> Plans {
    PLANS.with(Plans::clone)
}

/// Sets the function that fetches a zone's file. It takes the zone's digit and returns a promise
/// of a `Uint8Array`.
pub(super) fn set_fetch(function: Function) {
    FETCH.set(Some(function));
}

/// Loads a zone's plans, unless they are loaded or being loaded, and calls `done` at the end.
pub(super) fn load(zone: Zone, done: Done) {
    if plans().has(zone) {
        return done(true);
    }
    let is_on_its_way = WAITING.with_borrow_mut(|waiting| {
        let is_on_its_way = waiting.iter().any(|(other, _)| *other == zone);
        waiting.push((zone, done));
        is_on_its_way
    });
    if is_on_its_way {
        return;
    }
    spawn_local(async move {
        let added = fetch(zone).await.is_some_and(|file| {
            // A file of another version counts as missing.
            plans().add(&file) == Ok(zone)
        });
        // A callback may request another zone at once, so the list is not borrowed while they
        // run.
        let mut told = Vec::new();
        WAITING.with_borrow_mut(|waiting| {
            for (other, done) in std::mem::take(waiting) {
                if other == zone {
                    told.push(done);
                } else {
                    waiting.push((other, done));
                }
            }
        });
        for done in told {
            done(added);
        }
    });
}

async fn fetch(zone: Zone) -> Option<Vec<u8>> {
    let function = FETCH.with_borrow(Clone::clone)?;
    let promise = function.call1(&JsValue::UNDEFINED, &zone.digit().into()).ok()?;
    let file = JsFuture::from(Promise::resolve(&promise)).await.ok()?;
    Some(file.dyn_into::<Uint8Array>().ok()?.to_vec())
}
