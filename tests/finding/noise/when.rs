//! Dates, times and durations.

use crate::random::Random;
use lead_phone_number::Region;

const ENGLISH_MONTHS: &[&str] =
    &["January", "February", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct"];
const FRENCH_MONTHS: &[&str] =
    &["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août"];
const SPANISH_MONTHS: &[&str] =
    &["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto"];
const GERMAN_MONTHS: &[&str] =
    &["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August"];

pub fn write(field: &str, region: Region, random: &mut Random) -> Option<String> {
    let moment = Moment::new(random);
    let Moment { year, month, day, hour, minute, second } = &moment;
    Some(match field {
        "date" => match random.chance(25) {
            true => moment.iso_date(),
            false => moment.date(region),
        },
        "iso date" => moment.iso_date(),
        "short date" => match region.as_str() {
            "US" => format!("{month}/{day}/{}", year % 100),
            "DE" | "AT" | "CH" => format!("{day:02}.{month:02}.{:02}", year % 100),
            _ => format!("{day:02}/{month:02}/{:02}", year % 100),
        },
        "date en" => format!("{} {day}, {year}", random.pick(ENGLISH_MONTHS)),
        "date fr" => format!("{day} {} {year}", random.pick(FRENCH_MONTHS)),
        "date es" => format!("{day} de {} de {year}", random.pick(SPANISH_MONTHS)),
        "date de" => format!("{day}. {} {year}", random.pick(GERMAN_MONTHS)),
        "date ja" => format!("{year}年{month}月{day}日"),
        "month and year" => format!("{month:02}/{year}"),
        "log date" => format!("{day:02}/Mar/{year}:{hour:02}:{minute:02}:{second:02} +0100"),
        "day month" => format!("{day:02}/{month:02}"),
        "birthday" => format!("{}-{month:02}-{day:02}", random.between(1950, 2005)),
        "time" => format!("{hour:02}:{minute:02}"),
        "time with seconds" => format!("{hour:02}:{minute:02}:{second:02}"),
        "time en" => {
            let half = random.pick(&["AM", "PM"]);
            format!("{}:{minute:02} {half}", hour % 12 + 1)
        }
        "time fr" => format!("{hour} h {minute:02}"),
        "datetime" => format!("{} {hour:02}:{minute:02}:{second:02}", moment.iso_date()),
        "iso datetime" => {
            let zone = random.pick(&["Z", ".123Z", "+01:00", "-05:00", "+00:00", ""]);
            format!("{}T{hour:02}:{minute:02}:{second:02}{zone}", moment.iso_date())
        }
        "compact date" => format!("{year}{month:02}{day:02}"),
        "compact datetime" => {
            format!("{year}{month:02}{day:02}T{hour:02}{minute:02}{second:02}Z")
        }
        // Seconds since 1970.
        "epoch" => format!("17{}", random.digits(8)),
        "epoch in milliseconds" => format!("17{}", random.digits(11)),
        "duration" => format!("00:{minute:02}:{second:02}"),
        "duration en" => format!("{} min {second} s", minute + 1),
        "year" => random.between(1998, 2026).to_string(),
        _ => return None,
    })
}

struct Moment {
    year: usize,
    month: usize,
    day: usize,
    hour: usize,
    minute: usize,
    second: usize,
}

impl Moment {
    fn new(random: &mut Random) -> Self {
        Self {
            year: random.between(2019, 2026),
            month: random.between(1, 12),
            day: random.between(1, 28),
            hour: random.between(7, 21),
            minute: random.below(60),
            second: random.below(60),
        }
    }

    fn iso_date(&self) -> String {
        format!("{}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// A date as the country writes it in digits.
    fn date(&self, region: Region) -> String {
        let Self { year, month, day, .. } = self;
        match region.as_str() {
            "US" => format!("{month:02}/{day:02}/{year}"),
            "DE" | "AT" | "CH" => format!("{day:02}.{month:02}.{year}"),
            "JP" | "CN" => format!("{year}/{month:02}/{day:02}"),
            "IN" => format!("{day:02}-{month:02}-{year}"),
            "CA" => format!("{year}-{month:02}-{day:02}"),
            _ => format!("{day:02}/{month:02}/{year}"),
        }
    }
}
