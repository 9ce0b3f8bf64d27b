//! The ways to write an extension after a number, by language. `12` stands for its digits.

use crate::random::Random;

pub const ENGLISH: &[&str] = &[
    " x12",
    "x12",
    " x 12",
    " X12",
    " ext. 12",
    " ext 12",
    " Ext. 12",
    " Ext 12",
    ", ext. 12",
    " ext: 12",
    " extension 12",
    " Extension 12",
    ", extension 12",
    " (ext. 12)",
    " (x12)",
    " EXT 12",
    " #12",
    " - ext. 12",
    " ext.12",
    " ext12",
    ",,12",
    ";ext=12",
    "~12",
];

pub const FRENCH: &[&str] = &[
    " poste 12",
    ", poste 12",
    " Poste 12",
    " poste : 12",
    " (poste 12)",
    " p. 12",
    ", p. 12",
    " #12",
    " ext. 12",
    " x12",
    " local 12",
    " loc. 12",
    " bur. 12",
    " interne 12",
    " int. 12",
    " POSTE 12",
    " poste\u{A0}12",
    " – poste 12",
];

pub const SPANISH: &[&str] = &[
    " ext. 12",
    " Ext. 12",
    " ext 12",
    " extensión 12",
    ", extensión 12",
    " (ext. 12)",
    " int. 12",
    " interno 12",
    " x12",
    " #12",
    " EXT. 12",
    " Extensión: 12",
];

pub const PORTUGUESE: &[&str] = &[
    " ramal 12",
    ", ramal 12",
    " Ramal 12",
    " (ramal 12)",
    " ramal: 12",
    " ext. 12",
    " x12",
    " - ramal 12",
];

pub const GERMAN: &[&str] = &[
    " Durchwahl 12",
    ", Durchwahl 12",
    " DW 12",
    " (DW 12)",
    " Nst. 12",
    " ext. 12",
    " x12",
    " Ext. 12",
    ", DW 12",
    " int. 12",
];

pub const CHINESE: &[&str] = &[
    "转12",
    " 转12",
    " 转 12",
    "分机12",
    " 分机 12",
    ",分机12",
    "(分机12)",
    "，分机12",
    "（分机12）",
    " ext. 12",
    "分机：12",
    " x12",
];

/// In a cell or a line of its own.
pub const BELOW: &[&str] =
    &["\nExt.: 12", "\nExt: 12", "\nExtension: 12", "\next. 12", "\tx12", "\text. 12"];

pub const FRENCH_BELOW: &[&str] = &["\nPoste : 12", "\nPoste: 12", "\nposte 12", "\tposte 12"];

/// The digits of an extension.
pub fn digits(random: &mut Random) -> String {
    let count = random.pick(&[&1, &2, &3, &3, &3, &4, &4, &5]);
    match random.chance(4) {
        true => random.digits(*count),
        false => random.whole(*count),
    }
}
