//! The numbering plans of all countries.

use lead_phone_number::Tables;

pub fn world() -> Tables {
    let mut tables = Tables::new();
    for digit in 2..=9 {
        let file = format!("{}/number/data/zone-{digit}.bin", env!("CARGO_MANIFEST_DIR"));
        let plans = std::fs::read(file).expect("the file is in the repository");
        tables.add_zone(&plans).expect("the file is whole");
    }
    tables
}
