//! Conversations, copied or exported.

use super::{CHINESE, ENGLISH, FRENCH, GERMAN, Kind, PORTUGUESE, SPANISH};
use crate::page::REGIONS;

pub const KINDS: &[Kind] = &[
    Kind {
        name: "a chat",
        regions: REGIONS,
        templates: &[
            "[{date}, {time with seconds}] {name}: {phone}",
            "{short date}, {time} - {name}: {phone}",
            "[{date}, {time with seconds}] {e164}: Hello!",
            "[{date}, {time with seconds}] {international}: OK\n[{date}, {time with seconds}] {name}: {phone}",
            "{name}  {time en}\n{phone}",
            "[{date} {time}] {name}\n{phone}\n[{date} {time}] {name}\nOK, {time}",
            "{name}, {date} {time}:\n> {phone}",
            "{time} {name}: {phone}\n{time} {name}: 👍",
            "<{name}> {phone}",
            "📞 {phone}\n📧 {email}\n📍 {street}, {postcode}",
        ],
    },
    Kind {
        name: "a chat in English",
        regions: ENGLISH,
        templates: &[
            "[{date}, {time with seconds}] {name}: Call me at {phone} after 5",
            "{short date}, {time en} - {name}: my number is {phone}, I can be there at {time en}",
            "{name}\n{international}\nToday {time en}\nIs the {year} {car} still available for {price}?",
            "{name} [{time en}]\nHi, it's {name}. My cell is {phone}. Offer: {price}.",
            "{name}  {time en}\n<@U0{small}> the customer's number is {phone}, lead {id}\n2 replies",
            "{name} {time en}\nPlease ring {phone ext} about order {order}\n{name} {time en}\nDone 5 minutes ago",
            "Yesterday {time en}\n{international}\nRead {time en}",
            "sure! {phone} 😀 see you on {date en}",
            "{name}: 2 of 5 are sold\n{name}: ok, {phone} then",
        ],
    },
    Kind {
        name: "a chat in French",
        regions: FRENCH,
        templates: &[
            "[{date} {time with seconds}] {name} : appelez-moi au {phone} après 17 h",
            "{name}, {time fr}\nMon numéro : {phone}, je suis là jusqu'à {time fr}",
            "Salut ! C'est {name}, {phone}. RDV le {date fr} à {time fr} ?",
            "{name} ({time}) : poste {small}\n{name} ({time}) : mon cell. {phone}",
        ],
    },
    Kind {
        name: "a chat in Spanish",
        regions: SPANISH,
        templates: &[
            "[{date}, {time with seconds}] {name}: mi número es {phone}",
            "{short date} {time} - {name}: Llámame al {phone} después de las {time}",
        ],
    },
    Kind {
        name: "a chat in German",
        regions: GERMAN,
        templates: &[
            "[{date}, {time with seconds}] {name}: Meine Nummer ist {phone}",
            "{short date}, {time} - {name}: Ruf mich unter {phone} an, ab {time} Uhr",
        ],
    },
    Kind {
        name: "a chat in Portuguese",
        regions: PORTUGUESE,
        templates: &[
            "[{date} {time with seconds}] {name}: meu zap é {phone}",
            "{date} {time} - {name}: me liga no {phone} depois das {time}",
        ],
    },
    Kind {
        name: "a chat in Chinese",
        regions: CHINESE,
        templates: &[
            "{name} {date} {time with seconds}\n我的手机是{phone}",
            "{name}：{phone}，{time}之后打给我",
        ],
    },
];
