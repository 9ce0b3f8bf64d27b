//! Prices, amounts, percentages, quantities.

use crate::random::Random;
use lead_phone_number::Region;

pub fn write(field: &str, region: Region, random: &mut Random) -> Option<String> {
    Some(match field {
        "price" => {
            let thousands = random.between(1, 89);
            let rest = random.digits(3);
            match region.as_str() {
                "CA" | "US" | "AU" | "MX" => format!("${thousands},{rest}"),
                "GB" => format!("£{thousands},{rest}"),
                "BR" => format!("R$ {thousands}.{rest},00"),
                "CH" => format!("CHF {thousands}'{rest}.00"),
                "JP" => format!("¥{thousands},{rest},000"),
                "CN" => format!("¥{thousands},{rest}.00"),
                "IN" => format!("₹ {thousands},{rest}"),
                "FR" | "BE" => format!("{thousands} {rest} €"),
                _ => format!("{thousands}.{rest},00 €"),
            }
        }
        "price fr" => match region.as_str() {
            "CA" => format!("{} {} $", random.between(1, 89), random.digits(3)),
            "CH" => format!("{}'{}.- CHF", random.between(1, 89), random.digits(3)),
            _ => format!("{} {},{} €", random.between(1, 89), random.digits(3), random.digits(2)),
        },
        // As a program writes it.
        "amount" => format!("{}.{}", random.between(10, 89_999), random.digits(2)),
        "number of pieces" => random.between(1, 20).to_string(),
        "percent" => format!("{}.{}%", random.below(20), random.digits(2)),
        "km" => match region.as_str() {
            "US" | "GB" => format!("{},{} miles", random.between(10, 180), random.digits(3)),
            "CA" => format!("{} {} km", random.between(10, 180), random.digits(3)),
            "FR" | "BE" => format!("{} {} km", random.between(10, 180), random.digits(3)),
            _ => format!("{}.{} km", random.between(10, 180), random.digits(3)),
        },
        _ => return None,
    })
}
