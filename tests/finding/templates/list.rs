//! Several numbers, and nothing else.

use super::{GERMAN, Kind, NORTH_AMERICA};
use crate::REGIONS;

pub const KINDS: &[Kind] = &[
    Kind {
        name: "a number alone",
        regions: REGIONS,
        templates: &["{phone}", " {phone}\n", "{possible}", "“{phone}”", "{phone}.", "<{e164}>"],
    },
    Kind {
        name: "several numbers",
        regions: REGIONS,
        templates: &[
            "{phone}\n{phone}\n{phone}",
            "{phone}, {phone}",
            "{phone}; {phone}",
            "{phone without slash} / {phone without slash}",
            "{phone}\t{phone}",
            "{international} {international}",
            "1. {phone}\n2. {phone}\n3. {phone}",
            "1) {phone}\n2) {phone}",
            "- {phone}\n- {phone}",
        ],
    },
    Kind {
        name: "several numbers side by side",
        regions: NORTH_AMERICA,
        templates: &["{national} {national}", "{national} {national} {national}"],
    },
    Kind {
        name: "two numbers that differ in their last digits",
        regions: GERMAN,
        templates: &["{pair}", "Tel. {pair}", "{name}, {city}, {pair}\n{email}"],
    },
];
