//! What stands beside the numbers: dates, prices, references and the like. None of it is a phone
//! number, and it is made independently of them.

mod id;
mod money;
mod network;
mod payment;
mod person;
mod place;
mod vehicle;
mod when;

use crate::random::Random;
use lead_phone_number::Region;

/// What a field of a template stands for.
pub fn write(field: &str, region: Region, random: &mut Random) -> String {
    let makers = [
        when::write,
        money::write,
        id::write,
        payment::write,
        place::write,
        network::write,
        person::write,
        vehicle::write,
    ];
    let made = makers.iter().find_map(|make| make(field, region, random));
    made.unwrap_or_else(|| panic!("no field is named {field:?}"))
}
