//! Sentences.

use super::{CHINESE, ENGLISH, FRENCH, GERMAN, ITALIAN, JAPANESE, Kind, PORTUGUESE, SPANISH};

pub const KINDS: &[Kind] = &[
    Kind {
        name: "a sentence in English",
        regions: ENGLISH,
        templates: &[
            "Call me at {phone} after 5 p.m., or at noon on {date}.",
            "My number is {phone}; I was born in {year}.",
            "On {date en} at {time en} {name} rang from {phone}.",
            "I paid {price} ({percent} off) on {date} and nobody answers at {phone}!",
            "Please call {phone ext} before {time en}.",
            "You can reach us at {phone} or {phone}, Monday to Friday, 9 to 5.",
            "Order {order} ({price}) has been shipped; ring {phone} with questions.",
            "He has 2 cars and 3 phones: {phone}, {phone} and {phone}.",
            "In {year} I bought car no. {small}, my phone is {phone}.",
            "Ask for {name}, {phone ext}, about the {year} {car} with {km}.",
            "The code is {small}. If that fails, call {phone}.",
            "We are open 24/7 at {phone} (press 2 for sales).",
        ],
    },
    Kind {
        name: "a sentence in French",
        regions: FRENCH,
        templates: &[
            "Appelez-moi au {phone} après 17 h.",
            "Le {date fr} à {time fr}, {name} a appelé du {phone}.",
            "Vous pouvez me joindre au {phone} ou au {phone}, de 9 h à 17 h.",
            "Demandez {name}, {phone poste}, au sujet de la {car} {year}.",
            "J'ai payé {price fr} le {date} et personne ne répond au {phone} !",
            "Mon numéro est le {phone}, commande {order}.",
        ],
    },
    Kind {
        name: "a sentence in Spanish",
        regions: SPANISH,
        templates: &[
            "Llámame al {phone} después de las {time}.",
            "El {date es} pagué {price}; mi teléfono es el {phone}.",
            "Pregunte por {name}, {phone extensión}, de 9 a 18 h.",
        ],
    },
    Kind {
        name: "a sentence in German",
        regions: GERMAN,
        templates: &[
            "Rufen Sie mich nach {time} Uhr unter {phone} an.",
            "Am {date de} habe ich {price} bezahlt; meine Nummer ist {phone}.",
            "Erreichbar unter {phone} oder {phone}, von 9 bis 17 Uhr.",
        ],
    },
    Kind {
        name: "a sentence in Italian",
        regions: ITALIAN,
        templates: &[
            "Mi chiami al {phone} dopo le {time}.",
            "Il {date} ho pagato {price}, il mio numero è {phone}.",
        ],
    },
    Kind {
        name: "a sentence in Portuguese",
        regions: PORTUGUESE,
        templates: &[
            "Me ligue no {phone} depois das {time}.",
            "Paguei {price} em {date}, meu celular é {phone}.",
            "Fale com {name}, {phone ramal}.",
        ],
    },
    Kind {
        name: "a sentence in Japanese",
        regions: JAPANESE,
        templates: &[
            "{date ja}の{time}以降に{phone}へお電話ください。",
            "私の電話番号は{phone}です。",
        ],
    },
    Kind {
        name: "a sentence in Chinese",
        regions: CHINESE,
        templates: &[
            "请在{time}以后拨打{phone}。",
            "我的手机号是{phone}，订单{order}。",
            "请拨{phone 分机}找{name}",
        ],
    },
];
