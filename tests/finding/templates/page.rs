//! What is copied from a page: the text of listings, contacts and footers.

use super::{CHINESE, ENGLISH, FRENCH, GERMAN, ITALIAN, JAPANESE, Kind, PORTUGUESE, SPANISH};

pub const KINDS: &[Kind] = &[
    Kind {
        name: "a page in English",
        regions: ENGLISH,
        templates: &[
            "{year} {car}\n{price}\n{km}\nStock #: {stock}\nCall {phone}",
            "Contact us\n{street}, {city} {postcode}\n{phone}\nMon-Fri 9:00-18:00, Sat 10-4",
            "© 2009-2026 {firm}. All rights reserved. {phone}",
            "+25 years of experience. Call {phone}, open 24/7.",
            "Sales: {phone}\nService: {phone}\nParts: {phone ext}\nFax: {fax}",
            "4.8 ★ (1,234 reviews) · Car dealer · {street} · Open until 9 p.m. · {phone}",
            "Listed {date} · ID {long id} · {price} · Tel {phone}",
            "{car} {year} | {price} or {percent} APR for 60 months | {phone}",
            "Ad {id}\nPosted {number of pieces} days ago\n{name}\n{phone}\nShow number",
            "Page 2 of 15\n{name}\n{phone}\n{name}\n{phone}",
            "Directions: {coordinates}\nTel. {phone}\nWhatsApp {chat link}",
            "Hours: {time en} – {time en}\nPhone: {phone}\nLicense #{id}",
        ],
    },
    Kind {
        name: "a page in French",
        regions: FRENCH,
        templates: &[
            "{car} {year}\n{price fr}\n{km}\nNº de stock : {stock}\nAppelez le {phone}",
            "Nous joindre\n{street}, {city} {postcode}\n{phone}\nLun.-ven. 9 h-18 h, sam. 10 h-16 h",
            "Plus de 25 ans d'expérience, 7j/7, 24h/24 : {phone}",
            "Ventes : {phone}\nService : {phone poste}\nTélécopieur : {fax}",
            "Annonce {id}, mise en ligne le {date}, {price fr}, {phone}",
            "© 2026 {firm} – {company} – Tél. {phone}",
        ],
    },
    Kind {
        name: "a page in Spanish",
        regions: SPANISH,
        templates: &[
            "{car} {year}\n{price}\nRef. {code}\nLlama al {phone}",
            "Horario: 9:00-14:00 y 16:00-20:00. Teléfono {phone}. {street}, {postcode} {city}",
            "Anuncio {id} · {price} · {phone}",
        ],
    },
    Kind {
        name: "a page in German",
        regions: GERMAN,
        templates: &[
            "{car}, EZ {month and year}, {km}, {price}\nTel. {phone}",
            "Öffnungszeiten: Mo.–Fr. 9–18 Uhr, Sa. 10–14 Uhr\nTelefon: {phone}\n{street}, {postcode} {city}",
            "Impressum\n{firm} GmbH\n{street}\n{postcode} {city}\nTelefon: {phone}\nTelefax: {fax}\nRegistergericht: {company}\nUSt-IdNr.: {vat}",
            "Inserat {id}, {price} VB, {phone}",
        ],
    },
    Kind {
        name: "a page in Italian",
        regions: ITALIAN,
        templates: &[
            "{car} {year}\n{price}\n{km}\nChiama {phone}",
            "Orari: lun-ven 9:00-18:00\nTel. {phone}\n{street}, {postcode} {city}\n{company}",
        ],
    },
    Kind {
        name: "a page in Portuguese",
        regions: PORTUGUESE,
        templates: &[
            "{car} {year}\n{price}\nWhatsApp: {phone}\nSegunda a sexta, das 9h às 18h",
            "{firm} – {company} – {phone} – {street}, CEP {postcode}",
        ],
    },
    Kind {
        name: "a page in Japanese",
        regions: JAPANESE,
        templates: &[
            "{car} {year}年\n{price}\nお問い合わせ {phone}",
            "営業時間 9:00～18:00\n電話 {phone}\n{postcode}\n{street}",
        ],
    },
    Kind {
        name: "a page in Chinese",
        regions: CHINESE,
        templates: &[
            "{car} {year}款 {price} 电话{phone}",
            "营业时间 9:00-18:00\n服务热线：{phone}\n{phone 分机}\nQQ：{id}",
        ],
    },
];
