//! The list of countries, with names in the user's language.

use super::plans::Plans;
use crate::number::Region;
use js_sys::{Array, Function, Intl, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A country in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Country {
    /// Which one.
    pub region: Region,
    /// Its name in the user's language; its two letters where the browser has none.
    pub name: String,
    /// Its calling code.
    pub calling_code: u16,
}

/// Every country that has a numbering plan, in the order of the language, `preferred` first.
/// `locale` is a whole tag, such as `fr-CA`.
pub fn countries(plans: &Plans, locale: &str, preferred: &[Region]) -> Vec<Country> {
    let names = Names::new(locale);
    let mut countries: Vec<Country> = plans
        .ask(|tables| tables.regions())
        .into_iter()
        .map(|(region, calling_code)| Country { region, name: names.of(region), calling_code })
        .collect();
    let compare = Intl::Collator::new(&Array::of1(&locale.into()), &Object::new()).compare();
    countries.sort_by(|one, other| {
        let place = |country: &Country| {
            preferred.iter().position(|region| *region == country.region).unwrap_or(usize::MAX)
        };
        place(one).cmp(&place(other)).then_with(|| {
            let order = compare.call2(
                &JsValue::UNDEFINED,
                &one.name.as_str().into(),
                &other.name.as_str().into(),
            );
            order.ok().and_then(|o| o.as_f64()).unwrap_or_default().total_cmp(&0.0)
        })
    });
    countries
}

/// `Intl.DisplayNames`, as far as the browser has it.
struct Names(Option<(JsValue, Function)>);

impl Names {
    fn new(locale: &str) -> Names {
        let names = || {
            let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
            let class: Function =
                Reflect::get(&intl, &"DisplayNames".into()).ok()?.dyn_into().ok()?;
            let options = Object::new();
            Reflect::set(&options, &"type".into(), &"region".into()).ok()?;
            let names = Reflect::construct(&class, &Array::of2(&locale.into(), &options)).ok()?;
            let of = Reflect::get(&names, &"of".into()).ok()?.dyn_into().ok()?;
            Some((names, of))
        };
        Names(names())
    }

    fn of(&self, region: Region) -> String {
        self.0
            .as_ref()
            .and_then(|(names, of)| of.call1(names, &region.as_str().into()).ok()?.as_string())
            .unwrap_or_else(|| region.as_str().to_owned())
    }
}
