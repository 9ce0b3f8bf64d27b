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
        // The first cell of a row.
        "csv id" => {
            let count = random.between(3, 7);
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
        "tracking" => match random.below(4) {
            0 => format!("1Z999AA1{}", random.digits(10)),
            1 => random.whole(12),
            2 => format!("RR{}CA", random.digits(9)),
            _ => [random.whole(4), random.digits(4), random.digits(4)].join(" "),
        },
        "identity card" => {
            format!("110101{}{}{}", random.between(1950, 2005), "0307", random.digits(4))
        }
        // A taxpayer of Brazil.
        "cpf" => {
            let parts = [random.digits(3), random.digits(3), random.digits(3)];
            format!("{}-{}", parts.join("."), random.digits(2))
        }
        "uuid" => {
            let mut hex = |count| random.letters("0123456789abcdef", count);
            format!("{}-{}-4{}-a{}-{}", hex(8), hex(4), hex(3), hex(3), hex(12))
        }
        "digit" => random.digits(1),
        "two" => random.digits(2),
        "three" => random.digits(3),
        "four" => random.digits(4),
        "five" => random.digits(5),
        "six" => random.digits(6),
        "seven" => random.digits(7),
        "eight" => random.digits(8),
        "nine" => random.digits(9),
        "ten" => random.digits(10),
        _ => return None,
    })
}
