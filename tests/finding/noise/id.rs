//! Identifiers of leads, orders, customers and files.

use crate::random::Random;
use lead_phone_number::Region;

pub fn write(field: &str, _: Region, random: &mut Random) -> Option<String> {
    Some(match field {
        // So short that nobody takes it for a phone number, even without a label.
        "small" => {
            let count = random.between(3, 5);
            random.whole(count)
        }
        // Only beside a label.
        "id" => {
            let count = random.between(4, 9);
            random.whole(count)
        }
        "long id" => {
            let count = random.between(10, 13);
            random.whole(count)
        }
        "order" => match random.below(4) {
            0 => format!("{}-{}", random.between(2019, 2026), random.digits(5)),
            1 => format!("{}-{}", random.whole(3), random.digits(4)),
            2 => format!("45000{}", random.digits(5)),
            _ => random.whole(7),
        },
        "code" => {
            let letters = random.letters("ABCDEFGHJKLMNPRSTUVWXYZ", 2);
            format!("{letters}-{}", random.digits(6))
        }
        "hex" => random.letters("0123456789abcdef", 24),
        "uuid" => {
            let mut hex = |count| random.letters("0123456789abcdef", count);
            format!("{}-{}-4{}-a{}-{}", hex(8), hex(4), hex(3), hex(3), hex(12))
        }
        "digit" => random.below(10).to_string(),
        _ => return None,
    })
}
