//! Vehicles and what a dealer notes of them.

use crate::random::Random;
use lead_phone_number::Region;

pub fn write(field: &str, region: Region, random: &mut Random) -> Option<String> {
    Some(match field {
        "car" => {
            let models =
                &["Honda Civic", "Mazda 3", "Ford F-150", "Toyota RAV4", "BMW 320i", "Audi A4"];
            random.pick(models).to_owned()
        }
        "vin" => {
            let start = random.pick(&["2HGFC2F5", "1FTEW1EP", "JM1BPBLL", "WBA8E910", "3VWFE21C"]);
            format!("{start}{}MH{}", random.digits(1), random.digits(6))
        }
        "tyre" => format!(
            "{}/{}R{}",
            random.pick(&["195", "205", "225"]),
            random.pick(&["45", "55", "65"]),
            random.between(15, 19)
        ),
        "plate" => {
            let mut letters = |count| random.letters("ABCDEFGHJKLMNPRSTVWXYZ", count);
            let [two, three] = [letters(2), letters(3)];
            match region.as_str() {
                "FR" | "IT" => {
                    format!("{two}-{}-{}", random.digits(3), random.letters("ABCDEFGH", 2))
                }
                "CH" => format!("ZH {}", random.whole(6)),
                "DE" => format!("B-{two} {}", random.whole(4)),
                "ES" => format!("{} {three}", random.digits(4)),
                "AT" => format!("W-{} {two}", random.whole(5)),
                _ => format!("{three} {}", random.digits(4)),
            }
        }
        "stock" => match random.below(3) {
            0 => format!("P{}A", random.digits(4)),
            1 => format!("U{}", random.digits(5)),
            _ => format!("{}B", random.digits(5)),
        },
        _ => return None,
    })
}
