//! Addresses, postcodes and coordinates.

use crate::random::Random;
use lead_phone_number::Region;

pub fn write(field: &str, region: Region, random: &mut Random) -> Option<String> {
    Some(match field {
        "postcode" => postcode(region, random),
        "street" => {
            let number = random.between(1, 4_999);
            match region.as_str() {
                "FR" | "BE" => format!("{} rue des Lilas", number % 300 + 1),
                "CH" | "DE" | "AT" => format!("Hauptstraße {}", number % 300 + 1),
                "ES" => format!("Calle Mayor, {}, 2º", number % 300 + 1),
                "MX" => format!("Av. Reforma {number}"),
                "BR" => format!("Rua das Flores, {number}"),
                "IT" => format!("Via Roma {}", number % 300 + 1),
                "JP" => format!(
                    "東京都千代田区{}-{}-{}",
                    number % 9 + 1,
                    number % 20 + 1,
                    number % 7 + 1
                ),
                "CN" => format!("北京市朝阳区建国路{}号", number % 300 + 1),
                _ => format!("{number} Main St"),
            }
        }
        "city" => city(region).to_owned(),
        "coordinates" => match random.chance(50) {
            true => format!(
                "{}.{}, -{}.{}",
                random.between(20, 60),
                random.digits(4),
                random.between(1, 120),
                random.digits(4)
            ),
            false => format!(
                "{}.{},-{}.{}",
                random.between(20, 60),
                random.digits(6),
                random.between(1, 120),
                random.digits(6)
            ),
        },
        "coordinates in degrees" => {
            let mut angle = |most| {
                format!(
                    "{}°{:02}'{:02}\"",
                    random.between(10, most),
                    random.below(60),
                    random.below(60)
                )
            };
            [angle(60), "N ".to_owned(), angle(99), "W".to_owned()].concat()
        }
        "suite" => random.between(100, 1_999).to_string(),
        _ => return None,
    })
}

fn city(region: Region) -> &'static str {
    match region.as_str() {
        "CA" => "Montréal",
        "US" => "Springfield",
        "MX" => "Monterrey",
        "FR" => "Paris",
        "DE" => "Berlin",
        "CH" => "Zürich",
        "AT" => "Wien",
        "GB" => "London",
        "ES" => "Madrid",
        "BR" => "São Paulo",
        "BE" => "Bruxelles",
        "IT" => "Milano",
        "AU" => "Sydney",
        "JP" => "東京",
        "CN" => "北京",
        _ => "Mumbai",
    }
}

fn postcode(region: Region, random: &mut Random) -> String {
    match region.as_str() {
        "CA" => {
            let mut letter = || random.letters("ABCEGHJKLMNPRSTVXY", 1);
            let [a, b, c] = [letter(), letter(), letter()];
            let digits = random.digits(3);
            let (one, rest) = digits.split_at(1);
            let (two, three) = rest.split_at(1);
            format!("{a}{one}{b} {two}{c}{three}")
        }
        "US" => match random.chance(30) {
            true => format!("{}-{}", random.whole(5), random.digits(4)),
            false => random.whole(5),
        },
        "GB" => {
            let area = random.pick(&["SW1A", "EC1A", "M1", "B33", "CR2", "DN55"]);
            let end = random.letters("ABDEFGHJLNPQRSTUWXYZ", 2);
            format!("{area} {}{end}", random.below(10))
        }
        "BR" => format!("{}-{}", random.digits(5), random.digits(3)),
        "JP" => format!("〒{}-{}", random.digits(3), random.digits(4)),
        "CN" | "IN" => random.whole(6),
        "CH" | "AT" | "BE" | "AU" => random.whole(4),
        _ => random.whole(5),
    }
}
