//! Links with a number in them.

use crate::page::Page;
use crate::{extension, number};
use lead_phone_number::{Number, Style, format};

/// A link as RFC 3966 has it.
pub fn rfc3966(page: &mut Page<'_>, number: &Number) -> (String, Option<String>) {
    (format(page.tables, number, Style::Rfc3966), None)
}

/// A link with an extension as RFC 3966 has it.
pub fn rfc3966_with_extension(page: &mut Page<'_>, number: &Number) -> (String, Option<String>) {
    let digits = extension::digits(page.random);
    let link = [&format(page.tables, number, Style::Rfc3966), ";ext=", &digits].concat();
    (link, Some(digits))
}

/// A link as people write it, and no extension.
pub fn tel(page: &mut Page<'_>, number: &Number) -> (String, Option<String>) {
    let e164 = number::e164(page.tables, number);
    let dashed = format(page.tables, number, Style::Rfc3966).replace("tel:", "");
    let link = match page.random.below(14) {
        0 => ["sms:", &e164].concat(),
        1 => ["callto:", &e164].concat(),
        2 => ["facetime:", &e164].concat(),
        3 => ["TEL:", &e164].concat(),
        4 => ["tel:", &e164.replace('+', "%2B")].concat(),
        5 => ["tel:", &dashed.replace('-', "%20")].concat(),
        6 => ["tel:", &dashed.replace('-', ".")].concat(),
        7 => ["tel://", &e164].concat(),
        8 => ["sms:", &e164, "?body=Hello"].concat(),
        9 => {
            let code = number.calling_code();
            format!("tel:{};phone-context=+{code}", number.national())
        }
        10 | 11 => ["tel:", &dashed].concat(),
        _ => ["tel:", &e164].concat(),
    };
    (link, None)
}

/// A link with an extension.
pub fn tel_with_extension(page: &mut Page<'_>, number: &Number) -> (String, Option<String>) {
    let digits = extension::digits(page.random);
    let e164 = number::e164(page.tables, number);
    let dashed = format(page.tables, number, Style::Rfc3966);
    let link = match page.random.below(5) {
        0 => format!("tel:{e164},,{digits}"),
        1 => format!("tel:{e164};ext={digits}"),
        2 => format!("tel:{};ext={digits}", e164.replace('+', "%2B")),
        _ => format!("{dashed};ext={digits}"),
    };
    (link, Some(digits))
}

/// A conference's number and its code.
pub fn with_code(page: &mut Page<'_>, number: &Number) -> (String, Option<String>) {
    let code = page.random.whole(9);
    (format!("{},,{code}#", number::e164(page.tables, number)), Some(code))
}

/// A link to a chat, whose digits are international with and without a plus.
pub fn chat(page: &mut Page<'_>, number: &Number) -> (String, Option<String>) {
    let e164 = number::e164(page.tables, number);
    let digits = &e164[1..];
    let link = match page.random.below(9) {
        0 | 1 => format!("https://wa.me/{digits}"),
        2 => format!("wa.me/{digits}"),
        3 => format!("https://wa.me/{digits}?text=Hello%2C%20is%20it%20still%20for%20sale%3F"),
        4 => format!("whatsapp://send?phone={digits}"),
        5 => format!("whatsapp://send?phone=%2B{digits}&text=Hello"),
        6 => format!("https://api.whatsapp.com/send?phone={digits}"),
        7 => format!("https://api.whatsapp.com/send?phone={digits}&text=Hi%20there"),
        _ => format!("viber://chat?number=%2B{digits}"),
    };
    (link, None)
}
