//! Addresses of computers, pages and mailboxes.

use crate::random::Random;
use lead_phone_number::Region;

pub fn write(field: &str, _: Region, random: &mut Random) -> Option<String> {
    Some(match field {
        "ip" => {
            let mut part = || random.between(1, 254).to_string();
            [part(), part(), part(), part()].join(".")
        }
        "port" => random.between(1_024, 65_535).to_string(),
        "ipv6" => {
            let mut part = || random.letters("0123456789abcdef", 4);
            format!("2001:db8:{}:{}::{}", part(), part(), part())
        }
        "email" => {
            let name = random.pick(&["bob", "marie.roy", "j.smith", "info", "sales", "a.garcia"]);
            match random.chance(30) {
                true => format!("{name}{}@example.com", random.between(10, 1_999)),
                false => format!("{name}@example.com"),
            }
        }
        "url" => match random.below(4) {
            0 => format!("https://www.example.com/inventory/{}", random.whole(7)),
            1 => format!("https://crm.example.com/leads/{}?tab=notes", random.whole(10)),
            2 => format!(
                "https://example.com/p?id={}&utm_campaign={}",
                random.whole(10),
                random.whole(6)
            ),
            _ => "www.example.com".to_owned(),
        },
        "browser" => format!(
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/{}.0.0.0 Safari/537.36",
            random.between(90, 140)
        ),
        _ => return None,
    })
}
