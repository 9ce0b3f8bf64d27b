//! Numbers of cards, of bank accounts, of companies and of taxes.

use crate::random::Random;
use lead_phone_number::Region;

pub fn write(field: &str, region: Region, random: &mut Random) -> Option<String> {
    Some(match field {
        "card" => {
            let first = random.pick(&["4539", "4111", "5105", "5500", "2223"]);
            let [two, three, four] = [random.digits(4), random.digits(4), random.digits(4)];
            let gap = random.pick(&[" ", "-", ""]);
            [first, &two, &three, &four].join(gap)
        }
        "masked card" => format!("**** **** **** {}", random.digits(4)),
        "iban" => iban(region, random),
        "vat" => vat(region, random),
        "company" => company(region, random),
        _ => return None,
    })
}

fn iban(region: Region, random: &mut Random) -> String {
    let (country, count) = match region.as_str() {
        "DE" => ("DE", 18),
        "AT" => ("AT", 16),
        "CH" => ("CH", 17),
        "BE" => ("BE", 12),
        "ES" => ("ES", 20),
        "IT" => ("IT60X", 20),
        "GB" => ("GB82WEST", 14),
        _ => ("FR76", 21),
    };
    let account = match country.len() {
        2 => [country, &random.digits(2), &random.digits(count)].concat(),
        _ => [country, &random.digits(count)].concat(),
    };
    if random.chance(30) {
        return account;
    }
    let letters: Vec<char> = account.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join(" ")
}

/// The number of a company at the tax office, with the letters that are always before it.
fn vat(region: Region, random: &mut Random) -> String {
    let mut digits = |count| random.digits(count);
    match region.as_str() {
        "DE" => format!("DE{}", digits(9)),
        "AT" => format!("ATU{}", digits(8)),
        "CH" => format!("CHE-{}.{}.{} MWST", digits(3), digits(3), digits(3)),
        "BE" => format!("BE 0{}.{}.{}", digits(3), digits(3), digits(3)),
        "ES" => format!("ESB{}", digits(8)),
        "IT" => format!("IT{}", digits(11)),
        "GB" => format!("GB {} {} {}", digits(3), digits(4), digits(2)),
        "CA" => format!("{} RT0001", digits(9)),
        "AU" => format!("ABN {} {} {} {}", digits(2), digits(3), digits(3), digits(3)),
        "MX" => format!("ABC{}T12", digits(6)),
        "BR" => format!("CNPJ {}.{}.{}/0001-{}", digits(2), digits(3), digits(3), digits(2)),
        "IN" => format!("27AAPFU{}F1ZV", digits(4)),
        "JP" => format!("T{}", digits(13)),
        "CN" => format!("91310000MA1K{}X", digits(5)),
        "US" => format!("EIN {}-{}", digits(2), digits(7)),
        _ => format!("FR{}{}", digits(2), digits(9)),
    }
}

/// The number of a company in its register, with its name for it.
fn company(region: Region, random: &mut Random) -> String {
    let mut digits = |count| random.digits(count);
    match region.as_str() {
        "FR" => match digits(1).as_str() {
            "0" | "1" | "2" => format!("SIREN {} {} {}", digits(3), digits(3), digits(3)),
            "3" | "4" => format!("SIREN : {}", digits(9)),
            "5" | "6" => format!("SIRET {} {} {} {}", digits(3), digits(3), digits(3), digits(5)),
            _ => format!("SIRET : {}", digits(14)),
        },
        "DE" => format!("HRB {}", digits(6)),
        "AT" => format!("FN {}k", digits(6)),
        "CH" => format!("UID CHE-{}.{}.{}", digits(3), digits(3), digits(3)),
        "BE" => format!("BCE 0{}.{}.{}", digits(3), digits(3), digits(3)),
        "ES" => format!("CIF B{}", digits(8)),
        "IT" => format!("P.IVA {}", digits(11)),
        "GB" => format!("Company No. {}", digits(8)),
        "CA" => format!("NEQ 11{}", digits(8)),
        "AU" => format!("ACN {} {} {}", digits(3), digits(3), digits(3)),
        "BR" => format!("CNPJ: {}.{}.{}/0001-{}", digits(2), digits(3), digits(3), digits(2)),
        "JP" => format!("法人番号 {}", digits(13)),
        "CN" => format!("统一社会信用代码 91310000{}X", digits(9)),
        "IN" => format!("CIN U72200KA{}PTC{}", digits(4), digits(6)),
        _ => format!("Tax ID {}-{}", digits(2), digits(7)),
    }
}
