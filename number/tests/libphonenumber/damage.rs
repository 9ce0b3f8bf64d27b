//! The engine with damaged tables: it may not trust any byte of them.

use lead_phone_number::{Region, TableError, Tables, Zone, example};
use proptest::prelude::*;

use super::{ask_everything, cases, zone_file};

#[test]
fn cut_off_tables_are_refused() {
    for zone in [2, 7] {
        let bytes = zone_file(zone);
        let mut tables = Tables::new();
        for length in 0..bytes.len() {
            assert!(tables.add_zone(&bytes[..length]).is_err(), "{length} bytes");
        }
        let longer = [&bytes[..], &[0]].concat();
        assert_eq!(tables.add_zone(&longer), Err(TableError::Length));
        assert!(!tables.has(Zone::new(zone).expect("1 to 9")));
    }
}

#[test]
fn damaged_tables_are_refused() {
    for zone in [5, 7] {
        let mut bytes = zone_file(zone);
        let mut tables = Tables::new();
        for index in 0..bytes.len() {
            for flip in [1, 0x80, 0xFF] {
                bytes[index] ^= flip;
                assert!(tables.add_zone(&bytes).is_err(), "byte {index}");
                bytes[index] ^= flip;
            }
        }
        assert!(!tables.has(Zone::new(zone).expect("1 to 9")));
        tables.add_zone(&bytes).expect("undamaged again");
    }
}

#[test]
fn each_damage_has_its_error() {
    let good = zone_file(4);
    let with = |at: usize, byte: u8| {
        let mut bytes = good.clone();
        bytes[at] = byte;
        bytes
    };
    let refuse = |bytes: Vec<u8>| Tables::new().add_zone(&bytes).expect_err("refused");
    assert_eq!(refuse(b"<!doctype html><title>Not found</title>".to_vec()), TableError::NotATable);
    assert_eq!(refuse(with(0, b'L')), TableError::NotATable);
    assert_eq!(refuse(with(3, 9)), TableError::Version);
    assert_eq!(refuse(with(7, good[7].wrapping_add(1))), TableError::Version);
    assert_eq!(refuse(with(4, 5)), TableError::Checksum);
    assert_eq!(refuse(with(20, good[20] ^ 1)), TableError::Checksum);
    assert_eq!(refuse(sealed(with(4, 0))), TableError::Structure);
    // The file claims another zone, whose number of rows is different.
    assert_eq!(refuse(sealed(with(4, 9))), TableError::Structure);
    assert_eq!(refuse(sealed(good[..good.len() - 1].to_vec())), TableError::Structure);
    assert_eq!(refuse(Vec::new()), TableError::Length);
}

/// The same bytes with a correct length and checksum.
fn sealed(mut bytes: Vec<u8>) -> Vec<u8> {
    let length = u16::try_from(bytes.len() - 14).expect("a zone has 64 kB at most");
    bytes[8..10].copy_from_slice(&length.to_le_bytes());
    let mut sum = 0x811C_9DC5_u32;
    for byte in bytes[..10].iter().chain(&bytes[14..]) {
        sum = (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    }
    bytes[10..14].copy_from_slice(&sum.to_le_bytes());
    bytes
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn no_table_makes_it_panic(
        zone in 1_u8..=9,
        damage in prop::collection::vec((0.0_f64..1.0, any::<u8>()), 1..40),
        cut in prop::option::weighted(0.1, 0.0_f64..1.0),
        texts in prop::collection::vec("[+]?[0-9]{3,16}", 1..6),
    ) {
        let mut bytes = zone_file(zone);
        if let Some(cut) = cut {
            bytes.truncate(14 + ((bytes.len() - 14) as f64 * cut) as usize);
        }
        for (place, byte) in damage {
            let body = bytes.len() - 14;
            if body > 0 {
                bytes[14 + (body as f64 * place) as usize] = byte;
            }
        }
        let mut tables = Tables::new();
        if tables.add_zone(&sealed(bytes)).is_ok() {
            let regions: Vec<Region> = tables.regions().into_iter().map(|(region, _)| region).collect();
            let zone = Zone::new(zone);
            for (index, region) in regions.into_iter().enumerate() {
                if tables.zone(region) == zone {
                    let _ = example(&tables, region, true);
                    ask_everything(&tables, &texts[index % texts.len()], Some(region));
                    let code = tables.calling_code(region).unwrap_or_default();
                    ask_everything(&tables, &format!("+{code}{}", texts[0]), Some(region));
                }
            }
        }
    }
}
