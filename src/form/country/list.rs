//! The list of countries, with names in the user's language.

use super::entry::{Country, Place};
use super::folding::fold;
use super::further;
use crate::api::integer::write_integer;
use crate::form::number::plans::Plans;
use crate::form::text::country_name::country_name;
use js_sys::{Array, Intl, Object};
use lead_phone_number::Region;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// A cached list of countries, with the inputs that it was made from.
struct Made {
    locale: String,
    preferred: Vec<Region>,
    allowed: Vec<Region>,
    countries: Rc<Vec<Country>>,
}

thread_local! {
    static MADE: RefCell<Option<Made>> = const { RefCell::new(None) };
}

/// The countries to choose from, in the language's order, with `preferred` first: those of
/// `allowed`, or every country with a numbering plan if `allowed` is empty. The forms of a page
/// share the list, which is made when the first one is opened.
pub fn countries(
    plans: &Plans,
    locale: &str,
    preferred: &[Region],
    allowed: &[Region],
) -> Rc<Vec<Country>> {
    MADE.with_borrow_mut(|slot| match slot {
        Some(made)
            if made.locale == locale && made.preferred == preferred && made.allowed == allowed =>
        {
            Rc::clone(&made.countries)
        }
        _ => {
            let countries = Rc::new(make(plans, locale, preferred, allowed));
            *slot = Some(Made {
                locale: locale.to_owned(),
                preferred: preferred.to_owned(),
                allowed: allowed.to_owned(),
                countries: Rc::clone(&countries),
            });
            countries
        }
    })
}

fn make(plans: &Plans, locale: &str, preferred: &[Region], allowed: &[Region]) -> Vec<Country> {
    let preference = |region| {
        let place = preferred.iter().position(|preferred| *preferred == region);
        place.unwrap_or(preferred.len())
    };
    let compare = Intl::Collator::new(&Array::of1(&locale.into()), &Object::new()).compare();
    let mut countries: Vec<Country> = Vec::new();
    for (region, calling_code) in plans.ask(|tables| tables.regions()) {
        if !allowed.is_empty() && !allowed.contains(&region) {
            continue;
        }
        let name = country_name(region, locale);
        let this = preference(region);
        let place = if this < preferred.len() {
            Place::Preferred
        } else if plans.ask(|tables| tables.main_region(calling_code)) == Some(region) {
            Place::Main
        } else {
            Place::Other
        };
        // A binary search needs as few comparisons as a sort, and the sort's code need not ship.
        let own = JsValue::from(&name);
        let at = countries.partition_point(|other| {
            let preference = preference(other.region);
            if preference != this {
                return preference < this;
            }
            let order = compare.call2(&JsValue::UNDEFINED, &JsValue::from(&other.name), &own);
            order.ok().and_then(|order| order.as_f64()).unwrap_or_default() <= 0.0
        });
        countries.insert(at, Country { region, folded: fold(&name), name, calling_code, place });
    }
    countries
}

/// The countries that are found in another way than by what the list shows of them.
pub fn search_further(plans: &Plans, countries: &Rc<Vec<Country>>, query: &str) -> Vec<usize> {
    match query.as_bytes() {
        [] => Vec::new(),
        [b'+' | b'0'..=b'9', ..] => further::by_number(plans, countries, query),
        _ => further::by_other_names(countries, query),
    }
}

/// The control's text while the list is closed.
pub fn label(plans: &Plans, region: Region, locale: &str) -> String {
    let mut label = country_name(region, locale);
    if let Some(code) = plans.ask(|tables| tables.calling_code(region)) {
        // After a right-to-left name, the plus sign would move to the other side of the digits.
        let from_the_right = label.chars().any(|c| matches!(c, '\u{590}'..='\u{8ff}'));
        label.push_str(if from_the_right { " \u{200e}+" } else { " +" });
        label.push_str(&write_integer(code));
    }
    label
}
