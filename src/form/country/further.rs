//! Finds countries that the list itself does not: by the start of a number, by their English names
//! and by their own.

use super::entry::Country;
use super::folding::fold;
use super::search;
use crate::api::integer::write_integer;
use crate::form::number::plans::Plans;
use crate::form::number::reading;
use crate::form::text::country_name::{country_name, native_name};
use lead_phone_number::{self as number, Region, Tables};
use std::cell::RefCell;
use std::rc::Rc;

/// The digits of an area code, from which several countries of a calling code are told apart.
const AREA: usize = 3;

/// Numbers after an area code. Some countries use only few of those that are possible.
const REST: [&str; 4] = ["2345678", "5550123", "3651234", "4571234"];

thread_local! {
    /// A list of countries, and the same list with the other names.
    static OTHER_NAMES: RefCell<Option<[Rc<Vec<Country>>; 2]>> = const { RefCell::new(None) };
}

/// The countries of the calling code or the area code at the start of a number. Without a plus, it
/// may be an area code of the calling code 1: 514 finds Canada, 876 Jamaica.
pub(super) fn by_number(plans: &Plans, countries: &[Country], query: &str) -> Vec<usize> {
    let is_international = query.starts_with('+') || query.starts_with("00");
    let mut digits = String::new();
    for character in query.chars() {
        if character.is_ascii_digit() {
            digits.push(character);
        }
    }
    let digits = digits.strip_prefix("00").unwrap_or(&digits);
    plans.ask(|tables| {
        for prefix in if is_international { [""].as_slice() } else { &["1", ""] } {
            let digits = [prefix, digits].concat();
            let Some(code) = reading::calling_code(tables, &digits) else { continue };
            let code = write_integer(code);
            if let Some(region) = region_of(tables, &digits, code.len()) {
                if let Some(place) = countries.iter().position(|country| country.region == region) {
                    return vec![place];
                }
            } else if prefix.is_empty() {
                return search::search(countries, &["+", &code].concat());
            }
        }
        Vec::new()
    })
}

/// The country of a number that begins with these digits, the calling code first.
fn region_of(tables: &Tables, digits: &str, code: usize) -> Option<Region> {
    let area = digits.len().checked_sub(code).filter(|area| *area >= AREA)?;
    for rest in REST {
        let text = ["+", digits, rest.get(area - AREA..)?].concat();
        if let Ok(number) = number::parse(tables, &text, None)
            && let Some(region) = number::region_of(tables, &number)
        {
            return Some(region);
        }
    }
    None
}

/// The countries with such an English name, or such a name in their own language.
pub(super) fn by_other_names(countries: &Rc<Vec<Country>>, query: &str) -> Vec<usize> {
    OTHER_NAMES.with_borrow_mut(|slot| {
        let named = match slot {
            Some([list, named]) if Rc::ptr_eq(list, countries) => named,
            _ => {
                let named = Rc::new(with_other_names(countries));
                &mut slot.insert([Rc::clone(countries), named])[1]
            }
        };
        search::search(named, query)
    })
}

fn with_other_names(countries: &[Country]) -> Vec<Country> {
    let mut named = countries.to_vec();
    // All English names first: another language means another object of the browser's.
    for country in &mut named {
        country.folded = fold(&country_name(country.region, "en"));
    }
    for country in &mut named {
        country.folded.push(' ');
        country.folded.push_str(&fold(&native_name(country.region)));
    }
    named
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::form::country::entry::Place;

    fn found(query: &str) -> Vec<&'static str> {
        let plans = Plans::default();
        let countries: Vec<_> = plans
            .ask(|tables| tables.regions())
            .into_iter()
            .map(|(region, calling_code)| Country {
                region,
                name: String::new(),
                folded: String::new(),
                calling_code,
                place: Place::Other,
            })
            .collect();
        let found = by_number(&plans, &countries, query).into_iter();
        found.map(|index| countries[index].region.as_str()).collect()
    }

    #[test]
    fn an_area_code_of_a_shared_calling_code_finds_its_country() {
        for (query, country) in [
            ("+1514", "CA"),
            ("+1 514", "CA"),
            ("514", "CA"),
            ("1514", "CA"),
            ("0015142", "CA"),
            ("212", "US"),
            ("+1 212 555", "US"),
            ("876", "JM"),
            ("1876", "JM"),
            ("242", "BS"),
            ("809", "DO"),
            ("787", "PR"),
            ("441", "BM"),
            ("246", "BB"),
            ("868", "TT"),
        ] {
            assert_eq!(found(query), [country], "{query}");
        }
    }

    #[test]
    fn other_numbers_find_the_countries_of_their_calling_code() {
        // Its plan is not loaded.
        assert_eq!(found("+33612"), ["FR"]);
        assert_eq!(found("+15")[0], "US");
        assert_eq!(found("+1000")[0], "US");
        for query in ["+999", "0"] {
            assert_eq!(found(query), Vec::<&str>::new(), "{query}");
        }
    }
}
