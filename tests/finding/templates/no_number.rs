//! Texts without a number.

use super::{ENGLISH, Kind};
use crate::REGIONS;

pub const KINDS: &[Kind] = &[
    Kind {
        name: "no number",
        regions: REGIONS,
        templates: &[
            "{date} {time}",
            "{iso datetime}",
            "{ip}",
            "{ipv6}",
            "{coordinates}",
            "{card}",
            "IBAN {iban}",
            "{vat}",
            "{uuid}",
            "{vin}",
            "{price}",
            "{street}, {postcode} {city}",
        ],
    },
    Kind {
        name: "no number, in English",
        regions: ENGLISH,
        templates: &[
            "Order {order} of {date}: {price}",
            "Invoice {order}\nDue {date}\nTotal {price}",
        ],
    },
];
