//! Numbers of papers and of bank accounts in each country, beside a phone number.

use super::{CHINESE, ENGLISH, Kind, PORTUGUESE};

pub const KINDS: &[Kind] = &[
    Kind {
        name: "papers in the United States",
        regions: &["US"],
        templates: &[
            "SSN {three}-{two}-{four}\nPhone {phone}",
            "Driver license D{seven}, DOB {birthday}, phone {phone}",
            "Routing 0{eight}, account {ten}, phone {phone}",
            "{name}, SSN ***-**-{four}, {national}",
        ],
    },
    Kind {
        name: "papers in Canada",
        regions: &["CA"],
        templates: &[
            "SIN {three} {three} {three}\nPhone {phone}",
            "NAS {three} {three} {three}, tél. {phone}",
            "TPS {nine} RT0001, TVQ 1{nine} TQ0001, tél. {phone}",
            "Transit {five}-{three}, account {seven}, tel. {phone}",
        ],
    },
    Kind {
        name: "papers in Great Britain",
        regions: &["GB"],
        templates: &[
            "Sort code {two}-{two}-{two}, account {eight}, tel {phone}",
            "NI number QQ {two} {two} {two} C\nTel: {phone}",
            "Registered in England no. {eight}. Tel {phone}",
        ],
    },
    Kind {
        name: "papers in France",
        regions: &["FR"],
        templates: &[
            "N° de sécurité sociale 1 {two} 12 75 {three} {three} {two}\nTél. {phone}",
            "Permis n° {six}{six}, tél. {phone}",
            "RCS Paris B {three} {three} {three} – Tél. {phone}",
            "APE {four}Z – SIRET {three} {three} {three} {five} – {phone}",
        ],
    },
    Kind {
        name: "papers in Germany",
        regions: &["DE"],
        templates: &[
            "Steuer-ID {two} {three} {three} {three}\nTel. {phone}",
            "BLZ {three} {three} {two}, Konto {nine}\nTelefon {phone}",
            "Führerschein B{six}AB12, Tel. {phone}",
        ],
    },
    Kind {
        name: "papers in Spain",
        regions: &["ES"],
        templates: &[
            "DNI {eight}Z, tel. {phone}",
            "NIE X{seven}L\nMóvil {phone}",
            "CCC {four} {four} {two} {ten}\nTel. {phone}",
        ],
    },
    Kind {
        name: "papers in Italy",
        regions: &["IT"],
        templates: &[
            "Codice fiscale RSSMRA{two}M{two}H501Z, tel. {phone}",
            "P.IVA {six}{five}\nTel. {phone}",
            "Partita IVA IT{six}{five} - Cell. {phone}",
        ],
    },
    Kind {
        name: "papers in Switzerland and Austria",
        regions: &["CH", "AT"],
        templates: &[
            "AHV 756.{four}.{four}.{two}\nTel. {phone}",
            "SVNR {four} {two}0385, Tel. {phone}",
            "Policen-Nr. {three}.{three}.{three}, Telefon {phone}",
        ],
    },
    Kind {
        name: "papers in Brazil",
        regions: PORTUGUESE,
        templates: &[
            "RG {two}.{three}.{three}-{digit}\nFone {phone}",
            "CNH {six}{five}, celular {phone}",
            "Ag. {four} C/C {five}-{digit}, tel. {phone}",
        ],
    },
    Kind {
        name: "papers in India",
        regions: &["IN"],
        templates: &[
            "Aadhaar {four} {four} {four}\nMobile {phone}",
            "PAN ABCDE{four}F, Mob. {phone}",
            "A/C {ten}, IFSC SBIN000{four}, Ph. {phone}",
        ],
    },
    Kind {
        name: "papers in Mexico, Belgium, Australia and Japan",
        regions: &["MX", "BE", "AU", "JP"],
        templates: &["{vat}\nTel. {phone}", "Tel. {phone} ({company})", "{company} / Tel. {phone}"],
    },
    Kind {
        name: "papers in China",
        regions: CHINESE,
        templates: &[
            "微信同号：{phone}\nQQ {nine}",
            "银行卡 {card}，手机 {phone}",
            "车牌 京A{five}，电话 {phone}",
        ],
    },
    Kind {
        name: "papers in English",
        regions: ENGLISH,
        templates: &[
            "Passport {two}AB{five}, phone {phone}",
            "Policy no. {ten}, claim {code}, phone {phone ext}",
            "Membership {four} {four} {four}: {name}, {phone}",
        ],
    },
];
