//! The phone number engine as a bare WebAssembly module, to measure its size and speed.
//!
//! JavaScript writes a text to [`buffer`], calls a function with its length and a region as two
//! ASCII letters in one integer, and reads the answer from the same buffer. With the feature
//! `engine` off, the functions call stand-ins that cannot be optimized away. A build with the
//! feature and one without it differ only by the engine.

use std::cell::RefCell;
use std::fmt::Write;

#[cfg(feature = "engine")]
use lead_phone_number as engine;
#[cfg(not(feature = "engine"))]
mod engine;

use engine::{
    Region, Style, Tables, example, format, format_as_typed, is_valid, number_type, parse, possible,
    region_of, typed_zone,
};

thread_local! {
    static BUFFER: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static TABLES: RefCell<Option<Tables>> = const { RefCell::new(None) };
}

/// Makes room for this many bytes, and returns their address.
#[unsafe(no_mangle)]
pub extern "C" fn buffer(length: usize) -> *mut u8 {
    BUFFER.with_borrow_mut(|buffer| {
        buffer.resize(length, 0);
        buffer.as_mut_ptr()
    })
}

fn region(letters: u32) -> Option<Region> {
    let [.., first, second] = letters.to_be_bytes();
    Region::new(core::str::from_utf8(&[first, second]).ok()?)
}

/// Replaces the text in the buffer by the answer to it, and returns a number.
fn answer(length: usize, of: impl FnOnce(&Tables, &str, &mut String) -> u32) -> u32 {
    BUFFER.with_borrow_mut(|buffer| {
        let text = String::from_utf8_lossy(buffer.get(..length).unwrap_or_default()).into_owned();
        let mut out = String::new();
        let number = TABLES.with_borrow_mut(|tables| {
            of(tables.get_or_insert_with(Tables::new), &text, &mut out)
        });
        *buffer = out.into_bytes();
        number
    })
}

/// The address of the last answer.
#[unsafe(no_mangle)]
pub extern "C" fn answer_at() -> *const u8 {
    BUFFER.with_borrow(|buffer| buffer.as_ptr())
}

/// The length of the last answer.
#[unsafe(no_mangle)]
pub extern "C" fn answer_length() -> usize {
    BUFFER.with_borrow(Vec::len)
}

/// Adds the zone file in the buffer, and returns its zone; 0 if it was refused.
#[unsafe(no_mangle)]
pub extern "C" fn add_zone(length: usize) -> u32 {
    BUFFER.with_borrow(|buffer| {
        TABLES.with_borrow_mut(|tables| {
            let tables = tables.get_or_insert_with(Tables::new);
            let zone = tables.add_zone(buffer.get(..length).unwrap_or_default());
            zone.map_or(0, |zone| u32::from(zone.digit()))
        })
    })
}

/// Parses, validates and formats a number: E.164, national, international. Returns 1 if it is
/// valid.
#[unsafe(no_mangle)]
pub extern "C" fn read(length: usize, letters: u32) -> u32 {
    answer(length, |tables, text, out| {
        let Ok(number) = parse(tables, text, region(letters)) else { return 0 };
        for style in [Style::E164, Style::National, Style::International] {
            out.push_str(&format(tables, &number, style));
            out.push('\n');
        }
        u32::from(is_valid(tables, &number))
    })
}

/// Calls the other functions that a form needs.
#[unsafe(no_mangle)]
pub extern "C" fn details(length: usize, letters: u32) -> u32 {
    answer(length, |tables, text, out| {
        let region = region(letters);
        let zone = typed_zone(tables, text, region).map_or(0, |zone| u32::from(zone.digit()));
        if let Some(number) = region.and_then(|region| example(tables, region, zone > 4)) {
            out.push_str(number.national());
        }
        for (region, code) in tables.regions() {
            out.push_str(region.as_str());
            let _ = write!(out, " {code}");
        }
        match parse(tables, text, region) {
            Ok(number) => {
                out.push_str(number.extension().unwrap_or_default());
                out.push_str(region_of(tables, &number).map_or("", Region::as_str));
                out.push_str(&format(tables, &number, Style::Rfc3966));
                possible(tables, &number) as u32 * 100 + number_type(tables, &number) as u32
            }
            Err(error) => {
                let _ = write!(out, "{error}");
                zone
            }
        }
    })
}

/// Formats a number as it is typed.
#[unsafe(no_mangle)]
pub extern "C" fn typed(length: usize, letters: u32) -> u32 {
    answer(length, |tables, text, out| {
        *out = format_as_typed(tables, text, region(letters));
        0
    })
}

/// Uses the parts of the standard library that any widget already contains. Both builds have them,
/// so they do not count as the engine's size.
#[unsafe(no_mangle)]
pub extern "C" fn common(length: usize) -> u32 {
    answer(length, |_, text, out| {
        let mut parts: Vec<String> = text.split(',').map(str::to_owned).collect();
        parts.retain(|part| !part.is_empty());
        parts.insert(0, text.to_owned());
        parts.remove(1);
        let mut bytes = out.clone().into_bytes();
        bytes.push(length as u8);
        bytes.extend_from_slice(text.as_bytes());
        out.extend(bytes.iter().map(|byte| char::from(*byte)));
        for (index, character) in text.char_indices() {
            if character.is_ascii() {
                out.push(character);
                let _ = write!(out, "{index}");
            }
        }
        for character in text.chars().rev() {
            out.push(character);
        }
        let mut characters = text.chars();
        while let (Some(one), Some(other)) = (characters.next(), characters.next()) {
            out.push(other);
            out.push(one);
        }
        out.push_str(&parts.join(text));
        out.push_str(&parts.concat());
        bytes.truncate(3);
        0
    })
}
