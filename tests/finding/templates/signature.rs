//! Signatures of e-mails.

use super::{ENGLISH, FRENCH, GERMAN, Kind, SPANISH};

pub const KINDS: &[Kind] = &[
    Kind {
        name: "a signature in English",
        regions: ENGLISH,
        templates: &[
            "{name}\nSales Manager, {firm}\n{street}, {city} {postcode}\nTel: {phone}\nFax: {fax}\n{email}",
            "{name} | {firm} | {phone ext} | {email}",
            "--\n{name}\n{firm}\nT {phone} | F {fax}\n{url}",
            "Best regards,\n\n{name}\nOffice: {phone ext}\nCell: {phone}\n{street}, {city}",
            "{name}\nFax: {fax}\nPhone: {phone}\nMobile: {phone}",
        ],
    },
    Kind {
        name: "a signature in French",
        regions: FRENCH,
        templates: &[
            "{name}\nConseiller aux ventes\n{firm}\n{street}, {city} {postcode}\nTél. : {phone}\nTéléc. : {fax}",
            "Cordialement,\n{name}\n{phone poste}\n{email}",
            "{name} – {firm}\nT. {phone} | C. {phone}\n{url}",
        ],
    },
    Kind {
        name: "a signature in Spanish",
        regions: SPANISH,
        templates: &[
            "Saludos,\n{name}\n{firm}\nTel.: {phone extensión}\nMóvil: {phone}\n{street}, {postcode} {city}",
            "{name}\nTeléfono: {phone}\nFax: {fax}\n{email}",
        ],
    },
    Kind {
        name: "a signature in German",
        regions: GERMAN,
        templates: &[
            "Mit freundlichen Grüßen\n{name}\n{firm} GmbH\n{street}\n{postcode} {city}\nTel. {phone}\nFax {fax}\nMobil {phone}\n{company}",
            "{name} · {firm} · Telefon {phone Durchwahl} · {email}",
        ],
    },
];
