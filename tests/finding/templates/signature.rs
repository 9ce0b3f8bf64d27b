//! Signatures of e-mails.

use super::{CHINESE, ENGLISH, FRENCH, GERMAN, ITALIAN, JAPANESE, Kind, PORTUGUESE, SPANISH};

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
            "{name}, MBA\no {phone ext}\nm {phone}\n{email} | {url}",
            "D: {phone} | M: {phone} | E: {email}\n{street}, Suite {suite}, {city} {postcode}",
            "{name} ● {phone} ● {email} ● {street}",
            "On {date en} at {time en}, {name} <{email}> wrote:\n> Call me at {phone}",
            "Sent from my iPhone 15\n{name} {phone}",
            "{name}\nToll-free: {phone}\nDirect: {phone ext}\nFacsimile: {fax}\nLic. {id}",
            "Tel/Fax: {phone}\n{email}",
            "{name}\n{phone} (o)\n{phone} (c)\n{fax} (fax)",
            "Thanks!\n{name}\n{phone ext}\nTicket #{id}",
        ],
    },
    Kind {
        name: "a signature in French",
        regions: FRENCH,
        templates: &[
            "{name}\nConseiller aux ventes\n{firm}\n{street}, {city} {postcode}\nTél. : {phone}\nTéléc. : {fax}",
            "Cordialement,\n{name}\n{phone poste}\n{email}",
            "{name} – {firm}\nT. {phone} | C. {phone}\n{url}",
            "{name}\nTél : {phone}\nPort. : {phone}\nFax : {fax}\n{company}",
            "{name}\nLigne directe : {phone poste}\nCellulaire : {phone}\nSans frais : {phone}",
            "Le {date fr} à {time}, {name} a écrit :\n> Mon numéro : {phone}",
            "Envoyé de mon iPhone 15\n{name}, {phone}",
            "Bureau : {phone poste}\nTélécopieur : {fax}\n{street}, bureau {suite}",
        ],
    },
    Kind {
        name: "a signature in Spanish",
        regions: SPANISH,
        templates: &[
            "Saludos,\n{name}\n{firm}\nTel.: {phone extensión}\nMóvil: {phone}\n{street}, {postcode} {city}",
            "{name}\nTeléfono: {phone}\nFax: {fax}\n{email}",
            "{name} | Ventas | {phone extensión} | {url}",
            "Atentamente,\n{name}\nCel. {phone}\nOf. {phone extensión}",
        ],
    },
    Kind {
        name: "a signature in German",
        regions: GERMAN,
        templates: &[
            "Mit freundlichen Grüßen\n{name}\n{firm} GmbH\n{street}\n{postcode} {city}\nTel. {phone}\nFax {fax}\nMobil {phone}\n{company}",
            "{name} · {firm} · Telefon {phone Durchwahl} · {email}",
            "{name}\nFon: {phone}\nFax: {fax}\nMobil: {phone}",
            "Viele Grüße\n{name}\nT {phone}\nM {phone}\n{url}",
            "{name}\nTel.: {phone Durchwahl}\n{company}\nUSt-IdNr.: {vat}",
        ],
    },
    Kind {
        name: "a signature in Italian",
        regions: ITALIAN,
        templates: &[
            "Cordiali saluti\n{name}\n{firm} S.p.A.\nTel. {phone}\nCell. {phone}\nFax {fax}\n{street}, {postcode} {city}",
            "{name} – tel. {phone} – cell. {phone}",
        ],
    },
    Kind {
        name: "a signature in Portuguese",
        regions: PORTUGUESE,
        templates: &[
            "Att.,\n{name}\n{firm}\nFone: {phone ramal}\nCel.: {phone}",
            "{name} | {phone ramal} | {email}",
        ],
    },
    Kind {
        name: "a signature in Japanese",
        regions: JAPANESE,
        templates: &[
            "━━━━━━━━━━\n{name}\n株式会社{firm}\n{postcode} {street}\nTEL：{phone}\nFAX：{fax}\n携帯：{phone}\n{email}",
            "{name}\nTel {phone} Fax {fax}\n{url}",
        ],
    },
    Kind {
        name: "a signature in Chinese",
        regions: CHINESE,
        templates: &[
            "{name}\n{firm}\n电话：{phone 分机}\n手机：{phone}\n传真：{fax}",
            "{name} | 手机 {phone} | {email}",
        ],
    },
];
